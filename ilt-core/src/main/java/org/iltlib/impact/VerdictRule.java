package org.iltlib.impact;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.Verdict.Judgment;

/**
 * Turns an effect into a verdict, after fidelity: it works if the whole interval lies above zero and the value reaches
 * the smallest effect that matters; it does not if the whole interval lies below that effect; otherwise nobody can tell.
 *
 * @param smallestEffect the smallest effect that matters, in the unit of the estimate, above zero
 * @param gate what must have been implemented before an effect is judged at all
 * @param unit the unit of the smallest effect, which the estimate must have; empty if whoever chose it knows that it fits
 */
public record VerdictRule(double smallestEffect, FidelityGate gate, Optional<String> unit) {
    /** Checks the numbers and the unit. */
    public VerdictRule {
        Checks.require(
                Checks.finite(smallestEffect, "smallestEffect") > 0,
                "smallestEffect is %s. Expected above zero.",
                smallestEffect);
        unit.ifPresent(text -> Checks.text(text, "unit"));
    }

    /**
     * A rule whose smallest effect is in the unit of whatever estimate it is asked of.
     *
     * @param smallestEffect the smallest effect that matters, above zero
     * @param criterion the share that must have been implemented, as {@link FidelityGate#atLeast}
     */
    public VerdictRule(double smallestEffect, double criterion) {
        this(smallestEffect, FidelityGate.atLeast(criterion), Optional.empty());
    }

    /**
     * An effect of 0.05, in standard deviations, below which Kraft (2020, doi:10.3102/0013189X20912798) calls an effect
     * on achievement small, and a criterion of 0.6.
     */
    public static VerdictRule withDefaults() {
        return new VerdictRule(0.05, FidelityGate.DEFAULT, Optional.of("standard deviations"));
    }

    /**
     * The verdict. Its false-alarm rate is that of one tail outside the interval. Its miss rate is that for a true effect
     * of just the smallest size, the estimate being normal with its standard error; since the value itself must reach
     * that size, it is never below one half: to miss less, look for less.
     *
     * @param effect the effect
     * @param implemented how far it was carried out: a {@link Fidelity}, or an implementation check with its counts
     * @throws IllegalArgumentException if the rule has a unit and the estimate another
     */
    public Verdict of(Estimate effect, FidelityGate.Implemented implemented) {
        Checks.require(
                unit.filter(own -> !own.equals(effect.unit())).isEmpty(),
                "The effect is in %s, the smallest that matters in %s. Expected one unit. Maybe make a rule for %s.",
                effect.unit(),
                unit.orElse(""),
                effect.unit());
        double falseAlarm = (1 - effect.level()) / 2;
        Measured<Double> miss = miss(effect);
        Judgment judgment = !gate.passes(implemented)
                ? Judgment.NOT_IMPLEMENTED_ENOUGH
                : effect.lower() > 0 && effect.value() >= smallestEffect
                        ? Judgment.WORKS
                        : effect.upper() < smallestEffect ? Judgment.DOES_NOT_WORK : Judgment.CANNOT_TELL;
        Explanation explanation = Explanation.of("Verdict: %s.", judgment)
                .because(gate.explain(implemented))
                .because("The effect is %s; %.2f is the smallest that matters.", effect, smallestEffect)
                .because("Without any effect, this rule would say \"works\" at most %.3f of the time.", falseAlarm)
                .because(
                        miss.isReported()
                                ? Explanation.of(
                                        "With just the smallest effect that matters, it would fail to say so %.3f of the time.",
                                        miss.orElse(1.0))
                                : Explanation.of(
                                        "How often it misses an effect is unknown: there is no standard error."));
        return new Verdict(judgment, new Verdict.ErrorRates(falseAlarm, miss), explanation);
    }

    private Measured<Double> miss(Estimate effect) {
        double error = effect.standardError().orElse(0.0);
        if (error <= 0) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "no standard error");
        }
        double needed = Math.max(smallestEffect, effect.value() - effect.lower());
        return Measured.of(normalShareBelow((needed - smallestEffect) / error));
    }

    /** The share of a standard normal below z, zero or more, to 1e-7 (Abramowitz and Stegun 1964, 26.2.17). */
    private static double normalShareBelow(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI) * polynomial;
    }
}
