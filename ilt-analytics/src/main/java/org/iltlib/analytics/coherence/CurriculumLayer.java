package org.iltlib.analytics.coherence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.iltlib.curriculum.ScaleCrosswalk;
import org.iltlib.curriculum.StandardId;
import org.immutables.value.Value;

/**
 * One curriculum as weights on standards: minutes, days, items or shares, by standard and, where it is rated, cognitive
 * demand, with the first day of each. Weights are compared as shares of their sum, so layers in different units are
 * comparable. Immutable; methods are linear in the cells.
 */
@Value.Immutable
public abstract class CurriculumLayer {
    /**
     * A standard that others stand below.
     *
     * @param id the standard
     * @param parts what stands below it and has nothing below itself, as far as it is meant for the grade; at least one
     */
    public record Whole(StandardId id, List<StandardId> parts) {
        /** Copies the list. */
        public Whole {
            parts = List.copyOf(Checks.notEmpty(parts, "parts"));
        }
    }

    CurriculumLayer() {}

    /** Which of the five. */
    public abstract LayerName name();

    /** The framework whose standards it names. */
    public abstract EntryId framework();

    /** What a weight is: {@code minutes}. */
    public abstract String unit();

    /** The name of the scale of demand; absent where no demand is rated. */
    public abstract Optional<String> scale();

    /** The weights, none below zero. */
    @Value.NaturalOrder
    public abstract SortedMap<ContentCell, Rational> weights();

    /** The first day of each standard, where it is known. */
    @Value.NaturalOrder
    public abstract SortedMap<StandardId, LocalDate> firstDays();

    /** The standards of which something is known and may not be told, or is not known at all: never taken for nothing. */
    @Value.NaturalOrder
    public abstract SortedSet<StandardId> unknown();

    /**
     * The standards that have parts, as far as this layer knows: another layer may name the whole where this one names the
     * parts. The intended curriculum knows them from its framework.
     */
    public abstract List<Whole> wholes();

    /** Checks the weights, and that a rated demand has a scale. */
    @Value.Check
    void check() {
        Checks.text(unit(), "unit");
        weights()
                .forEach((cell, weight) -> Checks.require(
                        weight.signum() >= 0, "The weight of %s is %s. Expected zero or more.", cell, weight));
        Checks.require(
                scale().isPresent() || weights().keySet().stream().allMatch(cell -> cell.demand() == 0),
                "The %s curriculum has levels of demand and no scale. Expected the name of one, such as DOK.",
                name());
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
        return toBuilder()
                .weights(sums)
                .firstDays(days)
                .unknown(dark)
                .wholes(List.of())
                .build();
    }

    /**
     * The same on the finest standards: the weight of each of those wholes goes to its parts, shared equally, so that the sum
     * stays; what students attained of a whole they attained of each part. A part of an unknown whole is unknown.
     *
     * @param all the standards that have parts
     */
    public CurriculumLayer onParts(Collection<Whole> all) {
        SortedMap<StandardId, SortedSet<StandardId>> parts = new TreeMap<>();
        for (Whole whole : all) {
            parts.computeIfAbsent(whole.id(), any -> new TreeSet<>()).addAll(whole.parts());
        }
        SortedMap<ContentCell, Rational> shared = new TreeMap<>();
        weights().forEach((cell, weight) -> {
            SortedSet<StandardId> own = parts(parts, cell.standard());
            Rational each = name() == LayerName.ATTAINED ? weight : weight.dividedBy(own.size());
            own.forEach(part -> shared.merge(new ContentCell(part, cell.demand()), each, Rational::plus));
        });
        SortedMap<StandardId, LocalDate> days = new TreeMap<>();
        firstDays()
                .forEach((standard, day) -> parts(parts, standard)
                        .forEach(part -> days.merge(part, day, (one, other) -> one.isBefore(other) ? one : other)));
        SortedSet<StandardId> dark = new TreeSet<>();
        unknown().forEach(standard -> dark.addAll(parts(parts, standard)));
        return toBuilder().weights(shared).firstDays(days).unknown(dark).build();
    }

    private static SortedSet<StandardId> parts(
            SortedMap<StandardId, SortedSet<StandardId>> parts, StandardId standard) {
        return parts.getOrDefault(standard, new TreeSet<>(List.of(standard)));
    }

    /**
     * The same on another scale of demand, by a declared crosswalk.
     *
     * @throws IllegalArgumentException if the crosswalk starts at another scale
     */
    public CurriculumLayer translated(ScaleCrosswalk crosswalk) {
        Checks.require(
                scale().filter(crosswalk.source().id()::equals).isPresent(),
                "The crosswalk starts at \"%s\". Expected \"%s\", the scale of the %s curriculum.",
                crosswalk.source().id(),
                scale().orElse("none"),
                name());
        SortedMap<ContentCell, Rational> other = new TreeMap<>();
        weights().forEach((cell, weight) -> {
            int demand = cell.demand() == 0 ? 0 : crosswalk.translate(cell.demand());
            other.merge(new ContentCell(cell.standard(), demand), weight, Rational::plus);
        });
        return toBuilder().scale(crosswalk.target().id()).weights(other).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a layer; name, framework and unit must be set. */
    public static final class Builder extends ImmutableCurriculumLayer.Builder {
        Builder() {}
    }
}
