/**
 * What came of a decision: the objectives that follow from it and what their measures say since.
 */
package io.jointly.governance.effect;
