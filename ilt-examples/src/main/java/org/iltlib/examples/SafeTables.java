package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.privacy.CrossTable;
import org.iltlib.analytics.privacy.PrivacyPolicies;
import org.iltlib.analytics.privacy.PrivacyPolicy;
import org.iltlib.analytics.privacy.ReleaseLedger;
import org.iltlib.analytics.privacy.ReleaseNote;
import org.iltlib.analytics.privacy.SafeCells;
import org.iltlib.analytics.privacy.Suppressor;
import org.iltlib.analytics.privacy.TableRequest;
import org.iltlib.examples.safe.PeopleFile;
import org.iltlib.examples.safe.SafeReport;
import org.iltlib.form.CanonicalJson;

/**
 * Prints a table of a file of people in which small groups, and whatever would give them away, are withheld: with the
 * reasons, and with what the best attack can prove.
 *
 * <pre>{@code
 * java … org.iltlib.examples.SafeTables students.csv --by grade,learner --policy california --page table.html
 * }</pre>
 *
 * <p>With a ledger the table is protected together with all that was published before of that population, on whatever
 * file; and it is printed only after the ledger was written.
 */
public final class SafeTables {
    static final String USAGE = "SafeTables DATA.csv --by COLUMN,COLUMN… --policy NAME [--measure COLUMN [--cut SCORE]]"
            + " [--ledger FILE --population WORDS --date YYYY-MM-DD [--weaker allowed]] [--page FILE]. NAME is one of "
            + String.join(
                    ", ",
                    PrivacyPolicies.all().stream().map(PrivacyPolicy::name).toList()) + ".";

    private static final String REACHED = " ≥ ";

    private SafeTables() {}

