package io.jointly.catalog.valuestream;

/** The states of a stream's work are classed anew, so its figures have to be worked out again. */
public record StatesReclassed(long stream) {}
