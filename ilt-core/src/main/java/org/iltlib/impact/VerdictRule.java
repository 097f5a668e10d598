package org.iltlib.impact;

import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.Verdict.Judgment;

/**
 * Turns an effect into a verdict, after fidelity: it works if the whole interval lies above zero and the value reaches
 * the smallest effect that matters; it does not if the whole interval lies below that effect; otherwise nobody can tell.
 *
 * @param smallestEffect the smallest effect that matters, in the unit of the estimate, above zero
 * @param criterion the share of {@link Fidelity#implementation} from which an effect is judged at all
 */
public record VerdictRule(double smallestEffect, double criterion) {
    /** Checks the numbers. */
    public VerdictRule {
        Checks.require(
                Checks.finite(smallestEffect, "smallestEffect") > 0,
                "smallestEffect is %s. Expected above zero.",
                smallestEffect);
        Checks.share(criterion, "criterion");
    }

    /**
     * An effect of 0.05, in standard deviations, below which Kraft (2020, doi:10.3102/0013189X20912798) calls an effect
     * on achievement small, and a criterion of 0.6.
     */
    public static VerdictRule withDefaults() {
        return new VerdictRule(0.05, 0.6);
    }

    /** The verdict; its false-alarm rate is that of one tail outside the interval. */
    public Verdict of(Estimate effect, Fidelity fidelity) {
        double falseAlarm = (1 - effect.level()) / 2;
        Judgment judgment = !fidelity.passes(criterion)
                ? Judgment.NOT_IMPLEMENTED_ENOUGH
                : effect.lower() > 0 && effect.value() >= smallestEffect
                        ? Judgment.WORKS
                        : effect.upper() < smallestEffect ? Judgment.DOES_NOT_WORK : Judgment.CANNOT_TELL;
        Explanation explanation = Explanation.of("Verdict: %s.", judgment)
                .because("Implementation is %.2f, %.2f is needed to judge.", fidelity.implementation(), criterion)
                .because("The effect is %s; %.2f is the smallest that matters.", effect, smallestEffect)
                .because("Without any effect, this rule would say \"works\" at most %.3f of the time.", falseAlarm);
        return new Verdict(judgment, falseAlarm, explanation);
    }
}
