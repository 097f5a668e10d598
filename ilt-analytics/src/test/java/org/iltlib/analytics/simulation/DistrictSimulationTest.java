package org.iltlib.analytics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected shares and spreads are those of the design; tolerances are some four standard errors of the drawn counts. */
class DistrictSimulationTest {
    private static final DistrictDesign DESIGN = DistrictDesign.builder().build();

    @Test
    void theSameSeedGivesTheSameDistrict() {
        assertThat(draw(DESIGN, 3).score()).isEqualTo(draw(DESIGN, 3).score());
        assertThat(draw(DESIGN, 4).score()).isNotEqualTo(draw(DESIGN, 3).score());
    }

    @Test
    void everyStudentGoesFromGradeToGradeAndIsSeenOnceAYear() {
        SimulatedDistrict district = draw(DESIGN, 1);
        assertThat(district.count()).isEqualTo(12 * 75 * 6 * 4);
        Map<Integer, Integer> lastYear = new HashMap<>();
        Map<Integer, Integer> lastGrade = new HashMap<>();
        int[] student = district.student();
        int[] year = district.year();
        int[] grade = district.grade();
        for (int row = 0; row < student.length; row++) {
            Integer before = lastYear.put(student[row], year[row]);
            Integer gradeBefore = lastGrade.put(student[row], grade[row]);
            if (before != null && gradeBefore != null) {
                assertThat(year[row] - before).isEqualTo(1);
                assertThat(grade[row] - gradeBefore).isEqualTo(1);
            }
        }
        assertThat(lastYear).hasSize(12 * 75 * (6 + 4 - 1));
        assertThat(Arrays.stream(grade).min()).hasValue(3);
        assertThat(Arrays.stream(grade).max()).hasValue(8);
    }

    @Test
    void aTeacherHasOneClassInOneSchoolAndNoClassIsTooLarge() {
        SimulatedDistrict district = draw(DESIGN, 1);
        Map<Integer, Set<Integer>> places = new HashMap<>();
        Map<Integer, Integer> size = new HashMap<>();
        int[] teacher = district.teacher();
        int[] school = district.school();
        int[] year = district.year();
        int[] grade = district.grade();
        for (int row = 0; row < teacher.length; row++) {
            places.computeIfAbsent(teacher[row], key -> new HashSet<>())
                    .add(10_000 * school[row] + 100 * year[row] + grade[row]);
            size.merge(teacher[row], 1, Integer::sum);
        }
        assertThat(places.values()).allSatisfy(where -> assertThat(where).hasSize(1));
        assertThat(size).hasSize(district.teacherEffect().length);
        assertThat(size.values()).allSatisfy(students -> assertThat(students).isBetween(1, 25));
    }

    @Test
    void aShareOfStudentsMovesEachSummerToAnotherSchool() {
        SimulatedDistrict district = draw(DESIGN.toBuilder().mobility(0.2).build(), 2);
        int[] student = district.student();
        int[] school = district.school();
        Map<Integer, Integer> last = new HashMap<>();
        int moved = 0;
        int summers = 0;
        for (int row = 0; row < student.length; row++) {
            Integer before = last.put(student[row], school[row]);
            if (before != null) {
                summers++;
                moved += before != school[row] ? 1 : 0;
            }
        }
        assertThat(moved / (double) summers).isCloseTo(0.2, within(0.015));
    }

    @Test
    void thoseFurtherBelowMissTheTestMoreOftenWhereTheDesignSaysSo() {
        double[] flat = missingShares(DESIGN.toBuilder().missing(0.1).build());
        assertThat(flat[0]).isCloseTo(0.1, within(0.015));
        assertThat(flat[1]).isCloseTo(0.1, within(0.015));
        double[] steep =
                missingShares(DESIGN.toBuilder().missing(0.1).missingSlope(1).build());
        assertThat(steep[0]).isGreaterThan(steep[1] + 0.1);
    }

    /** The share missing below and above the middle of the grade. */
    private static double[] missingShares(DistrictDesign design) {
        SimulatedDistrict district = draw(design, 5);
        double[] truth = district.truth();
        double[] score = district.score();
        int[] grade = district.grade();
        int[] all = new int[2];
        int[] missing = new int[2];
        for (int row = 0; row < truth.length; row++) {
            int side = truth[row] < design.middle(grade[row] - design.firstGrade()) ? 0 : 1;
            all[side]++;
            missing[side] += Double.isNaN(score[row]) ? 1 : 0;
        }
        return new double[] {missing[0] / (double) all[0], missing[1] / (double) all[1]};
    }

