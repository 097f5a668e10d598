package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;

/** What the README prints is what runs. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    /** The lines between the markers, without their indentation. */
    private static String shown(String program) throws IOException {
        return shown(Path.of("src/main/java/org/iltlib/examples", program + ".java"));
    }

    private static String shown(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int start = lines.indexOf("        // spotless:off") + 1;
        int end = lines.indexOf("        // spotless:on");
        return String.join(
                "\n",
                lines.subList(start, end).stream()
                        .map(line -> line.startsWith("        ") ? line.substring(8) : line)
                        .toList());
    }

    @Test
    void theQuickstartIsTheOneThatCompilesAndHasAtMostTwentyLines() throws IOException {
        assertThat(readme()).contains("```java\n" + shown("Quickstart") + "\n```");
        assertThat(shown("Quickstart").lines().count()).isLessThanOrEqualTo(20);
    }

    @Test
    void theEmbeddingAndTheScriptAreThoseThatCompile() throws IOException {
        assertThat(readme()).contains("```java\n" + shown("Embedding") + "\n```");
        assertThat(readme()).contains("\n\n" + shown("Research") + "\n```");
    }

    @Test
    void theContractIsRunAsShown() throws IOException {
        Path tested = Path.of("src/test/java/org/iltlib/examples/VendorStoreTest.java");
        assertThat(readme()).contains("```java\n" + shown(tested) + "\n```");
    }

    @Test
    void theQuickstartPrintsWhyAndThatTheRecordHolds() throws Exception {
        String printed = printed(() -> Quickstart.main(new String[0]));
        assertThat(printed)
                .startsWith("Needs another round by fist to five (classic): 1 below 3.")
                .contains("Quorum: 5 of 5 present, 3 needed.")
                .contains("The record holds: 1 entry.");
        assertThat(readme()).contains(printed.lines().findFirst().orElseThrow());
    }

    @Test
    void theEmbeddingKeepsTheRecordInTheCallersTransaction() throws Exception {
        assertThat(printed(() -> Embedding.main(new String[0]))).contains("The record holds: 1 entry.");
    }

    @Test
    void theScriptRunsInJShellAsItStands() throws Exception {
        String text = readme();
        int start = text.indexOf("```java\nimport java.util.*;") + "```java\n".length();
        String script = text.substring(start, text.indexOf("```", start));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JShell shell = JShell.builder()
                .executionEngine("local")
                .out(new PrintStream(out, true, StandardCharsets.UTF_8))
                .build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            String rest = script;
            while (!rest.isBlank()) {
                SourceCodeAnalysis.CompletionInfo next =
                        shell.sourceCodeAnalysis().analyzeCompletion(rest);
                for (SnippetEvent event : shell.eval(next.source())) {
                    assertThat(event.status()).as(event.snippet().source()).isEqualTo(Snippet.Status.VALID);
                    assertThat(event.exception()).as(event.snippet().source()).isNull();
                }
                rest = next.remaining();
            }
        }
        assertThat(printed(() -> Research.main(new String[0]))).contains("Gini 0.3178, chance alone up to");
    }

    @Test
    void everyLinkedFileExists() throws IOException {
        Stream<String> links = java.util.regex.Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)")
                .matcher(readme())
                .results()
                .map(match -> match.group(1));
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    @Test
    void theCheckRunsTheReadmesTwoCommands() throws IOException {
        assertThat(readme()).contains("\nmvn -B verify\n").contains("org.iltlib.examples.SchoolYear --out year");
        assertThat(Files.readString(ROOT.resolve(".ci/run")))
                .contains("\nmvn -B verify\n", "\nmvn -q -B -DskipTests package\n")
                .contains("SchoolYear --out");
    }

    private interface Program {
        void run() throws Exception;
    }

    private static String printed(Program program) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
