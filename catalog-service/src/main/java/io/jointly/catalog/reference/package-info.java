/** The forms of reference data: codes, time zones. */
package io.jointly.catalog.reference;
