package org.iltlib.evidence.population;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;

/**
 * How many of those expected must be reported before a statistic may be read as one of all of them. A named policy, as
 * data: there is no silent default.
 *
 * @param name the name by which it is cited
 * @param share how many
 * @param source where it comes from
 */
public record CoverageRule(String name, Minimum share, String source) {
    /** At least 95 of 100, as participation in state assessments is counted under ESEA section 1111(c)(4)(E). */
    public static final CoverageRule NINETY_FIVE_PERCENT = new CoverageRule(
            "ninety-five percent",
            Minimum.atLeast(Fraction.percent(95)),
            "participation in state assessments, ESEA section 1111(c)(4)(E)");

    /** Checks the texts. */
    public CoverageRule {
        Checks.text(name, "name");
        Checks.text(source, "source");
    }

    /** Whether enough of them are reported; never if nobody was expected. */
    public boolean isMetBy(StatusCounts counts) {
        return share.isMetBy(counts.reported(), counts.expected());
    }

    /** What must stand beside the statistic if too few are reported; empty if enough are. */
    public Optional<String> note(StatusCounts counts) {
        return isMetBy(counts)
                ? Optional.empty()
                : Optional.of("not to be read as the whole: " + counts + " (" + name + ": " + share + ")");
    }
}
