/** Runs the whole suite on one machine; {@link io.jointly.local.Suite} is the way in for tests. */
package io.jointly.local;
