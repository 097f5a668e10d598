package org.iltlib.analytics.internal.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.internal.mixed.Factor;
import org.junit.jupiter.api.Test;

/** The slopes of both approximations against differences of their values, and of one against the other. */
class SlopeTest {
    private static final int ROWS = 300;
    private static final double STEP = 1e-5;

    private final Outcome outcome = new Outcome(new double[ROWS], new double[ROWS]);
    private final double[] x = new double[ROWS];
    private final int[] school = new int[ROWS];
    private final int[] teacher = new int[ROWS];
    private final int[] start = new int[ROWS + 1];
    private final int[] members = new int[2 * ROWS];
    private final double[] shares = new double[2 * ROWS];

    SlopeTest() {
        SplitMix chance = SplitMix.of(11);
        for (int i = 0; i < ROWS; i++) {
            x[i] = 2 * chance.nextGaussian() + 1;
            school[i] = chance.nextInt(9);
            teacher[i] = chance.nextInt(14);
            members[2 * i] = teacher[i];
            members[2 * i + 1] = (teacher[i] + 1 + chance.nextInt(12)) % 14;
            shares[2 * i] = 0.3;
            shares[2 * i + 1] = 0.7;
            start[i + 1] = 2 * i + 2;
            outcome.trials()[i] = 1 + chance.nextInt(4);
            outcome.yes()[i] = chance.nextInt((int) outcome.trials()[i] + 1);
        }
    }

    private LogisticHill hill(List<Factor> factors, int points) {
        FixedPart fixed = FixedPart.of(outcome, new double[][] {x});
        RandomPart random = new RandomPart(factors, ROWS, Runnable::run);
        Approximation approximation = points == 0 ? new Laplace() : new Quadrature(outcome, factors.get(0), points);
        int[] free = IntStream.range(0, random.shape().size()).toArray();
        return new LogisticHill(fixed, random, new Modes(outcome, random), approximation, free);
    }

    private static void agree(LogisticHill hill, double... point) {
        double[] gradient = new double[point.length];
        double[] other = new double[point.length];
        hill.at(point, gradient);
        for (int a = 0; a < point.length; a++) {
            double[] moved = point.clone();
            moved[a] += STEP;
            double above = hill.at(moved, other);
            moved[a] -= 2 * STEP;
            double below = hill.at(moved, other);
            assertThat(gradient[a]).as("place %s", a).isCloseTo((above - below) / (2 * STEP), within(2e-6));
        }
    }

    private Factor schools(boolean correlated) {
        return Factor.of(9, school, new double[][] {{}, x}, correlated);
    }

    private Factor teachers() {
        return Factor.of(14, teacher, new double[][] {{}}, true);
    }

    @Test
    void laplaceSlopesOfCorrelatedCoefficientsCrossedWithAnotherTerm() {
        agree(hill(List.of(schools(true), teachers()), 0), 0.8, -0.3, 0.6, 0.5, 0.2, -0.4);
    }

    @Test
    void laplaceSlopesOfIndependentCoefficients() {
        agree(hill(List.of(teachers(), schools(false)), 0), 0.4, 0.8, 0.3, 0.2, -0.4);
    }

    @Test
    void laplaceSlopesOfSeveralMemberships() {
        Factor several = Factor.of(14, start, members, shares, new double[][] {{}, x}, true);
        agree(hill(List.of(several), 0), 1.1, 0.2, 0.7, 0.1, 0.3);
    }

    @Test
    void quadratureSlopesForLevelsAndForSlopes() {
        agree(hill(List.of(teachers()), 9), 0.9, 0.2, -0.4);
        agree(hill(List.of(teachers()), 2), 0.9, 0.2, -0.4);
        agree(hill(List.of(Factor.of(9, school, new double[][] {x}, true)), 5), 0.5, -0.2, 0.3);
    }

    @Test
    void quadratureWithOnePointIsLaplace() {
        double[] point = {0.9, 0.2, -0.4};
        double[] one = new double[3];
        double[] two = new double[3];
        double laplace = hill(List.of(teachers()), 0).at(point, one);
        assertThat(hill(List.of(teachers()), 1).at(point, two)).isCloseTo(laplace, within(1e-10));
        for (int a = 0; a < 3; a++) {
            assertThat(two[a]).isCloseTo(one[a], within(1e-9));
        }
    }

    /** The sum over a fine grid of the integrand itself, group by group. */
    @Test
    void quadratureWithManyPointsIsTheIntegral() {
        double[] point = {0.9, 0.2, -0.4};
        FixedPart fixed = FixedPart.of(outcome, new double[][] {x});
        double[] eta = fixed.times(new double[] {0.2, -0.4});
        double expected = 0;
        for (int level = 0; level < 14; level++) {
            double sum = 0;
            for (int k = -800; k <= 800; k++) {
                double u = k / 100.0;
                double log = -0.5 * u * u;
                for (int i = 0; i < ROWS; i++) {
                    log += teacher[i] == level ? outcome.logLikelihood(i, eta[i] + 0.9 * u) : 0;
                }
                sum += Math.exp(log) / 100 / Math.sqrt(2 * Math.PI);
            }
            expected += Math.log(sum);
        }
        assertThat(hill(List.of(teachers()), 25).at(point, new double[3])).isCloseTo(expected, within(1e-8));
    }
}
