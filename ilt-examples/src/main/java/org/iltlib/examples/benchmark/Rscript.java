package org.iltlib.examples.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * R, where it is installed. A script stands beside this class, gets files and numbers as arguments, and prints lines of
 * a name and a number, which are what comes of it.
 */
public final class Rscript {
    private static final String COMMAND = "Rscript";
    private static final long MINUTES = 30;

    private Rscript() {}

    /** R, if it answers and has all of these packages. */
    public static Optional<Rscript> find(String... packages) {
        StringBuilder test = new StringBuilder("q(status = 1L * !all(c(TRUE");
        for (String name : packages) {
            test.append(", requireNamespace('").append(name).append("', quietly = TRUE)");
        }
        try {
            Process process = new ProcessBuilder(
                            COMMAND, "--vanilla", "-e", test.append(")))").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0
                    ? Optional.of(new Rscript())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * What the script printed, by name.
     *
     * @param script its file name beside this class
     * @throws IllegalStateException if it fails; the message holds the end of what R said
     */
    public Map<String, Double> run(String script, Object... arguments) {
        try {
            Path file = Files.createTempFile("ilt-", ".R");
            try (InputStream text = Rscript.class.getResourceAsStream(script)) {
                if (text == null) {
                    throw new IllegalArgumentException("There is no script " + script + ".");
                }
                Files.write(file, text.readAllBytes());
                List<String> command = new ArrayList<>(List.of(COMMAND, "--vanilla", file.toString()));
                for (Object argument : arguments) {
                    command.add(argument.toString());
                }
                return results(script, command);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while R was running " + script, e);
        }
    }

    private static Map<String, Double> results(String script, List<String> command)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("R could not run " + script + ": "
                    + said.substring(Math.max(0, said.length() - 500)).strip());
        }
        Map<String, Double> results = new LinkedHashMap<>();
        said.lines().forEach(line -> {
            String[] words = line.strip().split("\\s+", 3);
            if (words.length == 2) {
                try {
                    results.put(words[0], Double.valueOf(words[1]));
                } catch (NumberFormatException e) {
                    // a remark of R's own
                }
            }
        });
        return results;
    }
}
