package org.iltlib.analytics.impact.time;

import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.regression.Coefficient;
import org.iltlib.analytics.regression.Design;
import org.iltlib.analytics.regression.NeweyWest;
import org.iltlib.analytics.regression.PraisWinsten;
import org.iltlib.analytics.regression.SerialFit;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.impact.ClaimRung;

/**
 * Interrupted time series: y ~ time + after + after·(time − last time before), alone or with a comparison series and all
 * its interactions. Immutable options; {@link #of} takes one series, {@link #comparative} two.
 *
 * <p>Short series are hard to judge: see {@link NeweyWest} on what interval and p-value do about it. Errors along time are Newey and West's (Bartlett, no prewhitening, times n/(n − p)) or go by Prais and Winsten's
 * first-order autocorrelation. In R: {@code m <- lm(y ~ t + post + post:I(t - 14))} with {@code sandwich::NeweyWest(m, lag
 * = 2, prewhite = FALSE, adjust = TRUE)}. Source: Wagner, Soumerai, Zhang &amp; Ross-Degnan (2002),
 * doi:10.1046/j.1365-2710.2002.00430.x; for the comparison, Somers, Zhu, Jacob &amp; Bloom (2013), MDRC.
 */
public final class InterruptedSeries {
    /** The coefficient of time before the change. */
    public static final String TREND = "trend before";

    /** The coefficient of the step. */
    public static final String LEVEL = "level change";

    /** The coefficient of the change of slope. */
    public static final String SLOPE = "slope change";

    private static final String MORE = "more than comparison: ";
    private static final int FEWEST_TIMES = 3;
    private static final int FEWEST_VALUES = 16;

    private final int lag;
    private final boolean firstOrder;
    private final double level;
    private final String unit;

    private InterruptedSeries(int lag, boolean firstOrder, double level, String unit) {
        this.lag = lag;
        this.firstOrder = firstOrder;
        this.level = level;
        this.unit = unit;
    }

    /** Newey–West errors of lag 2, 95 % intervals, the outcome in points. */
    public static InterruptedSeries withDefaults() {
        return new InterruptedSeries(2, false, 0.95, "points");
    }

    /** A copy with Newey–West errors of that lag, zero or more. */
    public InterruptedSeries withLag(int newLag) {
        return new InterruptedSeries((int) Checks.notNegative(newLag, "lag"), false, level, unit);
    }

    /** A copy that fits a first-order autocorrelation by Prais and Winsten. */
    public InterruptedSeries withFirstOrderErrors() {
        return new InterruptedSeries(lag, true, level, unit);
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public InterruptedSeries withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new InterruptedSeries(lag, firstOrder, newLevel, unit);
    }

    /** A copy that names the unit of the outcome in words. */
    public InterruptedSeries withUnit(String newUnit) {
        return new InterruptedSeries(lag, firstOrder, level, Checks.text(newUnit, "unit"));
    }

    /**
     * One series against its own past. Missing with fewer than three times on either side of the change or sixteen in all,
     * or where {@link NeweyWest#of} or {@link PraisWinsten#of} refuses.
     *
     * @param outcome one number a time, {@code NaN} where unknown
     * @param time whole numbers, each once
     * @param firstAfter the first time after the change
     * @throws IllegalArgumentException if the lengths differ or a time stands twice
     */
    public Measured<SeriesChange> of(double[] outcome, int[] time, int firstAfter) {
        return fit(outcome, time, new boolean[time.length], firstAfter, false);
    }

    /**
     * A treated series beside a comparison, in one long form. Missing with fewer than three times of either series on
     * either side of the change or sixteen values in all, or where {@link NeweyWest#of} or {@link PraisWinsten#of} refuses.
     * The claim is
     * quasi-experimental only if the trends before the change can be compared and do not differ beyond chance (0.05);
     * otherwise it is compared.
     *
     * @param outcome one number a row, {@code NaN} where unknown
     * @param time whole numbers, each once a series
     * @param treated whether the row belongs to the treated series
     * @param firstAfter the first time after the change
     * @throws IllegalArgumentException if the lengths differ or a time stands twice in a series
     */
    public Measured<SeriesChange> comparative(double[] outcome, int[] time, boolean[] treated, int firstAfter) {
        return fit(outcome, time, treated, firstAfter, true);
    }

