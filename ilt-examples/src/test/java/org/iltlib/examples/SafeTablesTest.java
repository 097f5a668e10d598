package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTablesTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";
    private String people = "";

    @BeforeEach
    void copy() throws IOException {
        people = file("people.csv", resource("three-grades-people.csv"));
    }

    @Test
    void theTableOfThreeGradesIsTheGoldenCopy() throws IOException {
        assertThat(run(people, "--by", "grade,learner", "--policy", "california"))
                .isZero();
        assertThat(out).isEqualTo(resource("three-grades-safe.txt"));
        assertThat(out).contains("grade 4, learner Y").doesNotContainPattern("\\b7\\b");
    }

    @Test
    void aMeasureIsTestedOnBothSides() {
        assertThat(run(people, "--by", "grade,learner", "--policy", "ptac-10", "--measure", "score", "--cut", "490"))
                .isZero();
        assertThat(out).contains("reached", "fewer than 10 who reached", "Counted is who has a score.");
        assertThat(run(people, "--by", "grade", "--policy", "nces-2011-603", "--measure", "score", "--cut", "490"))
                .isZero();
        assertThat(out).contains(" %");
    }

    /** Sizes of the three grades are 70, 68 and 64, and nobody may learn them from the table, its notes or the ledger. */
    @Test
    void aPolicyWithoutCountsPrintsNoneOnAnyPage() throws IOException {
        String ledger = folder.resolve("ledger.json").toString();
        String page = folder.resolve("page.html").toString();
        String[] args = {
            people,
            "--by",
            "grade,learner",
            "--policy",
            "nces-2011-603",
            "--measure",
            "score",
            "--cut",
            "490",
            "--ledger",
            ledger,
            "--population",
            "students",
            "--date",
            "2026-11-28",
            "--page",
            page
        };
        assertThat(run(args)).isZero();
        assertThat(out).contains("share").doesNotContain("at most", "reached");
        assertThat(out.lines().findFirst().orElseThrow()).doesNotContain(" n ");
        assertThat(out.lines().takeWhile(line -> !line.isEmpty()).toList())
                .noneMatch(line -> line.matches(".*\\s\\d\\d+(\\s(?!%).*)?"));
        assertThat(Files.readString(Path.of(page))).doesNotContain("at most");
        assertThat(Files.readString(Path.of(ledger))).contains("ranges").doesNotContain("shown");
    }

    @Test
    void aLedgerRemembersAndThePageStandsAlone() throws IOException {
        String ledger = folder.resolve("ledger.json").toString();
        String page = folder.resolve("page.html").toString();
        String[] first = {
            people,
            "--by",
            "grade,learner",
            "--policy",
            "california",
            "--ledger",
            ledger,
            "--population",
            "students",
            "--date",
            "2026-11-28",
            "--page",
            page
        };
        assertThat(run(first)).isZero();
        String once = out;
        assertThat(Files.readString(Path.of(page))).contains("Why some are withheld", "The attack");
        assertThat(run(first)).isZero();
        assertThat(out.lines().toList().subList(0, 5))
                .isEqualTo(once.lines().toList().subList(0, 5));
        assertThat(Files.readString(Path.of(ledger))).contains("release 1", "release 2");
        Files.writeString(Path.of(ledger), "[]");
        assertThat(run(first)).isEqualTo(2);
        assertThat(err).contains("cannot be read");
        assertThat(run(people, "--by", "grade", "--policy", "california", "--ledger", ledger))
                .isEqualTo(2);
    }

    @Test
    void whatCannotBeUsedIsSaidInOneLineWithItsRow() throws IOException {
        assertThat(run("--help")).isZero();
        assertThat(out).contains("nces-2011-603");
        refused("--policy is missing", people, "--by", "grade");
        refused("--by is missing", people, "--policy", "california");
        refused("Maybe one of ptac-3", people, "--by", "grade", "--policy", "none");
        refused("no column \"form\". Maybe one of person, grade", people, "--by", "form", "--policy", "wisconsin");
        refused("A file of people is missing", "--by", "grade");
        refused("cannot be read", folder.resolve("no.csv").toString(), "--by", "grade", "--policy", "wisconsin");
        refused("Maybe --cut is missing", people, "--by", "grade", "--policy", "wisconsin", "--measure", "score");
        refused("--cut is \"x\"", people, "--by", "grade", "--policy", "wisconsin", "--measure", "score", "--cut", "x");
        refused("without --measure", people, "--by", "grade", "--policy", "wisconsin", "--cut", "3");
        refused(
                "Row 3 has 1 cells. Expected 2",
                file("ragged.csv", "a,b\n1,2\n3\n"),
                "--by",
                "a",
                "--policy",
                "wisconsin");
        refused("Row 3 has no a", file("gap.csv", "a,b\n1,2\n,3\n"), "--by", "a", "--policy", "wisconsin");
        refused("has no rows", file("empty.csv", "a,b\n"), "--by", "a", "--policy", "wisconsin");
        refused(
                "Row 2, column b: expected a number",
                file("word.csv", "a,b\n1,x\n"),
                "--by",
                "a",
                "--policy",
                "wisconsin",
                "--measure",
                "b",
                "--cut",
                "1");
        refused(
                "--date is \"soon\"",
                people,
                "--by",
                "grade",
                "--policy",
                "wisconsin",
                "--ledger",
                folder.resolve("l.json").toString(),
                "--population",
                "students",
                "--date",
                "soon");
    }

    private void refusedFile(String message, String text, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(file("some.csv", text), "--policy", "wisconsin"));
        args.addAll(List.of(more));
        refused(message, args.toArray(String[]::new));
    }

    @Test
    void aFileOfPeopleIsReadWholeOrNotAndNobodyIsNamed() throws IOException {
        refusedFile("row 3: a quotation mark is never closed", "a,g\n1,A\n2,\"B\n3,B\n4,C\n", "--by", "g");
        refusedFile("Column 3 of the header repeats a name", "a,g,g\n1,A,B\n", "--by", "g");
        refusedFile(
                "There are 4 columns. Maybe the file has no header", "Jane Doe,4,Y,17\nJohn Roe,4,N,9\n", "--by", "g");
        assertThat(err).doesNotContain("Jane");
        refusedFile("Row 4, column g: expected a group", "g\nA\n\n\"B\u001b[2J\"\n", "--by", "g");
        refusedFile("Row 2, column g: expected a group", "g\n\"A\nB\"\n", "--by", "g");
        refusedFile("Row 2, column g: expected a group", "g\n" + "A".repeat(201) + "\n", "--by", "g");
        refusedFile("a group is called \"all\"", "g\nall\n", "--by", "g");
        for (String score : List.of("10f", "5d", "0x1p4", "NaN", "1e999", "5\0", "Infinity", "--5", ".")) {
            refusedFile(
                    "Row 2, column s: expected a number",
                    "g,s\nA," + score + "\n",
                    "--by",
                    "g",
                    "--measure",
                    "s",
                    "--cut",
                    "1");
        }
        for (String cut : List.of("NaN", "0x1p3", "1f")) {
            refusedFile("Expected a number", "g,s\nA,1\n", "--by", "g", "--measure", "s", "--cut", cut);
        }
        Path latin = Files.write(folder.resolve("l.csv"), "g\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        refused("not UTF-8", latin.toString(), "--by", "g", "--policy", "wisconsin");
        Files.write(latin, "g\nA\n".getBytes(StandardCharsets.UTF_16));
        refused("looks like UTF-16", latin.toString(), "--by", "g", "--policy", "wisconsin");
    }

    @Test
    void oneGroupHasOneNameWhateverWayTheFileIsWritten() throws IOException {
        String once = "g\n" + "A\n".repeat(30) + "\u00e9\n".repeat(30);
        String other = "\uFEFF g \r\n" + " A\r\n".repeat(30) + "\r\n" + "\"e\u0301 \"\r\n".repeat(30);
        assertThat(run(file("once.csv", once), "--by", "g", "--policy", "wisconsin"))
                .isZero();
        String expected = out;
        assertThat(expected).contains("\u00e9", "30");
        Path zipped = folder.resolve("other.csv.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            gzip.write(other.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run(zipped.toString(), "--by", "g", "--policy", "wisconsin")).isZero();
        assertThat(out).isEqualTo(expected);
    }

    @Test
    void whatIsPrintedTurnsNoTerminal() {
        assertThat(PlainText.of("a\u001b[2J\tb\nc\u202ed\u2066\u2028\u00e9"))
                .isEqualTo("a\\u001b[2J\tb\nc\\u202ed\\u2066\\u2028\u00e9");
        assertThat(PlainText.line("a\r\n b\u0007")).isEqualTo("a b\\u0007");
        assertThat(PlainText.line("x".repeat(5000))).hasSize(2001);
    }

    /** Grade 4 has 7 learners: 68 less 61. */
    @Test
    void anotherFileOfThePopulationIsTheSamePopulation() throws IOException {
        String ledger = folder.resolve("ledger.json").toString();
        assertThat(released(people, ledger, "three grades", "grade", "2026-11-28"))
                .isZero();
        String copy = file("copy.csv", resource("three-grades-people.csv"));
        assertThat(released(copy, ledger, " Three  Grades", "grade,learner", "2026-11-28"))
                .isZero();
        assertThat(out).doesNotContainPattern("4 +N +61");
        String withoutWords = "--population is missing";
        refused(withoutWords, people, "--by", "grade", "--policy", "california", "--ledger", ledger);
        assertThat(released(people, ledger, "three grades", "grade", "2026-11-27"))
                .isEqualTo(2);
        assertThat(err).contains("Expected the order of days");
    }

    private int released(String data, String ledger, String population, String by, String date) {
        return run(
                data,
                "--by",
                by,
                "--policy",
                "california",
                "--ledger",
                ledger,
                "--population",
                population,
                "--date",
                date);
    }

    @Test
    void aWeakerPolicyOrASecondScoreToReachNeedsAnotherLedger() {
        String ledger = folder.resolve("ledger.json").toString();
        String[] first = cut(ledger, "ptac-10", "490");
        assertThat(run(first)).isZero();
        refused("Expected one score to reach", cut(ledger, "ptac-10", "500"));
        refused("ptac-3 is weaker than ptac-10", cut(ledger, "ptac-3", "490"));
        assertThat(run(first)).isZero();
    }

    private String[] cut(String ledger, String policy, String score) {
        return new String[] {
            people,
            "--by",
            "grade",
            "--policy",
            policy,
            "--measure",
            "score",
            "--cut",
            score,
            "--ledger",
            ledger,
            "--population",
            "students",
            "--date",
            "2026-11-28"
        };
    }

    @Test
    void noFileIsWrittenOverAnotherAndNothingIsPrintedBeforeTheLedgerIs() {
        refused("given as data and page", people, "--by", "grade", "--policy", "california", "--page", people);
        refused("given as data and ledger", people, "--by", "grade", "--policy", "california", "--ledger", people);
        String nowhere = folder.resolve("none").resolve("ledger.json").toString();
        assertThat(released(people, nowhere, "students", "grade", "2026-11-28")).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).contains("cannot be written");
    }

    @Test
    void whereNothingIsWithheldThePageSaysSo() {
        assertThat(run(people, "--by", "grade", "--policy", "california")).isZero();
        assertThat(out).contains("No number is withheld.").doesNotContain("can prove", "No other choice");
    }

    private void refused(String message, String... args) {
        assertThat(run(args)).isEqualTo(2);
        assertThat(err).contains(message);
        assertThat(err.strip()).doesNotContain("\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SafeTablesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int run(String... args) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int code = SafeTables.run(
                args,
                new PrintStream(written, true, StandardCharsets.UTF_8),
                new PrintStream(complaints, true, StandardCharsets.UTF_8));
        out = written.toString(StandardCharsets.UTF_8);
        err = complaints.toString(StandardCharsets.UTF_8);
        return code;
    }
}
