package org.iltlib.evidence.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A pool of labels against a map and a sorted set of texts. */
class LabelPoolProperties {

    @Provide
    Arbitrary<List<String>> labels() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<String> alike =
                Arbitraries.strings().withChars("ab\u0000é\uD83D\uDE00").ofMaxLength(30);
        Arbitrary<String> ids = Arbitraries.integers().between(0, 3000).map(i -> "school/S%08d".formatted(i));
        return Arbitraries.oneOf(
                any.list().ofMaxSize(60),
                alike.list().ofMaxSize(300),
                ids.list().ofMaxSize(600));
    }

    private static int code(LabelPool pool, String label) {
        byte[] encoded = Texts.encoded(label);
        byte[] bytes = Arrays.copyOf(encoded, encoded.length + Long.BYTES);
        return pool.codeOf(bytes, 0, encoded.length, LabelPool.hash(bytes, 0, encoded.length));
    }

    @Property(tries = 500)
    void aPoolIsAMapAndItsSortedLabelsAreASortedSet(@ForAll("labels") List<String> labels) {
        LabelPool pool = new LabelPool();
        Map<String, Integer> codes = new HashMap<>();
        for (String label : labels) {
            codes.putIfAbsent(label, codes.size());
            assertThat(code(pool, label)).isEqualTo(codes.get(label));
        }
        assertThat(pool.size()).isEqualTo(codes.size());
        boolean[] wanted = new boolean[pool.size()];
        TreeSet<String> expected = new TreeSet<>();
        codes.forEach((label, code) -> {
            wanted[code] = code % 5 != 3;
            if (wanted[code]) {
                expected.add(label);
            }
        });
        PooledLabels sorted = pool.sorted(wanted);
        assertThat(sorted).containsExactlyElementsOf(expected);
        int[] places = sorted.places(pool.size());
        expected.forEach(
                label -> assertThat(sorted.get(places[codes.get(label)])).isEqualTo(label));
        PooledLabels alone = sorted.alone();
        assertThat(alone).isEqualTo(sorted).hasSameHashCodeAs(List.copyOf(expected));
        assertThat(List.copyOf(expected)).isEqualTo(alone);
        for (String label : labels) {
            assertThat(alone.indexOf(label)).isEqualTo(new ArrayList<>(expected).indexOf(label));
            assertThat(alone.contains(label)).isEqualTo(expected.contains(label));
        }
        assertThat(alone.lastIndexOf("not among them")).isEqualTo(-1);
        assertThat(alone.indexOf("not among them")).isEqualTo(-1);
        assertThat(pool).hasToString(pool.size() + " texts in " + bytes(codes) + " bytes");
    }

    private static int bytes(Map<String, Integer> codes) {
        return codes.keySet().stream()
                .mapToInt(label -> Texts.encoded(label).length)
                .sum();
    }

    @Test
    void labelsOfOneLengthNeedNoEnds() {
        LabelPool pool = new LabelPool();
        for (int i = 0; i < 1000; i++) {
            code(pool, "S%09d".formatted(i * 7919 % 1000));
        }
        boolean[] all = new boolean[1000];
        Arrays.fill(all, true);
        PooledLabels alike = pool.sorted(all);
        assertThat(alike.retainedBytes()).isEqualTo(10_000);
        code(pool, "longer than the others");
        boolean[] more = Arrays.copyOf(all, 1001);
        more[1000] = true;
        assertThat(pool.sorted(more).retainedBytes()).isEqualTo(10_000 + 22 + 4 * 1001);
        assertThat(pool.sorted(more)).isNotEqualTo(alike).isSortedAccordingTo(String::compareTo);
    }

    @Test
    void labelsThatBeginAlikeForLongAreSortedToo() {
        LabelPool pool = new LabelPool();
        TreeSet<String> expected = new TreeSet<>();
        for (int i = 0; i < 400; i++) {
            String label = "district ".repeat(i % 4) + "x".repeat(i);
            expected.add(label);
            code(pool, label);
        }
        boolean[] all = new boolean[pool.size()];
        Arrays.fill(all, true);
        assertThat(pool.sorted(all)).containsExactlyElementsOf(expected);
    }
}
