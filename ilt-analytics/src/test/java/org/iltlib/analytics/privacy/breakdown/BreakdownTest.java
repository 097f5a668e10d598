package org.iltlib.analytics.privacy.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iltlib.analytics.privacy.CountKind;
import org.iltlib.analytics.privacy.Exposure;
import org.iltlib.analytics.privacy.LinkedCells;
import org.iltlib.analytics.privacy.PrivacyPolicies;
import org.iltlib.analytics.privacy.PrivacyPolicy;
import org.iltlib.analytics.privacy.SafeCells;
import org.iltlib.analytics.privacy.Suppressor;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;
import org.junit.jupiter.api.Test;

class BreakdownTest {
    private final List<String> schools = new ArrayList<>();
    private final List<String> grades = new ArrayList<>();
    private final List<String> sexes = new ArrayList<>();
    private final List<String> learners = new ArrayList<>();
    private final List<String> students = new ArrayList<>();
    private byte[][] points = {};

    private Breakdown district(int size, int measures, int schoolCount, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        points = new byte[measures][size];
        for (int row = 0; row < size; row++) {
            students.add("p-" + row);
            schools.add("school " + random.nextInt(schoolCount));
            grades.add("grade " + (3 + random.nextInt(3)));
            sexes.add(random.nextBoolean() ? "F" : "M");
            learners.add(random.nextInt(9) == 0 ? "Y" : "N");
            for (int measure = 0; measure < measures; measure++) {
                points[measure][row] =
                        random.nextInt(40) == 0 ? ResponseTable.codeOf(MissingReason.ABSENT) : (byte) random.nextInt(3);
            }
        }
        List<String> names = IntStream.range(0, measures).mapToObj(m -> "m" + m).toList();
        return Breakdown.builder(schools, grades)
                .attribute("sex", sexes)
                .attribute("learner", learners)
                .cross("sex", "learner")
                .measures(ResponseTable.of(students, names, points), 1);
    }

    @Test
    void whatIsShownIsWhatWasCounted() {
        Breakdown breakdown = district(900, 3, 3, 1);
        SafeBreakdown safe = breakdown.protect(PrivacyPolicies.PTAC_FLOOR, 2);
        int unit = breakdown.unit("school 1, grade 4");
        int group = breakdown.group("sex F, learner N");
        long size = 0;
        long reached = 0;
        for (int row = 0; row < 900; row++) {
            if (schools.get(row).equals("school 1")
                    && grades.get(row).equals("grade 4")
                    && sexes.get(row).equals("F")
                    && learners.get(row).equals("N")
                    && points[2][row] >= 0) {
                size++;
                reached += points[2][row] >= 1 ? 1 : 0;
            }
        }
        assertThat(safe.size(unit, group, 2).orElse(size)).isEqualTo(size);
        assertThat(safe.reached(unit, group, 2).orElse(reached)).isEqualTo(reached);
        assertThat(safe.size(0, 0, 2).isReported()).isTrue();
        assertThat(safe.share(0, 0, 2).isReported()).isTrue();
        assertThat(safe.withheldResults())
                .isGreaterThanOrEqualTo(safe.smallResults())
                .isLessThan(safe.cells());
        assertThat(safe.proofs()).isPositive();
        assertThat(safe.toString()).contains("withheld (ptac-3)");
        assertThat(breakdown.units()).hasSize(13).startsWith("district", "school 0");
        assertThat(breakdown.groups()).hasSize(9);
        assertThat(breakdown.measures()).containsExactly("m0", "m1", "m2");
    }

