package org.iltlib.examples.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.iltlib.choice.Profile;
import org.iltlib.choice.format.Blt;
import org.iltlib.choice.format.PrefLib;
import org.iltlib.examples.benchmark.Duel.Done;

/**
 * Files of ballots read into profiles, beside the bare work on the same bytes: reading them and splitting them into
 * integers, on one thread. Once as it comes, and once in a process of its own with a small heap and one processor.
 */
public final class ReadingRows {
    private ReadingRows() {}

    /** The profile of a file: BLT or PrefLib, by its name. */
    public static Profile profile(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (file.toString().endsWith(".blt") ? Blt.read(in) : PrefLib.read(in)).profile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rate of reading into a profile, the bare work being 1. */
    public static Row measure(Path file, int repeats) throws Exception {
        Duel duel = duel(file, repeats);
        return new Row(
                name(file) + " into a profile",
                duel.ratio(),
                0.5,
                "",
                String.format(
                        Locale.ROOT,
                        "%.3f s, bare %.3f s; %d processors",
                        1 / duel.ours(),
                        1 / duel.bare(),
                        Runtime.getRuntime().availableProcessors()));
    }

    private static Duel duel(Path file, int repeats) throws Exception {
        return Duel.measure(repeats == 1 ? 0 : 5, repeats, () -> () -> read(file), () -> () -> split(file));
    }

    private static String name(Path file) {
        return file.toString().endsWith(".blt") ? "BLT" : "soi";
    }

    private static Done read(Path file) {
        return new Done(profile(file).distinct() > 0 ? 1 : 0, 0);
    }

    private static Done split(Path file) {
        long sum = 0;
        long number = -1;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    int digit = buffer[i] - '0';
                    if (digit >= 0 && digit <= 9) {
                        number = Math.max(0, number) * 10 + digit;
                    } else if (number >= 0) {
                        sum += number;
                        number = -1;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Done(sum > 0 ? 1 : 0, 0);
    }

    /**
     * Whether a process whose whole heap has that size reads the file.
     *
     * @param megabytes the size
     */
    public static Row measureIn(int megabytes, Path file, int repeats) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:ActiveProcessorCount=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadingRows.class.getName(),
                        file.toString(),
                        String.valueOf(repeats)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        boolean done = process.waitFor() == 0;
        return new Row(
                name(file) + " into a profile in a heap of " + megabytes + " MB",
                done ? 1 : 0,
                1,
                "",
                done
                        ? said + " of bare with one processor"
                        : "failed: " + said.lines().findFirst().orElse(""));
    }

    /** Prints the ratio; for the process with a small heap. */
    public static void main(String[] args) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%.2f%n",
                duel(Path.of(args[0]), Integer.parseInt(args[1])).ratio());
    }
}
