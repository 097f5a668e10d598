package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.iltlib.examples.benchmark.CaseRows;
import org.iltlib.examples.benchmark.DrawnPackage;
import org.iltlib.exchange.casenetwork.CaseReader;
import org.iltlib.exchange.casenetwork.CaseRule;
import org.iltlib.exchange.casenetwork.CaseWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseBenchmarkTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... args) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return CaseBenchmark.run(args, stream, stream);
    }

    @Test
    void aSmallRunPrintsEveryRow() {
        assertThat(run("--items", "100", "--associations", "300", "--repeats", "1", "--heap", "64"))
                .isBetween(0, 1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("heap of 64 MB", "loaded, beside", "visited, beside", "saved, beside", "Reached: ")
                .contains("two versions compared", "prerequisites closed", "standards suggested")
                .contains("100 items, 300 associations");
    }

    @Test
    void wrongOptionsAreOneLine() {
        assertThat(run("--help")).isZero();
        out.reset();
        assertThat(run("--items", "0")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("--items is 0");
        for (String[] wrong :
                new String[][] {{"--repeats", "0"}, {"--heap", "1"}, {"--items", "99999999999"}, {"--associations", "1"}
                }) {
            out.reset();
            assertThat(run(wrong)).as(wrong[0]).isEqualTo(2);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .hasLineCount(1)
                    .contains(wrong[0] + " is " + wrong[1])
                    .contains("at most 2147483647");
        }
        out.reset();
        assertThat(run("--nonsense", "1")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("--nonsense");
    }

    @Test
    void thePrerequisitesMayComeFromAFile(@TempDir Path folder) throws Exception {
        Path edges = Files.writeString(
                folder.resolve("edges.csv"), "from_id,to_id,from_code,to_code\n1,2,A,B\n2,3,B,C\n2,4,B,D\n");
        run("--items", "100", "--associations", "100", "--repeats", "1", "--edges", edges.toString());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("4 standards, 5 pairs reachable");
        out.reset();
        Files.writeString(edges, "from_id,to_id,from_code,to_code\n1,2,A\n");
        assertThat(run("--edges", edges.toString())).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("Row 2");
        out.reset();
        Files.writeString(edges, "from,to\n1,2\n");
        assertThat(run("--edges", edges.toString())).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("from_code");
        out.reset();
        assertThat(run("--edges", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("none.csv");
    }

    @Test
    void theDrawnPackageIsSoundAndTheSameForTheSameSeed(@TempDir Path folder) throws Exception {
        Path one = folder.resolve("one.json");
        Path other = folder.resolve("other.json");
        DrawnPackage.write(one, 200, 600, 7);
        DrawnPackage.write(other, 200, 600, 7);
        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
        assertThat(CaseWriter.strict().check(CaseRows.load(one)).isClean()).isTrue();
        var report = CaseReader.withDefaults().read(one).report();
        assertThat(report.notes()).extracting(note -> note.rule()).containsExactly(CaseRule.DANGLING_END);
    }
}
