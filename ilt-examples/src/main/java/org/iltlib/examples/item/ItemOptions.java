package org.iltlib.examples.item;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.CsvRows;
import org.iltlib.examples.CommandLine;
import org.iltlib.examples.UsageException;
import org.immutables.value.Value;

/** What the user asked for. */
@Value.Immutable
public abstract class ItemOptions {
    /** One line for each option. */
    public static final String USAGE = """
            ItemAnalysis RESPONSES.csv: a row for each student, a column for each item, cells 0, 1, points or empty.

              --student COLUMN   student ids (the first column, if it is called id, student or ends in _id or id)
              --ignore COLUMNS   columns that are no items, between commas
              --blank WHAT       an empty cell is: not-administered (unless said), omitted, or wrong
              --missing TEXTS    other texts that mean the same as an empty cell, between commas
              --key KEY          cells hold letters; the right ones in the order of the items: ACDB or A,C,D,B
              --qmatrix FILE     which item needs which concept: item, then a column of 0 and 1 for each concept
              --group COLUMN     groups of students, for the fairness of items
              --reference LABEL  the group to compare with (the largest)
              --levels CUTS      cut scores between commas, for the accuracy of levels
              --page FILE        writes the report as one page of HTML
              --help             this text""";

    ItemOptions() {}

    /** The file of responses. */
    public abstract Path responses();

    /** The column of student ids. */
    public abstract Optional<String> student();

    /** Columns that are no items. */
    public abstract List<String> ignored();

    /** What an empty cell means. */
    public abstract MissingReason blank();

    /** Whether an empty cell counts as wrong. */
    public abstract boolean isBlankWrong();

    /** Texts that mean the same as an empty cell. */
    public abstract List<String> missing();

    /** The right answers in the order of the items. */
    public abstract List<String> key();

    /** The file of concepts. */
    public abstract Optional<Path> qmatrix();

    /** The column of groups. */
    public abstract Optional<String> group();

    /** The group to compare with. */
    public abstract Optional<String> reference();

    /** Cut scores. */
    public abstract List<Integer> levels();

    /** Where to write the page. */
    public abstract Optional<Path> page();

    /**
     * Reads the command line.
     *
     * @throws UsageException with one line that says what was expected
     */
    public static ItemOptions parse(List<String> words) {
        if (words.isEmpty() || words.get(0).startsWith("--")) {
            throw new UsageException(
                    "A file of responses is missing. Expected ItemAnalysis RESPONSES.csv; see --help.");
        }
        CommandLine line = CommandLine.parse(
                words.subList(1, words.size()).toArray(String[]::new),
                List.of(
                        "student",
                        "ignore",
                        "blank",
                        "missing",
                        "key",
                        "qmatrix",
                        "group",
                        "reference",
                        "levels",
                        "page"));
        String blank = line.find("blank").orElse("not-administered");
        if (!List.of("not-administered", "omitted", "wrong").contains(blank)) {
            throw new UsageException(
                    "Option --blank is \"" + blank + "\". Expected not-administered, omitted or wrong.");
        }
        if (line.find("reference").isPresent() && line.find("group").isEmpty()) {
            throw new UsageException("Option --reference is given without --group. Expected both.");
        }
        return new Builder()
                .responses(file(words.get(0), "responses"))
                .student(line.find("student").map(CsvRows::label))
                .ignored(split(line.find("ignore")))
                .blank(blank.equals("not-administered") ? MissingReason.NOT_ADMINISTERED : MissingReason.OMITTED)
                .isBlankWrong(blank.equals("wrong"))
                .missing(split(line.find("missing")))
                .key(key(line.find("key")))
                .qmatrix(line.find("qmatrix").map(text -> file(text, "qmatrix")))
                .group(line.find("group").map(CsvRows::label))
                .reference(line.find("reference").map(CsvRows::label))
                .levels(split(line.find("levels")).stream()
                        .map(ItemOptions::cut)
                        .toList())
                .page(line.find("page").map(text -> path(text, "page")))
                .build();
    }

    private static List<String> split(Optional<String> text) {
        return text.map(words -> List.of(words.split(",", -1))).orElse(List.of()).stream()
                .map(CsvRows::label)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> key(Optional<String> text) {
        return text.filter(words -> !words.contains(","))
                .map(words -> words.codePoints().mapToObj(Character::toString).toList())
                .orElseGet(() -> split(text));
    }

    private static int cut(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UsageException("Option --levels holds \"" + text + "\". Expected whole numbers.", e);
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

    static final class Builder extends ImmutableItemOptions.Builder {
        Builder() {}
    }
}
