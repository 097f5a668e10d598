package org.iltlib.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 */
public final class SafeTables {
    static final String USAGE = "SafeTables DATA.csv --by COLUMN,COLUMN… --policy NAME [--measure COLUMN [--cut SCORE]]"
            + " [--ledger FILE --date YYYY-MM-DD] [--page FILE]. NAME is one of "
            + String.join(
                    ", ",
                    PrivacyPolicies.all().stream().map(PrivacyPolicy::name).toList()) + ".";

    private SafeTables() {}

    /** Prints the table; ends with code 0, or with 2 and one line of explanation if options or file cannot be used. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
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
                    List.of("by", "policy", "measure", "cut", "ledger", "date", "page"));
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
        PeopleFile people = PeopleFile.read(file);
        TableRequest request = TableRequest.of(line.find("measure").orElse(""), by);
        Optional<Path> ledgerFile = line.find("ledger").map(Path::of);
        ReleaseLedger ledger = ledgerFile.map(SafeTables::read).orElse(ReleaseLedger.EMPTY);
        ReleaseNote.Builder note = ReleaseNote.builder();
        note.name("release " + (ledger.notes().size() + 1)).population(people.name());
        note.data(people.digest()).policy(policy.name()).addTables(request);
        note.date(ledgerFile.isPresent() ? date(needed(line, "date")) : LocalDate.EPOCH);
        ReleaseNote next = note.build();
        SafeCells cells = ledger.protect(next, Suppressor.of(policy), wanted -> people.tabulate(wanted, cut));
        SafeReport report = new SafeReport(people.tabulate(request, cut), cells, sentence(people, request, policy));
        out.print(PlainText.of(report.text()));
        if (!cells.isSafe()) {
            out.println("Nothing may be released: what was published before gives something away already.");
            return 1;
        }
        ledgerFile.ifPresent(path ->
                write(path, CanonicalJson.write(ReleaseLedger.FORM.write(ledger.with(ledger.release(next, cells))))));
        line.find("page")
                .ifPresent(page -> write(
                        Path.of(page),
                        report.page(people.name() + " by " + String.join(", ", by))
                                .toHtml()));
        return 0;
    }

    private static String sentence(PeopleFile people, TableRequest request, PrivacyPolicy policy) {
        if (!request.measure().isEmpty() && !policy.countsShown()) {
            return "Counted is who has a " + request.measure() + "; how many that are is not said under this policy.";
        }
        return request.measure().isEmpty()
                ? "All " + people.size() + " people of the file are counted."
                : "Counted are " + (people.size() - people.without(request.measure())) + " of " + people.size()
                        + " people; " + people.without(request.measure()) + " have no " + request.measure() + ".";
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
