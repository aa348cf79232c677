/** What the log leaves out. */
package io.jointly.kit.log;