    @Test
    void theErrorOfMeasurementIsTheDesignsAndWiderFarFromTheMiddle() {
        SimulatedDistrict district = draw(
                DESIGN.toBuilder()
                        .error(10)
                        .widening(0)
                        .missing(0)
                        .wholePoints(false)
                        .build(),
                6);
        double[] truth = district.truth();
        double[] score = district.score();
        double squares = IntStream.range(0, truth.length)
                .mapToDouble(row -> (score[row] - truth[row]) * (score[row] - truth[row]))
                .sum();
        assertThat(Math.sqrt(squares / truth.length)).isCloseTo(10, within(0.2));
        assertThat(district.error()).containsOnly(10);
        DistrictDesign wide = DESIGN.toBuilder().error(10).widening(0.5).build();
        double spread = Math.hypot(wide.studentSpread(), wide.intakeSpread());
        assertThat(wide.errorAt(500 + 2 * spread, 0)).isCloseTo(30, within(1e-9));
        assertThat(wide.errorAt(500 + 100 * spread, 0)).isCloseTo(55, within(1e-9));
    }

    @Test
    void whatWasTriedAddsItsPointsEachYearAndChosenByNeedItLooksHarmful() {
        DistrictDesign design = DESIGN.toBuilder()
                .schools(400)
                .studentsInGrade(10)
                .grades(2)
                .years(2)
                .mobility(0)
                .schoolSpread(0)
                .teacherSpread(0)
                .planted(PlantedEffect.byNeed(5, 1))
                .build();
        SimulatedDistrict district = draw(design, 7);
        boolean[] takesPart = district.takesPart();
        assertThat(IntStream.range(0, 400).filter(i -> takesPart[i]).count()).isEqualTo(200);
        double[] gains = new double[2];
        double[] means = new double[2];
        int[] counts = new int[2];
        double[] truth = district.truth();
        int[] school = district.school();
        int size = 400 * 10;
        for (int i = 0; i < size; i++) {
            int later = 3 * size + i; // second year, second grade
            int earlier = i; // first year, first grade: the same students
            int side = takesPart[school[later]] ? 1 : 0;
            gains[side] += truth[later] - truth[earlier];
            means[side] += truth[later];
            counts[side]++;
        }
        assertThat(gains[1] / counts[1] - gains[0] / counts[0]).isCloseTo(5, within(1.6));
        assertThat(means[1] / counts[1]).isLessThan(means[0] / counts[0]);
        boolean[] treated = district.treated();
        assertThat(IntStream.range(0, 2 * size).noneMatch(row -> treated[row])).isTrue();
        assertThat(IntStream.range(2 * size, 4 * size)
                        .filter(row -> treated[row])
                        .count())
                .isEqualTo(size);
    }

    @Test
    void scoresBackAreTheSameStudentsYearByYear() {
        SimulatedDistrict district = draw(DESIGN, 8);
        double[][] back = district.scoresBack(3, 6, 4);
        int[] student = district.student();
        double[] score = district.score();
        int size = 12 * 75;
        for (int years = 0; years <= 3; years++) {
            int first = ((3 - years) * 6 + 3 - years) * size;
            assertThat(student[first]).isEqualTo(student[(3 * 6 + 3) * size]);
            assertThat(back[years]).isEqualTo(Arrays.copyOfRange(score, first, first + size));
        }
        assertThat(back[4]).containsOnly(Double.NaN);
        assertThatThrownBy(() -> district.scoresBack(3, 9, 1)).hasMessage("grade is 9. Expected 3 to 8.");
    }

    @Test
    void aDistrictThatCannotBeIsRefused() {
        assertThatThrownBy(() -> DistrictDesign.builder().schools(1).build())
                .hasMessage("mobility is 0.08, but there is one school only.");
        assertThatThrownBy(() -> DistrictDesign.builder().error(-1).build())
                .hasMessage("error is -1.0. Expected zero or more.");
        assertThatThrownBy(() -> DistrictDesign.builder()
                        .planted(PlantedEffect.byLot(1, 4))
                        .build())
                .hasMessageContaining("begins in year 4");
        assertThatThrownBy(() -> new PlantedEffect(1, 1, 0, PlantedEffect.Choice.BY_LOT))
                .hasMessage("share is 1.0. Expected between 0 and 1, both excluded.");
    }

    private static SimulatedDistrict draw(DistrictDesign design, long seed) {
        return DistrictSimulation.of(design).of(seed);
    }
}
