package org.iltlib.analytics.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.iltlib.analytics.simulation.SchoolSimulation;
import org.iltlib.analytics.simulation.SimulatedStudents;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

/**
 * Simulated schools with known truth. Bounds: a binomial count of 1,000 at 0.95 lies in 921 to 975 with probability above
 * 0.9999; qbinom(c(5e-5, 1 - 5e-5), 1000, .95).
 */
class CoverageTest {
    private static final int REPLICATIONS = 1000;
    private static final SchoolSimulation SCHOOLS =
            SchoolSimulation.withDefaults().withSchools(16).withStudents(12).withMissing(0.1);

    private static int covered(double effect, boolean byClass) {
        SchoolSimulation simulation = SCHOOLS.withEffect(effect);
        int count = 0;
        for (int seed = 1; seed <= REPLICATIONS; seed++) {
            SimulatedStudents students = simulation.of(seed);
            Estimate found = FixedEffectsComparison.withDefaults()
                    .of(Comparison.of(students.score(), students.treated())
                            .within(students.school())
                            .clusteredBy(byClass ? students.classroom() : students.school()))
                    .value()
                    .orElseThrow()
                    .points();
            count += found.excludes(simulation.effectInPoints()) ? 0 : 1;
        }
        return count;
    }

    @Test
    void intervalsClusteredBySchoolHoldTheTruthAtTheirNominalRate() {
        assertThat(covered(0.2, false)).isBetween(921, 975);
    }

    @Test
    void aNullEffectIsRejectedAtItsNominalRate() {
        assertThat(REPLICATIONS - covered(0, true)).isBetween(25, 79);
    }
}
