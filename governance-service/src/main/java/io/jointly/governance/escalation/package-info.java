/** Escalations: the departments named try to solve a matter together, and only then it climbs. */
package io.jointly.governance.escalation;
