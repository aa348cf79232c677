/**
 * What stays on this machine between two runs: folders, ports, secrets, the lock and the state of
 * the run.
 */
package io.jointly.local.workspace;
