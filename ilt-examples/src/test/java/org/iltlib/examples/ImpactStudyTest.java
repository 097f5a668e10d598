package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ImpactStudyTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    private int run(String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        int code = ImpactStudy.run(
                args,
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
        out = printed.toString(StandardCharsets.UTF_8);
        err = complained.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static String squeezed(String text) {
        return text.replaceAll(" +", " ");
    }

    /**
     * Points, errors and degrees of freedom are those of clubSandwich in {@code SmallClassEffectTest} of the analytics; the
     * plain difference of .1594 standard deviations is the reference's.
     */
    @Test
    void itPrintsThePublishedEffectsBesideOurs() throws Exception {
        Path page = folder.resolve("star.html");
        assertThat(run("--draws", "99", "--page", page.toString())).isZero();
        assertThat(err).isEmpty();
        assertThat(squeezed(out))
                .contains("Pupils in small classes stand 0.1594 standard deviations higher (Hedges' g 0.1593")
                .contains("kindergarten 5,871 8.79 2.30 186.7 2.29")
                .contains("grade 1 6,396 13.36")
                .contains("Commonly told from its table V: 5.37 points")
                .contains("kindergarten 5.36 1.23")
                .contains("free lunch 2,823")
                .contains("boundary not given")
                .contains("does not count as planned beforehand: it was recorded too late")
                .doesNotContain("planned before its outcomes")
                .contains("Verdict: works.")
                .contains("Tier 3 (promising)")
                .contains("The test draws 99 assignments, seed 7.");
        String html = Files.readString(page);
        assertThat(html).contains("<svg").doesNotContain("src=", "href=\"http");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
    }

    /**
     * In R: {@code lm(I(m3 - math) ~ s + factor(sch))}, {@code lm(m3 ~ s + math + factor(sch))}, {@code lmer(y ~ g * s +
     * (1 | id) + (1 | sch))} and {@code rq(m3 ~ s + math + ave(math, sch), .5)} on the pupils with both scores.
     */
    @Test
    void growthToGradeThreeIsToldByFourMethodsThatDisagree() {
        assertThat(run("--draws", "49")).isZero();
        assertThat(squeezed(out))
                .contains("2,890 pupils have a mathematics score in both years; 2,981 with one in kindergarten")
                .contains("plain gains, within schools −6.14")
                .contains("mixed model of both years −4.90 −8.32 to −1.48")
                .contains("mean with the score of kindergarten, within schools −0.79")
                .contains("quantile 0.50 with the score of kindergarten 1.10")
                .contains("growth percentiles, means −0.09")
                .contains("they do not ask the same");
    }

    @Test
    void theSameSeedPrintsTheSameBytes() throws IOException {
        Path few = some();
        run(few.toString(), "--draws", "49", "--seed", "3");
        String first = out;
        assertThat(run(few.toString(), "--draws", "49", "--seed", "3")).isZero();
        assertThat(out).isEqualTo(first).contains("seed 3");
    }

    /** Three schools of the study, invented anew: enough to run, and too little for some answers. */
    private Path some() throws IOException {
        StringBuilder rows = new StringBuilder("id,sch,gr,cltype,ses,sx,eth,schtype,read,math,tch\n");
        for (int i = 0; i < 90; i++) {
            int school = i / 30;
            boolean small = i % 2 == 0;
            rows.append(String.format(
                    Locale.ROOT,
                    "%d,%d,K,%s,%s,%s,%s,rural,%d,%d,%d%n",
                    1000 + i,
                    school + 1,
                    small ? "small" : "reg",
                    i % 3 == 0 ? "F" : "N",
                    i % 5 < 2 ? "F" : "M",
                    i % 4 == 0 ? "B" : "W",
                    430 + i * 7 % 31,
                    480 + i * 11 % 37 + (small ? 9 : 0),
                    10 * school + (small ? 1 : 2) + i % 4 * 2));
        }
        return Files.writeString(folder.resolve("some.csv"), rows.toString());
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsInvented() throws IOException {
        assertThat(run(some().toString(), "--draws", "49")).isZero();
        assertThat(out).contains("not collected: boundary not given").doesNotContain("NaN", "grade 1  ");
    }

    @Test
    void rowsThatCannotBeUsedAreToldAndNotDropped() throws IOException {
        String good = Files.readString(some());
        Path bad = Files.writeString(folder.resolve("bad.csv"), good + "9,1,K,small,F,F,B,rural,430,n.q.,1\n");
        assertThat(run(bad.toString())).isEqualTo(2);
        assertThat(err).contains("1 rows cannot be used; the first is row 92").hasLineCount(1);
        String row = "9,1,K,small,F,F,B,rural,430,490,1\n";
        Path twice = Files.writeString(folder.resolve("twice.csv"), good + row + row);
        assertThat(run(twice.toString())).isEqualTo(2);
        assertThat(err).contains("row 93: repeats a student in a grade").hasLineCount(1);
        Path small = Files.writeString(folder.resolve("small.csv"), good.replace(",reg,", ",small,"));
        assertThat(run(small.toString())).isEqualTo(2);
        assertThat(err).contains("none but small ones").hasLineCount(1);
    }

    @Test
    void theFileOfDataIsNeverWrittenOver() throws IOException {
        Path data = some();
        String before = Files.readString(data);
        assertThat(run(data.toString(), "--page", folder + "/./some.csv")).isEqualTo(2);
        assertThat(err).contains("names the file of data itself");
        assertThat(Files.readString(data)).isEqualTo(before);
    }

    @Test
    void whatCannotBeUsedIsOneLineAndCodeTwo() throws IOException {
        assertThat(run("nowhere.csv")).isEqualTo(2);
        assertThat(err).contains("cannot be read").hasLineCount(1);
        assertThat(run("--draws", "0")).isEqualTo(2);
        assertThat(err).contains("Expected 1 to 1000000");
        assertThat(run("--school", "51")).isEqualTo(2);
        assertThat(err).contains("Unknown option");
        Path other = Files.writeString(folder.resolve("other.csv"), "name,score\nx,1\n");
        assertThat(run(other.toString())).isEqualTo(2);
        assertThat(err).hasLineCount(1);
        Path late = Files.writeString(
                folder.resolve("late.csv"),
                "id,sch,gr,cltype,ses,sx,eth,schtype,read,math,tch\n1,1,3,reg,F,F,B,rural,500,500,1\n");
        assertThat(run(late.toString())).isEqualTo(2);
        assertThat(err).contains("Maybe it is another study");
        assertThat(run("--page", folder.resolve("missing/star.html").toString(), "--draws", "1"))
                .isEqualTo(2);
        assertThat(err).contains("cannot be written");
        assertThat(run("--help")).isZero();
        assertThat(out).contains("--draws");
    }
}
