/**
 * Objectives that departments own as equals: drafting, accepting, agreeing, closing, and the one
 * score they share.
 */
package io.jointly.okr.objective;
