package org.iltlib.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.iltlib.decision.Prediction;
import org.iltlib.decision.Proposal;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.archive.RecordLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, as a user runs it. */
class SchoolYearTest {
    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {
        /** What was told, without the time it took. */
        String told() {
            return out.replaceAll("Told in \\d+\\.\\d s\\.", "Told.");
        }
    }

    private static Run run(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = SchoolYear.run(
                Stream.of(args).map(Object::toString).toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(
                code, out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"), err.toString(StandardCharsets.UTF_8));
    }

    private void assertRefused(Run run, String... words) throws IOException {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(words).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        try (Stream<Path> written = Files.walk(folder)) {
            assertThat(written.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.contains("year.html") || name.contains("record.jsonl"));
        }
    }

    private static byte[] study() throws IOException {
        try (InputStream stream = SchoolYear.class.getResourceAsStream("star.csv.gz")) {
            return new GZIPInputStream(stream).readAllBytes();
        }
    }

    @Test
    void theStoryOfSchool51IsTheOneOnPaper() throws IOException {
        Run run = run("--out", folder.resolve("year"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Path golden = Path.of("src/test/resources/org/iltlib/examples/school-51.txt");
        if (Boolean.getBoolean("ilt.golden.story")) {
            Files.writeString(golden, run.told());
        }
        assertThat(run.told()).isEqualTo(Files.readString(golden));
    }

    @Test
    void thePageStandsAloneAndTheRecordHolds() throws IOException {
        Path out = folder.resolve("year");
        run("--out", out);
        String page = Files.readString(out.resolve("year.html"));
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("School 51: one school year", "<svg", "prefers-color-scheme");
        assertThat(Pattern.compile("(?:src|href)=\"(?!#)([^\"]*)\"|url\\((?!#)|@import|<script")
                        .matcher(page)
                        .results())
                .isEmpty();
        assertThat(Pattern.compile("\\bNaN\\b|Infinity|null").matcher(page).results())
                .isEmpty();
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        Set<String> targets = new HashSet<>(ids);
        assertThat(Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().map(match -> match.group(1)))
                .allMatch(targets::contains);
        List<TeamRecord> records = RecordLines.read(new StringReader(Files.readString(out.resolve("record.jsonl"))))
                .toList();
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.verify().holds()).isTrue();
            assertThat(record.revision()).isGreaterThan(90);
        });
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("year.html", "record.jsonl");
        }
    }

    @Test
    void storyPageAndRecordStateTheSamePrediction() throws IOException {
        Path out = folder.resolve("year");
        String story = run("--out", out).out().replaceAll("\\s+", " ");
        TeamRecord record = RecordLines.read(new StringReader(Files.readString(out.resolve("record.jsonl"))))
                .findFirst()
                .orElseThrow();
        Prediction prediction = record.list(Proposal.KIND).get(0).prediction().orElseThrow();
        String stated = String.format(
                Locale.ROOT,
                "will have risen by at least %.2f standard deviations; the team is %.0f %% sure.",
                prediction.limit(),
                prediction.confidence() * 100);
        assertThat(story).contains("Prediction: the standing of the students seen again a year later " + stated);
        assertThat(story)
                .contains("The prediction was: the standing of the students seen again a year later " + stated);
        assertThat(Files.readString(out.resolve("year.html"))).contains(stated);
    }

