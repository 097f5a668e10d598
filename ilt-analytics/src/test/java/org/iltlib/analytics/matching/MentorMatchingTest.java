package org.iltlib.analytics.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Subject;
import org.iltlib.learning.MenteeProfile;
import org.iltlib.learning.MentorProfile;
import org.iltlib.learning.MentorRule;
import org.junit.jupiter.api.Test;

class MentorMatchingTest {
    private static final MentorMatching MATCHING = MentorMatching.withDefaults();
    private static final OrgUnitId NORTH = OrgUnitId.of("north");
    private static final OrgUnitId SOUTH = OrgUnitId.of("south");

    @Test
    void aPairOfSameSubjectGradeSchoolPlanningAndBothWishesHasAHundredPoints() {
        MentorProfile mentor = mentor("m1")
                .addSubjects(Subject.SCIENCE, Subject.READING)
                .addPlanningPeriods("Mon 3")
                .addPrefers(PersonId.of("n1"))
                .build();
        MenteeProfile mentee = mentee("n1")
                .addSubjects(Subject.READING)
                .addPlanningPeriods("Mon 3", "Tue 1")
                .addPrefers(PersonId.of("m1"))
                .build();
        MentorMatch pair = MATCHING.of(List.of(mentor), List.of(mentee)).pairs().get(0);
        assertThat(pair.points()).isEqualTo(100);
        assertThat(pair.pointsBy().values()).containsExactly(40.0, 20.0, 20.0, 10.0, 10.0);
        assertThat(pair.pointsBy().keySet()).containsExactly(MatchCriterion.values());
        assertThat(pair).hasToString("m1 with n1: 100 points");
        assertThat(pair.reasons()).startsWith("same subject").hasSize(5);
        assertThat(pair.explanation().toString())
                .contains("100 points of a possible 100")
                .contains("No other mentor is eligible.");
    }

    @Test
    void theNextGradeAndAOneSidedWishCountHalf() {
        MenteeProfile next = MenteeProfile.builder()
                .person(PersonId.of("n1"))
                .addGrades(GradeLevel.of(4))
                .build();
        MentorProfile asked = mentor("m1").addPrefers(PersonId.of("n1")).build();
        assertThat(MATCHING.pointsBy(asked, next))
                .containsExactly(entry(MatchCriterion.GRADE, 10), entry(MatchCriterion.PREFERENCE, 5));
        MenteeProfile far = MenteeProfile.builder()
                .person(PersonId.of("n2"))
                .addGrades(GradeLevel.of(5))
                .build();
        assertThat(MATCHING.pointsBy(asked, far)).isEmpty();
        assertThat(MATCHING.withPoints(MatchCriterion.GRADE, 0).pointsBy(asked, next))
                .containsExactly(entry(MatchCriterion.PREFERENCE, 5));
    }

