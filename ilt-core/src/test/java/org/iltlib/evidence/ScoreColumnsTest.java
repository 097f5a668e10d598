package org.iltlib.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Subject;
import org.junit.jupiter.api.Test;

class ScoreColumnsTest {
    private static final String HEADER = "id,school,grade,ses,math\n";
    private static final String ROWS = "s1,51,1,F,450.5\ns2,51,K,,abs\ns3,7,2,N,500\n";

    private static ScoreTable table(String rows) {
        return ScoreTableReaderTest.read(HEADER + rows).table();
    }

    @Test
    void selectedRowsKeepTheirValuesReasonsAndCodes() {
        ScoreTable all = table(ROWS);
        ScoreTable some = all.select(row -> row != 0);
        assertThat(some.rows()).isEqualTo(2);
        assertThat(some.layout()).isEqualTo(all.layout());
        assertThat(some.students().find(0)).contains("s2");
        assertThat(some.students().levels()).isEqualTo(all.students().levels());
        assertThat(some.units().code(1)).isEqualTo(all.units().code(2));
        assertThat(some.grades().find(1)).contains("2");
        assertThat(some.groupNames()).containsExactly("ses");
        assertThat(some.groups("ses").find(0)).isEmpty();
        assertThat(some.groups("ses").find(1)).contains("N");
        ScoreColumn math = some.scores(some.subjects().get(0));
        assertThat(math.size()).isEqualTo(2);
        assertThat(math.present()).isEqualTo(1);
        assertThat(math.isPresent(0)).isFalse();
        assertThat(math.measured(0)).isEqualTo(Measured.missing(MissingReason.NOT_APPLICABLE));
        assertThat(math.get(1)).isEqualTo(500);
        assertThat(all.select(row -> true)).isEqualTo(all).hasSameHashCodeAs(all);
        assertThat(all.select(row -> false).rows()).isZero();
    }

    @Test
    void tablesAreEqualIfEveryCellIs() {
        ScoreTable table = table(ROWS);
        assertThat(table(ROWS)).isEqualTo(table).hasSameHashCodeAs(table);
        for (String change : new String[] {"s1:s9", ",51,K:,52,K", ",K,:,3,", ",F,:,G,", "450.5:451", "abs:"}) {
            String[] pair = change.split(":", -1);
            assertThat(table(ROWS.replace(pair[0], pair[1]))).as(change).isNotEqualTo(table);
        }
        assertThat(table).isNotEqualTo(ROWS);
        ScoreColumn math = table.scores(Subject.MATHEMATICS);
        assertThat(math).isEqualTo(table(ROWS).scores(Subject.MATHEMATICS)).isNotEqualTo("math");
        assertThat(math).isNotEqualTo(table(ROWS.replace("500", "500.25")).scores(Subject.MATHEMATICS));
        assertThat(math)
                .isEqualTo(table(ROWS.replace("450.5", "450.500")).scores(Subject.MATHEMATICS))
                .hasSameHashCodeAs(table(ROWS.replace("450.5", "4505e-1")).scores(Subject.MATHEMATICS));
        LabelColumn ses = table.groups("ses");
        assertThat(ses)
                .isEqualTo(table(ROWS).groups("ses"))
                .hasSameHashCodeAs(table(ROWS).groups("ses"));
        assertThat(ses).isNotEqualTo("ses").isNotEqualTo(table.units());
    }

