/** Typed references between records, whichever service owns them. */
package io.jointly.kit.link;
