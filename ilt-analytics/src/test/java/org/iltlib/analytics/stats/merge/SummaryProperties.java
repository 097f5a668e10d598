package org.iltlib.analytics.stats.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.Quantiles;

/** Any partition, any order and any shape of merging gives the same bits. */
class SummaryProperties {
    private static final ScoreGrid GRID = new ScoreGrid(-20, 60, 2);

    /** Merges one by one, as a random tree of randomly ordered parts, and in parallel. */
    private static <S extends Summary<S>> void merges(List<S> ones, S empty, long seed) {
        S whole = Summary.merge(empty, ones);
        List<S> parts = new ArrayList<>(ones);
        Random random = new Random(seed);
        Collections.shuffle(parts, random);
        parts.add(random.nextInt(parts.size() + 1), empty);
        while (parts.size() > 1) {
            int at = random.nextInt(parts.size() - 1);
            parts.set(at, parts.get(at).merge(parts.remove(at + 1)));
        }
        assertThat(parts.get(0)).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(ones.parallelStream().reduce(empty, Summary::merge, Summary::merge))
                .isEqualTo(whole);
    }

    private static <T, S extends CountSummary<S>> void laws(List<T> cases, Function<T, S> one, S empty, long seed) {
        List<S> ones = cases.stream().map(one).toList();
        merges(ones, empty, seed);
        S whole = Summary.merge(empty, ones);
        for (S part : ones) {
            assertThat(whole.merge(part).less(part)).isEqualTo(whole);
        }
        assertThat(whole.less(whole)).isEqualTo(empty);
    }

    @Property(tries = 200)
    void scoreCounts(@ForAll @Size(max = 30) List<@IntRange(max = 59) Integer> places, @ForAll long seed) {
        laws(places, place -> ScoreCounts.of(GRID, GRID.score(place)), ScoreCounts.empty(GRID), seed);
    }

    @Property(tries = 200)
    void levelCountsAndGroups(@ForAll @Size(max = 30) List<@IntRange(max = 3) Integer> levels, @ForAll long seed) {
        laws(levels, level -> LevelCounts.empty(4).with(level), LevelCounts.empty(4), seed);
        laws(
                levels,
                level -> GroupLevels.of(
                        "g" + level % 3, LevelCounts.empty(4).with(level).toArray()),
                GroupLevels.empty(4),
                seed);
    }

    @Property(tries = 200)
    void crossMoments(
            @ForAll @Size(max = 30) List<@IntRange(min = -900, max = 900) Integer> scores, @ForAll long seed) {
        laws(scores, score -> CrossMoments.empty(2).with(score, 7 - score), CrossMoments.empty(2), seed);
    }

    @Property(tries = 200)
    void exactSums(
            @ForAll @Size(max = 30) List<@DoubleRange(min = -1e300, max = 1e300) Double> numbers,
            @ForAll @IntRange(max = 60) int shrink,
            @ForAll long seed) {
        List<Double> mixed = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            mixed.add(Math.scalb(numbers.get(i), -shrink * (i % 35)));
        }
        laws(mixed, ExactSum::of, ExactSum.EMPTY, seed);
        // the exact sum of the same numbers as decimals, rounded once by the JDK
        BigDecimal exact = mixed.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(ExactSum.of(mixed).value()).isEqualTo(exact.doubleValue());
    }

    @Property(tries = 100)
    void momentsOfTheHistogramAreThoseOfTheScores(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 59) Integer> places) {
        double[] scores = places.stream().mapToDouble(GRID::score).sorted().toArray();
        ScoreCounts counts = ScoreCounts.of(GRID, scores);
        Moments expected = Moments.of(scores);
        assertThat(counts.moments().n()).isEqualTo(scores.length);
        assertThat(counts.moments().mean()).isCloseTo(expected.mean(), within(1e-12));
        assertThat(counts.moments().squares()).isCloseTo(expected.squares(), within(1e-9));
        for (double p : new double[] {0, 0.1, 0.37, 0.5, 1}) {
            assertThat(counts.quantile(p)).isEqualTo(Quantiles.of(scores, p));
        }
    }
}