    /** Prints the table; ends with code 0, or with 2 and one line of explanation if options or file cannot be used. */
    public static void main(String[] args) {
        Console.exit(args, SafeTables::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to; 1 if nothing safe can be released. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            if (args.length == 0 || args[0].startsWith("--")) {
                throw new UsageException("A file of people is missing. Expected " + USAGE);
            }
            CommandLine line = CommandLine.parse(
                    Arrays.copyOfRange(args, 1, args.length),
                    List.of("by", "policy", "measure", "cut", "ledger", "population", "date", "weaker", "page"));
            return report(line, Path.of(args[0]), out);
        } catch (UsageException e) {
            err.println(PlainText.line(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            err.println(PlainText.line(String.valueOf(e.getMessage())));
        }
        return 2;
    }

    private static int report(CommandLine line, Path file, PrintStream out) {
        List<String> by = List.of(needed(line, "by").split(",", -1));
        PrivacyPolicy policy = PrivacyPolicies.get(needed(line, "policy"));
        Optional<Double> cut = line.find("cut").map(SafeTables::number);
        if (cut.isPresent() && line.find("measure").isEmpty()) {
            throw new UsageException("Option --cut is given without --measure. Expected the column of scores.");
        }
        Optional<Path> ledgerFile = line.find("ledger").map(Path::of);
        Optional<Path> page = line.find("page").map(Path::of);
        apart("data and ledger", file, ledgerFile);
        apart("data and page", file, page);
        ledgerFile.ifPresent(path -> apart("ledger and page", path, page));
        PeopleFile people = PeopleFile.read(file);
        TableRequest request = TableRequest.of(
                line.find("measure").map(column -> measure(column, cut)).orElse(""), by);
        ReleaseLedger ledger = ledgerFile.map(SafeTables::read).orElse(ReleaseLedger.EMPTY);
        ReleaseNote.Builder note = ReleaseNote.builder();
        note.name("release " + (ledger.notes().size() + 1));
        note.population(ledgerFile.isPresent() ? needed(line, "population") : people.name());
        note.data(people.digest()).policy(policy.name()).addTables(request);
        note.date(ledgerFile.isPresent() ? date(needed(line, "date")) : LocalDate.EPOCH);
        ReleaseNote next = note.build();
        ledger.notes().forEach(before -> compare(before, request, policy, line.find("weaker")));
        SafeCells cells = ledger.protect(next, Suppressor.of(policy), wanted -> tabulate(people, wanted));
        if (!cells.isSafe()) {
            out.println("Nothing may be released: what was published before gives something away already, or nothing"
                    + " safe was found within the limit of work. Maybe ask for fewer columns.");
            return 1;
        }
        SafeReport report = new SafeReport(tabulate(people, request), cells, sentence(request));
        String text = report.text();
        ledgerFile.ifPresent(path ->
                write(path, CanonicalJson.write(ReleaseLedger.FORM.write(ledger.with(ledger.release(next, cells))))));
        page.ifPresent(path -> write(
                path,
                report.page(people.name() + " by " + String.join(", ", by)).toHtml()));
        out.print(PlainText.of(text));
        return 0;
    }

    /** The column with the score to reach: tables of another score to reach are other tables. */
    private static String measure(String column, Optional<Double> cut) {
        if (column.contains(REACHED)) {
            throw new UsageException(
                    "The column \"" + column + "\" has \"" + REACHED + "\" in its name. Maybe rename it.");
        }
        return column + cut.map(score -> REACHED + score).orElse("");
    }

    private static String column(String measure) {
        int at = measure.indexOf(REACHED);
        return at < 0 ? measure : measure.substring(0, at);
    }

    private static List<CrossTable> tabulate(PeopleFile people, TableRequest request) {
        String column = column(request.measure());
        Optional<Double> cut = column.equals(request.measure())
                ? Optional.empty()
                : Optional.of(number(request.measure().substring(column.length() + REACHED.length())));
        return people.tabulate(new TableRequest(column, request.by(), request.only()), cut);
    }

    /** Refuses what an earlier release of the ledger does not go with. */
    private static void compare(
            ReleaseNote before, TableRequest request, PrivacyPolicy policy, Optional<String> weaker) {
        for (TableRequest earlier : before.tables()) {
            boolean same = earlier.measure().equals(request.measure());
            if (!request.measure().isEmpty()
                    && !same
                    && column(earlier.measure()).equals(column(request.measure()))) {
                throw new UsageException("The ledger has \"" + earlier.measure() + "\" and \"" + request.measure()
                        + "\" is asked for. Expected one score to reach, since the difference of two tells of those"
                        + " between them.");
            }
        }
        boolean isWeaker = PrivacyPolicies.find(before.policy())
                .filter(then -> policy.minimumN() < then.minimumN()
                        || policy.minimumNumerator() < then.minimumNumerator()
                        || policy.minimumComplement() < then.minimumComplement()
                        || (policy.zeroShown() && !then.zeroShown())
                        || (policy.countsShown() && !then.countsShown()))
                .isPresent();
        if (isWeaker && !weaker.equals(Optional.of("allowed"))) {
            throw new UsageException("The policy " + policy.name() + " is weaker than " + before.policy() + " of \""
                    + before.name() + "\". Expected one at least as strict. Maybe add --weaker allowed.");
        }
    }

    private static void apart(String what, Path one, Optional<Path> other) {
        if (other.isPresent() && real(one).equals(real(other.get()))) {
            throw new UsageException("The same file is given as " + what + ". Expected two files.");
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** Who is counted, without a number: the table withholds some. */
    private static String sentence(TableRequest request) {
        return request.measure().isEmpty()
                ? "Everybody in the file is counted."
                : "Counted is who has a " + column(request.measure()) + ".";
    }

    private static ReleaseLedger read(Path path) {
        if (!Files.exists(path)) {
            return ReleaseLedger.EMPTY;
        }
        try {
            return ReleaseLedger.FORM.read(CanonicalJson.read(Files.readString(path)));
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("The ledger " + path + " cannot be read. Maybe it is another file.", e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UsageException("The file " + path + " cannot be written. Maybe its folder is missing.", e);
        }
    }

    private static String needed(CommandLine line, String option) {
        return line.find(option)
                .orElseThrow(() -> new UsageException("Option --" + option + " is missing. Expected " + USAGE));
    }

    private static double number(String text) {
        return PeopleFile.number(text)
                .orElseThrow(() -> new UsageException("Option --cut is \"" + text + "\". Expected a number."));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("Option --date is \"" + text + "\". Expected such as 2026-11-28.", e);
        }
    }
}
