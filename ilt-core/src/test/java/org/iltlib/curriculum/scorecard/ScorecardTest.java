package org.iltlib.curriculum.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.curriculum.review.Material;
import org.iltlib.curriculum.review.PanelRule;
import org.iltlib.curriculum.review.Reviewer;
import org.iltlib.form.CanonicalJson;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

class ScorecardTest {
    private static final PersonId TEACHER = PersonId.of("p-001");
    private static final PersonId PARENT = PersonId.of("p-002");
    private static final PersonId STUDENT = PersonId.of("p-004");

    private static ScorecardSection section(String id, String... statements) {
        return ScorecardSection.builder()
                .id(id)
                .name("Section " + id)
                .addAllStatements(Arrays.stream(statements)
                        .map(one -> ScorecardStatement.of(one, "words of the school"))
                        .toList())
                .addBands(
                        SectionBand.of("harms", -statements.length),
                        SectionBand.of("begins", 1),
                        SectionBand.of("answers", statements.length))
                .build();
    }

    private static final Scorecard CARD = Scorecard.builder()
            .id(EntryId.of("card"))
            .name("Card")
            .version("1")
            .source("a test")
            .licence("own words")
            .lowest(-1)
            .highest(2)
            .addSections(section("representation", "r1", "r2"), section("justice", "j1", "j2"))
            .panel(PanelRule.of(3, StakeholderGroup.TEACHER, StakeholderGroup.PARENT, StakeholderGroup.STUDENT))
            .studentQuestion("Did you meet somebody like you?")
            .build();

    private static ScorecardReview.Builder review() {
        return ScorecardReview.builder()
                .id(EntryId.of("review"))
                .scorecard(CARD.id())
                .material(Material.builder()
                        .id("m")
                        .title("River Stories")
                        .subject("reading")
                        .addGrades(GradeLevel.of(4))
                        .build())
                .on(LocalDate.of(2027, 2, 24))
                .addReviewers(
                        Reviewer.of(TEACHER, StakeholderGroup.TEACHER),
                        Reviewer.of(PARENT, StakeholderGroup.PARENT),
                        Reviewer.of(STUDENT, StakeholderGroup.STUDENT));
    }

    private static ScorecardReview.Builder rated(ScorecardReview.Builder review, String statement, int... values) {
        List<PersonId> people = List.of(TEACHER, PARENT, STUDENT);
        for (int i = 0; i < values.length; i++) {
            review.addRatings(StatementRating.of(people.get(i), statement, values[i]));
        }
        return review;
    }

    @Test
    void eachSectionIsReadByItsOwnBandsFromTheMeanOfTheSums() {
        ScorecardReview review = rated(
                        rated(rated(rated(review(), "r1", 2, 1, 1), "r2", 2, 0, 0), "j1", -1, 0, 0), "j2", -1, 1, 1)
                .build();
        ScorecardResult result = ScorecardResult.of(CARD, review);
        // representation 4, 1, 1 -> mean 2, which is "answers" from 2; justice -2, 1, 1 -> mean 0, below "begins" from
        // 1.
        assertThat(result.getSection("representation").sums()).containsExactly(1, 1, 4);
        assertThat(result.getSection("representation").band()).isEqualTo(Measured.of(SectionBand.of("answers", 2)));
        assertThat(result.getSection("justice").band()).isEqualTo(Measured.of(SectionBand.of("harms", -2)));
        // Statement pairs by hand: r1 2 1 1 -> 1 of 3, r2 1 of 3, j1 1 of 3, j2 1 of 3.
        assertThat(result.agreement().same()).isEqualTo(Measured.of(Fraction.of(1, 3)));
        assertThat(result.explain().toString())
                .contains("no total", "representation: answers (sums [1, 1, 4])")
                .doesNotContain("p-00");
    }

    @Test
    void thereIsNoTotalOverSections() {
        assertThat(Arrays.stream(ScorecardResult.class.getMethods()).map(Method::getName))
                .noneMatch(name -> name.matches("(?i).*(total|score|mean|average|sum).*") && !name.equals("scorecard"));
    }

    @Test
    void aPanelWithoutFamiliesHasNoBand() {
        ScorecardReview review = rated(rated(review(), "r1", 2, 2, 2), "r2", 2, 2, 2)
                .reviewers(List.of(
                        Reviewer.of(TEACHER, StakeholderGroup.TEACHER),
                        Reviewer.of(PARENT, StakeholderGroup.PARENT).withConflict("sells the book"),
                        Reviewer.of(STUDENT, StakeholderGroup.STUDENT)))
                .build();
        assertThat(ScorecardResult.of(CARD, review).getSection("representation").band())
                .isEqualTo(
                        Measured.missing(MissingReason.NOT_APPLICABLE, "the panel has nobody who counts of [parent]"));
    }

    @Test
    void whoLeavesOutAStatementHasNoSum() {
        ScorecardReview review =
                rated(rated(review(), "r1", 2, 2, 2), "r2", 2, 2).build();
        assertThat(ScorecardResult.of(CARD, review).getSection("representation"))
                .satisfies(section -> assertThat(section.sums()).containsExactly(4, 4))
                .satisfies(section -> assertThat(section.band())
                        .isEqualTo(Measured.missing(
                                MissingReason.TOO_FEW, "2 rated all of representation, 3 are needed")));
    }

