package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.iltlib.base.Checks;

/**
 * Counts that are linked by sums: the cells of one table or of several, of any number of dimensions, with every total
 * that is a sum of others. One population counted twice is one cell. Immutable.
 *
 * <pre>{@code
 * LinkedCells.Builder cells = LinkedCells.builder();
 * int learners = cells.cell("learners", CountKind.GROUP, 7);
 * int others = cells.cell("others", CountKind.GROUP, 61);
 * cells.sum(cells.cell("grade 4", CountKind.GROUP, 68), learners, others);
 * }</pre>
 */
public final class LinkedCells {
    private final List<String> names;
    private final List<CountKind> kinds;
    private final long[] counts;
    private final int[] totals;
    private final int[][] parts;
    private final boolean[] known;
    private final boolean[] unshown;
    private final boolean[] silent;
    private final boolean[] past;
    private final boolean[] isTotal;
    private final Map<Integer, CodedShare> codes;
    private final Map<Integer, List<CountRange>> ranges;
    private final Map<Integer, Long> importance;
    private final Map<String, Integer> places;

    private LinkedCells(Builder builder) {
        names = List.copyOf(builder.names);
        kinds = List.copyOf(builder.kinds);
        counts = builder.counts.stream().mapToLong(Long::longValue).toArray();
        parts = builder.parts.toArray(int[][]::new);
        totals = builder.totals.stream().mapToInt(Integer::intValue).toArray();
        known = new boolean[counts.length];
        builder.known.forEach(cell -> known[cell] = true);
        unshown = new boolean[counts.length];
        builder.unshown.forEach(cell -> unshown[cell] = true);
        silent = new boolean[counts.length];
        builder.silent.forEach(cell -> silent[cell] = true);
        past = new boolean[counts.length];
        builder.past.forEach(cell -> past[cell] = true);
        isTotal = new boolean[counts.length];
        Arrays.stream(totals).forEach(cell -> isTotal[cell] = true);
        codes = Map.copyOf(builder.codes);
        ranges = Map.copyOf(builder.ranges);
        importance = Map.copyOf(builder.importance);
        places = Map.copyOf(builder.places);
    }

    private LinkedCells(LinkedCells cells, Map<Integer, List<CountRange>> ranges) {
        names = cells.names;
        kinds = cells.kinds;
        counts = cells.counts;
        parts = cells.parts;
        totals = cells.totals;
        known = cells.known;
        unshown = cells.unshown;
        silent = cells.silent;
        past = cells.past;
        isTotal = cells.isTotal;
        codes = cells.codes;
        this.ranges = Map.copyOf(ranges);
        importance = cells.importance;
        places = cells.places;
    }

    /** The same cells, of a reader who knows of each that is not empty that somebody is in it. */
    LinkedCells seenByMembers() {
        return seenNotEmpty(cell -> true);
    }

    /** The same cells, of a reader who sees the zeros: what is withheld is none, and what is coded is left as it is. */
    LinkedCells seenBesideZeros(PrivacyPolicy policy) {
        return policy.zeroShown()
                ? seenNotEmpty(cell -> !unshown[cell]
                        && !codes.containsKey(cell)
                        && (policy.countsShown() || kind(cell) == CountKind.GROUP))
                : this;
    }

