package org.iltlib.analytics.privacy;

/** Whose data a policy is for. */
public enum PolicyScope {
    /** Students: results, attendance, discipline. */
    STUDENTS("students"),
    /** Adults who work in the school: surveys, walks, learning. */
    STAFF("staff"),
    /** Secret ballots of a team. */
    BALLOTS("ballots");

    private final String words;

    PolicyScope(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