    @Test
    void anyNumberOfThreadsWithholdsTheSame() {
        Breakdown breakdown = district(700, 5, 3, 2);
        SafeBreakdown one = breakdown.protect(PrivacyPolicies.PTAC_TEN, 1);
        SafeBreakdown three = breakdown.protect(PrivacyPolicies.PTAC_TEN, 3);
        for (int measure = 0; measure < 5; measure++) {
            for (int unit = 0; unit < breakdown.units().size(); unit++) {
                for (int group = 0; group < breakdown.groups().size(); group++) {
                    assertThat(one.size(unit, group, measure)).isEqualTo(three.size(unit, group, measure));
                    assertThat(one.reached(unit, group, measure)).isEqualTo(three.reached(unit, group, measure));
                }
            }
        }
    }

    /** The general attack, which knows nothing of moves and proofs, on the same cells with the same ones withheld. */
    @Test
    void theGeneralAttackFindsNothingEither() {
        for (long seed = 10; seed < 22; seed++) {
            schools.clear();
            grades.clear();
            sexes.clear();
            learners.clear();
            students.clear();
            Breakdown breakdown = district(260, 1, 2, seed);
            PrivacyPolicy policy = seed % 2 == 0 ? PrivacyPolicies.CALIFORNIA : PrivacyPolicies.PTAC_FLOOR;
            SafeBreakdown safe = breakdown.protect(policy, 1);
            int smallest = Math.max(policy.minimumN(), policy.minimumNumerator());
            Map<String, Long> truth = truth(breakdown);
            for (Exposure exposure : attacked(breakdown, safe, policy, truth).attack()) {
                String[] name = exposure.name().split(": ", 2);
                boolean groupShown = safe.size(
                                breakdown.unit(name[1].split("/", 2)[0]), breakdown.group(name[1].split("/", 2)[1]), 0)
                        .isReported();
                long count = truth.getOrDefault(exposure.name(), 0L);
                if (count > 0
                        && count < smallest
                        && (name[0].equals("size") ? smallest : policy.minimumNumerator()) > count
                        && (name[0].equals("size") || groupShown)) {
                    assertThat(exposure.most().orElse(Long.MAX_VALUE))
                            .as("%s of seed %s", exposure, seed)
                            .isGreaterThanOrEqualTo(name[0].equals("size") ? smallest : policy.minimumNumerator());
                }
            }
        }
    }

    private Map<String, Long> truth(Breakdown breakdown) {
        Map<String, Long> truth = new HashMap<>();
        for (int row = 0; row < students.size(); row++) {
            if (points[0][row] >= 0) {
                for (String unit : List.of("district", schools.get(row), schools.get(row) + ", " + grades.get(row))) {
                    String sex = "sex " + sexes.get(row);
                    String learner = "learner " + learners.get(row);
                    for (String group : List.of("all", sex, learner, sex + ", " + learner)) {
                        truth.merge("size: " + unit + "/" + group, 1L, Long::sum);
                        truth.merge(
                                (points[0][row] >= 1 ? "reached: " : "missed: ") + unit + "/" + group, 1L, Long::sum);
                    }
                }
            }
        }
        assertThat(breakdown.groups()).hasSize(9);
        return truth;
    }