    @Test
    void aScoreThatIsNotThereIsNotGiven() {
        ScoreColumn math = table(ROWS).scores(Subject.MATHEMATICS);
        assertThatThrownBy(() -> math.get(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1 has no score in \"math\". Maybe ask isPresent first.");
        assertThatThrownBy(() -> math.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aCodeIsFoundByItsLabelAndAWrongLabelIsAnsweredWithSomeRightOnes() {
        LabelColumn units = table(IntStream.rangeClosed(10, 22)
                        .mapToObj(i -> "s" + i + "," + i + ",1,F,1\n")
                        .collect(Collectors.joining()))
                .units();
        assertThat(units.findCode("12")).hasValue(2);
        assertThat(units.getCode("12")).isEqualTo(2);
        assertThat(units.findCode("9")).isEmpty();
        assertThatThrownBy(() -> units.getCode("9"))
                .hasMessage("column \"school\" has no \"9\". Maybe one of 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, ….");
        assertThatThrownBy(() -> table(ROWS).units().getCode("9")).hasMessageEndingWith("Maybe one of 51, 7.");
    }

    @Test
    void columnsGrowWithTheRows() {
        int rows = 1000;
        ScoreTable table = table(IntStream.range(0, rows)
                .mapToObj(i -> "s" + i + ",1,1,F," + (i % 7 == 0 ? "" : i + ".5") + "\n")
                .collect(Collectors.joining()));
        ScoreColumn math = table.scores(Subject.MATHEMATICS);
        assertThat(table.students().levels()).hasSize(rows);
        for (int row = 0; row < rows; row++) {
            assertThat(table.students().find(row)).contains("s" + row);
            assertThat(math.measured(row))
                    .isEqualTo(row % 7 == 0 ? Measured.missing(MissingReason.NOT_COLLECTED) : Measured.of(row + 0.5));
        }
    }

    @Test
    void oddUnitsAndNumbersAreRejectedWithTheReason() {
        ImportReport report = ScoreTableReaderTest.read(HEADER + "a," + "x".repeat(201) + ",1,F,1\nb,a\u0007b,1,F,1\n"
                        + "c,1,1,F,0x10\nd,1,1,F,1e999\ne,1,1,F,.\nf,1,1,F,1.\ng,,1,F,1\nh,1,,F,1\n")
                .report();
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.rejections())
                .containsOnly(
                        Map.entry("school is no id", 2L),
                        Map.entry("math is no number", 3L),
                        Map.entry("school is empty", 1L),
                        Map.entry("grade is empty", 1L));
    }

    @Test
    void aReportWhoseCountsDisagreeIsRefused() {
        assertThatThrownBy(() -> ImportReport.builder().kept(1).incomplete(2).build())
                .hasMessageContaining("incomplete is 2, more than the 1 kept rows");
        assertThatThrownBy(() -> ImportReport.builder()
                        .kept(2)
                        .incomplete(1)
                        .putMissing("math", 2L)
                        .build())
                .hasMessageContaining("missing in \"math\" is 2. Expected 1 to 1");
        assertThatThrownBy(() -> ImportReport.builder()
                        .kept(2)
                        .incomplete(1)
                        .putMissing("math", 0L)
                        .build())
                .hasMessageContaining("missing in \"math\" is 0");
        assertThatThrownBy(() -> ImportReport.builder()
                        .kept(0)
                        .incomplete(0)
                        .putRejections("no number", 2L)
                        .build())
                .hasMessageContaining("there are 0 examples. Expected 2");
        assertThatThrownBy(() -> ImportReport.builder()
                        .kept(0)
                        .incomplete(0)
                        .putRejections("no number", 0L)
                        .build())
                .hasMessageContaining("no number");
    }

    @Test
    void aFileThatIsNotThereAndAnUnclosedQuoteAreToldApart() {
        assertThatThrownBy(
                        () -> ScoreTableReader.of(ScoreTableReaderTest.LAYOUT).read(Path.of("no-such-file.csv")))
                .isInstanceOfSatisfying(
                        EvidenceException.class, e -> assertThat(e.row()).isEmpty())
                .hasMessageContaining("no-such-file.csv");
        assertThatThrownBy(() -> ScoreTableReaderTest.read(""))
                .isInstanceOfSatisfying(
                        EvidenceException.class, e -> assertThat(e.row()).isEmpty())
                .hasMessageContaining("the source is empty");
        assertThatThrownBy(() -> ScoreTableReaderTest.read(new byte[] {'i', 'd', '\n', (byte) 0xC3}))
                .isInstanceOf(EvidenceException.class);
    }

    @Test
    void purposesAreWords() {
        assertThat(AssessmentPurpose.INTERIM).hasToString("interim");
    }
}
