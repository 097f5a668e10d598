package org.iltlib.analytics.internal.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class JointQuantilesProperties {
    private static JointProcess fit(double[] outcome, double[][] scores, double[] taus) {
        List<double[]> priors = List.of(Arrays.copyOfRange(scores, 1, scores.length));
        return JointQuantiles.of(SmallDesigns.of(outcome, priors), taus, Runnable::run);
    }

    @Property(tries = 40)
    void everyFitIsProvedAndNotBelowTheSumOfQuantilesAlone(
            @ForAll @IntRange(min = 40, max = 300) int students,
            @ForAll @IntRange(min = 1, max = 3) int priors,
            @ForAll @IntRange(min = 2, max = 12) int quantiles,
            @ForAll @IntRange(min = 0, max = 20) int grid,
            @ForAll long seed) {
        double[][] scores = SmallDesigns.scores(students, priors, grid, seed);
        double[] taus = SmallDesigns.taus(quantiles);
        JointProcess joint = fit(scores[0], scores, taus);
        double alone = 0;
        for (double tau : taus) {
            alone += fit(scores[0], scores, new double[] {tau}).dualValue();
        }
        assertThat(joint.certified()).isTrue();
        assertThat(joint.objective()).isGreaterThanOrEqualTo(alone * (1 - 1e-10));
    }

    @Property(tries = 20)
    void anotherUnitAndAnotherOriginChangeTheObjectiveByTheUnitOnly(
            @ForAll @IntRange(min = -3, max = 3) int digits,
            @ForAll @IntRange(min = -1000, max = 1000) int origin,
            @ForAll long seed) {
        double[][] scores = SmallDesigns.scores(150, 2, 1, seed);
        double[] taus = SmallDesigns.taus(7);
        JointProcess joint = fit(scores[0], scores, taus);
        double unit = Math.pow(10, digits);
        double[] moved = Arrays.stream(scores[0]).map(y -> origin + unit * y).toArray();
        JointProcess other = fit(moved, scores, taus);
        assertThat(other.certified()).isTrue();
        assertThat(other.objective()).isCloseTo(unit * joint.objective(), within(1e-9 * unit * joint.objective()));
    }
}
