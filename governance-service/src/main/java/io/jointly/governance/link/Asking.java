package io.jointly.governance.link;

/** In whose name another service is asked. */
public enum Asking {
    /** The caller of the current request, whose token travels along. */
    CALLER,
    /** This service itself, from a job. */
    SERVICE
}
