package org.iltlib.evidence.population;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.MissingReason;
import org.iltlib.base.OrgUnitId;
import org.jspecify.annotations.Nullable;

/**
 * What became of every student who should have a result: over all, and for each unit, grade and group. Immutable;
 * {@link #plus} adds the coverage of other students, in any order and grouping, to the same counts.
 */
public final class Coverage {
    /** No students. */
    public static final Coverage NONE = new Coverage(new TreeMap<>(), 0);

    private static final String ALL = "";
    private static final String UNIT = "unit";
    private static final String GRADE = "grade";

    /** What they have in common, and which of these. */
    private final SortedMap<String, SortedMap<String, StatusCounts>> counts;

    private final long unexpected;

    private Coverage(SortedMap<String, SortedMap<String, StatusCounts>> counts, long unexpected) {
        this.counts = counts;
        this.unexpected = unexpected;
    }

    /** Everybody. */
    public StatusCounts all() {
        return of(ALL, ALL);
    }

    /** Those of that unit; nobody if it was expected to have none. */
    public StatusCounts unit(OrgUnitId unit) {
        return of(UNIT, unit.value());
    }

    /** Those of that grade; nobody if it was expected to have none. */
    public StatusCounts grade(GradeLevel grade) {
        return of(GRADE, grade.code());
    }

    /** Those of that group; nobody if it was expected to have none. */
    public StatusCounts group(String by, String label) {
        return of("group " + by, label);
    }

    private StatusCounts of(String by, String label) {
        return counts.getOrDefault(by, new TreeMap<>()).getOrDefault(label, StatusCounts.NONE);
    }

    /** The rows that have a result or a reason, but belong to nobody who was expected: tested, not enrolled. */
    public long unexpected() {
        return unexpected;
    }

    /** Each unit, grade and group: grades from youngest to oldest, all others in the natural order of their names. */
    public List<CoverageCell> list() {
        return counts.entrySet().stream()
                .filter(by -> !by.getKey().equals(ALL))
                .flatMap(by -> by.getValue().entrySet().stream()
                        .sorted(order(by.getKey()))
                        .map(cell -> new CoverageCell(by.getKey(), cell.getKey(), cell.getValue())))
                .toList();
    }

    private static Comparator<Map.Entry<String, StatusCounts>> order(String by) {
        return by.equals(GRADE)
                ? Comparator.comparing(cell -> GradeLevel.parse(cell.getKey()))
                : Map.Entry.comparingByKey();
    }

    /**
     * The unit, grade or group with the lowest share of reported among those with at least so many expected; of equal
     * ones the larger, then the first of {@link #list}. Empty if there is none so large. Shares are compared exactly.
     */
    public Optional<CoverageCell> worst(long atLeast) {
        Checks.positive(atLeast, "atLeast");
        return list().stream()
                .filter(cell -> cell.counts().expected() >= atLeast)
                .min((a, b) -> {
                    int byShare = product(a.counts().reported(), b.counts().expected())
                            .compareTo(product(b.counts().reported(), a.counts().expected()));
                    return byShare != 0
                            ? byShare
                            : Long.compare(b.counts().expected(), a.counts().expected());
                });
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    /** Those students and these; nobody may be in both. */
    public Coverage plus(Coverage others) {
        SortedMap<String, SortedMap<String, StatusCounts>> sum = new TreeMap<>();
        counts.forEach((by, cells) -> sum.put(by, new TreeMap<>(cells)));
        others.counts.forEach((by, cells) -> {
            SortedMap<String, StatusCounts> target = sum.computeIfAbsent(by, key -> new TreeMap<>());
            cells.forEach((label, more) -> target.merge(label, more, StatusCounts::plus));
        });
        return new Coverage(sum, Math.addExact(unexpected, others.unexpected));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Coverage coverage
                && counts.equals(coverage.counts)
                && unexpected == coverage.unexpected;
    }

    @Override
    public int hashCode() {
        return 31 * counts.hashCode() + Long.hashCode(unexpected);
    }

    /** Such as {@code 910 of 1000 reported; 90 not loaded; 3 rows of nobody who was expected}. */
    @Override
    public String toString() {
        return all() + (unexpected == 0 ? "" : "; " + unexpected + " rows of nobody who was expected");
    }

    /** Counts students one by one. Not thread-safe. */
    static final class Count {
        private final SortedMap<String, SortedMap<String, Tally>> tallies = new TreeMap<>();

        void add(Enrolment student, Optional<MissingReason> status) {
            add(ALL, ALL, status);
            add(UNIT, student.unit().value(), status);
            add(GRADE, student.grade().code(), status);
            student.groups().forEach((by, label) -> add("group " + by, label, status));
        }

        private void add(String by, String label, Optional<MissingReason> status) {
            tallies.computeIfAbsent(by, key -> new TreeMap<>())
                    .computeIfAbsent(label, key -> new Tally())
                    .add(status);
        }

        Coverage coverage(long unexpected) {
            SortedMap<String, SortedMap<String, StatusCounts>> counts = new TreeMap<>();
            tallies.forEach((by, cells) -> {
                SortedMap<String, StatusCounts> target = new TreeMap<>();
                cells.forEach((label, tally) -> target.put(label, tally.counts()));
                counts.put(by, target);
            });
            return new Coverage(counts, Checks.notNegative(unexpected, "unexpected"));
        }
    }

    private static final class Tally {
        private long reported;
        private final Map<MissingReason, Long> missing = new TreeMap<>();

        void add(Optional<MissingReason> status) {
            if (status.isPresent()) {
                missing.merge(status.get(), 1L, Long::sum);
            } else {
                reported++;
            }
        }

        StatusCounts counts() {
            return new StatusCounts(reported, missing);
        }
    }
}
