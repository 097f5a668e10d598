package org.iltlib.plan.support;

import java.util.Locale;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.Minimum;

/**
 * What to do next for a student in an intervention. Delivery is looked at before progress: what was not delivered has not
 * been tried, so it is neither intensified nor changed. An advice; a person confirms it.
 *
 * @param leastDelivery how much of what was planned must have been delivered for progress to be judged
 */
public record NextStep(Minimum leastDelivery) {

    /** At least 80 percent. */
    public static NextStep withDefaults() {
        return new NextStep(Minimum.atLeast(Fraction.percent(80)));
    }

    /**
     * The advice. A student who meets the exit rule leaves, whatever was delivered.
     *
     * @param delivered the share of what was planned that was delivered
     * @param exit what the exit rule says
     * @param progress what a progress rule says
     */
    public Advice of(Measured<Fraction> delivered, SupportRule.Result exit, Progress progress) {
        Explanation told = told(delivered);
        if (exit.isMet()) {
            return new Advice(Step.LEAVE, say(Step.LEAVE, told).because(exit.explanation()));
        }
        if (!delivered.isReported()) {
            return new Advice(Step.GO_ON, say(Step.GO_ON, told).because("It is too early to judge."));
        }
        boolean enough = delivered
                .value()
                .filter(share -> leastDelivery.isMetBy(share.numerator(), share.denominator()))
                .isPresent();
        Step step = !enough ? Step.FIX_DELIVERY_FIRST : progress == Progress.TOO_SLOW ? Step.INTENSIFY : Step.GO_ON;
        return new Advice(
                step,
                say(step, told)
                        .because(
                                "Progress: %s.",
                                progress.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .because(exit.explanation()));
    }

    private Explanation told(Measured<Fraction> delivered) {
        return delivered
                .value()
                .map(share -> Explanation.of(
                        "Delivered: %.1f %% of what was planned; %s is needed to judge.",
                        100.0 * share.numerator() / share.denominator(), leastDelivery))
                .orElse(Explanation.of("How much was delivered is not known: %s.", delivered));
    }

    private static Explanation say(Step step, Explanation told) {
        return Explanation.of("Advice: %s.", step).because(told);
    }

    /** What to do. */
    public enum Step {
        /** Deliver what was planned, then look again. */
        FIX_DELIVERY_FIRST,
        /** More, or something else. */
        INTENSIFY,
        /** Go on as planned. */
        GO_ON,
        /** Leave; the exit rule is met. */
        LEAVE;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * An advice.
     *
     * @param step what to do
     * @param explanation why
     */
    public record Advice(Step step, Explanation explanation) {}
}
