package io.jointly.catalog.valuestream;

import java.util.Set;

/** Stages that a stream has in neither state any more; what refers to them has to let go. */
public record StagesGone(long stream, String code, Set<String> keys) {}
