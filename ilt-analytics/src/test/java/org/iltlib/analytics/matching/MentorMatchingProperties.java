package org.iltlib.analytics.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Subject;
import org.iltlib.learning.MenteeProfile;
import org.iltlib.learning.MentorProfile;

class MentorMatchingProperties {
    private static final MentorMatching MATCHING = MentorMatching.withDefaults();

    @Property(tries = 200)
    void noOtherWayMatchesMoreOrAsManyWithMorePoints(@ForAll long seed) {
        Random random = new Random(seed);
        List<MentorProfile> mentors = mentors(random, 1 + random.nextInt(4));
        List<MenteeProfile> mentees = mentees(random, 1 + random.nextInt(4));
        MentorMatches matches = MATCHING.of(mentors, mentees);
        double[] best = best(mentors, mentees, 0, new int[mentors.size()]);
        assertThat((double) matches.pairs().size()).isEqualTo(best[0]);
        assertThat(matches.totalPoints()).isEqualTo(best[1]);
        assertThat(matches.proven()).isTrue();
        assertThat(matches.pairs().size() + matches.unmatched().size()).isEqualTo(mentees.size());
    }

    @Property(tries = 100)
    void theOrderOfTheListsChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<MentorProfile> mentors = mentors(random, 6);
        List<MenteeProfile> mentees = mentees(random, 6);
        MentorMatches matches = MATCHING.of(mentors, mentees);
        List<MentorProfile> shuffled = new ArrayList<>(mentors);
        Collections.shuffle(shuffled, random);
        List<MenteeProfile> others = new ArrayList<>(mentees);
        Collections.shuffle(others, random);
        assertThat(MATCHING.of(shuffled, others)).isEqualTo(matches);
    }

    private static double[] best(List<MentorProfile> mentors, List<MenteeProfile> mentees, int at, int[] taken) {
        if (at == mentees.size()) {
            return new double[] {0, 0};
        }
        MenteeProfile mentee = mentees.get(at);
        double[] best = best(mentors, mentees, at + 1, taken);
        for (int k = 0; k < mentors.size(); k++) {
            MentorProfile mentor = mentors.get(k);
            if (taken[k] < mentor.room()
                    && MATCHING.obstacles(mentor, mentee.person()).isEmpty()) {
                taken[k]++;
                double[] rest = best(mentors, mentees, at + 1, taken);
                taken[k]--;
                double points = rest[1]
                        + MATCHING.pointsBy(mentor, mentee).values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum();
                if (rest[0] + 1 > best[0] || (rest[0] + 1 == best[0] && points > best[1])) {
                    best = new double[] {rest[0] + 1, points};
                }
            }
        }
        return best;
    }

    static List<MentorProfile> mentors(Random random, int count) {
        List<MentorProfile> mentors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MentorProfile.Builder builder = MentorProfile.builder()
                    .person(PersonId.of("m" + i))
                    .site(OrgUnitId.of("s" + random.nextInt(2)))
                    .addGrades(GradeLevel.of(1 + random.nextInt(5)))
                    .addSubjects(Subject.of("t" + random.nextInt(3)))
                    .yearsOfExperience(2 + random.nextInt(6))
                    .addPlanningPeriods("p" + random.nextInt(3))
                    .capacity(random.nextInt(3));
            if (random.nextInt(3) == 0) {
                builder.addEvaluates(PersonId.of("n" + random.nextInt(4)));
            }
            mentors.add(builder.build());
        }
        return mentors;
    }

    static List<MenteeProfile> mentees(Random random, int count) {
        List<MenteeProfile> mentees = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mentees.add(MenteeProfile.builder()
                    .person(PersonId.of("n" + i))
                    .site(OrgUnitId.of("s" + random.nextInt(2)))
                    .addGrades(GradeLevel.of(1 + random.nextInt(5)))
                    .addSubjects(Subject.of("t" + random.nextInt(3)))
                    .addPlanningPeriods("p" + random.nextInt(3))
                    .addPrefers(PersonId.of("m" + random.nextInt(4)))
                    .build());
        }
        return mentees;
    }
}
