package org.iltlib.plan.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * An initiative that might be given up; whether it is, is for a decision to say.
 *
 * @param initiative the initiative
 * @param reasons what speaks for it, at least one
 * @param sunset how it would be given up; without one it is not ready for a decision
 */
public record AbandonmentCandidate(
        Initiative initiative, List<AbandonmentRule.Reason> reasons, Optional<SunsetPlan> sunset) {
    /** Checks and copies the reasons, and that what is mandated is none. */
    public AbandonmentCandidate {
        reasons = List.copyOf(Checks.notEmpty(reasons, "reasons"));
        Checks.require(
                !initiative.isMandated(),
                "Initiative %s is mandated by \"%s\" and cannot be given up here.",
                initiative.id(),
                initiative.mandatedBy().orElse(""));
    }

    /** What speaks for it, and what is still missing. */
    public Explanation explanation() {
        String why = reasons.stream().map(Object::toString).collect(Collectors.joining(", "));
        return Explanation.of("%s might be given up: %s.", initiative.name(), why)
                .because(sunset.map(plan -> "Its last day would be " + plan.lastDay() + ".")
                        .orElse("It has no sunset plan yet."));
    }
}
