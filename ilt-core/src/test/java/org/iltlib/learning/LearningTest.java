package org.iltlib.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.Term;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class LearningTest {
    private static final PersonId A = PersonId.of("a");
    private static final PersonId B = PersonId.of("b");
    private static final LocalDate START = LocalDate.of(2026, 8, 17);

    @Test
    void anEvaluatorAndANoviceMayNotMentor() {
        MentorRule rule = MentorRule.withDefaults();
        MentorProfile good =
                MentorProfile.builder().person(A).yearsOfExperience(3).build();
        MentorProfile bad = MentorProfile.builder()
                .person(A)
                .yearsOfExperience(2)
                .addEvaluates(B)
                .capacity(0)
                .build();
        assertThat(rule.obstacles(good, B)).isEmpty();
        assertThat(rule.obstacles(good, A)).hasSize(1);
        assertThat(rule.obstacles(bad, B)).hasSize(3).contains("Evaluates the mentee.");
    }

    @Test
    void aMentorshipServesGrowthAndNeverAnEvaluation() {
        Mentorship pair = pair(B);
        assertThat(pair.allows(AdultPurpose.GROWTH)).isTrue();
        assertThat(pair.allows(AdultPurpose.EVALUATION)).isFalse();
        assertThat(Mentorship.FORM.read(CanonicalJson.read(CanonicalJson.write(Mentorship.FORM.write(pair)))))
                .isEqualTo(pair);
        assertThat(pair.kind()).isSameAs(Mentorship.KIND);
        assertThatThrownBy(() -> pair(A)).hasMessageContaining("Expected two people");
    }

    @Test
    void aMentorOnDayThirtyThreeBreaksTheThirtyDayRule() {
        InductionClock clock = InductionClock.withDefaults();
        LocalDate day = START.plusDays(40);
        assertThat(clock.breaches(START, progress(33, 60), day))
                .containsExactly("A mentor: only on day 33; within 30 days is expected.");
        assertThat(clock.breaches(START, progress(30, 0), day))
                .containsExactly("Mentoring: 0 minutes in 1 weeks; an hour a week on average is expected.");
        assertThat(clock.breaches(
                        START, new InductionClock.Progress(Optional.empty(), Optional.empty(), 0), START.plusDays(61)))
                .hasSize(2);
        assertThat(clock.endOf(START)).isEqualTo(LocalDate.of(2028, 8, 17));
    }

    @Test
    void fourMeetingsOrMoreThanAWeekAreSustained() {
        assertThat(course(START, START.plusDays(7)).isSustained()).isFalse();
        assertThat(course(START, START.plusDays(8)).isSustained()).isTrue();
        ProfessionalLearning four = course(START, START.plusDays(1), START.plusDays(2), START.plusDays(3));
        assertThat(four.isSustained()).isTrue();
        assertThat(four.kind().read(1, four.kind().write(four))).isEqualTo(four);
        assertThatThrownBy(() -> course(START, START.minusDays(1))).hasMessageContaining("ascending");
    }

    @Test
    void theAgeOfTheNewestSourceIsCountedAndUnknownWithoutOne() {
        ProfessionalLearning dated = ProfessionalLearning.builder()
                .from(course(START))
                .newestSource(2019)
                .build();
        assertThat(dated.sourceAge(2026)).contains(7);
        assertThat(dated.sourceAge(2018)).isEmpty();
        assertThat(course(START).sourceAge(2026)).isEmpty();
        assertThatThrownBy(() -> ProfessionalLearning.builder()
                        .from(course(START))
                        .newestSource(26)
                        .build())
                .hasMessageContaining("newestSource is 26. Expected a year");
    }

    @Test
    void anEvaluationRestsOnFormalObservationsOfOnePersonAndNoTypeIsBothGrowthAndEvaluation() {
        FormalObservation seen = observation("o1", A);
        StaffEvaluation judged = StaffEvaluation.of(EntryId.of("e"), B, START, "proficient", List.of(seen));
        assertThat(judged.person()).isEqualTo(A);
        assertThat(judged.allows(AdultPurpose.EVALUATION)).isTrue();
        assertThat(judged.allows(AdultPurpose.GROWTH)).isFalse();
        assertThat(judged.basedOn()).containsExactly(EntryId.of("o1"));
        assertThat(judged.kind().read(1, judged.kind().write(judged))).isEqualTo(judged);
        assertThat(seen.kind().read(1, seen.kind().write(seen))).isEqualTo(seen);
        assertThat(PurposeLimited.class.isSealed()).isTrue();
        assertThat(PurposeLimited.Evaluative.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(FormalObservation.class, StaffEvaluation.class);
        for (Class<?> evaluative : PurposeLimited.Evaluative.class.getPermittedSubclasses()) {
            assertThat(PurposeLimited.Growth.class.isAssignableFrom(evaluative)).isFalse();
            assertThat(Arrays.stream(evaluative.getDeclaredConstructors())
                            .noneMatch(made -> Modifier.isPublic(made.getModifiers())
                                    || Modifier.isProtected(made.getModifiers())))
                    .as("nobody outside can extend it")
                    .isTrue();
        }
    }

    @Test
    void anEvaluationOfTwoPeopleOrOfOneselfOrBeforeTheObservationIsRefused() {
        EntryId id = EntryId.of("e");
        List<FormalObservation> seen = List.of(observation("o1", A));
        assertThatThrownBy(() -> StaffEvaluation.of(id, B, START, "fine", List.of()))
                .hasMessageContaining("observations is empty");
        assertThatThrownBy(() -> StaffEvaluation.of(
                        id, B, START, "fine", List.of(observation("o1", A), observation("o2", PersonId.of("c")))))
                .hasMessageContaining("Expected one of");
        assertThatThrownBy(() -> StaffEvaluation.of(id, B, START.minusDays(1), "fine", seen))
                .hasMessageContaining("none after");
        assertThatThrownBy(() -> StaffEvaluation.of(id, A, START, "fine", seen)).hasMessageContaining("two people");
    }

    @Test
    void anEvaluationThatWasWrittenOnAMentorshipOrOnAnothersObservationIsFoundOut() {
        StaffEvaluation honest =
                StaffEvaluation.of(EntryId.of("e"), B, START, "proficient", List.of(observation("o1", A)));
        String forged = CanonicalJson.write(StaffEvaluation.FORM.write(honest))
                .replace("[\"o1\"]", "[\"o1\",\"m\",\"o2\",\"gone\"]");
        StaffEvaluation read = StaffEvaluation.FORM.read(CanonicalJson.read(forged));
        Map<EntryId, Recordable> record = Map.of(
                EntryId.of("o1"), observation("o1", A),
                EntryId.of("o2"), observation("o2", PersonId.of("c")),
                EntryId.of("m"), pair(B));
        assertThat(honest.findStrays(id -> Optional.ofNullable(record.get(id)))).isEmpty();
        assertThat(read.findStrays(id -> Optional.ofNullable(record.get(id))))
                .containsExactly(EntryId.of("m"), EntryId.of("o2"), EntryId.of("gone"));
    }

    private static FormalObservation observation(String id, PersonId person) {
        return FormalObservation.builder()
                .id(EntryId.of(id))
                .person(person)
                .observer(PersonId.of("principal"))
                .on(START)
                .seen("Students explain their reasoning to each other.")
                .build();
    }

    private static InductionClock.Progress progress(int mentorDay, long minutes) {
        return new InductionClock.Progress(
                Optional.of(START.plusDays(mentorDay)), Optional.of(START.plusDays(35)), minutes);
    }

    private static Mentorship pair(PersonId mentee) {
        return Mentorship.builder()
                .id(EntryId.of("m"))
                .mentor(A)
                .mentee(mentee)
                .term(Term.of(START, START.plusYears(2)))
                .addReasons("same grade")
                .build();
    }

    private static ProfessionalLearning course(LocalDate... dates) {
        return ProfessionalLearning.builder()
                .id(EntryId.of("pd"))
                .title("Number lines")
                .type(ActivityType.COURSE)
                .hours(14)
                .addDates(dates)
                .build();
    }
}
