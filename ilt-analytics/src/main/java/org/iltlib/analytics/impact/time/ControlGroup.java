package org.iltlib.analytics.impact.time;

/** Whom units that start are held against. */
public enum ControlGroup {
    /** Units that do not start within the periods. */
    NEVER_TREATED("units that never started"),
    /** Those, and units that start later, until they do. */
    NOT_YET_TREATED("units that had not started yet");

    private final String words;

    ControlGroup(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
