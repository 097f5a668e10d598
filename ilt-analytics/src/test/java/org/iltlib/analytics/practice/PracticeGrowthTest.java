package org.iltlib.analytics.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.iltlib.base.PersonId;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class PracticeGrowthTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final PracticeGrowth GROWTH = PracticeGrowth.withDefaults();

    /** Made without error: growth 0.5 a year, one visitor 0.8 below the other and more often there at the start. */
    @Test
    void aStrictVisitorWhoCameFirstDoesNotMakeTeachersGrow() {
        List<PracticeVisit> visits = new ArrayList<>();
        for (int person = 0; person < 8; person++) {
            for (int time = 0; time < 4; time++) {
                boolean strict = (time < 2) != (person % 4 == 0);
                double score = 2 + person * 0.1 + 0.5 * (100 * time) / 365.25 - (strict ? 0.8 : 0);
                visits.add(visit(person, strict ? "r-1" : "r-2", 100 * time, score));
            }
        }
        Estimate growth = GROWTH.of(visits).value().orElseThrow();
        assertThat(growth.value()).isCloseTo(0.5, Offset.offset(1e-9));
        assertThat(growth.standardError().orElseThrow()).isCloseTo(0, Offset.offset(1e-6));
        assertThat(growth.n()).isEqualTo(8);
        Collections.shuffle(visits, new Random(3));
        assertThat(GROWTH.of(visits).value()).contains(growth);
    }

    /**
     * By hand: everybody seen by one visitor twice, four years apart. With two visits a person, least
     * squares is the mean of the differences d over the years t, and its error that of a mean, s(d) / (t √n).
     */
    @Test
    void withOneVisitorAndTwoVisitsItIsTheMeanDifference() {
        double[] differences = {0.5, 0.1, 0.4, -0.2, 0.7};
        List<PracticeVisit> visits = new ArrayList<>();
        for (int person = 0; person < differences.length; person++) {
            visits.add(visit(person, "r-1", 0, 2 + person));
            visits.add(visit(person, "r-1", 1461, 2 + person + differences[person]));
        }
        Estimate growth = GROWTH.of(visits).value().orElseThrow();
        double mean = 1.5 / 5;
        double squares = 0.95 - 5 * mean * mean;
        double error = Math.sqrt(squares / 4) / Math.sqrt(5);
        assertThat(growth.value()).isCloseTo(mean / 4, Offset.offset(1e-12));
        assertThat(growth.standardError().orElseThrow()).isCloseTo(error / 4, Offset.offset(1e-12));
        assertThat(growth.upper() - growth.value())
                .as("t with 4 degrees of freedom, 0.975: 2.776445 in every table")
                .isCloseTo(2.776445 * error / 4, Offset.offset(1e-6));
    }

    @Test
    void visitorsWhoCameOnDaysOfTheirOwnCannotBeToldFromGrowth() {
        List<PracticeVisit> visits = new ArrayList<>();
        for (int person = 0; person < 6; person++) {
            visits.add(visit(person, "r-1", 0, 2));
            visits.add(visit(person, "r-2", 200, 3));
        }
        assertThat(GROWTH.of(visits).toString()).contains("growth and raters cannot be told apart");
    }

    @Test
    void aFewPeopleAreNotShownAndNobodyIsMissing() {
        List<PracticeVisit> visits = List.of(visit(1, "r-1", 0, 2), visit(2, "r-1", 9, 2));
        assertThat(GROWTH.of(visits)).hasToString("suppressed (fewer than 5 people)");
        assertThat(GROWTH.of(List.of()).isReported()).isFalse();
        List<PracticeVisit> once = new ArrayList<>();
        for (int person = 0; person < 5; person++) {
            once.add(visit(person, "r-1", person, 2));
        }
        assertThat(GROWTH.of(once).isReported()).as("nobody was seen twice").isFalse();
        PracticeGrowth two = new PracticeGrowth(0.95, 2);
        List<PracticeVisit> own = new ArrayList<>();
        for (int person = 0; person < 2; person++) {
            own.add(visit(person, "r-" + person, 0, 2));
            own.add(visit(person, "r-" + (1 - person), 30, 3));
        }
        assertThat(two.of(own)).hasToString("too few values: no degree of freedom is left");
        assertThatThrownBy(() -> new PracticeGrowth(1, 5)).hasMessageContaining("level is 1.0");
        assertThatThrownBy(() -> new PracticeGrowth(0.95, 1)).hasMessageContaining("fewest is 1");
        assertThatThrownBy(() -> PracticeVisit.of(PersonId.of("a"), PersonId.of("a"), START, 1))
                .hasMessageContaining("Expected two people");
    }

    @Test
    void whoWasSeenOnOneDayOnlySaysNothingOfGrowthAndDoesNotHideAnother() {
        List<PracticeVisit> visits = new ArrayList<>();
        for (int person = 0; person < 4; person++) {
            visits.add(visit(person, "r-1", person, 2));
        }
        visits.add(visit(3, "r-1", 3, 3));
        for (int time = 0; time < 3; time++) {
            visits.add(visit(9, "r-1", 100 * time, 2 + time));
        }
        assertThat(GROWTH.of(visits)).hasToString("suppressed (fewer than 5 people)");
        for (int person = 4; person < 8; person++) {
            visits.add(visit(person, "r-1", 0, 2));
            visits.add(visit(person, "r-1", 100, 2.5));
        }
        assertThat(GROWTH.of(visits).value().orElseThrow().n())
                .as("five were seen on two days or more")
                .isEqualTo(5);
    }

    private static PracticeVisit visit(int person, String rater, int day, double score) {
        return PracticeVisit.of(PersonId.of("p-" + person), PersonId.of(rater), START.plusDays(day), score);
    }
}
