package org.iltlib.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class AttackProperties {
    private static final int LARGEST_GUESS = 16;
    private static final Suppressor FLOOR = Suppressor.of(PrivacyPolicies.PTAC_FLOOR);
    private static final List<Integer> BOTH = List.of(0, 1);

    /** The oracle tries every table of counts up to 16, by sums alone, without the library's equations in a tableau. */
    @Property(tries = 60)
    void theBoundsAreThoseOfAllTablesThatAgree(@ForAll @LongRange(max = 1_000_000) long seed) {
        LinkedCells cells = new RandomTables(seed, true).cells();
        SafeCells safe = Suppressor.of(PrivacyPolicies.PTAC_FLOOR).protect(cells);
        long[] least = new long[cells.size()];
        long[] most = new long[cells.size()];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(most, -1);
        new Oracle(safe).guess(0, least, most);
        Map<Integer, Exposure> found = new HashMap<>();
        safe.attack().forEach(exposure -> found.put(exposure.cell(), exposure));
        assertThat(safe.isCheapest()).isTrue();
        for (int cell = 0; cell < cells.size(); cell++) {
            Exposure exposure = found.get(cell);
            assertThat(exposure == null).isEqualTo(safe.count(cell).isReported());
            if (exposure != null) {
                assertThat(exposure.verdict()).isEqualTo(Exposure.Verdict.SAFE);
                assertThat(exposure.least()).isEqualTo(least[cell]);
                long bound = exposure.most().orElse(Long.MAX_VALUE);
                assertThat(most[cell]).isLessThanOrEqualTo(bound);
                if (bound <= LARGEST_GUESS) {
                    assertThat(most[cell]).isEqualTo(bound);
                }
            }
        }
    }

    /** A first release of everybody, then one that leaves some out: no small cell of either, nor of their difference. */
    @Property(tries = 40)
    void twoReleasesTogetherGiveNothingAway(@ForAll @LongRange(max = 1_000_000) long seed) {
        RandomTables tables = new RandomTables(seed, true);
        ReleaseNote first = note("first", Map.of());
        SafeCells once = ReleaseLedger.EMPTY.protect(first, FLOOR, request -> List.of(tables.table(BOTH, false)));
        ReleaseLedger ledger = ReleaseLedger.EMPTY.with(ReleaseLedger.EMPTY.release(first, once));
        ReleaseNote second = note("second", Map.of("d0", List.of("some")));
        SafeCells twice = ledger.protect(
                second,
                FLOOR,
                request -> List.of(tables.table(BOTH, !request.only().isEmpty())));
        LinkedCells cells = twice.cells();
        long[] least = new long[cells.size()];
        long[] most = new long[cells.size()];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(most, -1);
        new Oracle(twice).guess(0, least, most);
        assertThat(twice.isSafe()).isTrue();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.count(cell) > 0 && cells.count(cell) < 3) {
                assertThat(most[cell]).as(cells.name(cell)).isGreaterThanOrEqualTo(3);
            }
        }
    }

    private static ReleaseNote note(String name, Map<String, List<String>> only) {
        ReleaseNote.Builder note = ReleaseNote.builder();
        note.name(name)
                .population("by chance")
                .data("a")
                .date(LocalDate.of(2026, 11, 28))
                .policy("ptac-3");
        return note.addTables(new TableRequest("", List.of("d0", "d1"), only)).build();
    }

    /** All tables, leaf by leaf, cut as soon as a sum that is shown is broken. */
    private static final class Oracle {
        private final LinkedCells cells;
        private final SafeCells safe;
        private final long[] table;
        private final int[] leaves;

        Oracle(SafeCells safe) {
            this.cells = safe.cells();
            this.safe = safe;
            this.table = new long[cells.size()];
            this.leaves = java.util.stream.IntStream.range(0, cells.size())
                    .filter(cell -> !cells.isTotal(cell))
                    .toArray();
        }

        void guess(int at, long[] least, long[] most) {
            if (at == leaves.length) {
                if (complete()) {
                    for (int cell = 0; cell < table.length; cell++) {
                        least[cell] = Math.min(least[cell], table[cell]);
                        most[cell] = Math.max(most[cell], table[cell]);
                    }
                }
                return;
            }
            int leaf = leaves[at];
            long shown = safe.count(leaf).orElse(-1L);
            for (long value = Math.max(0, shown); value <= (shown < 0 ? LARGEST_GUESS : shown); value++) {
                table[leaf] = value;
                if (!broken(at)) {
                    guess(at + 1, least, most);
                }
            }
            table[leaf] = 0;
        }

        /** Whether the leaves guessed so far exceed a total that is shown, or fall short of it when it is complete. */
        private boolean broken(int at) {
            for (int sum = 0; sum < cells.sums(); sum++) {
                long shown = safe.count(cells.total(sum)).orElse(-1L);
                if (shown >= 0 && Arrays.stream(cells.parts(sum)).noneMatch(cells::isTotal)) {
                    long parts = 0;
                    boolean whole = true;
                    for (int part : cells.parts(sum)) {
                        boolean guessed = Arrays.binarySearch(leaves, part) <= at;
                        parts += guessed ? table[part] : 0;
                        whole &= guessed;
                    }
                    if (parts > shown || (whole && parts < shown)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean complete() {
            for (int round = 0; round < 3; round++) {
                for (int sum = 0; sum < cells.sums(); sum++) {
                    long total = 0;
                    for (int part : cells.parts(sum)) {
                        total += table[part];
                    }
                    table[cells.total(sum)] = total;
                }
            }
            for (int cell = 0; cell < table.length; cell++) {
                long count = table[cell];
                if (!cells.ranges(cell).stream().allMatch(range -> range.holds(count))) {
                    return false;
                }
                if (safe.count(cell).isReported() && safe.count(cell).orElse(-1L) != table[cell]) {
                    return false;
                }
            }
            return true;
        }
    }
}
