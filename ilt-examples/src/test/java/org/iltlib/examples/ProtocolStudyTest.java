package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iltlib.analytics.deciding.Procedures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolStudyTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    @Test
    void theStudyIsPrintedAndWrittenWithIntervals() throws IOException {
        assertThat(run("--teams", "100", "--seed", "7", "--out", folder.toString(), "--threads", "2"))
                .as(err)
                .isZero();
        assertThat(out).contains("Teams that chose the better option", "Interval", "not what schools do");
        List<String> protocols = Files.readAllLines(folder.resolve("protocols.csv"));
        assertThat(protocols.get(0)).isEqualTo("procedure,measure,compared with,value,lower,upper,level,n,unit,method");
        Procedures.all().forEach(procedure -> {
            assertThat(out).contains(procedure.name());
            assertThat(protocols).anyMatch(line -> line.contains(procedure.name()) && line.contains(",0.95,100,"));
        });
        List<String> rules = Files.readAllLines(folder.resolve("rules.csv"));
        assertThat(rules).anyMatch(line -> line.startsWith("\"impartial culture\",borda,Condorcet efficiency,0."));
        assertThat(rules).allMatch(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1).length == 8);
    }

    @Test
    void thePageStandsAloneAndSaysThatItIsSimulated() throws IOException {
        run("--teams", "100", "--seed", "7", "--out", folder.toString());
        String page = Files.readString(folder.resolve("study.html"));
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("Everything here is simulated", "What is assumed", "95% intervals", "seed 7")
                .doesNotContain("<script", "href=\"http", "src=", "NaN", "Infinity");
        assertThat(page.split("<figure", -1)).hasSize(1 + 14);
    }

    @Test
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one");
        Path three = folder.resolve("three");
        Path other = folder.resolve("other");
        run("--teams", "100", "--seed", "11", "--out", one.toString(), "--threads", "1");
        run("--teams", "100", "--seed", "11", "--out", three.toString(), "--threads", "3");
        run("--teams", "100", "--seed", "12", "--out", other.toString(), "--threads", "3");
        for (String file : List.of("study.html", "protocols.csv", "rules.csv")) {
            assertThat(three.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
            assertThat(Files.readString(other.resolve(file))).isNotEqualTo(Files.readString(one.resolve(file)));
        }
    }

    @Test
    void whatCannotBeUsedIsOneLineAndCodeTwo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        for (List<String> args : List.of(
                List.of("--teams", "many"),
                List.of("--teams", "99"),
                List.of("--teams", "100001"),
                List.of("--threads", "0"),
                List.of("--seed", "x"),
                List.of("--team", "5"),
                List.of("--teams"),
                List.of("--out", "a\0b"),
                List.of("--out", file.toString()),
                List.of("--out", file.resolve("below").toString()))) {
            assertThat(run(args.toArray(String[]::new))).as(args.toString()).isEqualTo(2);
            assertThat(err.strip()).as(args.toString()).isNotEmpty().doesNotContain("\n");
            assertThat(out).isEmpty();
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsOneLineAndCodeTwo() throws IOException {
        Files.createDirectories(folder.resolve("study.html"));
        assertThat(run("--teams", "100", "--out", folder.toString())).isEqualTo(2);
        assertThat(err.strip()).contains("study.html cannot be written").doesNotContain("\n");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out).contains("--teams", "--seed", "--out", "--threads");
    }

    private int run(String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream failed = new ByteArrayOutputStream();
        int code = ProtocolStudy.run(
                args,
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(failed, true, StandardCharsets.UTF_8));
        out = printed.toString(StandardCharsets.UTF_8);
        err = failed.toString(StandardCharsets.UTF_8);
        return code;
    }
}
