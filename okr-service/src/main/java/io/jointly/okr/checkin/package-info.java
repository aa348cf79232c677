/** Checking in: people say where a key result stands, bound measures say so themselves. */
package io.jointly.okr.checkin;
