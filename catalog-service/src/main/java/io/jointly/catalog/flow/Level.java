package io.jointly.catalog.flow;

/** At which level carriers of work are told apart. */
public enum Level {
    TEAM,
    DEPARTMENT;

    /** The name in the API, which is the column's name too. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