    @Test
    void sixMenteesAndElevenCandidatesOfWhomTwoEvaluateAndOneIsNewAreAllMatchedFromTheEightThatRemain() {
        List<MenteeProfile> mentees = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            mentees.add(mentee("n" + i).build());
        }
        List<PersonId> everyone = mentees.stream().map(MenteeProfile::person).toList();
        List<MentorProfile> mentors = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            mentors.add(mentor("m" + i).build());
        }
        mentors.add(mentor("ap1").addAllEvaluates(everyone).build());
        mentors.add(mentor("ap2").addAllEvaluates(everyone).build());
        mentors.add(mentor("new").yearsOfExperience(2).build());
        assertThat(mentors).hasSize(11);
        assertThat(mentors.stream()
                        .filter(m -> MATCHING.obstacles(m, everyone.get(0)).isEmpty()))
                .hasSize(8);
        MentorMatches matches = MATCHING.of(mentors, mentees);
        assertThat(matches.pairs()).hasSize(6).allSatisfy(pair -> {
            assertThat(pair.mentor().value()).startsWith("m");
            assertThat(pair.explanation().steps()).isNotEmpty();
            assertThat(pair.nextBest()).isPresent();
        });
        assertThat(matches.unmatched()).isEmpty();
        assertThat(matches.proven()).isTrue();
        assertThat(matches.totalPoints()).isEqualTo(240);
    }

    @Test
    void aMentorTakesAsManyAsThereIsRoomAndTheRestIsUnmatchedWithTheReason() {
        MentorProfile two = mentor("m1").capacity(3).load(1).build();
        MentorMatches matches = MATCHING.of(
                List.of(two), List.of(mentee("n1").build(), mentee("n2").build(), far("n3")));
        assertThat(matches.pairs()).extracting(pair -> pair.mentee().value()).containsExactly("n1", "n2");
        assertThat(matches.unmatched()).hasSize(1);
        MentorMatches.Unmatched left = matches.unmatched().get(0);
        assertThat(left.mentee()).isEqualTo(PersonId.of("n3"));
        assertThat(left.eligible()).isEqualTo(1);
        assertThat(left.reason().claim()).contains("go to others");
        assertThat(matches.findPairOf(PersonId.of("n3"))).isEmpty();
        assertThat(matches.meanPointsBySite(List.of(
                        mentee("n1").build(),
                        mentee("n2").site(SOUTH).build(),
                        far("n3"),
                        MenteeProfile.builder().person(PersonId.of("n9")).build())))
                .containsExactly(java.util.Map.entry(NORTH, 40.0), java.util.Map.entry(SOUTH, 20.0));
    }

    @Test
    void aMenteeWithoutAnEligibleMentorLearnsWhichObstaclesThereAre() {
        List<MentorProfile> mentors = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            mentors.add(mentor("m" + i).yearsOfExperience(1).build());
        }
        mentors.add(mentor("full").load(1).build());
        mentors.add(mentor("n1").build());
        MentorMatches.Unmatched left =
                MATCHING.of(mentors, List.of(mentee("n1").build())).unmatched().get(0);
        assertThat(left.eligible()).isZero();
        assertThat(left.reason()).hasToString("""
                n1 has no mentor: none of the 9 candidates is eligible.
                  m1, m2, m3, m4, m5 and 2 more: Has 1 years of experience; 3 are needed.
                  full: Has no room for one more: 1 of 1.
                  n1: Nobody mentors himself or herself.""");
        assertThat(MATCHING.withRule(new MentorRule(1))
                        .of(mentors, List.of(mentee("n1").build()))
                        .pairs())
                .hasSize(1);
    }

    @Test
    void aMenteeYieldsTheBestMentorWhenTheTotalGainsAndIsToldSo() {
        MentorProfile best = mentor("m1").addSubjects(Subject.READING).build();
        MentorProfile other = MentorProfile.builder()
                .person(PersonId.of("m2"))
                .yearsOfExperience(9)
                .addGrades(GradeLevel.of(3))
                .build();
        MentorMatches matches = MATCHING.of(
                List.of(other, best),
                List.of(
                        mentee("n1").build(),
                        far("n2").toBuilder().addSubjects(Subject.READING).build()));
        MentorMatch first = matches.findPairOf(PersonId.of("n1")).orElseThrow();
        assertThat(first.mentor()).isEqualTo(PersonId.of("m2"));
        assertThat(first.explanation().toString())
                .contains("The next best would have been m1 with 40 points, whose places go to others");
        assertThat(matches.totalPoints()).isEqualTo(60);
        assertThat(matches.findPairOf(PersonId.of("n2"))
                        .orElseThrow()
                        .explanation()
                        .toString())
                .contains("m2 with 0 points");
    }

    @Test
    void aPersonListedTwiceAndNegativePointsAreRefused() {
        MentorProfile one = mentor("m1").build();
        assertThatThrownBy(() -> MATCHING.of(List.of(one, one), List.of()))
                .hasMessageContaining("mentors has \"m1\" twice");
        assertThatThrownBy(() -> MATCHING.withPoints(MatchCriterion.SITE, -1)).hasMessageContaining("-1.0");
        assertThat(MATCHING.of(List.of(one), List.of()).pairs()).isEmpty();
    }

    private static java.util.Map.Entry<MatchCriterion, Double> entry(MatchCriterion criterion, double points) {
        return java.util.Map.entry(criterion, points);
    }

    private static MentorProfile.Builder mentor(String id) {
        return MentorProfile.builder()
                .person(PersonId.of(id))
                .yearsOfExperience(8)
                .site(NORTH)
                .addGrades(GradeLevel.of(3));
    }

    private static MenteeProfile.Builder mentee(String id) {
        return MenteeProfile.builder().person(PersonId.of(id)).site(NORTH).addGrades(GradeLevel.of(3));
    }

    private static MenteeProfile far(String id) {
        return MenteeProfile.builder()
                .person(PersonId.of(id))
                .site(SOUTH)
                .addGrades(GradeLevel.of(10))
                .build();
    }
}
