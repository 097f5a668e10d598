package org.iltlib.analytics.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iltlib.evidence.response.ResponseTable;

class ItemMomentsProperties {

    /** Up to 150 students, 2 to 6 items, up to 5 points, a tenth of the responses missing. */
    @Provide
    Arbitrary<int[][]> responses() {
        return Arbitraries.integers()
                .between(2, 6)
                .flatMap(items -> Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(9, Arbitraries.integers().between(0, 5)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(-1)))
                        .array(int[].class)
                        .ofSize(items)
                        .array(int[][].class)
                        .ofMinSize(1)
                        .ofMaxSize(150));
    }

    @Property(tries = 100)
    void theSumsAreThoseOfPlainCounting(@ForAll("responses") int[][] rows) {
        ItemMoments moments = ItemMoments.of(InternalConsistencyTest.table(rows));
        int items = rows[0].length;
        long students = 0;
        long[][] products = new long[items][items];
        for (int[] row : rows) {
            boolean complete = true;
            for (int cell : row) {
                complete &= cell >= 0;
            }
            students += complete ? 1 : 0;
            for (int i = 0; i < items && complete; i++) {
                for (int j = 0; j < items; j++) {
                    products[i][j] += (long) row[i] * row[j];
                }
            }
        }
        assertThat(moments.students()).isEqualTo(students);
        assertThat(moments.incomplete()).isEqualTo(rows.length - students);
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                assertThat(moments.product(i, j)).isEqualTo(products[i][j]);
            }
        }
    }

    @Property(tries = 100)
    void partsMergeToTheWholeInAnyOrderAndShape(@ForAll("responses") int[][] rows, @ForAll long seed) {
        ResponseTable table = InternalConsistencyTest.table(rows);
        Random random = new Random(seed);
        int[] part = random.ints(rows.length, 0, 5).toArray();
        List<ItemMoments> parts = new ArrayList<>();
        for (int p = 0; p < 5; p++) {
            int own = p;
            parts.add(ItemMoments.of(table.select(row -> part[row] == own)));
        }
        Collections.shuffle(parts, random);
        ItemMoments left = parts.get(0)
                .merge(parts.get(1))
                .merge(parts.get(2).merge(parts.get(3)))
                .merge(parts.get(4));
        ItemMoments whole = ItemMoments.of(table);
        assertThat(left).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(whole.merge(ItemMoments.none(table.itemNames()))).isEqualTo(whole);
        assertThat(whole.without(parts.get(0)).merge(parts.get(0))).isEqualTo(whole);
        assertThat(ScoreHistogram.of(table.select(row -> part[row] < 2), 40)
                        .merge(ScoreHistogram.of(table.select(row -> part[row] >= 2), 40)))
                .isEqualTo(ScoreHistogram.of(table, 40));
    }

    /** Guttman 1945 and Cronbach 1951: over all splits of an even number of items the mean coefficient is alpha. */
    @Property(tries = 100)
    void theMeanOfAllSplitsIsAlpha(@ForAll("responses") int[][] rows) {
        ItemMoments moments = ItemMoments.of(InternalConsistencyTest.table(rows));
        SplitHalf split = SplitHalf.of(moments, 1);
        if (moments.items() % 2 == 0 && split.spread().isReported()) {
            double alpha = CronbachAlpha.withDefaults()
                    .of(moments)
                    .alpha()
                    .value()
                    .orElseThrow()
                    .value();
            assertThat(split.spread().value().orElseThrow().mean()).isCloseTo(alpha, within(1e-9));
        }
    }
}
