package org.iltlib.analytics.privacy;

/** What is kept small when further cells must be withheld. Totals are dearer than any sum of other cells, zeros too. */
public enum SuppressionCost {
    /** The students in the withheld cells. */
    STUDENTS,
    /** The number of withheld cells. */
    CELLS,
    /** The sum of what each cell was said to be worth. */
    IMPORTANCE
}
