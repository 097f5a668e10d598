package org.iltlib.examples.impact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iltlib.examples.CommandLine;
import org.iltlib.examples.UsageException;
import org.immutables.value.Value;

/** What the user asked for. */
@Value.Immutable
public abstract class StarOptions {
    /** One line for each option. */
    public static final String USAGE = """
        ImpactStudy [STAR.csv]: re-analyses Project STAR; without a file, the copy that comes with the examples.

          --draws NUMBER   assignments drawn by the randomisation test (999)
          --seed NUMBER    the seed of all chance (7)
          --page FILE      writes the report as one page of HTML
          --help           this text\
        """;

    private static final long MOST_DRAWS = 1_000_000;

    StarOptions() {}

    /** The file; empty for the copy inside. */
    public abstract Optional<Path> data();

    /** How many assignments are drawn. */
    public abstract int draws();

    /** The seed. */
    public abstract long seed();

    /** Where to write the page. */
    public abstract Optional<Path> page();

    /**
     * Reads the command line.
     *
     * @throws UsageException with one line that says what was expected
     */
    public static StarOptions parse(List<String> words) {
        boolean named = !words.isEmpty() && !words.get(0).startsWith("--");
        CommandLine line = CommandLine.parse(
                words.subList(named ? 1 : 0, words.size()).toArray(String[]::new), List.of("draws", "seed", "page"));
        long draws = line.number("draws", 999);
        if (draws < 1 || draws > MOST_DRAWS) {
            throw new UsageException("Option --draws is " + draws + ". Expected 1 to " + MOST_DRAWS + ".");
        }
        Optional<Path> page = line.find("page").map(text -> path(text, "page"));
        if (named && page.filter(place -> isSame(file(words.get(0)), place)).isPresent()) {
            throw new UsageException("Option --page names the file of data itself. Expected another file.");
        }
        return new Builder()
                .data(named ? Optional.of(file(words.get(0))) : Optional.empty())
                .draws((int) draws)
                .seed(line.number("seed", 7))
                .page(page)
                .build();
    }

    private static Path file(String text) {
        Path file = path(text, "data");
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("The file of data, \"" + text
                    + "\", cannot be read. Maybe the path is relative to another folder.");
        }
        return file;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UsageException("The path of page, \"" + other + "\", cannot be looked at.", e);
        }
    }

    private static Path path(String text, String name) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("The path of " + name + ", \"" + text + "\", is no path here.", e);
        }
    }

    static final class Builder extends ImmutableStarOptions.Builder {
        Builder() {}
    }
}
