package io.jointly.catalog.valuestream;

import java.util.Map;
import java.util.Set;

/**
 * The stages of today have other names: what names them by name has to follow, or to refuse.
 *
 * @param renamed new names by the old ones; a stage keeps its key when it is renamed
 * @param gone names that no stage has any more
 */
public record StagesChanged(long stream, Map<String, String> renamed, Set<String> gone) {}
