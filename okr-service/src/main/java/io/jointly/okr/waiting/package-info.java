/** What waits for a head of a department. */
package io.jointly.okr.waiting;
