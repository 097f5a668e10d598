package org.iltlib.analytics.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.iltlib.learning.MenteeProfile;
import org.iltlib.learning.MentorProfile;
import org.junit.jupiter.api.Test;

/** The assignment held against a second solver that works by another method. */
class ReferenceSolverTest {
    private static final MentorMatching MATCHING = MentorMatching.withDefaults();

    @Test
    void inTwoHundredRandomCasesTheCostIsThatOfTheReferenceSolver() {
        SplittableRandom random = new SplittableRandom(20_261_128);
        for (int trial = 0; trial < 200; trial++) {
            int rows = 1 + random.nextInt(20);
            int columns = rows + random.nextInt(11);
            double[][] cost = new double[rows][columns];
            MinimumCostFlow reference = new MinimumCostFlow(rows + columns + 2);
            for (int i = 0; i < rows; i++) {
                reference.edge(rows + columns, i, 1, 0);
                for (int j = 0; j < columns; j++) {
                    int price = random.nextInt(200) - 50;
                    cost[i][j] = price;
                    reference.edge(i, rows + j, 1, price);
                }
            }
            for (int j = 0; j < columns; j++) {
                reference.edge(rows + j, rows + columns + 1, 1, 0);
            }
            reference.solve(rows + columns, rows + columns + 1);
            Assignment best = Assignment.of(cost);
            assertThat(reference.flow()).isEqualTo(rows);
            assertThat(best.cost(cost)).as("trial %d", trial).isEqualTo((double) reference.cost());
            assertThat(best.isOptimalFor(cost)).isTrue();
        }
    }

    /** With capacity, obstacles and too few places; points are multiples of five, so the flow counts them whole. */
    @Test
    void inTwoHundredRandomSchoolsAsManyAreMatchedWithAsManyPointsAsByTheReferenceSolver() {
        for (int trial = 0; trial < 200; trial++) {
            Random random = new Random(trial);
            List<MentorProfile> mentors = MentorMatchingProperties.mentors(random, 1 + random.nextInt(15));
            List<MenteeProfile> mentees = MentorMatchingProperties.mentees(random, 1 + random.nextInt(12));
            int source = mentees.size() + mentors.size();
            MinimumCostFlow reference = new MinimumCostFlow(source + 2);
            for (int i = 0; i < mentees.size(); i++) {
                MenteeProfile mentee = mentees.get(i);
                reference.edge(source, i, 1, 0);
                for (int k = 0; k < mentors.size(); k++) {
                    if (MATCHING.obstacles(mentors.get(k), mentee.person()).isEmpty()) {
                        double points = MATCHING.pointsBy(mentors.get(k), mentee).values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum();
                        reference.edge(i, mentees.size() + k, 1, -(int) points);
                    }
                }
            }
            for (int k = 0; k < mentors.size(); k++) {
                reference.edge(mentees.size() + k, source + 1, mentors.get(k).room(), 0);
            }
            reference.solve(source, source + 1);
            MentorMatches matches = MATCHING.of(mentors, mentees);
            assertThat((long) matches.pairs().size()).as("trial %d", trial).isEqualTo(reference.flow());
            assertThat(matches.totalPoints()).as("trial %d", trial).isEqualTo((double) -reference.cost());
        }
    }

    /** A few distinct costs make for many equal ways, the hard case: 5 seconds of this thread's own time are enough. */
    @Test
    void twoThousandRowsAndThreeThousandColumnsOfTwentyOneCostsAreAssignedInLessThanFiveSeconds() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] cost = new double[2_000][3_000];
        for (double[] row : cost) {
            for (int j = 0; j < row.length; j++) {
                row[j] = -5 * random.nextInt(21);
            }
        }
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        Assignment best = Assignment.of(cost);
        double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        assertThat(best.isOptimalFor(cost)).isTrue();
        assertThat(seconds).isLessThan(5);
    }

    /** The time that this thread itself computes, whatever else runs. */
    @Test
    void twoThousandNewTeachersAndThreeThousandMentorsAreMatchedInLessThanFiveSeconds() {
        Random random = new Random(5);
        List<MentorProfile> mentors = MentorMatchingProperties.mentors(random, 3_000);
        List<MenteeProfile> mentees = MentorMatchingProperties.mentees(random, 2_000);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        MentorMatches matches = MATCHING.of(mentors, mentees);
        double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        assertThat(matches.proven()).isTrue();
        assertThat(matches.pairs().size() + matches.unmatched().size()).isEqualTo(2_000);
        assertThat(seconds).isLessThan(5);
    }
}
