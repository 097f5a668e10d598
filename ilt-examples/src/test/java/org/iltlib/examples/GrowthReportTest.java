package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class GrowthReportTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    private int run(String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        int code = GrowthReport.run(
                args,
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
        out = printed.toString(StandardCharsets.UTF_8);
        err = complained.toString(StandardCharsets.UTF_8);
        return code;
    }

    private int run(Path scores, String... more) {
        String[] all = new String[9 + more.length];
        String[] first = {scores.toString(), "--id", "id", "--time", "year", "--score", "score", "--school", "school"};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return run(all);
    }

    /** Grades 4 and 5 of 2024 a year later in grades 5 and 6, 300 students each, in seven schools and one small one. */
    private Path scores() throws IOException {
        Random chance = new Random(7);
        StringBuilder text = new StringBuilder("id,year,grade,school,score,csem\n");
        for (int i = 0; i < 600; i++) {
            double ability = chance.nextGaussian();
            int grade = 4 + i % 2;
            String school = i < 5 ? "Small" : "School " + (char) ('A' + i % 7);
            for (int year = 2024; year <= 2025; year++) {
                double score = 500 + 30 * (year - 2024) + 45 * ability + 25 * chance.nextGaussian();
                text.append(String.format(
                        Locale.ROOT, "s-%03d,%d,%d,%s,%.1f,20%n", i, year, grade + year - 2024, school, score));
            }
        }
        text.append("s-900,2025,5,School A,,\n");
        return write(text.toString());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("scores.csv"), text.replace("\r\n", "\n"));
    }

    @Test
    void schoolsStandWithIntervalsAndRanksAsBands() throws IOException {
        assertThat(run(scores(), "--grade", "grade")).as(err).isZero();
        assertThat(out)
                .startsWith("Growth of 600 students in 8 schools, from scores.csv.\n")
                .contains("Grade 5 in 2025: 600 of 1201 rows belong to it, 1 without a score")
                .contains("Grade 6 in 2025, 1 earlier score: fitted on 300 students, proved the best to")
                .contains("Growth chart: Grade 6 in 2025")
                .contains("School G")
                .contains("cannot be told apart");
        assertThat(out.lines().filter(line -> line.startsWith("Small "))).allMatch(line -> line.contains("withheld"));
        assertThat(out).doesNotContain("s-001");
    }

    @Test
    void thePageStandsAloneAndIsWellFormed() throws Exception {
        Path page = folder.resolve("growth.html");
        assertThat(run(scores(), "--grade", "grade", "--students", "s-022,s-029", "--out", page.toString()))
                .as(err)
                .isZero();
        String html = Files.readString(page);
        assertThat(html)
                .contains("How far our students came")
                .contains("Mean growth percentile by school")
                .contains("s-022")
                .doesNotContain("s-023")
                .doesNotContain("src=", "href=\"http", "url(", "<script");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.substring(html.indexOf('\n') + 1))));
        assertThat(out).contains("s-022, Grade 5 in 2025: percentile ").endsWith("The page is in " + page + ".\n");
    }

    @Test
    void chartsLeaveOutTheEndsWhereNobodyScored() throws IOException {
        Path scores = scores();
        assertThat(run(scores, "--grade", "grade")).as(err).isZero();
        double lowest = Files.readAllLines(scores).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[1].equals("2024") && cells[2].equals("4"))
                .mapToDouble(cells -> Double.parseDouble(cells[4]))
                .min()
                .orElseThrow();
        Matcher first =
                Pattern.compile("Half of the students who scored (\\d+) before").matcher(out);
        assertThat(first.find()).isTrue();
        assertThat(Double.parseDouble(first.group(1))).isGreaterThan(lowest + 5);
    }

    @Test
    void errorsOfMeasurementGiveIntervalsAndACorrectedMean() throws IOException {
        assertThat(run(
                        scores(),
                        "--csem",
                        "csem",
                        "--simex",
                        "2",
                        "--students",
                        "s-001",
                        "--smallest",
                        "1",
                        "--target",
                        "60",
                        "--out",
                        folder.resolve("p.html").toString()))
                .as(err)
                .isZero();
        assertThat(out)
                .contains("Corrected mean")
                .containsPattern("s-001, Scores of 2025: percentile \\d+ \\[\\d+, \\d+]");
        assertThat(Files.readString(folder.resolve("p.html"))).contains("SIMEX");
    }

    @Test
    void withoutAnyGrowthThereIsNoPageButTheReasons() throws IOException {
        Path page = folder.resolve("few.html");
        String head = "id,year,school,score\n";
        refuses(
                head + "a,2024,A,1\na,2025,A,2\nb,2024,A,3\nb,2025,A,4\n",
                "2 students have 1 earlier scores; at least 250 are needed",
                "--out",
                page.toString());
        assertThat(page).doesNotExist();
        String twice = "a,2024,A,1\na,2025,A,2\n";
        refuses(head + twice + twice, "4 of students twice in one time");
        assertThat(err).contains("nobody has an earlier score").doesNotContain("alike");
    }

    @Test
    void aSlipInTheNewestTimeIsSaidWithItsFewRows() throws IOException {
        String rows = Files.readString(scores());
        refuses(rows + "s-001,2032,6,School A,500,20\n", "The newest time is 2032 with 1 row.");
        refuses(
                rows + "s-001,2032,9,School A,500,20\n",
                "No grade of the newest time, 2032 with 1 row, has scores in the grade before",
                "--grade",
                "grade");
        refuses(rows, "Option --students names \"nobody\"", "--students", "s-001,nobody");
    }

    @Test
    void thePageNeverReplacesTheScores() throws IOException {
        Path scores = scores();
        String before = Files.readString(scores);
        Path same = folder.resolve("x/../scores.csv");
        Files.createDirectory(folder.resolve("x"));
        assertThat(run(scores, "--out", same.toString())).isEqualTo(2);
        assertThat(err).contains("names the file of scores itself");
        assertThat(Files.readString(scores)).isEqualTo(before);
        assertThat(run(scores, "--out", folder.toString())).isEqualTo(2);
        assertThat(err).contains("names the folder");
    }

    /** Ties count downward, so all students together have a mean below 50: no school may be held against 50. */
    @Test
    void aSchoolComparedWithItselfIsNeitherAboveNorBelow() throws IOException {
        Path page = folder.resolve("one.html");
        String one = Files.readString(scores()).replaceAll(",(Small|School .),", ",School A,");
        assertThat(run(write(one), "--grade", "grade", "--out", page.toString()))
                .as(err)
                .isZero();
        assertThat(out)
                .startsWith("Growth of 600 students in 1 school, ")
                .contains("its mean says nothing of how it did against others")
                .doesNotContain("50 is typical");
        assertThat(Files.readString(page)).doesNotContain("clearly", "all students</text>");
        assertThat(run(scores(), "--grade", "grade", "--out", page.toString())).isZero();
        assertThat(Files.readString(page))
                .contains("Schools clearly above the mean of all")
                .containsPattern("lies above 4\\d\\.\\d, the mean of all students here");
    }

    @Test
    void studentsOfASchoolThatIsWithheldAreWithheldToo() throws IOException {
        Path page = folder.resolve("withheld.html");
        assertThat(run(scores(), "--grade", "grade", "--students", "s-002,s-022", "--out", page.toString()))
                .as(err)
                .isZero();
        assertThat(out)
                .containsPattern("s-002, Grade 5 in 2025: withheld")
                .containsPattern("s-022, Grade 5 in 2025: percentile");
        assertThat(Files.readString(page)).doesNotContain("s-002</text>");
    }

    @Test
    void namesThatLookAlikeAreToldApartAndLongOnesCut() throws IOException {
        String rows = Files.readString(scores())
                .replace("School A", "School B\u200b")
                .replace("School C", "C\u202e" + "c".repeat(190));
        Path page = folder.resolve("names.html");
        assertThat(run(write(rows), "--grade", "grade", "--out", page.toString()))
                .as(err)
                .isZero();
        String html = Files.readString(page);
        assertThat(html)
                .contains("School B\\u200b", "C\\u202ecc", "…cccccccccccc")
                .doesNotContain("\u202e", "\u200b");
        assertThat(out).doesNotContain("c".repeat(60));
    }

    /** The chart is on one earlier score; with two the number may differ, so both are said. */
    @Test
    void aPercentileOnMoreScoresThanTheChartSaysBoth() throws IOException {
        StringBuilder text = new StringBuilder("id,year,school,score\n");
        Random chance = new Random(8);
        for (int i = 0; i < 300; i++) {
            double ability = chance.nextGaussian();
            for (int year = 2023; year <= 2025; year++) {
                text.append(String.format(
                        Locale.ROOT,
                        "s-%03d,%d,A%d,%.1f%n",
                        i,
                        year,
                        i % 3,
                        45 * ability + 25 * chance.nextGaussian()));
            }
        }
        assertThat(run(write(text.toString()), "--students", "s-007")).as(err).isZero();
        assertThat(out).containsPattern("percentile \\d+ on 2 earlier scores; on one, as in the chart, \\d+");
    }

    @Test
    void whatCannotBeReadIsToldInOneLineWithItsRow() throws IOException {
        String head = "id,year,school,score,csem,grade\n";
        refuses(head + "a,2024,A,x,1,4\n", "Row 2: the score cannot be used.");
        refuses(head + "a,2024,A,1\n", "Row 2 has 4 cells. Expected 6, as in the header.");
        refuses(head + "a,2024,A,1,1,4\n,2025,A,1,1,5\n", "Row 3: the student cannot be used.");
        refuses(head + "a,spring,A,1,1,4\n", "Row 2: expected a grade, PK, K or 1 to 12.");
        refuses(head + "a,2024,A,1,1,4\na,3,A,1,1,4\n", "Row 3: the time cannot be used.");
        refuses(head + "a,2024,A,1,1,4\n", "The file has scores of 1 time. Expected at least two");
        refuses("", "There is no column \"id\".");
        refuses("id,id,year,school,score\n", "The header has \"id\" twice.");
        refuses(head + "a,2024,A,1,-1,4\n", "Row 2: the standard error cannot be used.", "--csem", "csem");
        refuses(head + "a,2024,A,1,1,13\n", "Row 2: expected a grade", "--grade", "grade");
        refuses(head + "a,2024,A,1,1,4\na,2025,A,1,1,6\n", "No grade of the newest time", "--grade", "grade");
        refuses(head, "There is no column \"class\". Maybe one of id, year", "--grade", "class");
        refuses("1,2,3\n", "There is no column \"id\". There are 3 columns. Maybe the file has no header line.");
        refuses(head + "a,13,A,1,1,4\n", "Row 2: the time cannot be used. Expected a grade");
        refuses(head + "a,-5,A,1,1,4\n", "Row 2: the time cannot be used. Expected a grade");
        refuses(head, "Option --simex is given without --csem.", "--simex", "3");
        refuses(head, "Option --target is 100. Expected 1 to 99.", "--target", "100");
        refuses(head, "Option --smallest is 0. Expected 1 or more.", "--smallest", "0");
        assertThat(run("none.csv")).isEqualTo(2);
        assertThat(err).contains("\"none.csv\", cannot be read");
        assertThat(run()).isEqualTo(2);
        assertThat(err).contains("A file of scores is missing");
        assertThat(run(write(head), "--out", "x")).isEqualTo(2);
        Path file = scores();
        assertThat(run(file, "--out", folder.resolve("none/x.html").toString())).isEqualTo(2);
        assertThat(err).contains("Maybe the folder is missing");
        assertThat(run(file.toString(), "--id", "id")).isEqualTo(2);
        assertThat(err).contains("Option --time is missing");
        assertThat(run("--help")).isZero();
        assertThat(out).contains("--simex COUNT");
    }

    private void refuses(String text, String message, String... more) throws IOException {
        assertThat(run(write(text), more)).isEqualTo(2);
        assertThat(err.strip()).contains(message).doesNotContain("\n");
    }

    @Test
    void starIsReadAsItIs() {
        Path beside = Path.of("..", "..", "shared", "data", "achievement", "star.csv.gz");
        Optional<Path> given = Optional.ofNullable(System.getenv("ILT_SHARED"))
                .map(root -> Path.of(root, "data", "achievement", "star.csv.gz"));
        Path star = Files.exists(beside) ? beside : given.orElse(beside);
        assumeThat(star).as("shared data").exists();
        assertThat(run(
                        star.toString(),
                        "--id",
                        "id",
                        "--time",
                        "gr",
                        "--score",
                        "math",
                        "--school",
                        "sch",
                        "--orders",
                        "1"))
                .as(err)
                .isZero();
        assertThat(out)
                .startsWith("Growth of 4686 students in 75 schools, from star.csv.gz.\n")
                .contains("Grade 3, 1 earlier score: fitted on 4686 students");
    }
}
