package io.jointly.governance.escalation;

/** The orders in which escalations can be listed. */
enum EscalationSort {
    /** The latest raised first. */
    RAISED("-createdAt"),
    /** What runs out first, and after all that is open what was resolved, the latest first. */
    CLOCK("dueAt");

    private final String name;

    EscalationSort(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
