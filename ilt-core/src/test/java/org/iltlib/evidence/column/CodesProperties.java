package org.iltlib.evidence.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CodesProperties {

    @Provide
    Arbitrary<List<Long>> cells() {
        Arbitrary<Long> small = Arbitraries.longs().between(-200, 200);
        Arbitrary<Long> middle = Arbitraries.longs().between(-40_000, 40_000);
        Arbitrary<Long> any = Arbitraries.longs().between(Codes.LOWEST, Integer.MAX_VALUE);
        // Above all numbers: reserved things.
        Arbitrary<Long> reserved = Arbitraries.longs().between(1L << 40, (1L << 40) + Codes.RESERVED - 1);
        return Arbitraries.oneOf(small, reserved)
                .list()
                .ofMaxSize(100)
                .flatMap(first -> Arbitraries.oneOf(small, middle, any, reserved)
                        .list()
                        .ofMaxSize(100)
                        .map(rest -> java.util.stream.Stream.concat(first.stream(), rest.stream())
                                .toList()));
    }

    @Property(tries = 1000)
    void numbersAndReservedThingsAreGivenBackHoweverWideTheRowsBecome(@ForAll("cells") List<Long> cells) {
        Codes.Growing growing = new Codes.Growing();
        for (long cell : cells) {
            if (cell >= 1L << 40) {
                growing.addReserved((int) (cell - (1L << 40)));
            } else {
                assertThat(Codes.Growing.holds(cell)).isTrue();
                growing.add((int) cell);
            }
        }
        Codes codes = growing.freeze();
        assertThat(codes.size()).isEqualTo(growing.size()).isEqualTo(cells.size());
        int[] all = java.util.stream.IntStream.range(0, cells.size()).toArray();
        assertThat(codes.select(all)).isEqualTo(codes).hasSameHashCodeAs(codes);
        for (int row = 0; row < cells.size(); row++) {
            long cell = cells.get(row);
            if (cell >= 1L << 40) {
                assertThat(codes.reserved(row)).isEqualTo((int) (cell - (1L << 40)));
            } else {
                assertThat(codes.reserved(row)).isNegative();
                assertThat(codes.get(row)).isEqualTo((int) cell);
                assertThat(growing.get(row)).isEqualTo((int) cell);
            }
        }
    }

    @Test
    void theNarrowestWidthIsTaken() {
        assertThat(Codes.collect(3, -1, 127, row -> row)).hasToString("3 codes of 1 bytes");
        assertThat(Codes.collect(3, -1, 128, row -> row).width()).isEqualTo(2);
        assertThat(Codes.collect(3, -97, 3, row -> row).width()).isEqualTo(2);
        assertThat(Codes.collect(3, 0, 32_768, row -> row).retainedBytes()).isEqualTo(12);
        assertThat(Codes.Growing.holds(Codes.LOWEST - 1L)).isFalse();
        assertThat(Codes.Growing.holds(1L << 31)).isFalse();
        assertThat(Codes.collect(1, 0, 1, row -> 1))
                .isNotEqualTo(Codes.collect(1, 0, 1, row -> 0))
                .isNotEqualTo("1");
        assertThatThrownBy(() -> Codes.collect(3, 0, 1, row -> row))
                .hasMessageContaining("value is 2. Expected 0 to 1");
    }
}
