package org.iltlib.analytics.achievement.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The gap of two proficiency rates, first less second, with a warning: it depends on where the cut lies. The same two
 * groups are far apart at a cut in their middle and near at one where nearly all or nearly nobody passes, and a gap may
 * seem to close because the cut has moved past both. Hence {@link #acrossCuts}, and {@link #probit}, which depends on it
 * less.
 *
 * <p>Sources: A. D. Ho (2008), doi:10.3102/0013189X08323842, for the warning; R. G. Newcombe (1998), doi:10.1002/(SICI)
 * 1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I, method 10, for the interval.
 *
 * @param first the first group by level
 * @param second the second group by level
 * @param cut the lowest level that passes, at least 1
 */
public record RateGap(LevelCounts first, LevelCounts second, int cut) {
    private static final double LEVEL = 0.95;

    /** Checks the levels. */
    public RateGap {
        Checks.require(
                first.levels() == second.levels(),
                "There are %s and %s levels. Expected the same.",
                first.levels(),
                second.levels());
        Checks.require(cut >= 1 && cut < first.levels(), "cut is %s. Expected 1 to %s.", cut, first.levels() - 1);
    }

    /** The gap of those at that level or above. */
    public static RateGap of(LevelCounts first, LevelCounts second, int cut) {
        return new RateGap(first, second, cut);
    }

    /** The difference of the rates with Newcombe's 95 % interval; missing if a group is empty. */
    public Measured<Estimate> difference() {
        WilsonInterval wilson = WilsonInterval.withDefaults().withLevel(LEVEL);
        return wilson.of(first.atOrAbove(cut), first.n())
                .flatMap(a -> wilson.of(second.atOrAbove(cut), second.n())
                        .map(b -> Estimate.builder()
                                .value(a.value() - b.value())
                                .lower(a.value() - b.value() - Math.hypot(a.value() - a.lower(), b.upper() - b.value()))
                                .upper(a.value() - b.value() + Math.hypot(a.upper() - a.value(), b.value() - b.lower()))
                                .level(LEVEL)
                                .n(a.n() + b.n())
                                .unit("share")
                                .method("difference of shares, Newcombe interval")
                                .build()));
    }

    /**
     * The difference of the probits of the rates: in standard deviations, if both groups are normal with one spread.
     * Normal 95 % interval by the delta method; missing if a rate is 0 or 1.
     */
    public Measured<Estimate> probit() {
        long passA = first.atOrAbove(cut);
        long passB = second.atOrAbove(cut);
        if (passA == 0 || passA == first.n() || passB == 0 || passB == second.n()) {
            return Measured.missing(MissingReason.UNDEFINED, "a share of none or all");
        }
        double value = probit(passA, first.n()) - probit(passB, second.n());
        double error = Math.hypot(probitError(passA, first.n()), probitError(passB, second.n()));
        double reach = error * Distributions.normalQuantile((1 + LEVEL) / 2);
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(LEVEL)
                .standardError(error)
                .n(first.n() + second.n())
                .unit("standard deviations")
                .method("difference of probits of shares, normal interval by the delta method")
                .build());
    }

    private static double probit(long passed, long n) {
        return Distributions.normalQuantile((double) passed / n);
    }

    private static double probitError(long passed, long n) {
        double share = (double) passed / n;
        double x = probit(passed, n);
        return Math.sqrt(share * (1 - share) / n) * Math.sqrt(2 * Math.PI) * Math.exp(x * x / 2);
    }

    /** The same gap at every cut, lowest cut first: how much of it is the cut. */
    public List<Measured<Estimate>> acrossCuts() {
        List<Measured<Estimate>> gaps = new ArrayList<>();
        for (int at = 1; at < first.levels(); at++) {
            gaps.add(new RateGap(first, second, at).difference());
        }
        return List.copyOf(gaps);
    }

    /** What a reader must be told with it. */
    public String warning() {
        List<Double> values = acrossCuts().stream()
                .flatMap(gap -> gap.value().stream())
                .map(Estimate::value)
                .sorted()
                .toList();
        return values.isEmpty()
                ? "A gap of rates depends on the cut."
                : String.format(
                        Locale.ROOT,
                        "A gap of rates depends on the cut: at the %d cuts of this test it runs from %.3f to %.3f.",
                        values.size(),
                        values.get(0),
                        values.get(values.size() - 1));
    }
}