    private LinkedCells seenNotEmpty(IntPredicate which) {
        Map<Integer, List<CountRange>> more = new HashMap<>(ranges);
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0 && !known[cell] && !past[cell] && which.test(cell)) {
                List<CountRange> both = new ArrayList<>(ranges(cell));
                both.add(CountRange.NOT_EMPTY);
                more.put(cell, both);
            }
        }
        return new LinkedCells(this, more);
    }

    /** A builder without cells. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of cells. */
    public int size() {
        return counts.length;
    }

    /** The number of sums. */
    public int sums() {
        return totals.length;
    }

    /** The cell's name. */
    public String name(int cell) {
        return names.get(cell);
    }

    /** What the cell counts. */
    public CountKind kind(int cell) {
        return kinds.get(cell);
    }

    /** The cell of that name; empty if there is none. */
    public OptionalInt find(String name) {
        Integer place = places.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** Whether readers know the cell already, from an earlier release. */
    public boolean isKnown(int cell) {
        return known[cell];
    }

    /** Whether the cell is not asked for, and only there because others give it away: a difference, or an earlier table's. */
    public boolean isUnshown(int cell) {
        return unshown[cell];
    }

    /** Whether the policy never prints the count, though readers are taken to know it: a group's size beside a share. */
    boolean isSilent(int cell) {
        return silent[cell];
    }

    /** Whether the cell is of an earlier day, of which readers were told a range: nothing is asked of it any more. */
    boolean isPast(int cell) {
        return past[cell];
    }

    /** Whether the cell is the total of a sum. */
    public boolean isTotal(int cell) {
        return isTotal[cell];
    }

    /** How the cell is shown if it is not withheld, where that is coarser than its count; empty if the count is shown. */
    public Optional<CodedShare> code(int cell) {
        return Optional.ofNullable(codes.get(cell));
    }

    /** What readers were told of the cell before. */
    List<CountRange> ranges(int cell) {
        return ranges.getOrDefault(cell, List.of());
    }

    /** How dear it is to withhold the cell; 1 unless said otherwise. */
    long importance(int cell) {
        return importance.getOrDefault(cell, 1L);
    }

    /** The true count; never for a reader. */
    long count(int cell) {
        return counts[cell];
    }

    /** The total of that sum. */
    int total(int sum) {
        return totals[sum];
    }

    /** The parts of that sum. */
    int[] parts(int sum) {
        return parts[sum];
    }

    /** Such as {@code 12 cells in 7 sums}; never a count. */
    @Override
    public String toString() {
        return size() + " cells in " + sums() + " sums";
    }

    /** Collects cells and sums. Not for several threads at once. */
    public static final class Builder {
        private final List<String> names = new ArrayList<>();
        private final List<CountKind> kinds = new ArrayList<>();
        private final List<Long> counts = new ArrayList<>();
        private final List<Integer> totals = new ArrayList<>();
        private final List<int[]> parts = new ArrayList<>();
        private final Set<Integer> known = new TreeSet<>();
        private final Set<Integer> unshown = new TreeSet<>();
        private final Set<Integer> silent = new TreeSet<>();
        private final Set<Integer> past = new TreeSet<>();
        private final Map<Integer, CodedShare> codes = new HashMap<>();
        private final Map<Integer, List<CountRange>> ranges = new HashMap<>();
        private final Map<Integer, Long> importance = new HashMap<>();
        private final Map<String, Integer> places = new HashMap<>();

        Builder() {}

        /**
         * The place of the cell of that name, which is made if it is new.
         *
         * @throws IllegalArgumentException if the count is below zero, or the cell is there with another count or kind
         */
        public int cell(String name, CountKind kind, long count) {
            Integer place = places.get(Checks.text(name, "name"));
            if (place != null) {
                Checks.require(
                        counts.get(place) == count && kinds.get(place) == kind,
                        "The cell \"%s\" is there with another count or kind. Expected one count for one population.",
                        name);
                return place;
            }
            names.add(name);
            kinds.add(kind);
            counts.add(Checks.notNegative(count, "count"));
            places.put(name, names.size() - 1);
            return names.size() - 1;
        }

        /** The place of the cell of that name; empty if there is none yet. */
        public OptionalInt find(String name) {
            Integer place = places.get(name);
            return place == null ? OptionalInt.empty() : OptionalInt.of(place);
        }

        /** The true count; never for a reader. */
        long countOf(int cell) {
            return counts.get(cell);
        }

        /** What that cell counts. */
        CountKind kindOf(int cell) {
            return kinds.get(cell);
        }

        /** What the cell of that name counts; groups if there is none. */
        CountKind kindOf(String name) {
            Integer place = places.get(name);
            return place == null ? CountKind.GROUP : kinds.get(place);
        }

        /** Notes that readers know that cell already: it was shown before and cannot be withheld any more. */
        public Builder known(int cell) {
            known.add(cell);
            return this;
        }

        /** Notes that nobody asks for that cell: it is never shown, and still must not be given away by others. */
        public Builder unshown(int cell) {
            unshown.add(cell);
            return this;
        }

        /** Notes that the count is never printed, though readers are taken to know it. */
        Builder silent(int cell) {
            silent.add(cell);
            return this;
        }

        /** Notes that the cell is of an earlier day: never shown, nor to be protected any more. */
        Builder past(int cell) {
            past.add(cell);
            return unshown(cell);
        }

        /** Notes that somebody asks for that cell; so unless {@link #unshown} was called. */
        public Builder shown(int cell) {
            unshown.remove(cell);
            return this;
        }

        /**
         * Notes that readers know already that the count is in that range: a coded share of it was shown before.
         *
         * @throws IllegalArgumentException if it is not
         */
        public Builder told(int cell, CountRange range) {
            Checks.require(
                    range.holds(counts.get(cell)), "The range %s is not that of \"%s\".", range, names.get(cell));
            ranges.computeIfAbsent(cell, key -> new ArrayList<>()).add(range);
            return this;
        }

        /** Says how dear it would be to withhold that cell, for {@link SuppressionCost#IMPORTANCE}; 1 unless said. */
        public Builder importance(int cell, long weight) {
            importance.put(cell, Checks.positive(weight, "weight"));
            return this;
        }

        /**
         * Notes that the cell, if it is not withheld, is shown as that share and not as a count.
         *
         * @throws IllegalArgumentException if the share leaves the count no place
         */
        public Builder coded(int cell, CodedShare share) {
            long count = counts.get(cell);
            Checks.require(
                    share.least() <= count && count <= share.most(),
                    "The share %s does not agree with the count of \"%s\".",
                    share,
                    names.get(cell));
            codes.put(cell, share);
            return this;
        }

        /**
         * Notes that a cell is the sum of others.
         *
         * @throws IllegalArgumentException if it is not; names the cell
         */
        public Builder sum(int total, int... parts) {
            long sum = Arrays.stream(parts).mapToLong(counts::get).sum();
            Checks.require(
                    sum == counts.get(total),
                    "The parts of \"%s\" do not add up to it. Maybe a part is left out.",
                    names.get(total));
            totals.add(total);
            this.parts.add(parts.clone());
            return this;
        }

        /** The cells. */
        public LinkedCells build() {
            return new LinkedCells(this);
        }
    }
}
