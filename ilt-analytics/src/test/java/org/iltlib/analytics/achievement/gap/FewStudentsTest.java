package org.iltlib.analytics.achievement.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

/** Gaps of few students, or of students who leave no doubt. */
class FewStudentsTest {
    private static final VStatistic V = VStatistic.withDefaults();

    private static Estimate get(Measured<Estimate> found) {
        return found.value().orElseThrow();
    }

    @Test
    void partedGroupsHaveNoVWhateverTheirNumbers() {
        for (int n = 2; n <= 60; n++) {
            long[] high = new long[120];
            long[] low = new long[120];
            for (int i = 0; i < n; i++) {
                high[60 + i]++;
                low[i]++;
            }
            assertThat(V.of(LevelCounts.of(high), LevelCounts.of(low)).toString())
                    .contains("wholly above");
            assertThat(V.of(LevelCounts.of(low), LevelCounts.of(high)).toString())
                    .contains("wholly above");
            assertThat(get(V.superiority(LevelCounts.of(high), LevelCounts.of(low)))
                            .value())
                    .isEqualTo(1);
        }
    }

    @Test
    void swappingTheGroupsChangesTheSignAndNothingElse() {
        SplittableRandom random = new SplittableRandom(1);
        for (int run = 0; run < 500; run++) {
            LevelCounts a =
                    LevelCounts.of(random.nextInt(4), random.nextInt(3), random.nextInt(5), 1 + random.nextInt(4), 1);
            LevelCounts b = LevelCounts.of(1, 1 + random.nextInt(4), random.nextInt(3), random.nextInt(2), 1);
            Estimate there = get(V.of(a, b));
            Estimate back = get(V.of(b, a));
            assertThat(there.value() + back.value()).isZero();
            assertThat(there.lower() + back.upper()).isZero();
            assertThat(there.upper() + back.lower()).isZero();
            assertThat(there.standardError()).isEqualTo(back.standardError());
        }
    }

    /**
     * R: sc(t) = t(1-t)(1 + ((m+n)/2 - 1)((1-t)/(2-t) + t/(1+t)))/(mn);
     * uniroot(function(t) (p-t)^2 - qnorm(.975)^2 * sc(t), c(0, p - 1e-12), tol = 1e-15).
     */
    @Test
    void anIntervalIsNeverAPoint() {
        Estimate parted = get(V.superiority(LevelCounts.of(0, 2), LevelCounts.of(2, 0)));
        assertThat(parted.lower()).isCloseTo(0.385635704497, within(1e-10));
        assertThat(parted.upper()).isEqualTo(1);
        assertThat(parted.standardError()).isEmpty();
        Estimate same = get(V.superiority(LevelCounts.of(0, 3), LevelCounts.of(0, 3)));
        assertThat(same.value()).isEqualTo(0.5);
        assertThat(same.lower()).isCloseTo(0.15277353611, within(1e-10));
        assertThat(same.upper()).isCloseTo(0.84722646389, within(1e-10));
        Estimate v = get(V.of(LevelCounts.of(0, 3), LevelCounts.of(0, 3)));
        assertThat(v.value()).isZero();
        assertThat(v.lower()).isCloseTo(-1.44901787327, within(1e-9));
        assertThat(v.upper()).isEqualTo(-v.lower());
        assertThat(v.standardError()).isEmpty();
    }

    @Test
    void theIntervalsOfSmallGroupsHoldTheTruthAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(7);
        for (int n : new int[] {3, 5, 10}) {
            int held = 0;
            for (int run = 0; run < 2000; run++) {
                long[] a = new long[80];
                long[] b = new long[80];
                for (int i = 0; i < n; i++) {
                    a[(int) Math.max(0, Math.min(79, Math.rint(45 + 10 * random.nextGaussian())))]++;
                    b[(int) Math.max(0, Math.min(79, Math.rint(35 + 10 * random.nextGaussian())))]++;
                }
                Estimate found = get(V.superiority(LevelCounts.of(a), LevelCounts.of(b)));
                held += found.excludes(0.7602) ? 0 : 1; // Φ(1 / √2)
            }
            assertThat(held / 2000.0).as("n = %s", n).isGreaterThan(0.94);
        }
    }

    /** R: t.test(c(3, 5, 4, 8, 9.5), c(1, 2, 6, 7, 3))$conf.int / 4. */
    @Test
    void aGapByThePopulationsSpreadHasWelchsInterval() {
        Estimate found = get(StandardizedGap.ofPopulation(Moments.of(3, 5, 4, 8, 9.5), Moments.of(1, 2, 6, 7, 3), 4));
        assertThat(found.lower()).isCloseTo(-0.448848841032, within(1e-9));
        assertThat(found.upper()).isCloseTo(1.498848841032, within(1e-9));
        assertThat(StandardizedGap.ofPopulation(Moments.of(5, 5, 5), Moments.of(4, 4), 1)
                        .toString())
                .contains("neither group varies");
        assertThat(get(StandardizedGap.ofPopulation(Moments.of(5, 5, 5), Moments.of(4, 6), 1))
                        .upper())
                .isGreaterThan(12);
    }
}
