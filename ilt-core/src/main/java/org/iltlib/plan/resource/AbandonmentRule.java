package org.iltlib.plan.resource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;

/**
 * What makes an initiative one that might be given up: it serves no goal, or nothing would show that it works, or too
 * little of it happens, or it costs much and cannot bring about an effect that matters. What is mandated never is.
 *
 * @param leastFidelity the share carried out as meant below which too little happens
 * @param smallestEffect the effect that the interval must be able to reach, in standard deviations
 * @param highCost the cost for each student from which a small effect counts against it, in the unit of the cost
 */
public record AbandonmentRule(Fraction leastFidelity, double smallestEffect, BigDecimal highCost) {
    private static final List<String> UNITS = List.of("standard deviations", "SD");
    private static final Pattern TIME =
            Pattern.compile("\\b(minutes?|hours?|days?|periods?)\\b", Pattern.CASE_INSENSITIVE);

    /** Checks the numbers. */
    public AbandonmentRule {
        Checks.finite(smallestEffect, "smallestEffect");
        Checks.require(highCost.signum() > 0, "highCost is %s. Expected above zero.", highCost);
    }

    /** Half, 0.05 standard deviations, and 4000 for each student, bounds commonly told as those of Kraft (2020). */
    public static AbandonmentRule withDefaults() {
        return new AbandonmentRule(Fraction.HALF, 0.05, BigDecimal.valueOf(4000));
    }

    /** A copy with that least fidelity. */
    public AbandonmentRule withLeastFidelity(Fraction share) {
        return new AbandonmentRule(share, smallestEffect, highCost);
    }

    /** A copy with that cost for each student. */
    public AbandonmentRule withHighCost(BigDecimal cost) {
        return new AbandonmentRule(leastFidelity, smallestEffect, cost);
    }

    /**
     * What speaks for giving it up, in the order of the rule; empty if nothing does, or if it is mandated.
     *
     * @throws IllegalArgumentException if its effect is not in standard deviations, or a small effect is to be weighed
     *     against a cost that is in time
     */
    public List<Reason> of(Initiative initiative) {
        List<Reason> reasons = new ArrayList<>();
        if (initiative.isMandated()) {
            return List.of();
        }
        if (initiative.goals().isEmpty()) {
            reasons.add(Reason.NO_GOAL);
        }
        if (initiative.measures().isEmpty()) {
            reasons.add(Reason.NO_MEASURE);
        }
        if (initiative
                .fidelity()
                .filter(share -> share.compareTo(leastFidelity) < 0)
                .isPresent()) {
            reasons.add(Reason.LOW_FIDELITY);
        }
        initiative
                .effect()
                .ifPresent(effect -> Checks.require(
                        UNITS.contains(effect.unit()),
                        "The effect of %s is in %s. Expected one of %s.",
                        initiative.id(),
                        effect.unit(),
                        UNITS));
        boolean small =
                initiative.effect().filter(e -> e.upper() < smallestEffect).isPresent();
        if (small && isDear(initiative)) {
            reasons.add(Reason.LITTLE_EFFECT_AT_HIGH_COST);
        }
        return List.copyOf(reasons);
    }

    /** Whether it costs that much for each student; what costs something and reaches nobody does. */
    private boolean isDear(Initiative initiative) {
        Checks.require(
                !TIME.matcher(initiative.cost().unit()).find(),
                "The cost of %s is in %s. Expected money. Maybe it belongs to the hours for each teacher.",
                initiative.id(),
                initiative.cost().unit());
        BigDecimal cost = initiative.cost().amount();
        return cost.signum() > 0 && cost.compareTo(highCost.multiply(BigDecimal.valueOf(initiative.students()))) >= 0;
    }

    /** What speaks for giving an initiative up. */
    public enum Reason {
        /** It serves no goal. */
        NO_GOAL,
        /** Nothing would show that it works. */
        NO_MEASURE,
        /** Too little of it happens as meant. */
        LOW_FIDELITY,
        /** It costs much, and even the upper end of its effect is too small to matter. */
        LITTLE_EFFECT_AT_HIGH_COST;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
