package org.iltlib.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RankingQueueTest {
    private static List<Long> settledInOrder(int blocks) {
        List<Long> settled = Collections.synchronizedList(new ArrayList<>());
        RankingQueue queue = new RankingQueue(block -> settled.add(block.weights[0]));
        RankingBlock block = new RankingBlock();
        for (int i = 0; i < blocks; i++) {
            block.room(1)[0] = 2;
            block.add(1, 7, i);
            block = queue.swap(block);
            assertThat(block.size).isZero();
        }
        queue.flush();
        return settled;
    }

    @Test
    void blocksAreSettledOnceAndInTheOrderTheyCame() {
        assertThat(settledInOrder(2_000))
                .isEqualTo(LongStream.range(0, 2_000).boxed().toList());
    }

    @Test
    void manyReadersInTheCommonPoolDoNotWaitForOneAnother() {
        List<Integer> sizes = ForkJoinPool.commonPool()
                .submit(() -> IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(i -> settledInOrder(100).size())
                        .toList())
                .join();
        assertThat(sizes).hasSize(64).containsOnly(100);
    }

    @Test
    void whatGoesWrongOnTheOtherThreadIsThrownToTheOneWhoAdds() {
        AtomicInteger seen = new AtomicInteger();
        RankingQueue queue = new RankingQueue(block -> {
            if (seen.incrementAndGet() == 3) {
                throw new IllegalArgumentException("The third block is too much.");
            }
        });
        assertThatThrownBy(() -> {
                    RankingBlock block = new RankingBlock();
                    for (int i = 0; i < 10; i++) {
                        block.room(1)[0] = 2;
                        block.add(1, 7, 1);
                        block = queue.swap(block);
                    }
                    queue.flush();
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The third block is too much.");
    }
}
