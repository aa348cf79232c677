/** The other services, as far as we ask them: whether a record exists, what a measure reads. */
package io.jointly.okr.neighbour;
