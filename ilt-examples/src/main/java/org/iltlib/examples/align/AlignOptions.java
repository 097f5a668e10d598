package org.iltlib.examples.align;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.examples.CommandLine;
import org.iltlib.examples.UsageException;
import org.immutables.value.Value;

/** What the user asked for. */
@Value.Immutable
public abstract class AlignOptions {
    /** One line for each option. */
    public static final String USAGE = """
            AlignCurriculum PACKAGE.json: a CASE package of version 1.0 or 1.1.

              --blueprint FILE   what the assessment is to ask for: columns topic, demand, weight
              --judgements FILE  what raters say of items: columns rater, item, standard and, if known, demand,
                                 secondary (codes between semicolons), generic, challenge, role, round
              --edges FILE       what is needed before what: columns from_code and to_code, or from and to
              --scale NAME       the scale of demand: DOK (unless said), Bloom, SEC mathematics, SEC language,
                                 SEC science; demands are its levels by name or by place
              --round NUMBER     the round of judging to report on (1)
              --standard CODE    the standard whose progression is drawn (the one that most rests on)
              --page FILE        writes the report as one page of HTML
              --help             this text

            Topics and standards are given by their codes; other spellings of Common Core codes are understood.""";

    AlignOptions() {}

    /** The package. */
    public abstract Path source();

    /** The blueprint. */
    public abstract Optional<Path> blueprint();

    /** The judgments. */
    public abstract Optional<Path> judgements();

    /** The steps. */
    public abstract Optional<Path> edges();

    /** The scale of demand. */
    public abstract DemandScale scale();

    /** The round of judging. */
    public abstract int round();

    /** The code of the standard whose progression is drawn. */
    public abstract Optional<String> standard();

    /** Where to write the page. */
    public abstract Optional<Path> page();

    /**
     * Reads the command line.
     *
     * @throws UsageException with one line that says what was expected
     */
    public static AlignOptions parse(List<String> words) {
        if (words.isEmpty() || words.get(0).startsWith("--")) {
            throw new UsageException("A CASE package is missing. Expected AlignCurriculum PACKAGE.json; see --help.");
        }
        CommandLine line = CommandLine.parse(
                words.subList(1, words.size()).toArray(String[]::new),
                List.of("blueprint", "judgements", "edges", "scale", "round", "standard", "page"));
        String scale = line.find("scale").orElse("DOK");
        long round = line.number("round", 1);
        if (round < 1 || round > 1000) {
            throw new UsageException("Option --round is " + round + ". Expected 1 or more.");
        }
        if (line.find("standard").isPresent() && line.find("edges").isEmpty()) {
            throw new UsageException("Option --standard is given without --edges. Expected both.");
        }
        if (line.find("standard").filter(String::isBlank).isPresent()) {
            throw new UsageException("Option --standard is empty. Expected the code of a standard.");
        }
        AlignOptions options = new Builder()
                .source(file(words.get(0), "package"))
                .blueprint(line.find("blueprint").map(text -> file(text, "blueprint")))
                .judgements(line.find("judgements").map(text -> file(text, "judgements")))
                .edges(line.find("edges").map(text -> file(text, "edges")))
                .scale(DemandScale.findKnown(scale)
                        .orElseThrow(() -> new UsageException("Option --scale is \"" + scale
                                + "\". Expected DOK, Bloom, SEC mathematics, SEC language or SEC science.")))
                .round((int) round)
                .standard(line.find("standard"))
                .page(line.find("page").map(text -> path(text, "page")))
                .build();
        options.refuseOverwriting();
        return options;
    }

    private void refuseOverwriting() {
        if (page().filter(Files::exists).isEmpty()) {
            return;
        }
        List<Path> read = new ArrayList<>(List.of(source()));
        Stream.of(blueprint(), judgements(), edges()).flatMap(Optional::stream).forEach(read::add);
        for (Path one : read) {
            try {
                if (Files.isSameFile(one, page().get())) {
                    throw new UsageException(
                            "Option --page is " + page().get() + ", which is read, too. Expected a file of its own.");
                }
            } catch (IOException e) {
                throw new UsageException("The page cannot be compared with the files that are read.", e);
            }
        }
    }

    private static Path file(String text, String name) {
        Path file = path(text, name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("The file of " + name + ", \"" + text
                    + "\", cannot be read. Maybe the path is relative to another folder.");
        }
        return file;
    }

    private static Path path(String text, String name) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("The path of " + name + ", \"" + text + "\", is no path here.", e);
        }
    }

    static final class Builder extends ImmutableAlignOptions.Builder {
        Builder() {}
    }
}
