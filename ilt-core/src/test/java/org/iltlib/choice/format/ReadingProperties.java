package org.iltlib.choice.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.choice.Profile;
import org.junit.jupiter.api.Test;

/** Files long enough for the quick way through plain lines, against a reference that only splits text. */
class ReadingProperties {
    /** Ballots of one file: weights and orders. */
    private record Drawn(List<Long> weights, List<List<Integer>> orders, int alternatives) {
        /** The distinct orders as first met, each with its weight; what a profile must hold. */
        Map<List<Integer>, Long> merged() {
            Map<List<Integer>, Long> merged = new LinkedHashMap<>();
            for (int b = 0; b < weights.size(); b++) {
                if (!orders.get(b).isEmpty()) {
                    merged.merge(orders.get(b), weights.get(b), Long::sum);
                }
            }
            return merged;
        }
    }

    private static Drawn draw(Random random, int alternatives, int ballots) {
        List<Long> weights = new ArrayList<>();
        List<List<Integer>> orders = new ArrayList<>();
        for (int b = 0; b < ballots; b++) {
            List<Integer> all =
                    new ArrayList<>(IntStream.range(0, alternatives).boxed().toList());
            Collections.shuffle(all, random);
            int few = random.nextInt(4) == 0 ? alternatives : Math.min(alternatives, 3);
            orders.add(List.copyOf(all.subList(0, random.nextInt(few + 1))));
            weights.add(random.nextInt(3) == 0 ? 1L + random.nextInt(2_000_000_000) : 1L);
        }
        return new Drawn(weights, orders, alternatives);
    }

    /** Now and then a blank more, a leading zero, a comment or an empty line. */
    private static String blt(Drawn drawn, Random random, String lineEnd) {
        StringBuilder text = new StringBuilder(drawn.alternatives() + " 1" + lineEnd);
        for (int b = 0; b < drawn.weights().size(); b++) {
            boolean odd = random.nextInt(8) == 0;
            text.append(odd ? "# note" + lineEnd + " " : "")
                    .append(drawn.weights().get(b));
            for (int x : drawn.orders().get(b)) {
                text.append(odd ? "  0" : " ").append(x + 1);
            }
            text.append(odd ? " 0 " : " 0").append(lineEnd);
        }
        return text.append("0").append(lineEnd).toString();
    }

    private static String soi(Drawn drawn, Random random, String lineEnd) {
        StringBuilder text = new StringBuilder("# NUMBER ALTERNATIVES: " + drawn.alternatives() + lineEnd);
        for (int b = 0; b < drawn.weights().size(); b++) {
            if (!drawn.orders().get(b).isEmpty()) {
                String comma = random.nextInt(8) == 0 ? " ,  " : random.nextBoolean() ? ", " : ",";
                text.append(drawn.weights().get(b)).append(random.nextBoolean() ? ": " : ":");
                text.append(String.join(
                        comma,
                        drawn.orders().get(b).stream()
                                .map(x -> String.valueOf(x + 1))
                                .toList()));
                text.append(lineEnd);
            }
        }
        return text.toString();
    }

    /** A stream that gives a few bytes at a time. */
    private static InputStream slowly(String text, int most) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, most));
            }
        };
    }

    private static void assertHolds(Drawn drawn, Profile profile) {
        List<Map.Entry<List<Integer>, Long>> expected =
                List.copyOf(drawn.merged().entrySet());
        assertThat(profile.distinct()).isEqualTo(expected.size());
        for (int b = 0; b < expected.size(); b++) {
            assertThat(profile.ranking(b).ranks())
                    .isEqualTo(expected.get(b).getKey().stream().map(List::of).toList());
            assertThat(profile.weight(b)).isEqualTo(expected.get(b).getValue());
        }
    }

    @Property(tries = 60)
    void longFilesHoldTheBallotsThatTheirTextShowsInTheOrderFirstMet(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 130) int alternatives,
            @ForAll @IntRange(min = 1, max = 5_000) int chunk,
            @ForAll boolean windows) {
        Random random = new Random(seed);
        Drawn drawn = draw(random, alternatives, 1 + random.nextInt(3_000));
        String lineEnd = windows ? "\r\n" : "\n";
        assertHolds(drawn, Blt.read(slowly(blt(drawn, random, lineEnd), chunk)).profile());
        assertHolds(
                drawn, PrefLib.read(slowly(soi(drawn, random, lineEnd), chunk)).profile());
    }

    @Test
    void aFaultAfterManyPlainLinesIsReportedOnItsLine() {
        String blt = "3 1\n" + "1 1 2 3 0\n".repeat(20_000);
        String after = "1 3 2 0\n".repeat(500) + "0\n";
        assertRefused(Blt::read, blt + "1 1 4 0\n" + after, 20_002, "There is no alternative 4");
        assertRefused(Blt::read, blt + "1 2 2 0\n" + after, 20_002, "twice");
        assertRefused(Blt::read, blt + "x 2 0\n" + after, 20_002, "'x'");
        String soi = "# NUMBER ALTERNATIVES: 3\n# DATA TYPE: soi\n" + "1: 1, 2, 3\n".repeat(20_000);
        String rest = "1: 3, 2\n".repeat(500);
        assertRefused(PrefLib::read, soi + "1: 1, 4\n" + rest, 20_003, "There is no alternative 3");
        assertRefused(PrefLib::read, soi + "1: 1, 0\n" + rest, 20_003, "There is no alternative 0");
        assertRefused(PrefLib::read, soi + "1: 2, 2\n" + rest, 20_003, "twice");
        assertRefused(PrefLib::read, soi + "1: {1, 2}\n" + rest, 20_003, "A tie");
        assertRefused(PrefLib::read, soi + "1: 1,\n" + rest, 20_003, "after the comma");
    }

    private interface Reader {
        RankedElection read(InputStream in);
    }

    private static void assertRefused(Reader reader, String text, int line, String why) {
        assertThatThrownBy(() -> reader.read(slowly(text, 4_096)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(String.valueOf(line))
                .hasMessageContaining(why);
    }
}
