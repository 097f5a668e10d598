package org.iltlib.plan.resource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.decision.Cost;
import org.iltlib.finding.Estimate;

/**
 * What is gained for the money: {@code learning increase × students helped ÷ cost} (Government Finance Officers
 * Association, academic return on investment). Compare programs of one kind by it, never a program with no program.
 *
 * @param effect the learning increase of a student, usually in standard deviations
 * @param students how many were helped, at least 1
 * @param cost what all of it cost, above zero
 */
public record AcademicReturn(Estimate effect, long students, Cost cost) {
    /** Checks the students and the cost. */
    public AcademicReturn {
        Checks.positive(students, "students");
        Checks.require(
                cost.amount().signum() > 0,
                "cost is %s %s. Expected above zero. Maybe the time of staff was left out.",
                cost.amount().toPlainString(),
                cost.unit());
    }

    /** The return on that cost. */
    public static AcademicReturn of(Estimate effect, long students, Cost cost) {
        return new AcademicReturn(effect, students, cost);
    }

    /** The return on each thousand of the unit of the cost, with the interval of the effect; the cost counts as exact. */
    public Estimate perThousand() {
        double factor = BigDecimal.valueOf(students)
                .multiply(BigDecimal.valueOf(1000))
                .divide(cost.amount(), java.math.MathContext.DECIMAL64)
                .doubleValue();
        Estimate.Builder builder = Estimate.builder()
                .value(effect.value() * factor)
                .lower(effect.lower() * factor)
                .upper(effect.upper() * factor)
                .level(effect.level())
                .n(effect.n())
                .unit(effect.unit() + " × students per 1000 " + cost.unit())
                .method("academic return on investment");
        effect.standardError().ifPresent(error -> builder.standardError(error * factor));
        return builder.build();
    }

    /** What a student cost, rounded half up to hundredths of the unit. */
    public BigDecimal costPerStudent() {
        return cost.amount().divide(BigDecimal.valueOf(students), 2, RoundingMode.HALF_UP);
    }

    /** The arithmetic in words. */
    public Explanation explanation() {
        return Explanation.of("The academic return is %s.", perThousand())
                .because(
                        "%s for each of %d students, for %s %s.",
                        effect, students, cost.amount().toPlainString(), cost.unit())
                .because("A student cost %s %s.", costPerStudent().toPlainString(), cost.unit());
    }
}
