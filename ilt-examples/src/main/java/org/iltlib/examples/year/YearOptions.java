package org.iltlib.examples.year;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iltlib.examples.CommandLine;
import org.iltlib.examples.UsageException;
import org.immutables.value.Value;

/** What the user may choose about the year. */
@Value.Immutable
public abstract class YearOptions {
    /** One line for each option. */
    public static final String USAGE = """
            Tells one school year of a leadership team, on the data of Project STAR, and writes year.html and record.jsonl.

              --school N    the school, one of the study's 80 (51)
              --out DIR     the folder to write into; made if absent (year)
              --store URI   where the record is kept: mem: or jdbc:h2:./folder/name (mem:)
              --seed N      for what is simulated: votes, turns at talk, permutations (1985)
              --data FILE   another copy of the study's CSV, plain or gzip (the one inside)
              --help        this text""";

    YearOptions() {}

    /** The number of the school in the study. */
    public abstract long school();

    /** The folder to write into. */
    public abstract Path out();

    /** Where the record is kept. */
    public abstract String store();

    /** For what is simulated. */
    public abstract long seed();

    /** Another copy of the study's file. */
    public abstract Optional<Path> data();

    /**
     * Reads the command line.
     *
     * @throws UsageException with one line that says what was expected
     */
    public static YearOptions parse(String[] args) {
        CommandLine line = CommandLine.parse(args, List.of("school", "out", "store", "seed", "data"));
        Path out = path(line.find("out").orElse("year"), "out");
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new UsageException("Option --out is \"" + out + "\", which is a file. Expected a folder.");
        }
        Optional<Path> data = line.find("data").map(text -> path(text, "data"));
        data.ifPresent(file -> {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new UsageException("Option --data is \"" + file + "\", which is not a readable file."
                        + " Expected the study's CSV, plain or gzip. Maybe the path is relative to another folder.");
            }
        });
        return new Builder()
                .school(line.number("school", 51))
                .out(out)
                .store(line.find("store").orElse("mem:"))
                .seed(line.number("seed", 1985))
                .data(data)
                .build();
    }

    private static Path path(String text, String option) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("Option --" + option + " is not a path on this system: " + e.getReason() + ".", e);
        }
    }

    /** Builds the options. */
    public static final class Builder extends ImmutableYearOptions.Builder {
        Builder() {}
    }
}
