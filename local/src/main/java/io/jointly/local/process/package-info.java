/**
 * Child processes that never outlive the launcher, and the supervisor that starts, watches and
 * stops them.
 */
package io.jointly.local.process;
