package io.jointly.kit.identity;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads group paths of the form {@code /<kind>/<code>/heads} and {@code /<kind>/<code>/members}.
 */
final class Membership {
    static final String HEADS = "heads";
    static final String MEMBERS = "members";

    private Membership() {}

    static Set<String> codes(Collection<String> groups, String role) {
        return groups.stream()
                .map(path -> path.split("/", -1))
                .filter(parts -> parts.length == 4 && parts[0].isEmpty() && parts[3].equals(role))
                .map(parts -> parts[2])
                .collect(Collectors.toUnmodifiableSet());
    }
}
