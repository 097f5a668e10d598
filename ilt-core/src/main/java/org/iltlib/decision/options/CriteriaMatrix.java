package org.iltlib.decision.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.choice.Rational;

/**
 * Options marked on criteria, each with its weight. The total of an option is the sum over criteria of weight times mark;
 * a mark of which less is better counts negatively. Exact. Immutable.
 *
 * <pre>{@code
 * var matrix = new CriteriaMatrix(
 *         List.of(Criterion.of("impact", Rational.of(2)), Criterion.cost("effort", Rational.ONE)),
 *         Map.of("tutoring", Map.of("impact", Rational.of(5), "effort", Rational.of(4)),    // 2 · 5 − 4 = 6
 *                "phonics", Map.of("impact", Rational.of(4), "effort", Rational.of(3))));   // 2 · 4 − 3 = 5
 * matrix.findShift();              // impact by −1: then both are at 1
 * }</pre>
 *
 * @param criteria the criteria, each once
 * @param marks the mark of each option on each criterion, by id and name; every one is there
 */
public record CriteriaMatrix(List<Criterion> criteria, Map<String, Map<String, Rational>> marks) {

    /** Checks that every mark is there, and copies. */
    public CriteriaMatrix {
        criteria = List.copyOf(Checks.notEmpty(criteria, "criteria"));
        List<String> names = criteria.stream().map(Criterion::name).toList();
        Checks.distinct(names, "criteria");
        Checks.notEmpty(marks.keySet(), "options");
        TreeMap<String, Map<String, Rational>> copy = new TreeMap<>();
        marks.forEach((option, own) -> {
            Checks.require(
                    own.keySet().containsAll(names) && own.size() == names.size(),
                    "%s has marks on %s. Expected them on %s.",
                    option,
                    new TreeMap<>(own).keySet(),
                    names);
            copy.put(option, Map.copyOf(own));
        });
        marks = java.util.Collections.unmodifiableMap(copy);
    }

    /**
     * The smallest change of one weight that brings the second option level with the first; any more swaps them.
     *
     * @param criterion whose weight
     * @param change by how much, exactly; the weight stays zero or more
     * @param first the option that leads
     * @param second the one that would draw level
     */
    public record Shift(String criterion, Rational change, String first, String second) {}

    /** The totals by option, highest first; equal ones in the order of ids. */
    public Map<String, Rational> totals() {
        Map<String, Rational> totals = new LinkedHashMap<>();
        marks.keySet().stream()
                .sorted(Comparator.comparing(this::total).reversed().thenComparing(Comparator.naturalOrder()))
                .forEach(option -> totals.put(option, total(option)));
        return totals;
    }

    /** The sum of weight times mark of that option. */
    public Rational total(String option) {
        Rational sum = Rational.ZERO;
        for (Criterion criterion : criteria) {
            sum = sum.plus(signed(option, criterion).times(criterion.weight()));
        }
        return sum;
    }

    private Rational signed(String option, Criterion criterion) {
        Rational mark = marks.getOrDefault(option, Map.of()).getOrDefault(criterion.name(), Rational.ZERO);
        return criterion.lowerIsBetter() ? mark.negate() : mark;
    }

    /**
     * The smallest change of one weight, the others as they are, that swaps first and second place; the first criterion
     * of equals. Empty if there is one option only, if the first two are level already, or if no weight can do it.
     */
    public Optional<Shift> findShift() {
        List<String> order = new ArrayList<>(totals().keySet());
        if (order.size() < 2) {
            return Optional.empty();
        }
        String first = order.get(0);
        String second = order.get(1);
        Rational lead = total(first).minus(total(second));
        if (lead.signum() == 0) {
            return Optional.empty();
        }
        Optional<Shift> smallest = Optional.empty();
        for (Criterion criterion : criteria) {
            Rational difference = signed(first, criterion).minus(signed(second, criterion));
            if (difference.signum() == 0) {
                continue;
            }
            Rational change = lead.dividedBy(difference).negate();
            boolean possible = criterion.weight().plus(change).signum() >= 0;
            if (possible
                    && smallest.filter(best -> size(best.change()).compareTo(size(change)) <= 0)
                            .isEmpty()) {
                smallest = Optional.of(new Shift(criterion.name(), change, first, second));
            }
        }
        return smallest;
    }

    private static Rational size(Rational number) {
        return number.signum() < 0 ? number.negate() : number;
    }
}
