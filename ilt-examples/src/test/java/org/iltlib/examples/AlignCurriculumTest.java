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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class AlignCurriculumTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    private int run(String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        int code = AlignCurriculum.run(
                args,
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
        out = printed.toString(StandardCharsets.UTF_8);
        err = complained.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static String own(String name) throws URISyntaxException {
        return Path.of(AlignCurriculumTest.class.getResource("align/" + name).toURI())
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

    private int garden(String... more) throws URISyntaxException {
        List<String> words = new ArrayList<>(List.of(
                own("garden.json"),
                "--blueprint",
                own("blueprint.csv"),
                "--judgements",
                own("panel.csv"),
                "--edges",
                own("steps.csv")));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    /** The golden text was read by a person; with -Dilt.golden.align=FOLDER it is written anew. */
    @Test
    void aPackageWithABlueprintAPanelAndStepsIsToldInWords() throws Exception {
        assertThat(garden()).as(err).isZero();
        String update = System.getProperty("ilt.golden.align");
        if (update != null) {
            Files.writeString(Path.of(update, "garden.txt"), out);
        }
        assertThat(out).isEqualTo(Files.readString(Path.of(own("garden.txt"))));
    }

    @Test
    void thePageIsWholeAndRefersToNothingOutside() throws Exception {
        Path page = folder.resolve("align.html");
        assertThat(garden("--standard", "G.4.1", "--page", page.toString()))
                .as(err)
                .isZero();
        assertThat(out).endsWith("The page is in " + page + ".\n");
        String html = Files.readString(page);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.substring(html.indexOf('\n') + 1))));
        assertThat(html)
                .contains(
                        "What the blueprint plans",
                        "What the items ask for",
                        "Coverage by domain",
                        "Gaps, ranked",
                        "What G.4.1 rests on",
                        "Progression around G.4.1")
                .doesNotContain("src=", "href=\"http", "url(", "p-01");
    }

    @Test
    void aPackageAloneIsToldToo() throws Exception {
        assertThat(run(own("garden.json"), "--page", folder.resolve("p.html").toString()))
                .as(err)
                .isZero();
        assertThat(out).contains("10 items on 3 levels", "2 domains").doesNotContain("Blueprint", "raters agree");
        assertThat(run(own("garden.json"), "--judgements", own("panel.csv"), "--page", folder + "/q.html"))
                .isZero();
        assertThat(out).contains("in the domains that items touch", "G.4.2");
        assertThat(run(own("garden.json"), "--blueprint", own("blueprint.csv"), "--edges", own("steps.csv")))
                .isZero();
        assertThat(out).contains("3 lines on 2 topics", "1 name a code that it does not have");
    }

    /** Both raters tie two items to N.4.1 as a whole, which has two parts: they are hits, and the parts are no gaps. */
    @Test
    void anItemOnAStandardWithPartsIsNotLost() throws Exception {
        String panel = panel("p-01,i,N.4.1\np-02,i,N.4.1\np-01,j,N.4.1\np-02,j,N.4.1.b\n");
        assertThat(run(own("garden.json"), "--blueprint", plan("N,1,1\n"), "--judgements", panel))
                .as(err)
                .isZero();
        assertThat(out.replaceAll(" +", " "))
                .contains(
                        "N 3 1 0.33 1",
                        "And 1 other domain, neither planned nor asked for.",
                        "N 2.00 – 0.33 1.00 NO – NO YES 1.00 –",
                        "There is no alignment index",
                        "Items on the blueprint on whose demand no more than half of the raters agree: i.",
                        "N.3.1 1.00",
                        "N.3.2 1.00")
                .doesNotContain("N.4.1.a", "N.4.1.b");
    }

    /** What both raters find to fit nothing is no disagreement, and takes its share of the index. */
    @Test
    void whatFitsNothingIsToldApartFromWhatIsOpen() throws Exception {
        String panel = file("panel.csv", """
                rater,item,standard,demand
                p-01,i,,1
                p-02,i,,1
                p-01,j,N.3.1,1
                p-02,j,N.3.1,1
                p-01,k,N.3.1,1
                p-02,k,N.3.2,1
                """);
        assertThat(run(own("garden.json"), "--blueprint", plan("N,1,1\n"), "--judgements", panel))
                .as(err)
                .isZero();
        assertThat(out)
                .contains(
                        "Items that fit nothing, in the eyes of more than half of the raters: i.",
                        "Items on which no more than half of the raters agree: k.",
                        "Alignment index of items and blueprint: 0.667 by topic and demand",
                        "Hits off the blueprint, which take their share: 2.");
    }

    /** Whoever copies the first rater's rows changes neither the index nor what chance gives. */
    @Test
    void aCopiedRaterChangesNoVerdict() throws Exception {
        StringBuilder one = new StringBuilder("rater,item,standard,demand\n");
        String rows = "i,N.3.1,1\n p,i2,N.3.2,2\n p,i3,G.3.1,1\n p,i4,G.4.1,2\n p,i5,N.3.1,2\n";
        one.append("p-01,").append(rows.replace(" p,", "p-01,"));
        StringBuilder three = new StringBuilder(one);
        three.append("p-02,").append(rows.replace(" p,", "p-02,"));
        three.append("p-03,").append(rows.replace(" p,", "p-03,"));
        String plan = plan("N,1,30\nN,2,30\nG,2,40\n");
        assertThat(run(own("garden.json"), "--blueprint", plan, "--judgements", file("one.csv", one.toString())))
                .as(err)
                .isZero();
        String alone = chance();
        assertThat(run(own("garden.json"), "--blueprint", plan, "--judgements", file("three.csv", three.toString())))
                .as(err)
                .isZero();
        assertThat(chance().replace("3 raters", "1 rater")).isEqualTo(alone).contains("5 items");
    }

    private String chance() {
        return out.lines()
                .filter(line -> line.contains("paired by chance"))
                .findFirst()
                .orElseThrow();
    }

    /** On a scale without order there are no criteria that compare demands, but the index stays. */
    @Test
    void onAScaleWithoutOrderNothingIsComparedAsHigherOrLower() throws Exception {
        String plan = file("plan.csv", "topic,demand,weight\nN,memorise,1\nG,2,1\n");
        assertThat(run(
                        own("garden.json"),
                        "--blueprint",
                        plan,
                        "--judgements",
                        own("panel.csv"),
                        "--scale",
                        "SEC mathematics"))
                .as(err)
                .isZero();
        assertThat(out).contains("Alignment index", "scale SEC mathematics").doesNotContain("Webb");
    }

    /** A circle of parents cannot be a framework: why, then what the import did. */
    @Test
    void aBrokenPackageGivesTheReportOfTheImportAndCodeTwo() throws Exception {
        assertThat(run(own("circle.json"))).isEqualTo(2);
        assertThat(err)
                .contains("go round in a circle: N > N.4.1 > N", "CASE-DEV-12")
                .startsWith("circle.json: case.");
        assertThat(out).isEmpty();
        assertThat(run(file("cut.json", "{\"CFDocument\": {\"title\": "))).isEqualTo(2);
        assertThat(err).contains("cut.json: case.syntax");
        assertThat(
                        run(
                                file(
                                        "empty.json",
                                        "{\"CFDocument\": {\"identifier\": \"0a000000-0000-4000-8000-000000000001\", \"title\": \"t\"}}")))
                .isEqualTo(2);
        assertThat(err).contains("holds no standard");
    }

    @Test
    void whatCannotBeUsedIsOneLineWithItsRowAndCodeTwo() throws Exception {
        String garden = own("garden.json");
        assertRefused("A CASE package is missing");
        assertRefused("cannot be read", "nowhere.json");
        assertRefused("Unknown option", garden, "--colour", "red");
        assertRefused("Expected DOK, Bloom", garden, "--scale", "ours");
        assertRefused("without --edges", garden, "--standard", "N.3.1");
        assertRefused("Expected 1 or more", garden, "--round", "0");
        assertRefused("Nobody judged in round 2", garden, "--judgements", own("panel.csv"), "--round", "2");
        assertRefused("row 3: topic is no code of the package", garden, "--blueprint", plan("N,1,1\nZ.1,1,1\n"));
        assertThat(err).doesNotContain("Z.1");
        assertRefused("row 2: demand is no level of the scale DOK", garden, "--blueprint", plan("N,9,1\n"));
        assertRefused("row 2: weight is no number above zero", garden, "--blueprint", plan("N,1,many\n"));
        assertRefused("row 3: topic stands twice", garden, "--blueprint", plan("N,1,1\nN,recall,2\n"));
        assertRefused("there are no rows", garden, "--blueprint", plan(""));
        assertRefused(
                "column \"weight\" is not in the header", garden, "--blueprint", file("b.csv", "topic,demand\nN,1\n"));
        assertRefused("row 3 has 2 cells", garden, "--blueprint", plan("N,1,1\nN,1\n"));
        assertRefused("row 3: item is judged twice", garden, "--judgements", panel("r,i,N.3.1\nr,i,N.3.2\n"));
        assertRefused("row 2: rater is empty", garden, "--judgements", panel(",i,N.3.1\n"));
        assertRefused(
                "row 2: round is no number",
                garden,
                "--judgements",
                file("j.csv", "rater,item,standard,round\nr,i,N.3.1,first\n"));
        assertRefused(
                "row 2: secondary names a standard twice",
                garden,
                "--judgements",
                file("j.csv", "rater,item,standard,secondary\nr,i,N.3.1,N.3.1\n"));
        assertRefused(
                "go round in a circle: N.3.1 > N.3.2 > N.3.1",
                garden,
                "--edges",
                file("e.csv", "from,to\nN.3.1,N.3.2\nN.3.2,N.3.1\n"));
        assertRefused(
                "row 2: a quotation mark is never closed",
                garden,
                "--judgements",
                file("q.csv", "rater,item,standard,challenge\nr1,i1,N.3.1,\"too long\nr2,i1,N.3.1,\nr3,i1,N.3.1,\n"));
        assertRefused(
                "row 2: a quotation mark is never closed",
                garden,
                "--edges",
                file("q.csv", "from,to\nN.3.1,\"N.3.2\nN.3.2,N.4.1\n"));
        assertRefused(
                "column \"demand\" stands twice",
                garden,
                "--blueprint",
                file("b.csv", "topic,demand,Demand,weight\nN,1,2,1\n"));
        assertRefused(
                "column \"dok\" is not known",
                garden,
                "--judgements",
                file("j.csv", "rater,item,standard,DOK\nr,i,N.3.1,1\n"));
        assertRefused(
                "row 6 has 2 cells. Expected 3",
                garden,
                "--judgements",
                file("j.csv", "rater,item,standard\nr,i,N.3.1\n\n\n\nr,j\n"));
        assertRefused(
                "row 2: secondary is given, but no standard",
                garden,
                "--judgements",
                file("j.csv", "rater,item,standard,secondary\nr,i,,N.3.1\n"));
        assertRefused(
                "row 2: generic is given beside a standard",
                garden,
                "--judgements",
                file("j.csv", "rater,item,standard,generic\nr,i,N.3.1,N.3\n"));
        assertRefused("--standard is empty", garden, "--edges", own("steps.csv"), "--standard", "");
        String plan = file("own.csv", "topic,demand,weight\nN,1,1\n");
        assertRefused("--page is", garden, "--blueprint", plan, "--page", plan);
        java.nio.file.Path latin = java.nio.file.Path.of(file("latin.csv", "x"));
        java.nio.file.Files.write(latin, "from,to\nN.3.1,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("not UTF-8", garden, "--edges", latin.toString());
        assertRefused("is the standard itself", garden, "--edges", file("e.csv", "from,to\nN.3.1,N.3.1\n"));
        assertRefused("not in the header", garden, "--edges", file("e.csv", "a,b\n1,2\n"));
        assertRefused("Maybe G.4.", garden, "--edges", own("steps.csv"), "--standard", "G.4.7");
        assertRefused("is a heading", garden, "--edges", own("steps.csv"), "--standard", "G");
        assertRefused("folder is missing", garden, "--page", folder + "/no/where.html");
    }

    private String plan(String rows) throws IOException {
        return file("plan.csv", "topic,demand,weight\n" + rows);
    }

    private String panel(String rows) throws IOException {
        return file("panel.csv", "rater,item,standard\n" + rows);
    }

    private void assertRefused(String why, String... args) {
        assertThat(run(args)).as(List.of(args).toString()).isEqualTo(2);
        assertThat(err.strip()).contains(why).doesNotContain("\n");
        assertThat(out).isEmpty();
    }

    /** The published numbers of the map with its parts: 94 and 100 for 6.RP.A.3, longest chain 31, 177 redundant. */
    @Test
    void thePublishedPackageAndThePublishedMapGoTogether() {
        assertThat(run(
                        shared("curriculum/case/ccss-math-2010.json"),
                        "--edges",
                        shared("curriculum/coherence-map/prerequisite_edges.csv"),
                        "--standard",
                        "6.RP.A.3"))
                .as(err)
                .isZero();
        assertThat(out)
                .contains(
                        "746 items on 6 levels, 474 with nothing below them, 66 domains.",
                        "Steps: 757 between standards of the package.",
                        "6.RP.A.3 rests on 94 standards, near or far, and 100 rest on it.",
                        "longest chain 31 steps, 177 steps follow from others");
    }

    /** By the steps alone 1.NBT.B.2.a rests on nothing; its whole needs six, by brute force on the file. */
    @Test
    void aPartRestsOnWhatItsWholeNeeds() {
        assertThat(run(
                        shared("curriculum/case/ccss-math-2010.json"),
                        "--edges",
                        shared("curriculum/coherence-map/prerequisite_edges.csv"),
                        "--standard",
                        "1.NBT.B.2.a"))
                .as(err)
                .isZero();
        assertThat(out).contains("1.NBT.B.2.a rests on 6 standards, near or far,");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out)
                .contains("--blueprint", "--judgements", "--edges", "--scale", "--standard", "--page", "--round");
    }
}
