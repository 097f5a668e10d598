package org.iltlib.exchange.casenetwork.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Texts and identifiers made to collide take no longer than others, and are found all the same. */
class CrowdedTest {
    private static final long FACTOR = 0xD6E8FEB86659FD93L;

    /** UUIDs of one hash among others, held against a map. */
    @Test
    void identifiersMadeToCollideAreFound() {
        IdentityIndex index = new IdentityIndex();
        Map<UUID, Integer> expected = new HashMap<>();
        List<UUID> all = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            long low = random.nextLong();
            boolean odd = i % 3 == 0;
            all.add(new UUID(odd ? random.nextLong() : Long.rotateLeft(low, 29) ^ 0x1234567890abcdefL, low));
        }
        for (UUID one : all) {
            assertThat(index.find(one.getMostSignificantBits(), one.getLeastSignificantBits()))
                    .isEqualTo(-1);
            assertThat(index.add(one.getMostSignificantBits(), one.getLeastSignificantBits()))
                    .isEqualTo(-1);
            expected.put(one, expected.size());
            UUID known = all.get(random.nextInt(expected.size()));
            assertThat(index.add(known.getMostSignificantBits(), known.getLeastSignificantBits()))
                    .isEqualTo(expected.get(known));
        }
        assertThat(index.size()).isEqualTo(20_000);
        for (UUID one : all) {
            assertThat(index.find(one.toString())).isEqualTo(expected.get(one));
        }
    }

    @Test
    void textsMadeToCollideStayOutsideBeyondABound() {
        TextPool pool = new TextPool(1 << 20);
        Random random = new Random(1);
        long start = 0x9E3779B97F4A7C15L << 4;
        int taken = 0;
        for (int i = 0; i < 5_000; i++) {
            long first = random.nextLong();
            int upper = random.nextInt();
            long last = ((long) upper << 32) | ((upper ^ 0x12345678) & 0xffffffffL);
            byte[] text = ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(first)
                    .putLong(unmix(unmix(last)) ^ mix(start ^ first))
                    .array();
            int number = pool.number(text, 0, 16);
            taken += number >= 0 ? 1 : 0;
            assertThat(pool.number(text, 0, 16)).isEqualTo(number);
        }
        assertThat(taken).isEqualTo(pool.size()).isBetween(50, 100);
        byte[] plain = "plain".getBytes(StandardCharsets.UTF_8);
        assertThat(pool.text(pool.number(plain, 0, plain.length))).isEqualTo("plain");
    }

    private static long mix(long value) {
        long mixed = value * FACTOR;
        return mixed ^ mixed >>> 32;
    }

    /** The value that {@link #mix} takes there: the shift undone, times the inverse of the factor by Newton's steps. */
    private static long unmix(long mixed) {
        long inverse = FACTOR;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - FACTOR * inverse;
        }
        return (mixed ^ mixed >>> 32) * inverse;
    }

    @Test
    void identifiersArePackedByTheirHalves() {
        long[] uuid = new long[2];
        for (String text : List.of(
                "00000000-0000-4000-8000-000000000001",
                "ffffffff-ffff-5fff-bfff-ffffffffffff",
                "0123abcd-4567-1def-89ab-cdef01234567")) {
            assertThat(Uuids.parse(text, uuid)).isTrue();
            assertThat(new UUID(uuid[0], uuid[1])).hasToString(text);
            assertThat(Uuids.isUsual(uuid[0], uuid[1])).isTrue();
        }
        for (String text : List.of(
                "00000000-0000-4000-8000-00000000000G",
                "00000000-0000-4000-8000-00000000000A",
                "00000000-0000-4000-8000-0000000000011",
                "000000000-000-4000-8000-000000000001",
                "")) {
            assertThat(Uuids.parse(text, uuid)).as(text).isFalse();
        }
        for (String text : List.of("00000000-0000-7000-8000-000000000001", "00000000-0000-4000-c000-000000000001")) {
            assertThat(Uuids.parse(text, uuid)).isTrue();
            assertThat(Uuids.isUsual(uuid[0], uuid[1])).as(text).isFalse();
        }
    }
}
