package org.iltlib.analytics.equity;

import java.util.OptionalDouble;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.iltlib.analytics.equity.RiskRatio.Risk;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;
import org.iltlib.finding.Estimate;

/**
 * Two risks side by side: as a ratio, as a difference, and, where to be chosen is good, against four fifths. The relative
 * rate index is the ratio with the risk of a reference group as the second. Immutable.
 *
 * @param group the group
 * @param others those it is compared with
 */
public record RiskComparison(Risk group, Risk others) {
    private static final double LEVEL = 0.95;

    /** Those two. */
    public static RiskComparison of(Risk group, Risk others) {
        return new RiskComparison(group, others);
    }

    /**
     * The standard error of the natural logarithm of the ratio, √(1/a − 1/n + 1/b − 1/m); empty if it happened to nobody on
     * one side, or to everybody on both, where it would be 0. Source: Katz, Baptista, Azen &amp; Pike (1978), doi:10.2307/2530610.
     */
    public OptionalDouble logError() {
        if (group.happened() == 0 || others.happened() == 0) {
            return OptionalDouble.empty();
        }
        if (allOf(group) && allOf(others)) {
            return OptionalDouble.empty();
        }
        double variance = 1.0 / group.happened() - 1.0 / group.all() + 1.0 / others.happened() - 1.0 / others.all();
        return OptionalDouble.of(Math.sqrt(Math.max(0, variance)));
    }

    /** The risk of the group ÷ that of the others, exactly; missing if a side is empty or it happened to none of the others. */
    public Measured<Rational> exactRatio() {
        if (group.all() == 0 || others.all() == 0) {
            return Measured.missing(MissingReason.NO_STUDENTS, "a side without students");
        } else if (others.happened() == 0) {
            return Measured.missing(MissingReason.UNDEFINED, "it happened to none of the others");
        }
        return Measured.of(
                Rational.of(group.happened(), group.all()).dividedBy(Rational.of(others.happened(), others.all())));
    }

    private static boolean allOf(Risk risk) {
        return risk.happened() == risk.all();
    }

    /**
     * The ratio with a 95 % interval on its logarithm; missing also if it happened to none of the group, for then there is
     * none. Where it happened to everybody on a side, which then would count as known, the interval is made of Wilson's two,
     * by the distances on the logarithm. Source of that: Zou &amp; Donner (2008), doi:10.1002/sim.3095.
     */
    public Measured<Estimate> ratio() {
        return exactRatio().flatMap(exact -> {
            if (group.happened() == 0) {
                return Measured.missing(MissingReason.UNDEFINED, "it happened to none of the group: no interval");
            }
            double value = exact.doubleValue();
            if (allOf(group) || allOf(others)) {
                return ofWilsons(value);
            }
            double reach = Math.exp(
                    Distributions.normalQuantile((1 + LEVEL) / 2) * logError().orElseThrow());
            return Measured.of(Estimate.builder()
                    .value(value)
                    .lower(value / reach)
                    .upper(value * reach)
                    .level(LEVEL)
                    .n(group.all() + others.all())
                    .unit("ratio")
                    .method("risk ratio, interval on the logarithm")
                    .build());
        });
    }

    private Measured<Estimate> ofWilsons(double value) {
        WilsonInterval wilson = new WilsonInterval(LEVEL);
        return wilson.of(group.happened(), group.all())
                .flatMap(a -> wilson.of(others.happened(), others.all()).map(b -> {
                    double down = Math.hypot(Math.log(a.value() / a.lower()), Math.log(b.upper() / b.value()));
                    double up = Math.hypot(Math.log(a.upper() / a.value()), Math.log(b.value() / b.lower()));
                    return Estimate.builder()
                            .value(value)
                            .lower(value * Math.exp(-down))
                            .upper(value * Math.exp(up))
                            .level(LEVEL)
                            .n(group.all() + others.all())
                            .unit("ratio")
                            .method("risk ratio, interval from Wilson's two on the logarithm")
                            .build();
                }));
    }

    /**
     * The risk of the group − that of the others, with a 95 % interval from Wilson's two. Source: Newcombe (1998), method 10,
     * doi:10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I.
     */
    public Measured<Estimate> difference() {
        WilsonInterval wilson = new WilsonInterval(LEVEL);
        return wilson.of(group.happened(), group.all())
                .flatMap(a -> wilson.of(others.happened(), others.all()).map(b -> {
                    double value = a.value() - b.value();
                    return Estimate.builder()
                            .value(value)
                            .lower(value - Math.hypot(a.value() - a.lower(), b.upper() - b.value()))
                            .upper(value + Math.hypot(a.upper() - a.value(), b.value() - b.lower()))
                            .level(LEVEL)
                            .n(group.all() + others.all())
                            .unit("difference of shares")
                            .method("risk difference, Newcombe interval")
                            .build();
                }));
    }

    /**
     * Fisher's exact test, two-sided: the chance, if both sides had the same risk, of a table with these totals that is no
     * likelier than this one.
     *
     * @throws IllegalArgumentException if there are more than 2,147,483,647 students
     */
    public double exactTest() {
        Checks.require(
                group.all() <= Integer.MAX_VALUE && others.all() <= Integer.MAX_VALUE - group.all(),
                "There are %s and %s students. Expected at most %s together.",
                group.all(),
                others.all(),
                Integer.MAX_VALUE);
        int all = (int) (group.all() + others.all());
        int happened = (int) (group.happened() + others.happened());
        if (group.all() == 0 || others.all() == 0) {
            return 1;
        }
        HypergeometricDistribution law = new HypergeometricDistribution(all, happened, Math.toIntExact(group.all()));
        double here = law.probability(Math.toIntExact(group.happened())) * (1 + 1e-7);
        double sum = 0;
        for (int x = law.getSupportLowerBound(); x <= law.getSupportUpperBound(); x++) {
            double p = law.probability(x);
            sum += p <= here ? p : 0;
        }
        return Math.min(1, sum);
    }

    /**
     * Whether those of the group are chosen less than so many times as often: commonly told as a screen at four fifths
     * against the group chosen most often. A screen, not a finding: the exact test stands beside it.
     *
     * @param least the least share, such as 4/5
     * @return missing if a side is empty or none of the others were chosen
     */
    public Measured<Screen> screen(Fraction least) {
        Checks.require(least.numerator() > 0, "least is %s. Expected above 0.", least);
        return exactRatio()
                .map(ratio -> new Screen(
                        ratio, ratio.compareTo(Rational.of(least.numerator(), least.denominator())) < 0, exactTest()));
    }

    /**
     * A screen.
     *
     * @param ratio how many times as often
     * @param below whether that is less than it should be
     * @param exactP the p-value of Fisher's exact test
     */
    public record Screen(Rational ratio, boolean below, double exactP) {}
}
