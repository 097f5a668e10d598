package org.iltlib.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Subject;

class ScoreTableReaderProperties {

    @Property(tries = 500)
    void anyBytesGiveATableOrOneException(@ForAll byte[] bytes) {
        try {
            ScoreImport read = ScoreTableReaderTest.read(bytes);
            assertThat(read.report().kept()).isEqualTo(read.table().rows());
        } catch (EvidenceException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void everyLineIsKeptOrRejected(
            @ForAll @Size(max = 20)
                    List<@CharRange(from = '!', to = '~') @StringLength(min = 1, max = 20) String> lines) {
        List<String> clean = lines.stream().map(line -> line.replace('"', '\'')).toList();
        ScoreImport read = ScoreTableReaderTest.read("id,school,grade,ses,math\n" + String.join("\n", clean));
        assertThat(read.report().rows()).isEqualTo(lines.size());
    }

    private static final ScoreLayout WIDE = ScoreLayout.builder()
            .student("id")
            .unit("school")
            .grade("grade")
            .addGroups("ses", "tongue")
            .putScores("math", Subject.MATHEMATICS)
            .putScores("read", Subject.READING)
            .putMissing("abs", MissingReason.ABSENT)
            .putMissing("-9", MissingReason.EXEMPT)
            .build();

    @Provide
    Arbitrary<String> rows() {
        Arbitrary<String> id = Arbitraries.integers()
                .between(1, 60)
                .map(i -> i % 9 == 0 ? (i % 2 == 0 ? "\u00e9" : "e\u0301") + i : "s" + i);
        Arbitrary<String> unit =
                Arbitraries.of("51", " 52", "\u0141\u00f3d\u017a", "x\u0085y", "", "7 7", "z".repeat(201));
        Arbitrary<String> grade = Arbitraries.of("1", "01", "K", "kg", "pk", "12", "13", "2 ", "\u0663", "", "grade");
        Arbitrary<String> group = Arbitraries.of(
                "F", "N", "", " F ", "g".repeat(201), "a\u0007", "\uFFFF", "\u1100\u1161", "\"a,b\"", "\uD83D\uDE00");
        Arbitrary<String> score = Arbitraries.of(
                "450",
                "450.5",
                "",
                "abs",
                "-9",
                "-9.0",
                "1e3",
                ".",
                "x",
                "-0",
                "+.5",
                "0.125",
                "99999999999",
                "1d",
                "1.",
                "1e999",
                "0x1",
                "NaN",
                "\u0661",
                "12.3456789012",
                "\u00a01",
                " 7");
        Arbitrary<String> whole = Combinators.combine(id, unit, grade, group, group, score, score, id)
                .as((a, b, c, d, e, f, g, h) -> String.join(",", g, a, b, h, c, d, e, f));
        return Arbitraries.frequencyOf(
                Tuple.of(20, whole),
                Tuple.of(1, Arbitraries.of("", "a,b", ",,,,,,,", ",,,,,,,,", "\"", "a\"b", "\uFFFF")));
    }

    /** The reference keeps a text for each cell; see {@link PlainScoreReader}. */
    @Property(tries = 1000)
    void columnsMeanWhatRowsOfTextsMean(@ForAll @Size(max = 120) List<@From("rows") String> rows) {
        String csv = "read,id,school,other,grade,ses,tongue,math\n"
                + rows.stream()
                        .filter(row -> row.chars().filter(c -> c == '"').count() % 2 == 0)
                        .collect(Collectors.joining("\r\n"));
        PlainScoreReader plain = new PlainScoreReader(WIDE, csv);
        ScoreImport read =
                ScoreTableReader.of(WIDE).read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.report().rejections()).isEqualTo(plain.rejections);
        ScoreTable table = read.table();
        List<List<Object>> found = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            found.add(List.of(
                    table.students().find(row).orElseThrow(),
                    table.units().find(row).orElseThrow(),
                    table.grades().find(row).orElseThrow(),
                    table.groups("ses").find(row).orElse(""),
                    table.groups("tongue").find(row).orElse(""),
                    cell(table.scores(Subject.MATHEMATICS), row),
                    cell(table.scores(Subject.READING), row)));
        }
        assertThat(found).isEqualTo(plain.rows);
        assertThat(table.students().levels())
                .containsExactlyElementsOf(new TreeSet<>(
                        plain.rows.stream().map(row -> (String) row.get(0)).toList()));
    }

    private static Object cell(ScoreColumn column, int row) {
        return column.isPresent(row) ? column.get(row) : column.findMissing(row).orElseThrow();
    }

    /** Long enough for rows to be handed over to another thread many times. */
    @Example
    void aLongFileIsReadAsAShortOne() {
        StringBuilder csv = new StringBuilder("read,id,school,other,grade,ses,tongue,math\n");
        for (int i = 0; i < 50_000; i++) {
            csv.append(i % 13 == 0 ? "" : String.valueOf(i % 100))
                    .append(",s")
                    .append(i * 7919 % 20_011)
                    .append(',')
                    .append(i % 300)
                    .append(",-,")
                    .append(1 + i % 2)
                    .append(",F,N,")
                    .append(i % 800)
                    .append(".5\n");
        }
        PlainScoreReader plain = new PlainScoreReader(WIDE, csv.toString());
        ScoreImport read = ScoreTableReader.of(WIDE)
                .read(new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)));
        ScoreTable table = read.table();
        assertThat(read.report().rejections()).isEqualTo(plain.rejections).isNotEmpty();
        assertThat(table.rows()).isEqualTo(plain.rows.size());
        for (int row = 0; row < table.rows(); row++) {
            assertThat(table.students().find(row))
                    .contains((String) plain.rows.get(row).get(0));
            assertThat(cell(table.scores(Subject.READING), row))
                    .isEqualTo(plain.rows.get(row).get(6));
            assertThat(cell(table.scores(Subject.MATHEMATICS), row))
                    .isEqualTo(plain.rows.get(row).get(5));
        }
        assertThat(table.students().getCode("s7919"))
                .isEqualTo(table.students().levels().indexOf("s7919"));
        // student 2 (under 32,768), unit 2, grade 1, two groups 1 each, math 2, reading 1; the ids beside them
        long ids = table.students().levels().stream()
                .mapToLong(id -> id.length() + 4L)
                .sum();
        assertThat(table.retainedBytes()).isEqualTo(table.rows() * 10L + ids);
    }
}
