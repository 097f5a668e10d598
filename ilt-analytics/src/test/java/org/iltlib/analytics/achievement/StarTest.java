package org.iltlib.analytics.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assumptions;
import org.iltlib.analytics.equity.GroupGap;
import org.iltlib.analytics.growth.SchoolGrowth;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreImport;
import org.iltlib.evidence.ScoreLayout;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.evidence.ScoreTableReader;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Project STAR, whole; R: {@code d <- read.csv("star.csv")}, school 51. */
class StarTest {
    private static final OrgUnitId SCHOOL = OrgUnitId.of("51");
    private static ScoreImport read;
    private static ScoreTable table;

    @BeforeAll
    static void readTheStudy() {
        Path near = Path.of("..", "..", "shared");
        Path shared = Files.exists(near) ? near : Path.of(Objects.requireNonNullElse(System.getenv("ILT_SHARED"), "-"));
        Path file = shared.resolve("data/achievement/star.csv.gz");
        Assumptions.assumeThat(file)
                .as("the shared data beside the repository or under ILT_SHARED")
                .exists();
        read = ScoreTableReader.of(ScoreLayout.builder()
                        .student("id")
                        .unit("sch")
                        .grade("gr")
                        .addGroups("cltype", "ses")
                        .putScores("read", Subject.READING)
                        .putScores("math", Subject.MATHEMATICS)
                        .build())
                .read(file);
        table = read.table();
    }

    private static void isInterval(Estimate estimate, double lower, double upper) {
        assertThat(estimate.lower()).isCloseTo(lower, within(1e-9));
        assertThat(estimate.upper()).isCloseTo(upper, within(1e-9));
    }

    @Test
    void everyRowIsKept() {
        // zcat star.csv.gz | sha256sum; R: sum(d$ses == "" | is.na(d$math) | is.na(d$read))
        assertThat(read.sha256()).isEqualTo("82b6b3f8658bf03f0a4a2d754b5689b0adbcf61a542d3b7638a03c9c7ed8988e");
        assertThat(table).hasToString("26796 rows, 11598 students, 80 units, 4 grades");
        assertThat(read.report()).hasToString("26796 rows: 26796 kept, 3208 of them incomplete, 0 rejected");
        assertThat(read.report().missing()).containsEntry("math", 2183L).containsEntry("read", 2534L);
    }

    @Test
    void meansByGradeAndClassTypeAgreeWithTheStudy() {
        // R: aggregate(math ~ gr + cltype, d, function(x) c(mean(x), sd(x), length(x)))
        double[][] expected = { // reg, reg+A, small
            {483.1993, 47.6359, 2032}, {482.7959, 45.7835, 2077}, {490.9313, 49.5101, 1762},
            {525.2744, 41.6512, 2507}, {529.6252, 42.8660, 2225}, {538.6777, 44.1031, 1868},
            {577.7764, 43.4227, 2053}, {578.4633, 44.2238, 2223}, {586.5377, 45.7588, 1789},
            {616.0790, 39.1672, 1836}, {615.2753, 39.7916, 2303}, {622.9577, 40.0803, 1938}
        };
        List<ScoreBreakdown.Row> rows = new ScoreBreakdown("cltype").of(table, Subject.MATHEMATICS);
        assertThat(rows).hasSize(12);
        for (int i = 0; i < 12; i++) {
            Moments scores = rows.get(i).scores();
            assertThat(scores.mean()).isCloseTo(expected[i][0], within(5.1e-5));
            assertThat(scores.standardDeviation().orElseThrow()).isCloseTo(expected[i][1], within(5.1e-5));
            assertThat(scores.n()).isEqualTo((long) expected[i][2]);
        }
    }

    @Test
    void aSchoolAgainstTheOthersAgreesWithR() {
        // R: t.test(subset(d, sch==51 & gr==2)$math, subset(d, sch!=51 & gr==2)$math)
        List<SchoolComparison.Cell> cells = SchoolComparison.withDefaults(SuppressionPolicy.NCES_2011_603)
                .withGroups(List.of("ses"))
                .of(table, SCHOOL);
        SchoolComparison.Cell cell = cells.stream()
                .filter(c -> c.label().toString().equals("mathematics, grade 2, all students"))
                .findFirst()
                .orElseThrow();
        SchoolComparison.Result result = cell.result().value().orElseThrow();
        isInterval(result.difference(), -6.591412327673504, 5.118798533199048);
        isInterval(result.figures().mean().value().orElseThrow(), 574.1588027507937, 585.645848411997);
        assertThat(result.figures().coverage()).isEqualTo(Measured.of(215 / 235.0));
        assertThat(result.comparison().others().mean()).isCloseTo(580.6386324786325, within(1e-9));
        assertThat(cell.finding(EntryId.of("f"), EntryId.of("d")).statement()).contains("neutral");
    }

    @Test
    void noSchoolShowsASmallGroupOrGivesItAway() {
        for (OrgUnitId school : table.unitIds()) {
            for (SchoolComparison.Cell cell : SchoolComparison.withDefaults(SuppressionPolicy.NCES_2011_603)
                    .withGroups(List.of("ses", "cltype"))
                    .of(table, school)) {
                cell.result()
                        .value()
                        .ifPresent(r -> assertThat(r.figures().scores().n()).isGreaterThanOrEqualTo(10));
                assertThat(cell.finding(EntryId.of("f"), EntryId.of("d")).basedOn())
                        .hasSize(1);
            }
            assertThat(SchoolGrowth.withDefaults(SuppressionPolicy.NCES_2011_603)
                            .of(table, school))
                    .hasSize(6);
        }
    }

    @Test
    void theGapByFreeLunchAgreesWithR() {
        // R: s <- subset(d, sch==51 & gr==2); t.test(s$read[s$ses=="F"], s$read[s$ses=="N"])
        GroupGap gap = GroupGap.of("ses", "F", "N", SuppressionPolicy.NCES_2011_603);
        Measured<GroupGap.Result> result = gap.of(table, SCHOOL, Subject.READING, GradeLevel.of(2));
        Estimate ours = result.value().orElseThrow().ours().difference();
        assertThat(ours.value()).isCloseTo(-39.170768648239346, within(1e-9));
        isInterval(ours, -50.51086328535526, -27.830674011123424);
        assertThat(gap.gap(EntryId.of("g"), Subject.READING, GradeLevel.of(2), result, EntryId.of("d"))
                        .difference())
                .isEqualTo(Measured.of(ours));
    }

    @Test
    void growthAgreesWithR() {
        // R: m <- merge(grade 1, grade 2, by = "id"); m$g <- difference; m$r <- resid(lm(math.y ~ math.x, m));
        //    t.test(m[m$sch==51, v], m[m$sch!=51, v]) for v in g, r; school of grade 2
        SchoolGrowth.Result result =
                SchoolGrowth.withDefaults(SuppressionPolicy.NCES_2011_603).of(table, SCHOOL).stream()
                        .filter(c -> c.subject().equals(Subject.MATHEMATICS) && c.to().equals(GradeLevel.of(2)))
                        .findFirst()
                        .flatMap(c -> c.result().value())
                        .orElseThrow();
        assertThat(result.gain().ours().n()).isEqualTo(164);
        assertThat(result.gain().ours().value()).isCloseTo(43.896341463414636, within(1e-9));
        isInterval(result.gain().difference(), -7.081280183992757, 3.424474904324481);
        isInterval(result.conditional().difference(), -7.062074388205635, 2.830568123110379);
    }
}
