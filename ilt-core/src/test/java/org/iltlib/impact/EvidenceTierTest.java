package org.iltlib.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tiers by the demands of the What Works Clearinghouse: 350 students, two sites, a positive effect. */
class EvidenceTierTest {
    private static final TierEvidence BEST = TierEvidence.builder()
            .review(TierEvidence.Review.WITHOUT_RESERVATIONS)
            .result(TierEvidence.Result.SIGNIFICANT_POSITIVE)
            .students(350)
            .sites(2)
            .localOverlap(true)
            .build();

    private static ImpactStudy study(double lower) {
        return ImpactStudy.builder()
                .id(EntryId.of("study"))
                .addBasedOn(EntryId.of("decision"))
                .design("treated beside peers")
                .rung(ClaimRung.COMPARED)
                .comparison("168 peers")
                .addEffects(Estimate.builder()
                        .value(0.2425)
                        .lower(lower)
                        .upper(0.505)
                        .level(0.95)
                        .n(252)
                        .unit("standard deviations")
                        .method("Hedges g")
                        .build())
                .n(252)
                .statement("Those treated scored 12 points higher compared with peers.")
                .build();
    }

    @Test
    void theLimitsThemselvesAreEnough() {
        assertThat(EvidenceTier.of(BEST)).isEqualTo(EvidenceTier.STRONG);
        assertThat(EvidenceTier.STRONG.isMetBy(BEST.toBuilder().students(349).build()))
                .isFalse();
        assertThat(EvidenceTier.STRONG.isMetBy(BEST.toBuilder().sites(1).build()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "WITHOUT_RESERVATIONS, SIGNIFICANT_POSITIVE, 350, true, false, STRONG",
        "WITH_RESERVATIONS, SIGNIFICANT_POSITIVE, 350, true, false, MODERATE",
        "WITH_RESERVATIONS, SIGNIFICANT_POSITIVE, 252, true, false, PROMISING",
        "WITHOUT_RESERVATIONS, SIGNIFICANT_POSITIVE, 350, false, false, PROMISING",
        "WITHOUT_RESERVATIONS, SIGNIFICANT_POSITIVE, 350, true, true, NONE",
        "WITHOUT_RESERVATIONS, NOT_SIGNIFICANT, 350, true, false, NONE",
        "NOT_REVIEWED, SIGNIFICANT_POSITIVE, 350, true, false, NONE",
        "NOT_MET, SIGNIFICANT_POSITIVE, 350, true, false, NONE"
    })
    void eachDemandCounts(
            TierEvidence.Review review,
            TierEvidence.Result result,
            long students,
            boolean overlap,
            boolean negative,
            EvidenceTier tier) {
        assertThat(EvidenceTier.of(BEST.toBuilder()
                        .review(review)
                        .result(result)
                        .students(students)
                        .localOverlap(overlap)
                        .overridingNegative(negative)
                        .build()))
                .isEqualTo(tier);
    }

    @Test
    void theLowerTiersAskForControlsOrForARationale() {
        TierEvidence correlation = TierEvidence.builder()
                .result(TierEvidence.Result.SIGNIFICANT_POSITIVE)
                .selectionControls(true)
                .build();
        assertThat(EvidenceTier.of(correlation)).isEqualTo(EvidenceTier.PROMISING);
        TierEvidence idea = TierEvidence.builder().logicModel(true).build();
        assertThat(EvidenceTier.of(idea)).isEqualTo(EvidenceTier.NONE);
        assertThat(EvidenceTier.RATIONALE.listUnmet(idea)).containsExactly("a study of its effects under way");
        assertThat(EvidenceTier.of(idea.toBuilder().studyUnderWay(true).build()))
                .isEqualTo(EvidenceTier.RATIONALE);
        assertThat(EvidenceTier.NONE.listUnmet(idea)).isEmpty();
        assertThat(EvidenceTier.PROMISING.reaches(EvidenceTier.RATIONALE)).isTrue();
        assertThat(EvidenceTier.RATIONALE.reaches(EvidenceTier.PROMISING)).isFalse();
    }

    /** Fixture: 84 treated and 168 peers are 252, fewer than 350. */
    @Test
    void aStudyOfTwoHundredFiftyTwoIsNotTierTwo() {
        TierEvidence own = TierEvidence.ofOwn(study(-0.02), 1, true);
        TierEvidence reviewed = own.toBuilder()
                .review(TierEvidence.Review.WITH_RESERVATIONS)
                .result(TierEvidence.Result.SIGNIFICANT_POSITIVE)
                .sites(2)
                .build();
        assertThat(EvidenceTier.MODERATE.isMetBy(reviewed)).isFalse();
        assertThat(EvidenceTier.MODERATE.listUnmet(reviewed)).containsExactly("at least 350 students; it has 252");
        assertThat(own.result()).isEqualTo(TierEvidence.Result.NOT_SIGNIFICANT);
        assertThat(TierEvidence.ofOwn(study(0.01), 1, true).result())
                .isEqualTo(TierEvidence.Result.SIGNIFICANT_POSITIVE);
        assertThat(EvidenceTier.explain(reviewed).toString())
                .startsWith("The study stands on Tier 3 (promising).")
                .contains("Not Tier 2 (moderate). It would need:")
                .contains("    at least 350 students; it has 252");
        assertThat(EvidenceTier.explain(TierEvidence.builder().build()).toString())
                .contains("their number is not told");
    }

    @Test
    void aClaimOfResearchCarriesItsRungAndTier() {
        ResearchClaim claim = ResearchClaim.builder()
                .id(EntryId.of("claim"))
                .practice("tutoring")
                .claim("Tutored students gained more compared with others.")
                .citation("on file")
                .design("schools drawn by lot")
                .rung(ClaimRung.RANDOMISED)
                .population("grades 3 to 5")
                .evidence(BEST)
                .checkedOn(LocalDate.of(2026, 11, 28))
                .build();
        assertThat(claim.tier()).isEqualTo(EvidenceTier.STRONG);
        assertThat(claim.sentence()).endsWith("[randomised]");
        assertThat(claim.basedOn()).isEmpty();
        assertThatThrownBy(() -> claim.toBuilder().rung(ClaimRung.DESCRIBED).build())
                .hasMessageContaining("compared with");
    }

    @Test
    void effectsHaveWordsWhoseLimitsATeamSets() {
        EffectBands usual = EffectBands.withDefaults();
        assertThat(usual.of(-0.01)).isEqualTo(EffectBands.Band.NEGATIVE);
        assertThat(usual.of(0.049)).isEqualTo(EffectBands.Band.SMALL);
        assertThat(usual.of(0.05)).isEqualTo(EffectBands.Band.MEDIUM);
        assertThat(usual.of(0.2)).isEqualTo(EffectBands.Band.LARGE);
        assertThat(new EffectBands(0.2, 0.8).of(0.2425)).isEqualTo(EffectBands.Band.MEDIUM);
        assertThatThrownBy(() -> new EffectBands(0.2, 0.2)).hasMessageContaining("Expected a rise");
    }

    private static Estimate effect(double value, double lower, double upper) {
        return Estimate.builder()
                .value(value)
                .lower(lower)
                .upper(upper)
                .level(0.95)
                .n(252)
                .unit("standard deviations")
                .method("Hedges g")
                .build();
    }

    @Test
    void harmInAnyEffectOverridesInWhateverOrderTheEffectsStand() {
        Estimate good = effect(0.3, 0.1, 0.5);
        Estimate bad = effect(-0.6, -0.9, -0.3);
        ImpactStudy bare = study(0.1);
        for (List<Estimate> effects : List.of(List.of(good, bad), List.of(bad, good))) {
            TierEvidence own =
                    TierEvidence.ofOwn(bare.toBuilder().effects(effects).build(), 3, true);
            assertThat(own.overridingNegative()).isTrue();
            assertThat(own.result()).isEqualTo(TierEvidence.Result.SIGNIFICANT_POSITIVE);
            assertThat(EvidenceTier.of(own)).isEqualTo(EvidenceTier.NONE);
        }
    }

    @Test
    void aStudyThatOnlyDescribesControlsForNothing() {
        ImpactStudy described = study(0.1).toBuilder()
                .rung(ClaimRung.DESCRIBED)
                .statement("Scores were 12 points higher.")
                .build();
        assertThatThrownBy(() -> TierEvidence.ofOwn(described, 3, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("described");
    }
}
