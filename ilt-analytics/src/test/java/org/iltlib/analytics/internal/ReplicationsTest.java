package org.iltlib.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ReplicationsTest {

    @Test
    void resultsStandInOrderOnAnyNumberOfThreads() {
        List<Long> alone = Replications.of(1_001, 7, Runnable::run, SplitMix::nextLong);
        for (int threads : new int[] {1, 2, 7}) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                assertThat(Replications.of(1_001, 7, pool, SplitMix::nextLong)).isEqualTo(alone);
            } finally {
                pool.shutdown();
            }
        }
        assertThat(alone).doesNotHaveDuplicates().hasSize(1_001);
        assertThat(Replications.chance(7, 1_000).nextLong()).isEqualTo(alone.get(1_000));
        assertThat(Replications.of(5, 8, Runnable::run, SplitMix::nextLong)).doesNotContainAnyElementsOf(alone);
    }

    @Test
    void whatARunThrowsIsThrown() {
        assertThatThrownBy(() -> Replications.of(40, 7, Runnable::run, chance -> {
                    throw new IllegalArgumentException("too odd");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("too odd");
        assertThatThrownBy(() -> Replications.of(1, 7, Runnable::run, chance -> {
                    throw new AssertionError("a fault");
                }))
                .hasRootCauseInstanceOf(AssertionError.class);
    }

    @Test
    void aPlaceOfTheStreamCanBeLookedUp() {
        SplitMix stream = SplitMix.of(99);
        for (int place = 0; place < 50; place++) {
            assertThat(SplitMix.at(99, place)).isEqualTo(stream.nextDouble());
        }
    }
}
