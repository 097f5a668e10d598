package org.iltlib.analytics.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.review.CriterionRating;
import org.iltlib.curriculum.review.Material;
import org.iltlib.curriculum.review.MaterialReview;
import org.iltlib.curriculum.review.PanelRule;
import org.iltlib.curriculum.review.ReviewCriterion;
import org.iltlib.curriculum.review.ReviewGate;
import org.iltlib.curriculum.review.ReviewResult;
import org.iltlib.curriculum.review.ReviewRubric;
import org.iltlib.curriculum.review.Reviewer;
import org.iltlib.curriculum.scorecard.IdentityTally;
import org.iltlib.curriculum.scorecard.Scorecard;
import org.iltlib.curriculum.scorecard.ScorecardResult;
import org.iltlib.curriculum.scorecard.ScorecardReview;
import org.iltlib.curriculum.scorecard.ScorecardSection;
import org.iltlib.curriculum.scorecard.ScorecardStatement;
import org.iltlib.curriculum.scorecard.SectionBand;
import org.iltlib.curriculum.scorecard.StatementRating;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.quality.DeviceAccess;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

class ReviewNumbersTest {
    /** Krippendorff (2011), twelve units by four observers; 0 stands for no rating. */
    private static final int[][] KRIPPENDORFF = {
        {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
        {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
    };

    private static final Material MATERIAL = Material.builder()
            .id("m")
            .title("River Stories")
            .subject("reading")
            .addGrades(GradeLevel.of(4))
            .build();

    /** In R: prop.test(3, 12, correct = FALSE)$conf.int is .08894 to .53231; students are 210 of 400, so all is divided by .525. */
    @Test
    void theRepresentationRatioIsTheShareMetOverTheShareOfStudents() {
        IdentityTally tally = IdentityTally.of("authors", Map.of("women", 3, "men", 9), 2);
        RepresentationReport report = Representation.withDefaults().of(tally, Map.of("women", 210L, "men", 190L));
        Estimate women = report.getGroup("women").ratio().value().orElseThrow();
        assertThat(women.value()).isEqualTo(0.25 / 0.525, within(1e-12));
        assertThat(women.lower()).isEqualTo(0.0889 / 0.525, within(1e-4));
        assertThat(women.upper()).isEqualTo(0.5323 / 0.525, within(1e-4));
        assertThat(women.n()).isEqualTo(12);
        assertThat(report.isSmall()).isTrue();
        assertThat(report.listRare()).as("the interval holds 1").isEmpty();
        assertThat(report.explain().toString())
                .contains("12 authors were tallied, a small number; of 2 more the group is not told.", "n = 12");
    }

    @Test
    void manyTalliedShowWhoIsRare() {
        IdentityTally tally = IdentityTally.of("characters", Map.of("girls", 20, "boys", 80), 0);
        RepresentationReport report = Representation.withDefaults().of(tally, Map.of("girls", 200L, "boys", 200L));
        assertThat(report.listRare()).extracting(GroupRepresentation::group).containsExactly("girls");
        assertThat(report.isSmall()).isFalse();
    }

    @Test
    void aSmallGroupOfStudentsIsWithheldAndCannotBeWorkedOut() {
        IdentityTally tally = IdentityTally.of("characters", Map.of("a", 5, "b", 5, "d", 2), 0);
        RepresentationReport report = Representation.withDefaults().of(tally, Map.of("a", 200L, "b", 40L, "c", 4L));
        assertThat(report.getGroup("a").ratio().isReported()).isTrue();
        assertThat(report.getGroup("b").ratio())
                .as("with it c could be worked out")
                .isInstanceOf(Measured.Suppressed.class);
        assertThat(report.getGroup("c").ratio()).isInstanceOf(Measured.Suppressed.class);
        assertThat(report.getGroup("d").ratio())
                .isEqualTo(Measured.missing(MissingReason.UNDEFINED, "there are no such students"));
        RepresentationReport open = Representation.withDefaults()
                .withPolicy(SuppressionPolicy.PUBLIC_DATA)
                .of(tally, Map.of("a", 200L, "b", 40L, "c", 4L));
        assertThat(open.getGroup("c").ratio().value().orElseThrow().value()).isZero();
        assertThat(report.explain().toString()).contains("c: 0 met; suppressed");
    }

    @Test
    void aTallyOfNobodyHasNoRatio() {
        IdentityTally tally = IdentityTally.of("authors", Map.of("women", 0), 7);
        assertThat(Representation.withDefaults()
                        .of(tally, Map.of("women", 50L))
                        .getGroup("women")
                        .ratio())
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "nobody tallied has a group"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Representation.withDefaults().of(tally, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Representation.withDefaults()
                        .of(tally, Map.of("women", 50L))
                        .getGroup("men"))
                .withMessageContaining("[women]");
    }

    private static List<PersonId> people() {
        return List.of(PersonId.of("p-1"), PersonId.of("p-2"), PersonId.of("p-3"), PersonId.of("p-4"));
    }

    private static List<Reviewer> panel() {
        return people().stream()
                .map(person -> Reviewer.of(
                        person, person.value().equals("p-1") ? StakeholderGroup.PARENT : StakeholderGroup.TEACHER))
                .toList();
    }

    /** The published value is .815, to three digits. */
    @Test
    void alphaOfAMaterialReviewIsThatOfThePublishedExample() {
        List<ReviewCriterion> criteria = new ArrayList<>();
        List<CriterionRating> ratings = new ArrayList<>();
        for (int unit = 0; unit < 12; unit++) {
            criteria.add(ReviewCriterion.of("c" + unit, "words", 5));
            for (int rater = 0; rater < 4; rater++) {
                if (KRIPPENDORFF[rater][unit] > 0) {
                    ratings.add(CriterionRating.of(people().get(rater), "c" + unit, KRIPPENDORFF[rater][unit]));
                }
            }
        }
        criteria.add(ReviewCriterion.of("other-scale", "words", 2));
        ReviewRubric rubric = ReviewRubric.builder()
                .id(EntryId.of("rubric"))
                .name("Rubric")
                .version("1")
                .source("a test")
                .addGates(ReviewGate.builder()
                        .id("g")
                        .name("Gate")
                        .criteria(criteria)
                        .partially(1)
                        .meets(2)
                        .build())
                .build();
        MaterialReview review = MaterialReview.builder()
                .id(EntryId.of("review"))
                .rubric(rubric.id())
                .material(MATERIAL)
                .on(LocalDate.of(2027, 3, 18))
                .addAllReviewers(panel())
                .addAllIndependent(ratings)
                .build();
        PanelAgreement agreement = PanelAgreement.of(ReviewResult.of(rubric, review));
        assertThat(agreement.alpha())
                .hasEntrySatisfying(5, alpha -> assertThat(alpha.orElse(-1.0)).isEqualTo(0.815, within(5e-4)));
        assertThat(agreement.alpha())
                .hasEntrySatisfying(2, alpha -> assertThat(alpha.isReported()).isFalse());
        assertThat(agreement.explain().toString())
                .contains("Alpha where at most 5 can be given: 0.8", "Alpha where at most 2 can be given: undefined");
    }

    @Test
    void alphaOfAScorecardReviewIsThatOfThePublishedExample() {
        String[] ids = new String[12];
        Arrays.setAll(ids, unit -> "s" + unit);
        Scorecard card = Scorecard.builder()
                .id(EntryId.of("card"))
                .name("Card")
                .version("1")
                .source("a test")
                .licence("own words")
                .lowest(1)
                .highest(5)
                .addSections(ScorecardSection.builder()
                        .id("all")
                        .name("All")
                        .addAllStatements(Arrays.stream(ids)
                                .map(id -> ScorecardStatement.of(id, "words"))
                                .toList())
                        .addBands(SectionBand.of("low", 12), SectionBand.of("high", 30))
                        .build())
                .panel(PanelRule.of(2, StakeholderGroup.PARENT, StakeholderGroup.TEACHER))
                .build();
        ScorecardReview.Builder review = ScorecardReview.builder()
                .id(EntryId.of("review"))
                .scorecard(card.id())
                .material(MATERIAL)
                .on(LocalDate.of(2027, 3, 18))
                .addAllReviewers(panel());
        for (int unit = 0; unit < 12; unit++) {
            for (int rater = 0; rater < 4; rater++) {
                if (KRIPPENDORFF[rater][unit] > 0) {
                    review.addRatings(StatementRating.of(people().get(rater), ids[unit], KRIPPENDORFF[rater][unit]));
                }
            }
        }
        PanelAgreement agreement = PanelAgreement.of(ScorecardResult.of(card, review.build()));
        assertThat(agreement.alpha())
                .hasEntrySatisfying(5, alpha -> assertThat(alpha.orElse(-1.0)).isEqualTo(0.815, within(5e-4)));
    }

    @Test
    void whoCanUseTechnologyIsToldWithoutTellingOfAFew() {
        List<AccessShares> shares = TechnologyAccess.withDefaults()
                .of(List.of(
                        DeviceAccess.of("a", 100, 100, 60),
                        DeviceAccess.of("b", 50, 47, 20),
                        DeviceAccess.of("c", 30, 15, 15),
                        DeviceAccess.of("d", 6, 3, 3),
                        DeviceAccess.of("e", 0, 0, 0)));
        assertThat(shares.get(0).withDevice()).isEqualTo(Measured.of(Fraction.ONE));
        assertThat(shares.get(0).connected()).isEqualTo(Measured.of(Fraction.of(3, 5)));
        assertThat(shares.get(1).withDevice()).as("three are without").isInstanceOf(Measured.Suppressed.class);
        assertThat(shares.get(1).connected()).isEqualTo(Measured.of(Fraction.of(2, 5)));
        assertThat(shares.get(2).connected())
                .as("with it d could be worked out")
                .isInstanceOf(Measured.Suppressed.class);
        assertThat(shares.get(3).connected()).isInstanceOf(Measured.Suppressed.class);
        assertThat(shares.get(4).connected()).isEqualTo(Measured.missing(MissingReason.NO_STUDENTS));
        assertThat(TechnologyAccess.findWorstOff(shares, AccessShares::connected))
                .contains(shares.get(1));
        assertThat(TechnologyAccess.findWorstOff(List.of(), AccessShares::connected))
                .isEmpty();
    }
}
