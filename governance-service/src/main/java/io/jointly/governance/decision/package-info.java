/** Decisions: taken with everyone affected, by consent or majority, with their reasons. */
package io.jointly.governance.decision;
