package org.iltlib.analytics.climate;

import java.util.function.Predicate;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;

/**
 * Whether those with something, such as a mentor, stayed more often than those without: an association and never a cause,
 * for those with it may differ in other ways. Immutable.
 *
 * <p>The interval of the difference is Newcombe's, from two Wilson intervals; the probability is Fisher's, exact and
 * two-sided. Sources: R. G. Newcombe (1998), method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I;
 * R. A. Fisher (1935), The Design of Experiments.
 *
 * @param with who had it
 * @param without who did not
 */
public record RetentionLink(Side with, Side without) {
    private static final double TIE = 1 + 1e-7;

    /**
     * One side.
     *
     * @param stayed who stayed
     * @param all all of the side
     */
    public record Side(long stayed, long all) {
        /** Checks the numbers. */
        public Side {
            Checks.require(stayed >= 0 && stayed <= all, "stayed is %s. Expected 0 to %s.", stayed, all);
        }
    }

    /** The link between staying in the school and a condition at the start. */
    public static RetentionLink of(StaffFlow flow, Predicate<StaffYear> condition) {
        return new RetentionLink(side(flow, condition), side(flow, condition.negate()));
    }

    private static Side side(StaffFlow flow, Predicate<StaffYear> condition) {
        return new Side(
                flow.posts().stream()
                        .filter(condition)
                        .filter(RetentionReport::inSchool)
                        .count(),
                flow.posts().stream().filter(condition).count());
    }

    /** The rate with less the rate without, with Newcombe's interval at 0.95; missing if a side is empty. */
    public Measured<Estimate> difference() {
        return rate(with).flatMap(first -> rate(without).map(second -> difference(first, second)));
    }

    private static Measured<Estimate> rate(Side side) {
        return WilsonInterval.withDefaults().of(side.stayed(), side.all());
    }

    private static Estimate difference(Estimate first, Estimate second) {
        double value = first.value() - second.value();
        return Estimate.builder()
                .value(value)
                .lower(value - Math.hypot(first.value() - first.lower(), second.upper() - second.value()))
                .upper(value + Math.hypot(first.upper() - first.value(), second.value() - second.lower()))
                .level(first.level())
                .n(first.n() + second.n())
                .unit("difference of shares")
                .method("difference of shares, Newcombe interval")
                .build();
    }

    /** The probability of a table at most as likely as this one, if staying had nothing to do with it. */
    public Measured<Double> probability() {
        if (with.all() == 0 || without.all() == 0) {
            return Measured.missing(MissingReason.TOO_FEW, "nobody on one side");
        }
        int all = Math.toIntExact(with.all() + without.all());
        int stayed = Math.toIntExact(with.stayed() + without.stayed());
        HypergeometricDistribution chance = new HypergeometricDistribution(all, stayed, Math.toIntExact(with.all()));
        double limit = chance.probability(Math.toIntExact(with.stayed())) * TIE;
        double sum = 0;
        for (int k = chance.getSupportLowerBound(); k <= chance.getSupportUpperBound(); k++) {
            double each = chance.probability(k);
            sum += each <= limit ? each : 0;
        }
        return Measured.of(Math.min(1, sum));
    }

    /** Associated; whatever the numbers. */
    public ClaimRung rung() {
        return ClaimRung.ASSOCIATED;
    }

    /**
     * The statement with its rung.
     *
     * @throws IllegalArgumentException if it says more: {@code Mentoring led to staying}
     */
    public String sentence(String statement) {
        return rung().sentence(statement);
    }
}
