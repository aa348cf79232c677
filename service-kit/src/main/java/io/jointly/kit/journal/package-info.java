/** What happened, in order, once: the audit trail and the change feed. */
package io.jointly.kit.journal;