    private static SafeCells attacked(
            Breakdown breakdown, SafeBreakdown safe, PrivacyPolicy policy, Map<String, Long> truth) {
        LinkedCells.Builder cells = LinkedCells.builder();
        for (String unit : breakdown.units()) {
            for (String group : breakdown.groups()) {
                String who = unit + "/" + group;
                int size = cell(cells, "size: " + who, truth);
                int reached = cell(cells, "reached: " + who, truth);
                int missed = cell(cells, "missed: " + who, truth);
                cells.sum(size, reached, missed);
                Measured<Long> shown = safe.reached(breakdown.unit(unit), breakdown.group(group), 0);
                boolean groupShown = safe.size(breakdown.unit(unit), breakdown.group(group), 0)
                        .isReported();
                note(cells, size, groupShown);
                note(cells, reached, shown.isReported());
                note(cells, missed, shown.isReported());
            }
        }
        for (String what : List.of("size: ", "reached: ", "missed: ")) {
            for (String unit : breakdown.units()) {
                cells.sum(
                        at(cells, what + unit + "/all"),
                        at(cells, what + unit + "/sex F"),
                        at(cells, what + unit + "/sex M"));
                cells.sum(
                        at(cells, what + unit + "/all"),
                        at(cells, what + unit + "/learner N"),
                        at(cells, what + unit + "/learner Y"));
                for (String sex : List.of("F", "M")) {
                    cells.sum(
                            at(cells, what + unit + "/sex " + sex),
                            at(cells, what + unit + "/sex " + sex + ", learner N"),
                            at(cells, what + unit + "/sex " + sex + ", learner Y"));
                }
                for (String learner : List.of("N", "Y")) {
                    cells.sum(
                            at(cells, what + unit + "/learner " + learner),
                            at(cells, what + unit + "/sex F, learner " + learner),
                            at(cells, what + unit + "/sex M, learner " + learner));
                }
            }
            for (String group : breakdown.groups()) {
                int[] all = breakdown.units().stream()
                        .filter(unit -> unit.matches("school \\d"))
                        .mapToInt(unit -> at(cells, what + unit + "/" + group))
                        .toArray();
                cells.sum(at(cells, what + "district/" + group), all);
                for (String school : breakdown.units()) {
                    if (school.matches("school \\d")) {
                        cells.sum(
                                at(cells, what + school + "/" + group),
                                breakdown.units().stream()
                                        .filter(unit -> unit.startsWith(school + ","))
                                        .mapToInt(unit -> at(cells, what + unit + "/" + group))
                                        .toArray());
                    }
                }
            }
        }
        return Suppressor.of(policy).protect(cells.build());
    }

    private static int cell(LinkedCells.Builder cells, String name, Map<String, Long> truth) {
        return cells.cell(name, CountKind.GROUP, truth.getOrDefault(name, 0L));
    }

    private static int at(LinkedCells.Builder cells, String name) {
        return cells.find(name).orElseThrow();
    }

    private static void note(LinkedCells.Builder cells, int cell, boolean shown) {
        if (shown) {
            cells.known(cell);
        } else {
            cells.unshown(cell);
        }
    }

    @Test
    void columnsOfUnequalLengthAndUnknownNamesAreRefused() {
        Breakdown breakdown = district(100, 1, 1, 3);
        assertThatThrownBy(() -> breakdown.unit("moon")).hasMessageContaining("Maybe one of [district");
        assertThatThrownBy(() -> Breakdown.builder(List.of("a"), List.of())).hasMessageContaining("Expected 1");
        Breakdown.Builder builder =
                Breakdown.builder(List.of("a"), List.of("3")).attribute("sex", List.of("F"));
        assertThatThrownBy(() -> builder.attribute("sex", List.of("F"))).hasMessageContaining("already");
        ResponseTable two = ResponseTable.of(List.of("p", "q"), List.of("m"), new byte[][] {{1, 0}});
        assertThatThrownBy(() -> builder.measures(two, 1)).hasMessageContaining("2 rows");
        ResponseTable one = ResponseTable.of(List.of("p"), List.of("m"), new byte[][] {{1}});
        assertThatThrownBy(() -> builder.cross("sex", "sex").measures(one, 1)).hasMessageContaining("two attributes");
        assertThatThrownBy(() -> Breakdown.builder(List.of("a"), List.of("3")).measures(one, 1))
                .hasMessageContaining("no attribute");
    }

    @Test
    void aDistrictTooSmallForItselfShowsNothing() {
        Breakdown breakdown = district(6, 1, 1, 4);
        SafeBreakdown safe = breakdown.protect(PrivacyPolicies.CALIFORNIA, 1);
        assertThat(safe.size(0, 0, 0).isReported()).isFalse();
        assertThat(safe.withheldResults()).isEqualTo(safe.cells());
        assertThat(safe.share(0, 0, 0).isReported()).isFalse();
    }
}
