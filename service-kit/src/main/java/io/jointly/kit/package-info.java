/** What every service of Jointly does the same way, free of any domain word. */
package io.jointly.kit;
