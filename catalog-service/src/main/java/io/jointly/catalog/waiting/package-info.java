/** What waits for a head of a department. */
package io.jointly.catalog.waiting;
