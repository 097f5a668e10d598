package org.iltlib.curriculum.scorecard;

import java.util.List;
import org.iltlib.base.Measured;

/**
 * How one section is read.
 *
 * @param section the section
 * @param sums the sum of each reviewer who counts and rated all of its statements, smallest first, so that nobody is named
 * @param band the band of the mean of the sums, or why there is none
 */
public record SectionResult(ScorecardSection section, List<Integer> sums, Measured<SectionBand> band) {
    /** Copies. */
    public SectionResult {
        sums = List.copyOf(sums);
    }

    /** {@code representation: responsive (sums 3, 5, 6)}, or why there is no band. */
    @Override
    public String toString() {
        return section.id() + ": " + band.map(SectionBand::name) + " (sums " + sums + ")";
    }
}
