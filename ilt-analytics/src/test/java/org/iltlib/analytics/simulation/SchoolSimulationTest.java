package org.iltlib.analytics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchoolSimulationTest {
    private static final SchoolSimulation SCHOOLS = SchoolSimulation.withDefaults();

    @Test
    void theSameSeedGivesTheSameStudents() {
        assertThat(SCHOOLS.of(5).score()).isEqualTo(SCHOOLS.of(5).score());
        assertThat(SCHOOLS.of(6).score()).isNotEqualTo(SCHOOLS.of(5).score());
    }

    @Test
    void halfOfTheClassesOfEverySchoolAreTreated() {
        SimulatedStudents students =
                SCHOOLS.withSchools(3).withClasses(5).withStudents(2).of(1);
        assertThat(students.count()).isEqualTo(30);
        for (int school = 0; school < 3; school++) {
            int wanted = school;
            assertThat(IntStream.range(0, 30)
                            .filter(i -> students.school()[i] == wanted && students.treated()[i])
                            .map(i -> students.classroom()[i])
                            .distinct()
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void itsMomentsAreThoseAskedFor() {
        SimulatedStudents students = SCHOOLS.withSchools(2000)
                .withVarianceShares(0.2, 0.1)
                .withScale(100, 10)
                .withEffect(0.5)
                .withMissing(0.25)
                .of(1);
        double[] score = students.score();
        boolean[] treated = students.treated();
        double[] known =
                Arrays.stream(score).filter(value -> !Double.isNaN(value)).toArray();
        assertThat(known.length / (double) score.length).isCloseTo(0.75, within(0.01));
        double[] others = IntStream.range(0, score.length)
                .filter(i -> !treated[i] && !Double.isNaN(score[i]))
                .mapToDouble(i -> score[i])
                .toArray();
        double mean = Arrays.stream(others).average().orElseThrow();
        double variance = Arrays.stream(others)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(100, within(0.5));
        assertThat(variance).isCloseTo(100, within(3.0));
        assertThat(Arrays.stream(known).average().orElseThrow() - mean).isCloseTo(2.5, within(0.2));
        assertThat(SCHOOLS.withEffect(0.5).effectInPoints()).isEqualTo(25);
    }

    @Test
    void impossibleSchoolsAreRefused() {
        assertThatThrownBy(() -> SCHOOLS.withSchools(0)).hasMessageContaining("schools");
        assertThatThrownBy(() -> SCHOOLS.withClasses(1)).hasMessageContaining("classes is 1");
        assertThatThrownBy(() -> SCHOOLS.withStudents(0)).hasMessageContaining("students");
        assertThatThrownBy(() -> SCHOOLS.withVarianceShares(0.6, 0.4)).hasMessageContaining("leave nothing");
        assertThatThrownBy(() -> SCHOOLS.withMissing(2)).hasMessageContaining("missing");
        assertThatThrownBy(() -> SCHOOLS.withScale(0, 0)).hasMessageContaining("deviation");
    }
}
