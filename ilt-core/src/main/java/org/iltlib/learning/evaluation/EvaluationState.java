package org.iltlib.learning.evaluation;

import java.util.List;
import org.iltlib.base.Checks;

/** Whether an evaluation has evidence at every level. */
public sealed interface EvaluationState {

    /** Whether nothing is missing. */
    default boolean isComplete() {
        return this instanceof Complete;
    }

    /** Evidence at all five levels. */
    record Complete() implements EvaluationState {
        @Override
        public String toString() {
            return "Complete";
        }
    }

    /**
     * A level without evidence.
     *
     * @param missing the lowest level without evidence: the one to see to first
     * @param all every level without evidence, ascending; it begins with the missing one
     */
    record Incomplete(EvaluationLevel missing, List<EvaluationLevel> all) implements EvaluationState {
        /** Copies the levels and checks their order. */
        public Incomplete {
            all = List.copyOf(Checks.distinct(Checks.notEmpty(all, "all"), "all"));
            Checks.require(
                    all.equals(all.stream().sorted().toList()) && all.get(0) == missing,
                    "Missing is %s, all are %s. Expected ascending levels that begin with the missing one.",
                    missing,
                    all);
        }

        /** Such as {@code Incomplete(level 4)}. */
        @Override
        public String toString() {
            return "Incomplete(" + missing + ")";
        }
    }
}