    /** Three are needed and four sit there, a parent among them; the parent leaves a statement out. */
    @Test
    void whoMustBeThereMustRate() {
        PersonId second = PersonId.of("p-005");
        ScorecardReview review = rated(rated(rated(review(), "r1", 2, 2, 2), "j1", 2, 2, 2), "j2", 2, 2, 2)
                .addReviewers(Reviewer.of(second, StakeholderGroup.TEACHER))
                .addRatings(
                        StatementRating.of(TEACHER, "r2", 2),
                        StatementRating.of(STUDENT, "r2", 2),
                        StatementRating.of(second, "r1", 2),
                        StatementRating.of(second, "r2", 2))
                .build();
        ScorecardResult result = ScorecardResult.of(CARD, review);
        assertThat(result.getSection("representation").sums()).containsExactly(4, 4, 4);
        assertThat(result.getSection("representation").band())
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "nobody of [parent] rated all of representation"));
        assertThat(result.getSection("justice").band().isReported()).isTrue();
    }

    @Test
    void fewStudentsAreNotQuoted() {
        assertThat(StudentVoice.of(26, Map.of("yes", 5, "no", 4), 10).shown())
                .isEqualTo(Measured.suppressed(SuppressionReason.SMALL_GROUP, "answers of fewer than 10 students"));
        assertThat(StudentVoice.of(26, Map.of("yes", 6, "no", 4), 10).shown().orElse(new TreeMap<>()))
                .containsEntry("yes", 6);
        assertThat(StudentVoice.of(26, Map.of(), 10).shown().isReported()).isFalse();
        ScorecardReview asked = review().students(StudentVoice.of(26, Map.of("yes", 5, "no", 4), 10))
                .build();
        assertThat(ScorecardResult.of(CARD, asked).explain().toString()).contains("Students: suppressed");
        assertThat(ScorecardResult.of(CARD, review().build()).explain().toString())
                .contains("Students: not asked.");
    }

    @Test
    void aTallyGuessesNobody() {
        IdentityTally tally = IdentityTally.of("authors", Map.of("women", 3, "men", 9), 2);
        assertThat(tally.known()).isEqualTo(12);
        assertThat(tally.count("women")).isEqualTo(3);
        assertThat(tally.count("others")).isZero();
        assertThat(ScorecardResult.of(CARD, review().addTallies(tally).build())
                        .explain()
                        .toString())
                .contains("Of 12 authors whose group is told: {men=9, women=3}; of 2 it is not.");
    }

    @Test
    void aScorecardIsWrittenAndReadAsItIs() {
        String json = CanonicalJson.write(Scorecard.FORM.write(CARD));
        assertThat(Scorecard.FORM.read(CanonicalJson.read(json))).isEqualTo(CARD);
    }

    @Test
    void aHostileScorecardIsRefusedInWords() {
        refused(
                () -> CARD.toBuilder()
                        .panel(PanelRule.of(3, StakeholderGroup.TEACHER))
                        .build(),
                "two roles or more");
        refused(() -> CARD.toBuilder().lowest(2).build(), "Maybe the two are swapped");
        refused(() -> CARD.toBuilder().lowest(Integer.MIN_VALUE).build(), "within 1000 of zero");
        refused(() -> CARD.toBuilder().addSections(section("justice", "x", "y")).build(), "twice");
        refused(() -> CARD.toBuilder().addSections(section("more", "r1", "z")).build(), "twice");
        refused(() -> CARD.toBuilder().lowest(0).build(), "Expected 0, the least sum of 2 statements");
        refused(() -> CARD.toBuilder().sections(List.of()).build(), "sections is empty");
        ScorecardSection one = CARD.getSection("justice");
        refused(() -> one.toBuilder().bands(List.of(SectionBand.of("all", -2))).build(), "every sum reads alike");
        refused(
                () -> one.toBuilder().addBands(SectionBand.of("late", 0)).build(),
                "the band \"late\" begins at 0, after one that begins at 2");
        refused(
                () -> CARD.toBuilder()
                        .sections(List.of(one.toBuilder()
                                .addBands(SectionBand.of("never", 5))
                                .build()))
                        .build(),
                "out of reach");
        refused(() -> CARD.getSection("faces"), "[representation, justice]");
    }

    @Test
    void aReviewThatCannotBeIsRefusedInWords() {
        refused(() -> ScorecardResult.of(CARD, rated(review(), "r9", 1).build()), "There is no statement \"r9\"");
        refused(() -> ScorecardResult.of(CARD, rated(review(), "r1", 3).build()), "is rated 3. Expected -1 to 2");
        refused(
                () -> ScorecardResult.of(
                        CARD, review().scorecard(EntryId.of("other")).build()),
                "Maybe another scorecard");
        refused(() -> rated(rated(review(), "r1", 1), "r1", 1).build(), "twice");
        refused(
                () -> review().addRatings(StatementRating.of(PersonId.of("p-009"), "r1", 1))
                        .build(),
                "not on the panel");
        refused(() -> StudentVoice.of(5, Map.of("yes", 6), 10), "6 students answered, 5 were asked");
        refused(() -> IdentityTally.of("authors", Map.of(), 3), "is empty");
        assertThat(review().addEvidence(EntryId.of("x")).build().basedOn())
                .containsExactly(EntryId.of("card"), EntryId.of("x"));
    }

    private static void refused(ThrowingCallable call, String words) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(words);
    }
}
