/** The forms of reference data: codes. */
package io.jointly.okr.reference;
