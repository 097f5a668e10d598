package org.iltlib.evidence.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreTable;

/** Nobody disappears, and nobody is counted twice, however the students are divided. */
class CoverageProperties {

    private static Coverage coverage(List<Integer> students, int from, int to, ScoreTable table) {
        return ExpectedPopulation.of(
                        IntStream.range(from, to)
                                .filter(i -> students.get(i) % 7 != 0)
                                .mapToObj(i -> CoverageTest.enrolled(
                                        "s" + i, "u" + students.get(i) % 3, 1 + students.get(i) % 2))
                                .toList(),
                        java.time.LocalDate.of(2027, 1, 5))
                .coverage(
                        table.select(row -> {
                            int i = Integer.parseInt(
                                    table.students().find(row).orElseThrow().substring(1));
                            return i >= from && i < to;
                        }),
                        Subject.MATHEMATICS);
    }

    @Property(tries = 200)
    void expectedIsReportedAndMissingAndPartsAddUpToTheWhole(
            @ForAll @Size(max = 60) List<@IntRange(max = 1000) Integer> students, @ForAll @IntRange(max = 60) int cut) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < students.size(); i++) {
            if (students.get(i) % 5 != 0) {
                rows.append("s")
                        .append(i)
                        .append(",u,")
                        .append(1 + students.get(i) % 2)
                        .append(students.get(i) % 4 == 0 ? ",abs\n" : ",1.5\n");
            }
        }
        ScoreTable table = CoverageTest.table(rows.toString());
        int middle = Math.min(cut, students.size());
        Coverage whole = coverage(students, 0, students.size(), table);
        Coverage parts = coverage(students, middle, students.size(), table).plus(coverage(students, 0, middle, table));
        assertThat(parts).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(whole.plus(Coverage.NONE)).isEqualTo(whole);
        long enrolled = students.stream().filter(s -> s % 7 != 0).count();
        assertThat(whole.all().expected()).isEqualTo(enrolled);
        assertThat(whole.all().reported())
                .isEqualTo(students.stream()
                        .filter(s -> s % 7 != 0 && s % 5 != 0 && s % 4 != 0)
                        .count());
        assertThat(whole.all().missing(MissingReason.NOT_LOADED))
                .isEqualTo(
                        students.stream().filter(s -> s % 7 != 0 && s % 5 == 0).count());
        assertThat(whole.unexpected())
                .isEqualTo(
                        students.stream().filter(s -> s % 7 == 0 && s % 5 != 0).count());
        for (String by : List.of("unit", "grade", "group language")) {
            assertThat(whole.list().stream()
                            .filter(cell -> cell.by().equals(by))
                            .mapToLong(cell -> cell.counts().expected())
                            .sum())
                    .isEqualTo(enrolled);
        }
    }
}
