package org.iltlib.finding;

import java.util.Collection;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * What became of a gap from one look to a later one, in standard deviations and judged with the intervals, never by the
 * values alone. Two intervals that do not overlap are a strict test: what it calls open may have changed a little.
 *
 * @param first the gap at the start
 * @param latest the same gap, seen later
 * @param closedFrom the standardised difference from which on it counts as closed, zero or below: {@code -0.05}
 */
public record GapTrend(Gap first, Gap latest, double closedFrom) {
    /** Checks that it is the same gap, and the bound. */
    public GapTrend {
        Checks.require(
                first.subject().equals(latest.subject())
                        && first.group().equals(latest.group())
                        && first.reference().equals(latest.reference()),
                "The gaps are of %s, %s and of %s, %s. Expected the same subject and groups.",
                first.subject(),
                first.group(),
                latest.subject(),
                latest.group());
        Checks.require(
                Checks.finite(closedFrom, "closedFrom") <= 0,
                "closedFrom is %s. Expected zero or below, for a group that is behind has a negative difference.",
                closedFrom);
    }

    /** What became of a gap. */
    public enum Course {
        /** The whole interval lies where the gap counts as closed. */
        CLOSED,
        /** The group is less far behind than before, intervals considered. */
        NARROWING,
        /** No change stands out from the noise. */
        OPEN,
        /** The group is farther behind than before, intervals considered. */
        WIDENED
    }

    /** What became of it; missing if either look has no number. */
    public Measured<Course> course() {
        return first.standardised().flatMap(then -> latest.standardised().map(now -> course(then, now)));
    }

    private Course course(Estimate then, Estimate now) {
        if (now.lower() >= closedFrom) {
            return Course.CLOSED;
        }
        if (now.lower() > then.upper()) {
            return Course.NARROWING;
        }
        return now.upper() < then.lower() ? Course.WIDENED : Course.OPEN;
    }

    /** The share of gaps that are closed, of those of which it can be said; missing if there are none. */
    public static Measured<Fraction> closureRate(Collection<GapTrend> trends) {
        List<Course> courses = trends.stream()
                .flatMap(trend -> trend.course().value().stream())
                .toList();
        return courses.isEmpty()
                ? Measured.missing(MissingReason.TOO_FEW, "no gap was seen twice")
                : Measured.of(Fraction.of(
                        courses.stream().filter(Course.CLOSED::equals).count(), courses.size()));
    }

    /** The two looks and what became of it. */
    public Explanation explanation() {
        return Explanation.of("The gap of %s in %s: %s.", first.group(), first.subject(), course())
                .because("Then %s, now %s.", first.standardised(), latest.standardised())
                .because("It counts as closed from %.2f on, with the whole interval.", closedFrom);
    }
}
