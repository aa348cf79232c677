package io.jointly.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads group paths of the form {@code <tree>/<code>/heads} and {@code <tree>/<code>/members}.
 *
 * <p>Only the tree that {@value #TREE} names counts: a realm may keep groups of the same form for
 * other ends, and they say nothing about who may act for a unit. There is no default, so that no
 * part can forget to say which.
 */
@ApplicationScoped
class Membership {
    static final String TREE = "jointly.identity.group-tree";
    static final String HEADS = "heads";
    static final String MEMBERS = "members";

    private final String root;

    /**
     * @param tree path of the group above all units, for instance {@code /units}
     */
    Membership(@ConfigProperty(name = TREE) String tree) {
        if (!tree.startsWith("/") || tree.endsWith("/")) {
            throw new IllegalArgumentException(
                    TREE + " is a group's path such as /units, not '" + tree + "'");
        }
        root = tree + "/";
    }

    Set<String> codes(Collection<String> groups, String role) {
        return groups.stream()
                .filter(path -> path.startsWith(root))
                .map(path -> path.substring(root.length()).split("/", -1))
                .filter(parts -> parts.length == 2 && parts[1].equals(role) && !parts[0].isEmpty())
                .map(parts -> parts[0])
                .collect(Collectors.toUnmodifiableSet());
    }
}
