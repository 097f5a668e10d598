package org.iltlib.people;

/** What kind of unit it is. A unit's parent stands on a higher level; grades and departments stand side by side. */
public enum OrgLevel {
    /** A school district, or whatever runs several schools. */
    DISTRICT(0),
    /** A school. */
    SCHOOL(1),
    /** A department or program of a school: mathematics, special education. */
    DEPARTMENT(2),
    /** A grade of a school. */
    GRADE(2);

    private final int depth;

    OrgLevel(int depth) {
        this.depth = depth;
    }

    /** Whether a unit of this level may hold one of the other. */
    public boolean mayHold(OrgLevel other) {
        return depth < other.depth;
    }
}
