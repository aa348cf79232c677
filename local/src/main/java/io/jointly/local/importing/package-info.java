/** Sends an event log to the public import endpoint, as any integrator would. */
package io.jointly.local.importing;