    @Test
    void everyStrengthAndWeaknessStandsWithItsIntervalAndItsNumbers() {
        List<String> findings = run("--out", folder.resolve("year"))
                .out()
                .replaceAll("\\n {5,}", " ")
                .lines()
                .filter(line -> line.contains(": strength;") || line.contains(": weakness;"))
                .toList();
        assertThat(findings)
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(line)
                        .containsPattern("Ours: mean [\\d.]+ of \\d+ scores among \\d+ students")
                        .containsPattern("Difference [+-][\\d.]+ \\[[+-][\\d.]+, [+-][\\d.]+\\]"));
    }

    @Test
    void theSameSeedGivesTheSameBytesInAnyLocaleAndTimeZoneAndOnAnyStore() throws IOException {
        Path first = folder.resolve("first");
        Run plain = run("--out", first, "--seed", 7);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String store = "jdbc:h2:" + folder.resolve("store/ilt");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            for (String place : List.of("second", "third")) {
                Path out = folder.resolve(place);
                Run again = run("--out", out, "--seed", 7, "--store", store);
                assertThat(again.err()).isEmpty();
                assertThat(again.told()).isEqualTo(plain.told());
                assertThat(out.resolve("year.html")).hasSameBinaryContentAs(first.resolve("year.html"));
                assertThat(out.resolve("record.jsonl")).hasSameBinaryContentAs(first.resolve("record.jsonl"));
                Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        Path other = folder.resolve("other");
        assertThat(run("--out", other, "--seed", 8, "--store", store).err())
                .contains("holds another history", "Maybe it was written with another seed");
        assertThat(other).doesNotExist();
    }

    @Test
    void everyOneOfTheEightySchoolsHasItsYear() {
        List<String> failed = new ArrayList<>();
        for (int school = 1; school <= 80; school++) {
            Run run = run("--school", school, "--out", folder.resolve("schools"));
            if (run.code() != 0
                    || !run.out().contains("9. The record")
                    || run.out().contains("NaN")) {
                failed.add(school + ": " + run.err());
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void aPlainFileIsReadAsTheCompressedOneIs() throws IOException {
        Path plain = Files.write(folder.resolve("star.csv"), study());
        Run fromFile = run("--data", plain, "--out", folder.resolve("a"));
        Run fromInside = run("--out", folder.resolve("b"));
        assertThat(fromFile.told()).isEqualTo(fromInside.told());
    }

    @Test
    void aDatabaseInTheHeapKeepsTheYearToo() {
        Run database = run("--store", "jdbc:h2:mem:year", "--out", folder.resolve("a"));
        assertThat(database.err()).isEmpty();
        assertThat(database.told()).isEqualTo(run("--out", folder.resolve("b")).told());
    }

    @Test
    void helpIsPrinted() {
        assertThat(run("--help").out()).contains("--school", "--store", "--seed", "--out", "--data");
    }

    @Test
    void aWrongOptionIsRefusedInOneLine() throws IOException {
        assertRefused(run("--shcool", "51"), "Unknown option \"--shcool\"", "--school");
        assertRefused(run("51"), "Unknown option \"51\"");
        assertRefused(run("--school"), "--school has no value");
        assertRefused(run("--school", "1", "--school", "2"), "given twice");
        assertRefused(run("--school", "fifty"), "\"fifty\"", "whole number");
        assertRefused(run("--school", "99", "--out", folder), "99", "1 to 80");
        assertRefused(run("--seed", "1.5"), "whole number");
        assertRefused(run("--store", "ftp:somewhere", "--out", folder), "--store", "mem:");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(run("--store", "jdbc:h2:" + file + "/below/ilt", "--out", folder), "--store", "cannot be used");
        assertRefused(run("--out", file), "which is a file");
    }

    @Test
    void aMissingOrBrokenInputIsRefusedInOneLine() throws IOException {
        assertRefused(run("--data", folder.resolve("absent.csv"), "--out", folder), "not a readable file");
        assertRefused(run("--data", folder, "--out", folder), "not a readable file");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertRefused(run("--data", empty, "--out", folder), "empty");
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertRefused(run("--data", other, "--out", folder), "id");
        Path bytes = Files.write(folder.resolve("bytes.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        assertRefused(run("--data", bytes, "--out", folder), "bytes.csv");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(study());
        }
        byte[] whole = zipped.toByteArray();
        Path cut = Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertRefused(run("--data", cut, "--out", folder), "cut.csv.gz", "breaks off");
        String header =
                new String(study(), StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        Path bare = Files.writeString(folder.resolve("bare.csv"), header + "\n");
        assertRefused(run("--data", bare, "--out", folder), "51");
    }

    @Test
    void rowsThatCannotBeReadAreRejectedAndAccountedFor() throws IOException {
        String text = new String(study(), StandardCharsets.UTF_8);
        Path file = Files.writeString(
                folder.resolve("some.csv"),
                text + "\"x\",\"51\",\"K\"\n" + "\"y\",\"51\",\"9th\"" + ",".repeat(15) + "\n");
        Run run = run("--data", file, "--out", folder.resolve("out"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("26,798 rows were read: 26,796 kept", "2 rejected");
    }
}
