/** A request repeated is a request done once. */
package io.jointly.kit.idempotency;
