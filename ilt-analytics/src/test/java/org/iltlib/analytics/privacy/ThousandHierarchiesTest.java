package org.iltlib.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * One thousand hierarchies of linked tables by chance, two to four dimensions, under the attack; and how many cells are
 * withheld beside a naive greedy method (from the smallest cell on until the attack fails, nothing given back) and, on
 * tables small enough for the exact search, beside the optimum.
 */
class ThousandHierarchiesTest {
    private static final PrivacyPolicy TEN = PrivacyPolicies.CALIFORNIA;

    @Test
    void noneOfAThousandHierarchiesGivesAnythingAway() {
        long[] added = new long[3];
        long[] exact = new long[3];
        int smallOnes = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            LinkedCells cells = new RandomTables(seed, false).cells();
            SafeCells safe = Suppressor.of(TEN).protect(cells);
            assertThat(safe.isSafe()).as("tables of seed %s", seed).isTrue();
            if (seed % 5 == 0) {
                assertThat(secondRelease(new RandomTables(seed, true)))
                        .as("second release of seed %s", seed)
                        .isTrue();
            }
            boolean[] primary = new boolean[cells.size()];
            IntStream.range(0, cells.size())
                    .forEach(cell -> primary[cell] = TEN.hides(cells.kind(cell), cells.count(cell)));
            long first = count(primary);
            added[0] += safe.withheld() - first;
            added[1] += count(naive(cells, primary)) - first;
            added[2] += cells.size() - first;
            if (safe.isCheapest() && first > 0) {
                smallOnes++;
                boolean[] greedy = primary.clone();
                int[] candidates = IntStream.range(0, cells.size())
                        .filter(cell -> !primary[cell])
                        .boxed()
                        .sorted(Comparator.comparingLong(cells::count))
                        .mapToInt(Integer::intValue)
                        .toArray();
                long[] costs = Suppressor.of(TEN).costs(cells);
                new LineByLine(cells, new CellAttack(cells, TEN), candidates, costs).choose(greedy);
                exact[0] += safe.withheld() - first;
                exact[1] += count(greedy) - first;
                exact[2] += count(naive(cells, primary)) - first;
            }
        }
        System.out.printf(
                "Complementary cells in 1,000 hierarchies: %d of %d; naive greedy %d. On %d small ones, cells"
                        + " of the choice with the fewest students %d, line by line %d, naive %d.%n",
                added[0], added[2], added[1], smallOnes, exact[0], exact[1], exact[2]);
        assertThat(added[0]).isLessThan(added[1]);
    }

    /** Two dimensions of everybody first, then without one group of the first dimension, on the same data. */
    private static boolean secondRelease(RandomTables tables) {
        ReleaseNote first = note("first", Map.of());
        Function<TableRequest, List<CrossTable>> tabulator =
                request -> List.of(tables.table(List.of(0, 1), !request.only().isEmpty()));
        SafeCells cells = ReleaseLedger.EMPTY.protect(first, Suppressor.of(TEN), tabulator);
        ReleaseLedger ledger = ReleaseLedger.EMPTY.with(ReleaseLedger.EMPTY.release(first, cells));
        return ledger.protect(note("second", Map.of("d0", List.of("some"))), Suppressor.of(TEN), tabulator)
                .isSafe();
    }

    private static ReleaseNote note(String name, Map<String, List<String>> only) {
        ReleaseNote.Builder note = ReleaseNote.builder();
        note.name(name)
                .population("by chance")
                .data("a")
                .date(LocalDate.of(2026, 11, 28))
                .policy("california");
        return note.addTables(new TableRequest("", List.of("d0", "d1"), only)).build();
    }

    private static long count(boolean[] hidden) {
        return IntStream.range(0, hidden.length).filter(cell -> hidden[cell]).count();
    }

    private static boolean[] naive(LinkedCells cells, boolean[] primary) {
        boolean[] hidden = primary.clone();
        int[] order = IntStream.range(0, cells.size())
                .filter(cell -> !primary[cell] && cells.count(cell) > 0)
                .boxed()
                .sorted(Comparator.comparingLong(cells::count))
                .mapToInt(Integer::intValue)
                .toArray();
        CellAttack attack = new CellAttack(cells, TEN);
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (attack.isSafe(marked(primary, order, middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return marked(hidden, order, high);
    }

    private static boolean[] marked(boolean[] primary, int[] order, int many) {
        boolean[] hidden = primary.clone();
        IntStream.range(0, many).forEach(i -> hidden[order[i]] = true);
        return hidden;
    }
}
