/** OKR service: objectives that departments own jointly as equals, and how far they are. */
package io.jointly.okr;
