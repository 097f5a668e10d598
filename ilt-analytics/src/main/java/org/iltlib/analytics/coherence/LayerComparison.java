package org.iltlib.analytics.coherence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.StandardId;

/**
 * Two curricula side by side. Standards of which either knows nothing that may be told are left out on both sides, and
 * listed; shares are of what is left. Where one names a standard and the other its parts, both are put on the parts, as far
 * as one of them knows the parts; see {@link CurriculumLayer#wholes}. Exact. Immutable; linear in the cells, but for sorting.
 *
 * <p>The overlap is the sum of the lesser of the two shares (Porter 2002): 1 where both weigh everything alike, 0 where they
 * have nothing in common. It has no threshold here: what overlap chance would give depends on the number of standards.
 */
public final class LayerComparison {
    private final CurriculumLayer first;
    private final CurriculumLayer second;
    private final SortedSet<StandardId> unknown;

    private LayerComparison(CurriculumLayer first, CurriculumLayer second, SortedSet<StandardId> unknown) {
        this.first = first;
        this.second = second;
        this.unknown = unknown;
    }

    /**
     * Compares them.
     *
     * @throws IllegalArgumentException if they name standards of two frameworks
     */
    public static LayerComparison between(CurriculumLayer first, CurriculumLayer second) {
        Checks.require(
                first.framework().equals(second.framework()),
                "The %s curriculum is of \"%s\", the %s of \"%s\". Expected one framework. Maybe carry one to the other.",
                first.name(),
                first.framework(),
                second.name(),
                second.framework());
        List<CurriculumLayer.Whole> wholes = new ArrayList<>(first.wholes());
        wholes.addAll(second.wholes());
        CurriculumLayer one = first.onParts(wholes);
        CurriculumLayer other = second.onParts(wholes);
        SortedSet<StandardId> unknown = new TreeSet<>(one.unknown());
        unknown.addAll(other.unknown());
        return new LayerComparison(known(one, unknown), known(other, unknown), unknown);
    }

    private static CurriculumLayer known(CurriculumLayer layer, SortedSet<StandardId> unknown) {
        SortedMap<ContentCell, Rational> weights = new TreeMap<>(layer.weights());
        weights.keySet().removeIf(cell -> unknown.contains(cell.standard()));
        return layer.toBuilder().weights(weights).unknown(List.of()).build();
    }

    /** The first curriculum, on the finest standards and without what is unknown. */
    public CurriculumLayer first() {
        return first;
    }

    /** The second curriculum, on the finest standards and without what is unknown. */
    public CurriculumLayer second() {
        return second;
    }

    /** The standards that are left out since one of the two may not or cannot tell of them, in order. */
    public SortedSet<StandardId> listUnknown() {
        return unknown;
    }

    /** The sum of the lesser shares, by standard; missing if one of the two is empty. */
    public Measured<Rational> overlap() {
        return first.shares().flatMap(a -> second.shares().map(b -> lesser(a, b)));
    }

