package org.iltlib.examples.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;

/** Elections drawn from a seed: three blocs of Plackett–Luce voters, who stop after 1 to all ranks. */
public final class DrawnElections {
    private DrawnElections() {}

    /** Writes the same ballots as BLT and as soi. */
    public static void write(int ballots, int alternatives, Path blt, Path soi) {
        Random random = new Random(42);
        Blocs blocs = new Blocs(alternatives, random);
        try (OutputStream first = new BufferedOutputStream(Files.newOutputStream(blt), 1 << 16);
                OutputStream second = new BufferedOutputStream(Files.newOutputStream(soi), 1 << 16)) {
            print(first, alternatives + " 5\n");
            print(second, "# NUMBER ALTERNATIVES: " + alternatives + "\n# DATA TYPE: soi\n");
            for (int x = 1; x <= alternatives; x++) {
                print(second, "# ALTERNATIVE NAME " + x + ": a" + x + "\n");
            }
            StringBuilder line = new StringBuilder();
            for (int b = 0; b < ballots; b++) {
                int[] ranks = blocs.draw(random);
                line.setLength(0);
                for (int x : ranks) {
                    line.append(x + 1).append(' ');
                }
                print(first, "1 " + line + "0\n");
                print(second, "1: " + line.toString().strip().replace(" ", ", ") + "\n");
            }
            print(first, "0\n");
            for (int x = 1; x <= alternatives; x++) {
                print(first, "\"a" + x + "\"\n");
            }
            print(first, "\"Drawn\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Ballots drawn from three blocs. */
    public static Profile profile(int ballots, int alternatives, Random random) {
        Profile.Builder builder = Profile.builder(
                IntStream.range(0, alternatives).mapToObj(x -> "a" + x).toList());
        Blocs blocs = new Blocs(alternatives, random);
        for (int b = 0; b < ballots; b++) {
            builder.add(Ranking.of(blocs.draw(random)), 1);
        }
        return builder.build();
    }

    /** Margins of {@code alternatives} alternatives, each pair drawn by itself. */
    public static Margins margins(int alternatives) {
        Random random = new Random(3);
        long[][] above = new long[alternatives][alternatives];
        for (int x = 0; x < alternatives; x++) {
            for (int y = 0; y < x; y++) {
                above[x][y] = random.nextInt(1_001);
                above[y][x] = 1_000 - above[x][y];
            }
        }
        return Margins.ofMatrix(
                IntStream.range(0, alternatives).mapToObj(x -> "a" + x).toList(), above);
    }

    /** 100 voters who approve each of 30 alternatives with one chance in five. */
    public static ApprovalProfile approvals() {
        Random random = new Random(5);
        ApprovalProfile.Builder builder = ApprovalProfile.builder(
                IntStream.range(0, 30).mapToObj(x -> "a" + x).toList());
        for (int voter = 0; voter < 100; voter++) {
            List<Integer> approved = new ArrayList<>();
            for (int x = 0; x < 30; x++) {
                if (random.nextInt(5) == 0) {
                    approved.add(x);
                }
            }
            builder.add(1, approved);
        }
        return builder.build();
    }

    /** Three blocs of voters, each with its own strengths of the alternatives. */
    private static final class Blocs {
        private final double[][] strengths;

        Blocs(int alternatives, Random random) {
            strengths = new double[3][alternatives];
            for (double[] bloc : strengths) {
                for (int x = 0; x < alternatives; x++) {
                    bloc[x] = 2 * random.nextGaussian();
                }
            }
        }

        /** A ranking by falling strength plus a Gumbel variable: Plackett–Luce; cut off anywhere. */
        int[] draw(Random random) {
            double[] bloc = strengths[random.nextInt(strengths.length)];
            double[] keys = new double[bloc.length];
            for (int x = 0; x < keys.length; x++) {
                keys[x] = bloc[x] - Math.log(-Math.log(random.nextDouble() + 1e-18));
            }
            int length = 1 + random.nextInt(bloc.length);
            return IntStream.range(0, bloc.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(x -> -keys[x]))
                    .limit(length)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }
}
