package org.iltlib.analytics.coherence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.StandardId;
import org.immutables.value.Value;

/**
 * One curriculum as weights on standards: minutes, days, items or shares, by standard and, where it is rated, cognitive
 * demand, with the first day of each. Weights are compared as shares of their sum, so layers in different units are
 * comparable. Immutable; methods are linear in the cells.
 */
@Value.Immutable
public abstract class CurriculumLayer {
    CurriculumLayer() {}

    /** Which of the five. */
    public abstract LayerName name();

    /** The framework whose standards it names. */
    public abstract EntryId framework();

    /** What a weight is: {@code minutes}. */
    public abstract String unit();

    /** The weights, none below zero. */
    @Value.NaturalOrder
    public abstract SortedMap<ContentCell, Rational> weights();

    /** The first day of each standard, where it is known. */
    @Value.NaturalOrder
    public abstract SortedMap<StandardId, LocalDate> firstDays();

    /** The standards of which something is known and may not be told, or is not known at all: never taken for nothing. */
    @Value.NaturalOrder
    public abstract SortedSet<StandardId> unknown();

    /** Checks the weights. */
    @Value.Check
    void check() {
        Checks.text(unit(), "unit");
        weights()
                .forEach((cell, weight) -> Checks.require(
                        weight.signum() >= 0, "The weight of %s is %s. Expected zero or more.", cell, weight));
    }

    /** The sum of all weights. */
    public Rational total() {
        return weights().values().stream().reduce(Rational.ZERO, Rational::plus);
    }

    /** The standards that weigh anything, in order. */
    public SortedSet<StandardId> standards() {
        SortedSet<StandardId> standards = new TreeSet<>();
        weights().forEach((cell, weight) -> {
            if (weight.signum() > 0) {
                standards.add(cell.standard());
            }
        });
        return standards;
    }

    /** The share of each standard in the whole, in order; missing if nothing weighs anything. */
    public Measured<SortedMap<StandardId, Rational>> shares() {
        return cellShares().map(cells -> {
            SortedMap<StandardId, Rational> shares = new TreeMap<>();
            cells.forEach((cell, share) -> shares.merge(cell.standard(), share, Rational::plus));
            return Collections.unmodifiableSortedMap(shares);
        });
    }

    /** The share of each standard and demand in the whole, in order; missing if nothing weighs anything. */
    public Measured<SortedMap<ContentCell, Rational>> cellShares() {
        Rational total = total();
        if (total.signum() == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nothing is " + name());
        }
        SortedMap<ContentCell, Rational> shares = new TreeMap<>();
        weights().forEach((cell, weight) -> {
            if (weight.signum() > 0) {
                shares.put(cell, weight.dividedBy(total));
            }
        });
        return Measured.of(Collections.unmodifiableSortedMap(shares));
    }

    /** Whether the demand of everything that weighs anything is rated. */
    public boolean isRated() {
        return weights().entrySet().stream()
                .noneMatch(one -> one.getValue().signum() > 0 && one.getKey().demand() == 0);
    }

    /**
     * The same on coarser headings: each standard goes to what the function says, weights are added, and the earliest day
     * counts. A heading of which a part is unknown is unknown as a whole, and weighs nothing.
     *
     * @param heading the heading of a standard, or the standard itself
     */
    public CurriculumLayer rolledUp(UnaryOperator<StandardId> heading) {
        SortedSet<StandardId> dark = new TreeSet<>();
        unknown().forEach(standard -> dark.add(heading.apply(standard)));
        SortedMap<ContentCell, Rational> sums = new TreeMap<>();
        weights().forEach((cell, weight) -> {
            StandardId to = heading.apply(cell.standard());
            if (!dark.contains(to)) {
                sums.merge(new ContentCell(to, cell.demand()), weight, Rational::plus);
            }
        });
        SortedMap<StandardId, LocalDate> days = new TreeMap<>();
        for (Map.Entry<StandardId, LocalDate> one : firstDays().entrySet()) {
            days.merge(heading.apply(one.getKey()), one.getValue(), (a, b) -> a.isBefore(b) ? a : b);
        }
        return builder()
                .name(name())
                .framework(framework())
                .unit(unit())
                .putAllWeights(sums)
                .putAllFirstDays(days)
                .addAllUnknown(dark)
                .build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a layer; name, framework and unit must be set. */
    public static final class Builder extends ImmutableCurriculumLayer.Builder {
        Builder() {}
    }
}
