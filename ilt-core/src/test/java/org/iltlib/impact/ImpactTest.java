package org.iltlib.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.finding.Estimate;
import org.iltlib.form.CanonicalJson;
import org.iltlib.impact.Verdict.Judgment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpactTest {
    @Test
    void aDescriptionCannotSpeakOfCauses() {
        assertThatThrownBy(() -> ClaimRung.DESCRIBED.sentence("Coaching caused the gain."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"caused\"");
        assertThatThrownBy(() -> ClaimRung.ASSOCIATED.sentence("They did better compared with others."))
                .hasMessageContaining("compared with");
        assertThatThrownBy(() -> ClaimRung.DESCRIBED.sentence("It is associated with gains."))
                .hasMessageContaining("associated");
        assertThat(ClaimRung.DESCRIBED.sentence("Scores rose.")).isEqualTo("Scores rose. [described]");
        assertThat(ClaimRung.RANDOMISED.sentence("Coaching caused it.")).endsWith("[randomised]");
    }

    @Test
    void anEffectIsJudgedOnlyAfterFidelity() {
        VerdictRule rule = VerdictRule.withDefaults();
        assertThat(rule.of(effect(0.2, 0.1, 0.3), fidelity(0.5)).judgment()).isEqualTo(Judgment.NOT_IMPLEMENTED_ENOUGH);
        assertThat(rule.of(effect(0.2, 0.1, 0.3), fidelity(1)).judgment()).isEqualTo(Judgment.WORKS);
        assertThat(rule.of(effect(0, -0.04, 0.04), fidelity(1)).judgment()).isEqualTo(Judgment.DOES_NOT_WORK);
        Verdict open = rule.of(effect(0.1, -0.1, 0.3), fidelity(1));
        assertThat(open.judgment()).hasToString("cannot tell");
        assertThat(open.falseAlarm()).isCloseTo(0.025, Offset.offset(1e-12));
    }

    /** (0.4 + 1.0 + 0.7 + 0.3) / 4 is 0.6 exactly; in doubles it is below 0.6. */
    @Test
    void theGateIsReachedByTheDecimalsThatAreShownAndNotByRounding() {
        Fidelity atTheGate = Fidelity.builder()
                .adherence(0.4)
                .dosage(1)
                .quality(0.7)
                .responsiveness(0.3)
                .reach(1)
                .build();
        assertThat(atTheGate.implementation()).isLessThan(0.6);
        assertThat(atTheGate.passes(0.6)).isTrue();
        assertThat(atTheGate.passes(0.601)).isFalse();
        Verdict verdict = VerdictRule.withDefaults().of(effect(0.2, 0.1, 0.3), atTheGate);
        assertThat(verdict.judgment()).isEqualTo(Judgment.WORKS);
        assertThat(verdict.explanation().toString())
                .contains("Implementation is 0.60, at least 3/5 (0.60) is needed to judge.");
        FidelityGate more = new FidelityGate(Minimum.moreThan(Fraction.percent(60)));
        assertThat(more.passes(atTheGate)).isFalse();
        assertThat(FidelityGate.atLeast(0).passes(fidelity(0)))
                .as("nothing passes by being zero")
                .isFalse();
        assertThat(FidelityGate.atLeast(0.6)).isEqualTo(FidelityGate.DEFAULT);
        assertThatThrownBy(() -> FidelityGate.atLeast(1e-19)).hasMessageContaining("18 decimals");
    }

    @Test
    void aVerdictSaysHowOftenItMissesAnEffect() {
        VerdictRule rule = new VerdictRule(0.2, 0.6);
        // R: pnorm((1.96*0.15 - 0.2) / 0.15)
        Verdict coarse = rule.of(withError(0.1, 0.15), fidelity(1));
        assertThat(coarse.miss().orElse(9.0)).isCloseTo(0.7346, Offset.offset(5e-5));
        Verdict fine = rule.of(withError(0.1, 0.02), fidelity(1));
        assertThat(fine.miss().orElse(9.0)).isCloseTo(0.5, Offset.offset(1e-6));
        Verdict unknown = rule.of(effect(0.1, -0.1, 0.3), fidelity(1));
        assertThat(unknown.miss().isReported()).isFalse();
        assertThat(unknown.explanation().toString()).contains("unknown");
    }

    private static Estimate withError(double value, double error) {
        return effect(value, value - 1.96 * error, value + 1.96 * error).toBuilder()
                .standardError(error)
                .build();
    }

    @Test
    void aStudySaysNoMoreThanItsDesign() {
        ImpactStudy study = ImpactStudy.builder()
                .id(EntryId.of("i"))
                .addBasedOn(EntryId.of("d"))
                .design("spring scores")
                .rung(ClaimRung.DESCRIBED)
                .addEffects(effect(0.2, 0.1, 0.3))
                .n(84)
                .fidelity(fidelity(0.9))
                .statement("Scores rose by 0.2.")
                .build();
        assertThat(ImpactStudy.FORM.read(CanonicalJson.read(CanonicalJson.write(ImpactStudy.FORM.write(study)))))
                .isEqualTo(study);
        assertThat(study.kind()).isSameAs(ImpactStudy.KIND);
        assertThatThrownBy(() -> study.toBuilder().statement("It worked.").build())
                .hasMessageContaining("worked");
        assertThatThrownBy(() -> study.toBuilder().rung(ClaimRung.RANDOMISED).build())
                .hasMessageContaining("names no comparison");
    }

    @Test
    void predictionsAreScored() {
        PredictionScore hit = new PredictionScore(EntryId.of("p"), 0.8, true);
        PredictionScore miss = new PredictionScore(EntryId.of("q"), 0.6, false);
        assertThat(PredictionScore.meanBrier(List.of(hit, miss)).orElse(9.0)).isCloseTo(0.2, Offset.offset(1e-12));
        assertThat(PredictionScore.overconfidence(List.of(hit, miss)).orElse(9.0))
                .isCloseTo(0.2, Offset.offset(1e-12));
        assertThat(PredictionScore.meanBrier(List.of()).isReported()).isFalse();
        assertThat(PredictionScore.FORM.read(PredictionScore.FORM.write(hit))).isEqualTo(hit);
    }

    private static Estimate effect(double value, double lower, double upper) {
        return Estimate.builder()
                .value(value)
                .lower(lower)
                .upper(upper)
                .level(0.95)
                .n(84)
                .unit("standard deviations")
                .method("Hedges g")
                .build();
    }

    private static Fidelity fidelity(double share) {
        return Fidelity.builder()
                .adherence(share)
                .dosage(share)
                .quality(share)
                .responsiveness(share)
                .reach(1)
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Coaching boosted scores.",
                "Coaching raised scores.",
                "Coaching increased scores.",
                "Coaching drives growth.",
                "Coaching reduced absences.",
                "Scores rose as a result of coaching.",
                "Because teachers met, scores rose.",
                "They scored more than those who did not.",
                "The posters made students read more."
            })
    void whatSoundsLikeACauseOrAComparisonIsNoDescription(String statement) {
        assertThat(ClaimRung.DESCRIBED.findTooStrong(statement)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Teachers made posters and worked in pairs.",
                "Scores increased by 4 points.",
                "The rate of absence was reduced in March.",
                "More than half of the students read daily."
            })
    void whatWasSeenMayBeTold(String statement) {
        assertThat(ClaimRung.DESCRIBED.findTooStrong(statement)).isEmpty();
    }

    @Test
    void aRuleInStandardDeviationsDoesNotJudgeScalePoints() {
        Estimate points = Estimate.builder()
                .value(0.2)
                .lower(0.1)
                .upper(0.3)
                .level(0.95)
                .n(90)
                .unit("scale points")
                .method("difference of means")
                .build();
        assertThatThrownBy(() -> VerdictRule.withDefaults().of(points, fidelity(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scale points");
        assertThat(new VerdictRule(0.1, 0.6).of(points, fidelity(1)).judgment()).isEqualTo(Judgment.WORKS);
    }
}
