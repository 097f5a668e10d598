package org.iltlib.analytics.growth.valueadded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.iltlib.analytics.multilevel.RandomTerm;
import org.iltlib.analytics.simulation.DistrictDesign;
import org.iltlib.analytics.simulation.DistrictSimulation;
import org.iltlib.analytics.simulation.SimulatedDistrict;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class LayeredModelTest {
    private static final LayeredModel MODEL = LayeredModel.withDefaults(SuppressionPolicy.PUBLIC_DATA);

    private static SimulatedDistrict district(double persistence, long seed) {
        return DistrictSimulation.of(DistrictDesign.builder()
                        .schools(4)
                        .studentsInGrade(40)
                        .classSize(20)
                        .grades(3)
                        .years(3)
                        .gainSpread(3)
                        .schoolSpread(0)
                        .intakeSpread(0)
                        .teacherSpread(12)
                        .error(8)
                        .widening(0)
                        .missing(0.05)
                        .persistence(persistence)
                        .build())
                .of(seed);
    }

    private static StudentYears rows(SimulatedDistrict drawn) {
        int[] cells = new int[drawn.count()];
        Arrays.setAll(cells, row -> 0);
        int[] year = drawn.year();
        int[] grade = drawn.grade();
        Arrays.setAll(cells, row -> 100 * year[row] + grade[row]);
        return StudentYears.of(drawn.score(), drawn.student(), year, drawn.teacher())
                .withMeansBy(cells);
    }

    @Test
    void theEffectsGoWithTheTruthAndTheirIntervalsHoldIt() {
        int held = 0;
        int all = 0;
        for (int seed = 1; seed <= 8; seed++) {
            SimulatedDistrict drawn = district(1, seed);
            ValueAdded added = MODEL.of(rows(drawn)).value().orElseThrow();
            double[] truth = drawn.teacherEffect();
            assertThat(added.teachers()).hasSize(truth.length);
            for (UnitEffect unit : added.teachers()) {
                Estimate effect = unit.effect().value().orElseThrow();
                double real = truth[Integer.parseInt(unit.unit())];
                held += effect.lower() <= real && real <= effect.upper() ? 1 : 0;
                all++;
            }
            assertThat(added.getComponent("teacher").deviation("layers")).isCloseTo(12, within(6.0));
            assertThat(added.why().toString()).contains("1.000 of a layer is left", "students: level");
            assertThat(added.schools()).isEmpty();
        }
        assertThat(held / (double) all).isBetween(0.91, 0.98);
    }

    @Test
    void persistenceIsFoundWhereItIsNotKnown() {
        ValueAdded faded = MODEL.withEstimatedPersistence()
                .of(rows(district(0.4, 2)))
                .value()
                .orElseThrow();
        assertThat(share(faded)).isBetween(0.2, 0.6);
        ValueAdded whole = MODEL.withEstimatedPersistence()
                .of(rows(district(1, 3)))
                .value()
                .orElseThrow();
        assertThat(share(whole)).isGreaterThan(0.8);
        double best = faded.criterion();
        for (double other : new double[] {0, 0.1, 0.9, 1}) {
            assertThat(MODEL.withPersistence(other)
                            .of(rows(district(0.4, 2)))
                            .value()
                            .orElseThrow()
                            .criterion())
                    .isGreaterThanOrEqualTo(best - 1e-6);
        }
    }

    private static double share(ValueAdded added) {
        String text = added.why().toString();
        int at = text.indexOf(" of a layer is left");
        return Double.parseDouble(text.substring(text.lastIndexOf(' ', at - 1) + 1, at));
    }

    @Test
    void studentsWithAGrowthOfTheirOwnFitAtLeastAsWell() {
        SimulatedDistrict drawn = DistrictSimulation.of(DistrictDesign.builder()
                        .schools(3)
                        .studentsInGrade(20)
                        .classSize(10)
                        .grades(5)
                        .years(5)
                        .build())
                .of(4);
        StudentYears rows = rows(drawn);
        ValueAdded free = MODEL.withStudents(LayeredModel.Students.LEVEL_AND_GROWTH)
                .of(rows)
                .value()
                .orElseThrow();
        ValueAdded plain = MODEL.of(rows).value().orElseThrow();
        assertThat(free.criterion()).isLessThan(plain.criterion() + 1e-6);
        assertThat(free.why().toString()).contains("level and growth");
    }

    /**
     * The criterion from its definition: V written out in full, log|V| + log|X'V⁻¹X| + r'V⁻¹r + (n − p)·log 2π at the
     * variances found.
     */
    @Test
    void theCriterionIsThatOfTheLayersWrittenOutInFull() {
        Random random = new Random(5);
        int students = 14;
        double[] score = new double[3 * students];
        int[] student = new int[score.length];
        int[] year = new int[score.length];
        int[] teacher = new int[score.length];
        double[] part = {4, -3, 2, 0, -5, 3};
        for (int s = 0; s < students; s++) {
            double left = 6 * random.nextGaussian();
            for (int y = 0; y < 3; y++) {
                int row = 3 * s + y;
                student[row] = s;
                year[row] = 2020 + y;
                teacher[row] = 2 * y + random.nextInt(2);
                left = left + part[teacher[row]];
                score[row] = 100 + 10 * y + left + 2 * random.nextGaussian();
            }
        }
        ValueAdded added = MODEL.withPersistence(0.5)
                .withStudents(LayeredModel.Students.LEVEL_AND_GROWTH)
                .of(StudentYears.of(score, student, year, teacher))
                .value()
                .orElseThrow();
        double teachers = added.getComponent("teacher").variance("layers");
        double level = added.getComponent("student").variance(RandomTerm.INTERCEPT);
        double slope = added.getComponent("student").variance("year");
        double both = added.getComponent("student").covariance(RandomTerm.INTERCEPT, "year");
        int n = score.length;
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (student[i] == student[j]) {
                    int ti = year[i] - 2021;
                    int tj = year[j] - 2021;
                    v[i][j] += level + both * (ti + tj) + slope * ti * tj;
                }
                v[i][j] += teachers * shared(i, j, student, year, teacher);
                v[i][j] += i == j ? added.residualVariance() : 0;
            }
        }
        double[][] x = new double[n][3];
        for (int i = 0; i < n; i++) {
            x[i][0] = 1;
            x[i][1] = year[i] == 2021 ? 1 : 0;
            x[i][2] = year[i] == 2022 ? 1 : 0;
        }
        assertThat(added.criterion()).isCloseTo(restricted(v, x, score), within(1e-6));
    }

    private static double shared(int i, int j, int[] student, int[] year, int[] teacher) {
        Map<Integer, Double> one = layers(i, student, year, teacher);
        Map<Integer, Double> other = layers(j, student, year, teacher);
        double sum = 0;
        for (Map.Entry<Integer, Double> entry : one.entrySet()) {
            sum += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }

    private static Map<Integer, Double> layers(int row, int[] student, int[] year, int[] teacher) {
        Map<Integer, Double> layers = new HashMap<>();
        for (int other = 0; other < student.length; other++) {
            if (student[other] == student[row] && year[other] <= year[row]) {
                layers.merge(teacher[other], Math.pow(0.5, year[row] - year[other]), Double::sum);
            }
        }
        return layers;
    }

    private static double restricted(double[][] v, double[][] x, double[] y) {
        CholeskyDecomposition factor = new CholeskyDecomposition(new Array2DRowRealMatrix(v, false), 1e-12, 1e-12);
        RealMatrix design = new Array2DRowRealMatrix(x, false);
        RealMatrix outcome = new Array2DRowRealMatrix(y);
        RealMatrix weighted = factor.getSolver().solve(design);
        CholeskyDecomposition information = new CholeskyDecomposition(design.transposeMultiply(weighted), 1e-9, 1e-12);
        RealMatrix beta = information.getSolver().solve(weighted.transposeMultiply(outcome));
        RealMatrix residual = outcome.subtract(design.multiply(beta));
        double squares =
                residual.transposeMultiply(factor.getSolver().solve(residual)).getEntry(0, 0);
        return logDeterminant(factor)
                + logDeterminant(information)
                + squares
                + (y.length - x[0].length) * Math.log(2 * Math.PI);
    }

    private static double logDeterminant(CholeskyDecomposition factor) {
        double sum = 0;
        for (int i = 0; i < factor.getL().getRowDimension(); i++) {
            sum += 2 * Math.log(factor.getL().getEntry(i, i));
        }
        return sum;
    }

    @Test
    void aStudentTaughtForSeveralYearsCountsOnce() {
        Random random = new Random(6);
        int students = 120;
        double[] score = new double[3 * students];
        int[] student = new int[score.length];
        int[] year = new int[score.length];
        int[] teacher = new int[score.length];
        for (int i = 0; i < score.length; i++) {
            student[i] = i / 3;
            year[i] = i % 3;
            teacher[i] = i / 3 < 4 ? 99 : i / 3 % 6 + 10 * (i % 3);
            score[i] = 5 * year[i] + (teacher[i] % 6) + 8 * random.nextGaussian();
        }
        StudentYears rows = StudentYears.of(score, student, year, teacher);
        ValueAdded open = MODEL.of(rows).value().orElseThrow();
        assertThat(ValueAdded.get(open.teachers(), "99").students().value()).contains(4.0);
        ValueAdded careful = LayeredModel.withDefaults(SuppressionPolicy.NCES_2011_603)
                .of(rows)
                .value()
                .orElseThrow();
        assertThat(ValueAdded.get(careful.teachers(), "99").students().isReported())
                .isFalse();
    }

    @Test
    void whatCannotCarryLayersHasAReason() {
        int[] ten = new int[10];
        Arrays.setAll(ten, i -> i);
        assertThat(MODEL.of(StudentYears.of(new double[10], ten, new int[10], new int[10])))
                .hasToString("too few values: one year; layers need two");
        assertThat(MODEL.of(StudentYears.of(new double[2], new int[2], new int[] {1, 2}, new int[2])))
                .hasToString("too few values: 2 scores");
        assertThatThrownBy(() -> StudentYears.of(new double[2], new int[2], new int[2], new int[2]))
                .hasMessage("Student 0 stands twice in year 0. Maybe there are two subjects.");
        assertThatThrownBy(() -> MODEL.withPersistence(1.5)).hasMessageContaining("persistence is 1.5");
    }
}
