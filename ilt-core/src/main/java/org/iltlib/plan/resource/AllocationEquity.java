package org.iltlib.plan.resource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.OrgUnitId;
import org.iltlib.choice.Rational;

/**
 * Whether schools get alike for alike need. A student counts as one, and more by the weight of each need; a school's
 * amount is divided by the students so weighted and compared with that of all schools together. Exact.
 *
 * @param schools each school, the least served first, then by id
 * @param overall the amount for each weighted student of all schools together
 */
public record AllocationEquity(List<School> schools, Rational overall) {
    /** Copies the list. */
    public AllocationEquity {
        schools = List.copyOf(schools);
    }

    /**
     * A school among the others.
     *
     * @param unit the school
     * @param perWeightedStudent its amount for each weighted student
     * @param index that amount over the overall one: 1 is parity, below it the school gets less than its need asks for
     */
    public record School(OrgUnitId unit, Rational perWeightedStudent, Rational index) {}

    /**
     * The equity of the amounts.
     *
     * @param schools the schools, at least one
     * @param weights by need, how much a student who has it counts beyond one; zero or more
     * @throws IllegalArgumentException if a school counts a need without a weight, a school comes twice, or all amounts
     *     are zero
     */
    public static AllocationEquity of(Collection<FundedSchool> schools, Map<String, Rational> weights) {
        Checks.notEmpty(schools, "schools");
        Checks.distinct(schools.stream().map(FundedSchool::unit).toList(), "schools");
        weights.forEach((need, weight) -> Checks.require(
                weight.signum() >= 0, "The weight of \"%s\" is %s. Expected zero or more.", need, weight));
        Rational money = Rational.ZERO;
        Rational heads = Rational.ZERO;
        for (FundedSchool school : schools) {
            money = money.plus(exact(school.amount()));
            heads = heads.plus(weighted(school, weights));
        }
        Checks.require(money.signum() > 0, "All amounts are zero. Expected at least one above.");
        Rational overall = money.dividedBy(heads);
        List<School> all = new ArrayList<>();
        for (FundedSchool school : schools) {
            Rational each = exact(school.amount()).dividedBy(weighted(school, weights));
            all.add(new School(school.unit(), each, each.dividedBy(overall)));
        }
        all.sort((a, b) -> {
            int byIndex = a.index().compareTo(b.index());
            return byIndex != 0 ? byIndex : a.unit().compareTo(b.unit());
        });
        return new AllocationEquity(all, overall);
    }

    private static Rational weighted(FundedSchool school, Map<String, Rational> weights) {
        Rational sum = Rational.of(school.students());
        for (Map.Entry<String, Long> need : new TreeMap<>(school.withNeed()).entrySet()) {
            Rational weight = weights.get(need.getKey());
            if (weight == null) {
                throw new IllegalArgumentException("Need \"%s\" of %s has no weight. Expected one of %s."
                        .formatted(need.getKey(), school.unit(), new TreeMap<>(weights).keySet()));
            }
            sum = sum.plus(weight.times(need.getValue()));
        }
        return sum;
    }

    private static Rational exact(BigDecimal amount) {
        return amount.scale() <= 0
                ? Rational.of(amount.toBigIntegerExact(), java.math.BigInteger.ONE)
                : Rational.of(amount.unscaledValue(), java.math.BigInteger.TEN.pow(amount.scale()));
    }

    /** The schools whose index lies below that, the least served first. */
    public List<School> listBelow(Rational index) {
        return schools.stream()
                .filter(school -> school.index().compareTo(index) < 0)
                .toList();
    }

    /** The comparison, with a line for each school. */
    public Explanation explanation() {
        Explanation explanation =
                Explanation.of("%.2f for each weighted student of all schools.", overall.doubleValue());
        for (School school : schools) {
            explanation = explanation.because(
                    "%s: %.2f, index %.3f.",
                    school.unit(),
                    school.perWeightedStudent().doubleValue(),
                    school.index().doubleValue());
        }
        return explanation;
    }
}