    /**
     * The sum of the lesser shares, by standard and demand; missing if one is empty or has something not rated, and not
     * applicable where the two are rated on two scales, since a level of one is no level of the other.
     */
    public Measured<Rational> overlapWithDemand() {
        if (!first.isRated() || !second.isRated()) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "the demand of something is not rated");
        }
        if (!first.scale().equals(second.scale())) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE,
                    "demand is rated on \"%s\" and on \"%s\"; maybe translate one by a declared crosswalk"
                            .formatted(first.scale().orElse(""), second.scale().orElse("")));
        }
        return first.cellShares().flatMap(a -> second.cellShares().map(b -> lesser(a, b)));
    }

    private static <K> Rational lesser(SortedMap<K, Rational> one, SortedMap<K, Rational> other) {
        Rational sum = Rational.ZERO;
        for (K key : one.keySet()) {
            sum = sum.plus(one.getOrDefault(key, Rational.ZERO).min(other.getOrDefault(key, Rational.ZERO)));
        }
        return sum;
    }

    /** The standards of the first that the second has too, as a share of those of the first; missing if it has none. */
    public Measured<Rational> coverageOfFirst() {
        return coverage(first, second);
    }

    /** The standards of the second that the first has too, as a share of those of the second; missing if it has none. */
    public Measured<Rational> coverageOfSecond() {
        return coverage(second, first);
    }

    private static Measured<Rational> coverage(CurriculumLayer of, CurriculumLayer by) {
        SortedSet<StandardId> both = of.standards();
        return of.shares().map(shares -> {
            both.retainAll(by.standards());
            return Rational.of(both.size(), shares.size());
        });
    }

    /** The weight of the first on standards that the second has too; missing if it has none. */
    public Measured<Rational> weightOfFirstCovered() {
        return weight(first, second);
    }

    /** The weight of the second on standards that the first has too; missing if it has none. */
    public Measured<Rational> weightOfSecondCovered() {
        return weight(second, first);
    }

    private static Measured<Rational> weight(CurriculumLayer of, CurriculumLayer by) {
        SortedSet<StandardId> there = by.standards();
        return of.shares()
                .map(shares -> shares.entrySet().stream()
                        .filter(one -> there.contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .reduce(Rational.ZERO, Rational::plus));
    }

    /** Every standard of either with both shares, the widest apart first, then by id; empty if one of the two is empty. */
    public List<LayerGap> gaps() {
        List<LayerGap> gaps = new ArrayList<>();
        first.shares()
                .value()
                .ifPresent(a -> second.shares().value().ifPresent(b -> {
                    SortedSet<StandardId> all = new TreeSet<>(a.keySet());
                    all.addAll(b.keySet());
                    all.forEach(id -> gaps.add(
                            new LayerGap(id, a.getOrDefault(id, Rational.ZERO), b.getOrDefault(id, Rational.ZERO))));
                }));
        gaps.sort(Comparator.comparing(LayerGap::size).reversed().thenComparing(LayerGap::standard));
        return List.copyOf(gaps);
    }

    /** The standards that only the first has, in order: taught and not tested. */
    public SortedSet<StandardId> listOnlyInFirst() {
        SortedSet<StandardId> only = first.standards();
        only.removeAll(second.standards());
        return only;
    }

    /** The standards that only the second has, in order: tested and not taught. */
    public SortedSet<StandardId> listOnlyInSecond() {
        SortedSet<StandardId> only = second.standards();
        only.removeAll(first.standards());
        return only;
    }

    /** The standards of both whose first day in the first lies after that in the second, in order: taught after tested. */
    public List<LateStandard> listFirstAfterSecond() {
        SortedSet<StandardId> both = first.standards();
        both.retainAll(second.standards());
        List<LateStandard> late = new ArrayList<>();
        for (StandardId standard : both) {
            LocalDate one = first.firstDays().get(standard);
            LocalDate other = second.firstDays().get(standard);
            if (one != null && other != null && one.isAfter(other)) {
                late.add(new LateStandard(standard, one, other));
            }
        }
        return List.copyOf(late);
    }

    /**
     * In words.
     *
     * @param most how many gaps are told, at most
     */
    public Explanation explanation(int most) {
        Explanation why = Explanation.of(
                        "The %s and the %s curriculum share %s.", first.name(), second.name(), overlap())
                .because("Of the standards %s, %s are %s too.", first.name(), coverageOfFirst(), second.name())
                .because("Of the standards %s, %s are %s too.", second.name(), coverageOfSecond(), first.name())
                .because("Only %s: %s.", first.name(), listOnlyInFirst())
                .because("Only %s: %s.", second.name(), listOnlyInSecond());
        for (LayerGap gap : gaps().stream().limit(most).toList()) {
            why = why.because(
                    "%s: %s of the %s, %s of the %s.",
                    gap.standard(), gap.first(), first.name(), gap.second(), second.name());
        }
        for (LateStandard late : listFirstAfterSecond()) {
            why = why.because(
                    "%s: %s on %s, %s on %s.",
                    late.standard(), first.name(), late.first(), second.name(), late.second());
        }
        return unknown.isEmpty() ? why : why.because("Left out, since not known or withheld: %s.", unknown);
    }
}
