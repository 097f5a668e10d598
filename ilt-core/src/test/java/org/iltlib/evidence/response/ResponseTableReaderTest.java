package org.iltlib.evidence.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.EvidenceException;
import org.iltlib.evidence.ImportReport;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class ResponseTableReaderTest {
    static final ResponseLayout LAYOUT = ResponseLayout.builder()
            .student("id")
            .addGroups("group")
            .blank(MissingReason.NOT_ADMINISTERED)
            .putMissing("x", MissingReason.OMITTED)
            .build();
    static final ResponseLayout LETTERS = ResponseLayout.builder()
            .student("id")
            .blank(MissingReason.OMITTED)
            .putKey("q1", "A")
            .putKey("q2", "C")
            .build();
    static final String HEADER = "id,group,q1,q2,q3\n";

    static ResponseImport read(ResponseLayout layout, byte[] bytes) {
        return ResponseTableReader.of(layout).read(new ByteArrayInputStream(bytes));
    }

    static ResponseImport read(ResponseLayout layout, String csv) {
        return read(layout, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zipped(String csv) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(csv.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void rowsBecomeBytesWithReasons() {
        ResponseImport read = read(LAYOUT, "\uFEFF" + HEADER + "b,F,1,0,x\na,,2, 3 ,\n");
        ResponseTable table = read.table();
        assertThat(table.itemNames()).containsExactly("q1", "q2", "q3");
        assertThat(table.student(0)).isEqualTo("b");
        assertThat(table.score(1, 1)).isEqualTo(3);
        assertThat(table.findMissing(0, 2)).contains(MissingReason.OMITTED);
        assertThat(table.findMissing(1, 2)).contains(MissingReason.NOT_ADMINISTERED);
        assertThat(read.getGroups("group").find(0)).contains("F");
        assertThat(read.getGroups("group").code(1)).isEqualTo(LabelColumn.NONE);
        assertThat(read.report().missing()).isEqualTo(Map.of("group", 1L, "q3", 2L));
        assertThat(read.choices()).isEmpty();
        assertThat(read).asString().startsWith("2 rows: 2 kept, 2 of them incomplete, 0 rejected (sha256 ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.getGroups("sex"))
                .withMessageContaining("Maybe one of [group]");
        assertThat(read.dataset(EntryId.of("dataset/x"), "Quiz", "a test").columns())
                .containsExactly("id", "group", "q1", "q2", "q3");
    }

    @Test
    void whatAnEmptyCellMeansMustBeSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseLayout.builder().student("id").build())
                .withMessageContaining("blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseLayout.builder()
                        .blank(MissingReason.OMITTED)
                        .putMissing("", MissingReason.ABSENT)
                        .build())
                .withMessageContaining("Maybe the blank reason");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseLayout.builder()
                        .blank(MissingReason.OMITTED)
                        .putMissing("A", MissingReason.ABSENT)
                        .putKey("q1", "A")
                        .build())
                .withMessageContaining("Expected an answer");
    }

    @Test
    void everyRowIsAccountedForWithoutItsContent() {
        ImportReport report = read(
                        LAYOUT,
                        HEADER + "a,F,1,0,1\na,F,1,1,1\nb,F,1,secret,1\nc,F,1,-1,1\nd,F,1,128,1\ne,F,1,1\n"
                                + ",F,1,1,1\nf,F,1.0,1,1\n\ng,F,0127,1,1\nh,F,127,1,1\n")
                .report();
        assertThat(report).hasToString("10 rows: 2 kept, 0 of them incomplete, 8 rejected");
        assertThat(report.rejections())
                .containsEntry("repeats a student", 1L)
                .containsEntry("q2 is neither points nor a declared text", 3L)
                .containsEntry("q1 is neither points nor a declared text", 2L)
                .containsEntry("has not as many cells as the header", 1L)
                .containsEntry("id is empty", 1L);
        assertThat(report.examples().get(1)).hasToString("row 4: q2 is neither points nor a declared text");
        assertThat(CanonicalJson.write(ImportReport.FORM.write(report))).doesNotContain("secret");
    }

    @Test
    void aFileWithoutHeaderOrStudentsIsReadByPosition() {
        ResponseLayout layout = ResponseLayout.builder()
                .addHeaderless("q1", "q2")
                .blank(MissingReason.NOT_REACHED)
                .build();
        ResponseTable table = read(layout, "1,0\n0,\n").table();
        assertThat(table.students()).isEqualTo(2);
        assertThat(table.student(0)).isEqualTo("row 1");
        assertThat(table.findMissing(1, 1)).contains(MissingReason.NOT_REACHED);
    }

    @Test
    void itemsCanBeChosenAndColumnsPassedOver() {
        ResponseLayout layout = ResponseLayout.builder()
                .addItems("q3", "q1")
                .blank(MissingReason.OMITTED)
                .build();
        assertThat(read(layout, HEADER + "a,F,1,0,5\n").table().itemNames()).containsExactly("q3", "q1");
        ResponseLayout rest = ResponseLayout.builder()
                .addPassedOver("id", "group")
                .blank(MissingReason.OMITTED)
                .build();
        assertThat(read(rest, HEADER + "a,F,1,0,5\n").table().itemNames()).containsExactly("q1", "q2", "q3");
    }

    @Test
    void lettersAreKeptAndScoredByTheKey() {
        ResponseImport read = read(LETTERS, "id,q1,q2\na,A,B\nb,C,C\nc,,A\n");
        ChoiceTable choices = read.choices().orElseThrow();
        assertThat(choices.options(0)).containsExactly("A", "C");
        assertThat(choices.options(1)).containsExactly("A", "B", "C");
        assertThat(choices.find(1, 0)).contains("C");
        assertThat(choices.measured(2, 0)).isEqualTo(Measured.missing(MissingReason.OMITTED));
        assertThat(choices.code(0, 1)).isEqualTo(1);
        assertThat(choices).hasToString("3 students, 2 items");
        assertThat(read.table().score(0, 0)).isEqualTo(1);
        assertThat(read.table().score(1, 1)).isEqualTo(1);
        assertThat(read.table().score(2, 1)).isZero();
        assertThat(read.table().findMissing(2, 0)).contains(MissingReason.OMITTED);
        assertThat(read(LETTERS, "id,q1,q2\na,A,Bbbbbbbbbbbbbbbbbbbbbbb\n")
                        .report()
                        .rejections())
                .containsKey("q2 is no answer");
    }

    @Test
    void aKeyThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> read(LETTERS, "id,q1,q2,q3\n")).hasMessageContaining("no answer to item \"q3\"");
        assertThatThrownBy(() -> read(LETTERS, "id,q1\n")).hasMessageContaining("names \"q2\", which is no item");
        ChoiceTable table = ChoiceTable.builder(List.of("q1"))
                .add("a", List.of(Measured.of("A")))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.scored(Map.of("q2", "A")))
                .withMessageContaining("Maybe one of [q1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.scored(Map.of()))
                .withMessageContaining("no answer to item \"q1\"");
        assertThat(table.scored(Map.of("q1", "Z")).score(0, 0)).isZero();
    }

    @Test
    void choicesAreTheSameWhateverTheOrderOfTheirCoding() {
        ChoiceTable.Builder builder = ChoiceTable.builder(List.of("q1"));
        for (int i = 0; i < 200; i++) {
            builder.add("s-" + i, List.of(Measured.of(i % 2 == 0 ? "D" : "B")));
        }
        ChoiceTable table = builder.build();
        assertThat(table.options(0)).containsExactly("B", "D");
        assertThat(table.find(198, 0)).contains("D");
        assertThat(table.student(3)).isEqualTo("s-3");
        assertThat(table.itemNames()).containsExactly("q1");
        assertThat(table).isEqualTo(builder.build()).hasSameHashCodeAs(builder.build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add("s-1", List.of(Measured.of("B"))))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add("t", List.of()))
                .withMessageContaining("one to each item");
        for (int i = 0; i < 125; i++) {
            builder.add("u-" + i, List.of(Measured.of("option " + i)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add("t", List.of(Measured.of("one more"))))
                .withMessageContaining("127 different answers");
    }

    @Test
    void aBrokenSourceIsRefusedAsAWhole() throws IOException {
        assertThatThrownBy(() -> read(LAYOUT, ""))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> read(LAYOUT, "id,q1\n")).hasMessageContaining("column \"group\" is not in the header");
        assertThatThrownBy(() -> read(LAYOUT, "id,group\n")).hasMessageContaining("no column is left");
        assertThatThrownBy(() -> read(LAYOUT, "id,group,q1,q1\n")).hasMessageContaining("stands twice");
        assertThatThrownBy(() -> read(LAYOUT, "id,group,q1,\n")).hasMessageContaining("end with a comma");
        assertThatThrownBy(() -> read(LAYOUT, HEADER + "\na,F,\"1,0,1\nb,F,1,1,1\n"))
                .hasMessage("row 3: a quotation mark is never closed. Maybe the file was cut short.");
        byte[] whole = zipped(HEADER + "a,F,1,1,0\n".repeat(1000));
        assertThatThrownBy(() -> read(LAYOUT, Arrays.copyOf(whole, whole.length - 9)))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("breaks off");
        assertThatThrownBy(() -> read(LAYOUT, new byte[] {'i', 'd', (byte) 0xff, '\n'}))
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> ResponseTableReader.of(LAYOUT).read(Path.of("no-such-file.csv")))
                .hasMessageContaining("no-such-file.csv");
        assertThat(read(LAYOUT, zipped(HEADER + "a,F,1,1,0\n"))).isEqualTo(read(LAYOUT, HEADER + "a,F,1,1,0\n"));
    }

    @Test
    void aColumnOfLabelsCanBeMade() {
        LabelColumn column = LabelColumn.of("g", List.of("b", "", "a", "b"));
        assertThat(column.levels()).containsExactly("a", "b");
        assertThat(column.find(1)).isEqualTo(Optional.empty());
        assertThat(column.code(3)).isEqualTo(1);
        assertThat(column.size()).isEqualTo(4);
    }

    @Test
    void aFileThatEndsInsideAQuotationIsCutShort() {
        for (String end : List.of("\"1", "\"1\n", "\"", "\"1\"\"", "\"1\"\"\n\n", "\"1\r\n")) {
            assertThatThrownBy(() -> read(LAYOUT, HEADER + "b,F,1,0,1\na,F,1,0," + end))
                    .as(end)
                    .isInstanceOf(EvidenceException.class)
                    .hasMessageContaining("row 3: a quotation mark is never closed");
        }
        assertThatThrownBy(() -> read(LAYOUT, "\"id,group,q1\na,F,1\n")).hasMessageContaining("row 1: a quotation");
        for (String end : List.of("\"1\"", "\"1\"\n", "1", "1\r", "\"1\"\r\n\n")) {
            assertThat(read(LAYOUT, HEADER + "a,F,1,0," + end).table().score(0, 2))
                    .as(end)
                    .isEqualTo(1);
        }
    }

    @Test
    void aGroupIsALabelInOneWayOfWriting() {
        ResponseImport read = read(
                LAYOUT,
                HEADER + "a,\"F\nG\",1,0,1\nb," + "F".repeat(201) + ",1,0,1\nc,a\u001b[2J,1,0,1\nd, \u00e9,1,0,1\n"
                        + "e,e\u0301 ,1,0,1\n");
        assertThat(read.report().rejections()).isEqualTo(Map.of("group is no label", 3L));
        assertThat(read.getGroups("group").levels()).containsExactly("\u00e9");
        assertThat(read(LAYOUT, HEADER + "a,F,1,0,1,2\n").report().rejections())
                .containsKey("has more cells than the header");
    }

    @Test
    void whereThereIsNoHeaderNobodyIsNamed() {
        ResponseLayout any =
                ResponseLayout.builder().blank(MissingReason.OMITTED).build();
        assertThat(read(any, "Jane Doe,4,Y,17\nJohn Roe,3,N,12\n").report().examples())
                .singleElement()
                .hasToString("row 2: column 1 is neither points nor a declared text");
        assertThatThrownBy(() -> read(LAYOUT, "Jane Doe,4,Y,17\n"))
                .hasMessage(
                        "column \"id\" is not in the header. There are 4 columns. Maybe the file has no header line,"
                                + " or the separator is not a comma.");
        assertThatThrownBy(() -> read(any, "Jane Doe,Jane Doe\n")).hasMessageContaining("column 1 stands twice");
        StringBuilder many = new StringBuilder("a0");
        for (int i = 1; i < 15_000; i++) {
            many.append(",a").append(i);
        }
        assertThatThrownBy(() -> read(LAYOUT, many + "\n"))
                .hasMessageContaining("Maybe one of a0, a1, a2")
                .hasMessageContaining("a9 … (15000 columns)");
        assertThatThrownBy(() -> read(LAYOUT, many + "," + many + "\n")).hasMessageContaining("too many columns");
        assertThatThrownBy(() -> read(any, "x".repeat(300) + ",b\n"))
                .hasMessageContaining("column 1 of the header has a name that is none");
        assertThatThrownBy(() -> read(any, "a,b\n1," + "1".repeat(17_000_000) + "\n"))
                .hasMessageContaining("a cell at or after line 1 is too large");
    }

    @Test
    void otherEncodingsAreSaidAndAByteOrderMarkIsNoName() throws IOException {
        assertThatThrownBy(() -> read(LAYOUT, HEADER.getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("looks like UTF-16");
        assertThatThrownBy(() -> read(LAYOUT, HEADER.getBytes(StandardCharsets.UTF_16LE)))
                .hasMessageContaining("looks like UTF-16");
        assertThatThrownBy(() -> read(LAYOUT, "id,group,é".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("not UTF-8");
        assertThat(read(LAYOUT, zipped("\uFEFF" + HEADER + "a,F,1,1,0\n"))
                        .table()
                        .students())
                .isEqualTo(1);
        assertThat(QMatrixReader.read(new ByteArrayInputStream(zipped("\uFEFFitem,a\ni1,1\n")))
                        .items())
                .containsExactly("i1");
    }
}
