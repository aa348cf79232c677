package io.jointly.kit.record;

/** A record's view as callers see it, with the version that its {@code ETag} names. */
public interface Tagged {
    long version();

    /** The strong entity tag of this view (RFC 9110, section 8.8.3). */
    default String tag() {
        return '"' + Long.toString(version()) + '"';
    }
}
