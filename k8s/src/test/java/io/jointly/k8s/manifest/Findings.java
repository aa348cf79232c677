package io.jointly.k8s.manifest;

import java.util.ArrayList;
import java.util.List;

/** Collects what a group of rules finds. */
abstract class Findings {
    private final List<Finding> found = new ArrayList<>();

    abstract List<Finding> check();

    final List<Finding> found() {
        return found;
    }

    final void demand(boolean kept, Rule rule, String where, String otherwise) {
        if (!kept) {
            found.add(new Finding(rule, where, otherwise));
        }
    }
}
