package org.iltlib.impact.program;

import java.math.BigDecimal;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.impact.ClaimRung;
import org.iltlib.impact.Verdict;

/**
 * What a verdict and its design advise for a program. Too little of it happened: improve it first. It works or does not,
 * seen against a comparison: keep it (or, where it is dear, make it cheaper), or stop it. Everything else: pilot it
 * further, for without a comparison neither keeping nor stopping has a ground.
 *
 * @param leastRung the weakest design that carries keeping or stopping
 * @param highCost the cost for each student from which a program that works should still become cheaper; above zero
 */
public record ProgramRule(ClaimRung leastRung, BigDecimal highCost) {
    /** Checks the cost. */
    public ProgramRule {
        Checks.require(highCost.signum() > 0, "highCost is %s. Expected above zero.", highCost);
    }

    /** From a comparison on; 4000 for each student, commonly told as the cost that Kraft (2020, doi:10.3102/0013189X20912798) calls high. */
    public static ProgramRule withDefaults() {
        return new ProgramRule(ClaimRung.COMPARED, BigDecimal.valueOf(4000));
    }

    /**
     * The advice.
     *
     * @param rung how much the design lets one say
     * @param verdict whether it works
     * @param costPerStudent what it costs for each student, zero or more
     */
    public Advice of(ClaimRung rung, Verdict verdict, BigDecimal costPerStudent) {
        Checks.require(costPerStudent.signum() >= 0, "costPerStudent is %s. Expected zero or more.", costPerStudent);
        boolean dear = costPerStudent.compareTo(highCost) >= 0;
        boolean carries = rung.reaches(leastRung);
        Conclusion conclusion = switch (verdict.judgment()) {
            case NOT_IMPLEMENTED_ENOUGH -> Conclusion.IMPROVE;
            case WORKS -> !carries ? Conclusion.PILOT_FURTHER : dear ? Conclusion.IMPROVE : Conclusion.KEEP;
            case DOES_NOT_WORK -> carries ? Conclusion.STOP : Conclusion.PILOT_FURTHER;
            case CANNOT_TELL -> Conclusion.PILOT_FURTHER;
        };
        return new Advice(
                conclusion,
                Explanation.of("Advice: %s.", conclusion)
                        .because(verdict.explanation())
                        .because(
                                "The design is %s; %s is needed to keep or stop.",
                                rung.name().toLowerCase(java.util.Locale.ROOT),
                                leastRung.name().toLowerCase(java.util.Locale.ROOT))
                        .because(
                                "It costs %s for each student; %s is high.",
                                costPerStudent.toPlainString(), highCost.toPlainString()));
    }

    /**
     * An advice.
     *
     * @param conclusion what becomes of the program
     * @param explanation why
     */
    public record Advice(Conclusion conclusion, Explanation explanation) {}
}
