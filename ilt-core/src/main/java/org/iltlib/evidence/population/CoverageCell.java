package org.iltlib.evidence.population;

import org.iltlib.base.Checks;

/**
 * The students of one unit, grade or group, and what became of them.
 *
 * @param by what they have in common: {@code unit}, {@code grade}, or the name of a group
 * @param label which of these
 * @param counts what became of them
 */
public record CoverageCell(String by, String label, StatusCounts counts) {
    /** Checks the texts. */
    public CoverageCell {
        Checks.text(by, "by");
        Checks.text(label, "label");
    }

    /** Such as {@code grade 2: 60 of 150 reported; 90 not loaded}. */
    @Override
    public String toString() {
        return by + " " + label + ": " + counts;
    }
}