    private Measured<SeriesChange> fit(double[] outcome, int[] time, boolean[] treated, int firstAfter, boolean two) {
        int n = outcome.length;
        Checks.require(
                time.length == n && treated.length == n,
                "There are %s outcomes, %s times and %s marks. Expected one each a row.",
                n,
                time.length,
                treated.length);
        int[] counts = new int[4];
        int[] series = new int[n];
        double[][] columns = new double[7][n];
        for (int i = 0; i < n; i++) {
            boolean after = time[i] >= firstAfter;
            double mine = treated[i] ? 1 : 0;
            columns[0][i] = time[i];
            columns[1][i] = after ? 1 : 0;
            columns[2][i] = after ? time[i] - (firstAfter - 1.0) : 0;
            columns[3][i] = mine;
            series[i] = treated[i] ? 1 : 0;
            for (int j = 0; j < 3; j++) {
                columns[4 + j][i] = mine * columns[j][i];
            }
            counts[2 * series[i] + (after ? 1 : 0)] += Double.isNaN(outcome[i]) ? 0 : 1;
        }
        for (int k = 0; k < (two ? 4 : 2); k++) {
            if (counts[k] < FEWEST_TIMES) {
                return Measured.missing(
                        MissingReason.TOO_FEW,
                        counts[k] + " times " + (k % 2 == 0 ? "before" : "after") + " the change"
                                + (two ? k < 2 ? " in the comparison" : " in the treated series" : "") + "; at least "
                                + FEWEST_TIMES + " needed");
            }
        }
        int values = Arrays.stream(counts).sum();
        if (values < FEWEST_VALUES) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    values + " values; at least " + FEWEST_VALUES
                            + " needed to tell a change from errors that carry over");
        }
        Design design = Design.of("outcome", outcome)
                .with(TREND, columns[0])
                .with(LEVEL, columns[1])
                .with(SLOPE, columns[2]);
        if (two) {
            design = design.with("treated", columns[3])
                    .with(MORE + TREND, columns[4])
                    .with(MORE + LEVEL, columns[5])
                    .with(MORE + SLOPE, columns[6]);
        }
        Measured<SerialFit> fit = firstOrder
                ? PraisWinsten.withDefaults().withLevel(level).withUnit(unit).of(design, time, series)
                : NeweyWest.withLag(lag).withLevel(level).withUnit(unit).of(design, time, series);
        return fit.map(found -> change(found, firstAfter, two));
    }

    /** Quasi-experimental if the two went alike before; a comparison on another course shows little. */
    private static ClaimRung rung(SerialFit found) {
        return found.fit()
                        .getCoefficient(MORE + TREND)
                        .pValue()
                        .value()
                        .map(p -> p >= DifferenceInDifferences.REJECTED)
                        .orElse(false)
                ? ClaimRung.QUASI_EXPERIMENTAL
                : ClaimRung.COMPARED;
    }

    private SeriesChange change(SerialFit found, int firstAfter, boolean two) {
        Coefficient step = found.fit().getCoefficient(two ? MORE + LEVEL : LEVEL);
        Coefficient turn = found.fit().getCoefficient(two ? MORE + SLOPE : SLOPE);
        ClaimRung rung = two ? rung(found) : ClaimRung.ASSOCIATED;
        double at = step.value() + turn.value();
        List<String> assumptions = two
                ? List.of(
                        "Without the change, the treated series would have left its line as the comparison did.",
                        "Nothing else happened to one of the two at that time.",
                        "Before the change both went along straight lines.")
                : List.of(
                        "Without the change, the series would have gone on along its straight line.",
                        "Nothing else happened at that time.",
                        "What was measured and who was in it did not change.");
        Explanation why = Explanation.of(
                        "At %d the series stands %.3f %s above its old line%s, and its slope differs by %.3f a time"
                                + " [%s].",
                        firstAfter, at, unit, two ? " more than the comparison" : "", turn.value(), rung)
                .because(
                        "That is the step of %.3f, measured at %d, and one time of the slope.",
                        step.value(), firstAfter - 1)
                .because(
                        "Residuals: autocorrelation %.3f, Durbin–Watson %.3f (2 is none).",
                        found.autocorrelation(), found.durbinWatson())
                .because(found.fit().why());
        for (String assumption : assumptions) {
            why = why.because("Assumed: %s", assumption);
        }
        return SeriesChange.builder()
                .level(step)
                .slope(turn)
                .regression(found)
                .firstAfter(firstAfter)
                .rung(rung)
                .assumptions(assumptions)
                .why(why)
                .build();
    }
}
