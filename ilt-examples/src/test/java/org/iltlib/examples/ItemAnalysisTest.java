package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ItemAnalysisTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    private int run(String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        int code = ItemAnalysis.run(
                args,
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
        out = printed.toString(StandardCharsets.UTF_8);
        err = complained.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static String own(String name) throws URISyntaxException {
        return Path.of(ItemAnalysisTest.class.getResource("items/" + name).toURI())
                .toString();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static String shared(String path) {
        Path beside = Path.of("..", "..", "shared", "data", path);
        Optional<Path> given =
                Optional.ofNullable(System.getenv("ILT_SHARED")).map(root -> Path.of(root, "data", path));
        Path found = Files.exists(beside) ? beside : given.orElse(beside);
        assumeThat(found)
                .as("shared data: expected beside the repository or under ILT_SHARED")
                .exists();
        return found.toString();
    }

    /** The golden text was read by a person; with -Dilt.golden.items=FOLDER it is written anew. */
    private void isGolden(String name) throws Exception {
        String update = System.getProperty("ilt.golden.items");
        if (update != null) {
            Files.writeString(Path.of(update, name), out);
        }
        assertThat(out).isEqualTo(Files.readString(Path.of(own(name))));
    }

    @Test
    void aQuizWithGroupsConceptsAndLevelsIsToldInWords() throws Exception {
        assertThat(run(own("quiz.csv"), "--group", "group", "--qmatrix", own("quiz-concepts.csv"), "--levels", "2,4"))
                .as(err)
                .isZero();
        isGolden("quiz.txt");
    }

    @Test
    void aQuizInLettersIsScoredAndItsWrongAnswersAreShown() throws Exception {
        assertThat(run(own("quiz-letters.csv"), "--key", "ABCABA", "--blank", "omitted"))
                .as(err)
                .isZero();
        isGolden("quiz-letters.txt");
        String commas = out;
        assertThat(run(own("quiz-letters.csv"), "--key", "A,B,C,A,B,A", "--blank", "omitted"))
                .isZero();
        assertThat(out).isEqualTo(commas);
    }

    @Test
    void thePageIsWholeAndRefersToNothingOutside() throws Exception {
        Path page = folder.resolve("items.html");
        assertThat(run(
                        own("quiz.csv"),
                        "--group",
                        "group",
                        "--qmatrix",
                        own("quiz-concepts.csv"),
                        "--page",
                        page.toString()))
                .isZero();
        assertThat(out).endsWith("The page is in " + page + ".\n");
        String html = Files.readString(page);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.substring(html.indexOf('\n') + 1))));
        assertThat(html)
                .contains(
                        "Difficulty and discrimination",
                        "Fairness: b compared with a",
                        "Share of points by concept",
                        "Share of points by group and concept")
                .doesNotContain("src=", "href=\"http", "url(")
                .doesNotContain("s-01");
    }

    @Test
    void whoeverWasNotShownAnItemIsNotWrongUnlessOneSaysSo() throws Exception {
        run(own("quiz.csv"), "--ignore", "group");
        assertThat(out).contains("48 students with points on every item; 12 others left out", "never as wrong");
        run(own("quiz.csv"), "--ignore", "group", "--blank", "wrong");
        assertThat(out).contains("60 students with points on every item)", "They count as wrong, as asked for.");
    }

    /** Golden: 4768/9722 = .4904, 1758/3460 = .5081, 1721/3126 = .5505; alpha .8271, SEM 2.0687 of 344 students. */
    @Test
    void theInternationalStudyHasItsPublishedNumbers() {
        assertThat(run(
                        shared("curriculum/qmatrix/timss07_responses.csv"),
                        "--qmatrix",
                        shared("curriculum/qmatrix/timss07_domain_qmatrix.csv")))
                .isZero();
        assertThat(out)
                .contains("0.4904", "0.5081", "0.5505", "344 students with points on every item", "0.827", "2.07")
                .contains("Who has which concept cannot be told from this test: ")
                .doesNotContain("Mastery by concept");
    }

    /** Golden: .6391, .7939 and .7223; item 4 of the planted file is of class C. */
    @Test
    void theCertificateExaminationAndThePlantedItemAreFound() {
        assertThat(run(
                        shared("curriculum/qmatrix/ecpe_responses.csv"),
                        "--qmatrix",
                        shared("curriculum/qmatrix/ecpe_qmatrix.csv")))
                .isZero();
        assertThat(out)
                .contains("0.6391", "0.7939", "0.7223", "0.780")
                .contains("Mastery by concept (DINA)", "if the model is right")
                .containsPattern("lexical +0\\.634")
                .doesNotContain("cannot be told from this test");
        assertThat(run(shared("achievement/dif_items.csv"), "--group", "group", "--reference", "0"))
                .isZero();
        assertThat(out).containsPattern("i4 +1,200 +−1\\.56 +−2\\.19 to −0\\.93 +−0\\.124 +< 0\\.0001 +C");
        assertThat(run(shared("achievement/LSAT6.csv"))).isZero();
        assertThat(out).contains("0.295");
        assertThat(run(shared("achievement/LSAT7.csv"))).isZero();
        assertThat(run(shared("achievement/Science.csv"))).isZero();
        assertThat(out).contains("392 students").doesNotContain("KR-2");
    }

    @Test
    void whatCannotBeUsedIsOneLineWithItsRowAndCodeTwo() throws Exception {
        String quiz = own("quiz.csv");
        String concepts = own("quiz-concepts.csv");
        assertRefused("row 3: has not as many cells as the header", file("ragged.csv", "id,q1,q2\na,1,0\nb,1\nc,0\n"));
        assertThat(err).contains("(and 1 row more)");
        assertRefused("row 2: q2 is neither points nor a declared text", file("words.csv", "id,q1,q2\na,1,often\n"));
        assertThat(err).doesNotContain("often");
        assertRefused("column \"sex\" is not in the header", quiz, "--group", "sex");
        assertRefused("stands twice in the header", file("twice.csv", "q1,q1\n1,0\n"));
        assertRefused("Group \"c\" is empty", quiz, "--group", "group", "--reference", "c");
        assertRefused(
                "row 4 has no group in column \"g\"", file("gap.csv", "g,q1,q2\na,1,0\n\n,1,0\n"), "--group", "g");
        assertRefused("one group only", file("one.csv", "g,q1,q2\na,1,0\na,1,0\n"), "--group", "g");
        assertRefused("there are 6 items. Expected 2", file("two.csv", "q1,q2\n1,0\n"), "--qmatrix", concepts);
        assertRefused(
                "row 3: the item is not in the responses",
                file("two.csv", "q1,q2\n1,0\n"),
                "--qmatrix",
                file("other.csv", "item,x\nq1,1\nq9,1\n"));
        assertRefused(
                "line 3, column \"x\": expected 0 or 1",
                file("two.csv", "q1,q2\n1,0\n"),
                "--qmatrix",
                file("bad.csv", "item,x\nq1,1\nq2,2\n"));
        assertRefused(
                "no item needs \"y\"",
                file("two.csv", "q1,q2\n1,0\n"),
                "--qmatrix",
                file("none.csv", "item,x,y\nq1,1,0\nq2,1,0\n"));
        assertRefused("has 2 answers, but there are 6 items", own("quiz-letters.csv"), "--key", "AB");
        assertRefused("repeats a student", file("again.csv", "id,q1\na,1\na,0\n"));
        assertRefused("there are no rows", file("head.csv", "id,q1\n"));
        assertRefused("the file is empty", file("nothing.csv", ""));
        assertRefused("cannot be read", "nowhere.csv");
        assertRefused("A file of responses is missing");
        assertRefused("Unknown option", quiz, "--colour", "red");
        assertRefused("Expected not-administered, omitted or wrong", quiz, "--blank", "zero");
        assertRefused("Expected whole numbers", quiz, "--levels", "two");
        assertRefused("ascending cuts from 1 to 6", quiz, "--ignore", "group", "--levels", "4,2");
        assertRefused("without --group", quiz, "--reference", "a");
        assertRefused("folder is missing", quiz, "--ignore", "group", "--page", folder + "/no/where.html");
    }

    @Test
    void nobodyIsNamedAndNothingIsReadHalf() throws Exception {
        assertRefused("row 2: column 1 is neither points", file("people.csv", "Jane Doe,4,Y,17\nJohn Roe,3,N,12\n"));
        assertRefused(
                "There are 4 columns. Maybe the file has no header line",
                file("people.csv", "Jane Doe,4,Y,17\n"),
                "--group",
                "sex");
        assertThat(err).doesNotContain("Jane");
        assertRefused(
                "row 2: the item is not in the responses",
                file("two.csv", "q1\n1\n0\n"),
                "--qmatrix",
                file("people.csv", "item,x\nJane Doe,1\n"));
        assertThat(err).doesNotContain("Jane");
        assertRefused("row 4: a quotation mark is never closed", file("open.csv", "q1,g\n1,a\n\n0,\"b\n1,a\n0,b\n"));
        assertRefused("row 2: g is no label", file("clear.csv", "g,q1\na\u001b[2J,1\nb,1\n"), "--group", "g");
        assertRefused("Group \"c\\u001b\" is empty", own("quiz.csv"), "--group", "group", "--reference", "c\u001b");
    }

    private void assertRefused(String why, String... args) {
        assertThat(run(args)).as(List.of(args).toString()).isEqualTo(2);
        assertThat(err.strip()).contains(why).doesNotContain("\n");
        assertThat(out).isEmpty();
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out).contains("--qmatrix", "--key", "--group", "--page", "--levels", "--blank");
    }
}
