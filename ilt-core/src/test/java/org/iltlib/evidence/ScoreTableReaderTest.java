package org.iltlib.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Subject;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class ScoreTableReaderTest {
    static final ScoreLayout LAYOUT = ScoreLayout.builder()
            .student("id")
            .unit("school")
            .grade("grade")
            .addGroups("ses")
            .putScores("math", Subject.MATHEMATICS)
            .putMissing("abs", MissingReason.NOT_APPLICABLE)
            .build();
    private static final String HEADER = "id,school,grade,ses,math\n";

    static ScoreImport read(String csv) {
        return read(csv.getBytes(StandardCharsets.UTF_8));
    }

    static ScoreImport read(byte[] bytes) {
        return ScoreTableReader.of(LAYOUT).read(new ByteArrayInputStream(bytes));
    }

    private static byte[] zipped(String csv) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(csv.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void rowsBecomeColumns() {
        ScoreTable table =
                read("\uFEFF" + HEADER + "b,2,1,F,10.5\na,1,K,,abs\na,1,1,N,\n").table();
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.students().levels()).containsExactly("a", "b");
        assertThat(table.gradeLevels()).containsExactly(GradeLevel.KINDERGARTEN, GradeLevel.of(1));
        assertThat(table.units().find(0)).contains("2");
        assertThat(table.unitIds()).hasSize(2);
        assertThat(table.groups("ses").find(1)).isEmpty();
        assertThat(table.groups("ses").code(1)).isEqualTo(LabelColumn.NONE);
        ScoreColumn math = table.scores(Subject.MATHEMATICS);
        assertThat(math.get(0)).isEqualTo(10.5);
        assertThat(math.measured(0)).isEqualTo(Measured.of(10.5));
        assertThat(math.measured(2)).isEqualTo(Measured.missing(MissingReason.NOT_COLLECTED));
        assertThat(math.findMissing(1)).contains(MissingReason.NOT_APPLICABLE);
        assertThat(math.findMissing(0)).isEmpty();
        assertThat(math.present()).isEqualTo(1);
        assertThat(table).hasToString("3 rows, 2 students, 2 units, 2 grades");
        assertThat(math).hasToString("math: 1 scores in 3 rows");
        assertThat(table.students()).hasToString("id: 2 labels in 3 rows");
    }

    @Test
    void everyRowIsAccountedForWithoutItsContent() {
        ScoreImport read =
                read(HEADER + "a,1,1,F,10\na,1,1,F,11\nb,1,99,F,12\nc,1,2,F,secret\nd,1\n,1,1,F,3\ne,1,2,,NaN\n"
                        + "f,1,2,,1d\n\ng,1,3,,7\n");
        assertThat(read.report()).hasToString("8 rows: 2 kept, 1 of them incomplete, 7 rejected".replace("8", "9"));
        assertThat(read.report().missing()).isEqualTo(Map.of("ses", 1L));
        assertThat(read.report().rejections())
                .containsEntry("repeats a student in a grade", 1L)
                .containsEntry("grade is no grade", 1L)
                .containsEntry("math is no number", 3L)
                .containsEntry("has not as many cells as the header", 1L)
                .containsEntry("id is empty", 1L);
        assertThat(read.report().examples().get(0)).hasToString("row 3: repeats a student in a grade");
        assertThat(CanonicalJson.write(ImportReport.FORM.write(read.report()))).doesNotContain("secret");
    }

    @Test
    void examplesAreCappedAndCountsAreExact() {
        ImportReport report = read(HEADER + "a,1,x,F,1\n".repeat(100)).report();
        assertThat(report.rejected()).isEqualTo(100);
        assertThat(report.examples()).hasSize(ImportReport.EXAMPLES);
    }

    @Test
    void aBrokenSourceIsRefusedAsAWhole() throws IOException {
        assertThatThrownBy(() -> read("")).isInstanceOf(EvidenceException.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("id,school\n")).hasMessageContaining("column \"grade\" is not in the header");
        assertThatThrownBy(() -> read("id,id,school,grade,ses,math\n")).hasMessageContaining("stands twice");
        byte[] whole = zipped(HEADER + "a,1,1,F,10\n".repeat(1000));
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 9)))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("breaks off");
        assertThatThrownBy(() -> read(new byte[] {'i', 'd', (byte) 0xff, '\n'})).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> ScoreTableReader.of(LAYOUT).read(Path.of("no-such-file.csv")))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("no-such-file.csv");
    }

    @Test
    void gzipAndPlainHaveTheSameDigestAndTable() throws IOException {
        String csv = HEADER + "a,1,1,F,10\n";
        assertThat(read(zipped(csv))).isEqualTo(read(csv));
        // printf 'id,school,grade,ses,math\na,1,1,F,10\n' | sha256sum
        assertThat(read(csv).sha256()).hasSize(64);
    }

    @Test
    void wrongNamesAreAnsweredWithTheRightOnes() {
        ScoreTable table = read(HEADER + "a,1,1,F,\n").table();
        assertThatThrownBy(() -> table.groups("sex")).hasMessageContaining("Maybe one of [ses]");
        assertThatThrownBy(() -> table.scores(Subject.READING)).hasMessageContaining("mathematics");
        assertThatThrownBy(() -> table.units().getCode("7")).hasMessageContaining("Maybe one of 1");
        assertThatThrownBy(() -> table.scores(Subject.MATHEMATICS).get(0)).hasMessageContaining("no score");
    }

    @Test
    void datasetAndAssessmentAreWrittenAndReadBack() {
        ScoreImport read = read(HEADER + "a,1,1,F,10\nb,1,x,F,1\n");
        Dataset dataset = read.dataset(EntryId.of("dataset/x"), "Scores", "a test").toBuilder()
                .assessment(EntryId.of("assessment/x"))
                .build();
        assertThat(Dataset.FORM.read(CanonicalJson.read(CanonicalJson.write(Dataset.FORM.write(dataset)))))
                .isEqualTo(dataset);
        assertThat(dataset.describes(read)).isTrue();
        assertThat(dataset.basedOn()).containsExactly(EntryId.of("assessment/x"));
        assertThat(dataset.kind().name()).isEqualTo("dataset");
        Assessment assessment = Assessment.builder()
                .id(EntryId.of("assessment/x"))
                .name("Spring mathematics")
                .subject(Subject.MATHEMATICS)
                .addGrades(GradeLevel.of(1))
                .purpose(AssessmentPurpose.SUMMATIVE)
                .year(SchoolYear.startingIn(1986))
                .date(SchoolYear.startingIn(1986).lastDay())
                .scale("scale score")
                .addStandards("1.OA.A.1")
                .build();
        assertThat(Assessment.FORM.read(CanonicalJson.read(CanonicalJson.write(Assessment.FORM.write(assessment)))))
                .isEqualTo(assessment);
        assertThat(assessment.basedOn()).isEmpty();
        assertThat(assessment.kind().name()).isEqualTo("assessment");
        assertThatThrownBy(() ->
                        assessment.toBuilder().year(SchoolYear.startingIn(1999)).build())
                .hasMessageContaining("Maybe the year is 1986-87");
    }

    @Test
    void aFileThatEndsInsideAQuotationIsCutShort() {
        for (String end : new String[] {"\"4", "\"4\n", "\"", "\"4\"\"", "\"4\"\"\n\n"}) {
            assertThatThrownBy(() -> read(HEADER + "b,1,1,F,10\n\na,1,1,F," + end))
                    .as(end)
                    .isInstanceOf(EvidenceException.class)
                    .hasMessage("row 4: a quotation mark is never closed. Maybe the file was cut short.");
        }
        assertThatThrownBy(() -> read("id,\"school,grade\n")).hasMessageContaining("row 1: a quotation");
        assertThat(read(HEADER + "a,1,1,F,\"4\"").report().kept()).isEqualTo(1);
        assertThat(read("\uFEFF" + HEADER + "a,1,1,F,\"4\"\r\n").report().kept())
                .isEqualTo(1);
    }

    /** printf '\xef\xbb\xbfid,school,grade,ses,math\na,1,1,F,10\n' | sha256sum */
    @Test
    void aByteOrderMarkIsHashedAndIsNoName() {
        assertThat(read("\uFEFF" + HEADER + "a,1,1,F,10\n").sha256())
                .isEqualTo("13cd2ddac79032af7a93462c7bbd86d8dac710038818c2e61cf48f18c67cfc7a");
    }

    @Test
    void aLabelHasNoControlCharactersAndOneWayOfWriting() {
        ScoreImport read =
                read(HEADER + "a\0,1,1,F,4\nb,1,1,\"F\nG\",4\nc,1,1,\u00e9,4\nd,1,1,e\u0301 ,4\ne,1,1,F,4,5\n");
        assertThat(read.report().rejections())
                .isEqualTo(Map.of("id is no id", 1L, "ses is no label", 1L, "has more cells than the header", 1L));
        assertThat(read.table().groups("ses").levels()).containsExactly("\u00e9");
    }
}
