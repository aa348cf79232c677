package io.jointly.k8s.manifest;

/** One breach of one rule, at one place. */
record Finding(Rule rule, String where, String what) {
    @Override
    public String toString() {
        return "%s: %s %s".formatted(rule, where, what);
    }
}
