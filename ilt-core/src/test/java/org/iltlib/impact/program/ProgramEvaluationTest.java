package org.iltlib.impact.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.iltlib.base.EntryId;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.iltlib.impact.Fidelity;
import org.iltlib.impact.VerdictRule;
import org.junit.jupiter.api.Test;

class ProgramEvaluationTest {
    private static final BigDecimal CHEAP = new BigDecimal("619.05");

    private static Fidelity fidelity(double share) {
        return Fidelity.builder()
                .adherence(share)
                .dosage(share)
                .quality(share)
                .responsiveness(share)
                .reach(1)
                .build();
    }

    private static ProgramRule.Advice advice(
            ClaimRung rung, double lower, double upper, double fidelity, BigDecimal cost) {
        Estimate effect = Estimate.builder()
                .value((lower + upper) / 2)
                .lower(lower)
                .upper(upper)
                .level(0.95)
                .n(252)
                .unit("standard deviations")
                .method("Hedges g")
                .build();
        return ProgramRule.withDefaults().of(rung, VerdictRule.withDefaults().of(effect, fidelity(fidelity)), cost);
    }

    @Test
    void eachVerdictAdvisesWhatItsDesignCarries() {
        ClaimRung compared = ClaimRung.COMPARED;
        assertThat(advice(compared, 0.04, 0.44, 0.82, CHEAP).conclusion()).isEqualTo(Conclusion.KEEP);
        assertThat(advice(compared, 0.04, 0.44, 0.82, new BigDecimal("4000")).conclusion())
                .isEqualTo(Conclusion.IMPROVE);
        assertThat(advice(ClaimRung.ASSOCIATED, 0.04, 0.44, 0.82, CHEAP).conclusion())
                .isEqualTo(Conclusion.PILOT_FURTHER);
        assertThat(advice(compared, -0.3, 0.02, 0.82, CHEAP).conclusion()).isEqualTo(Conclusion.STOP);
        assertThat(advice(ClaimRung.DESCRIBED, -0.3, 0.02, 0.82, CHEAP).conclusion())
                .isEqualTo(Conclusion.PILOT_FURTHER);
        assertThat(advice(compared, -0.1, 0.3, 0.82, CHEAP).conclusion()).isEqualTo(Conclusion.PILOT_FURTHER);
        assertThat(advice(compared, -0.3, 0.02, 0.45, CHEAP).conclusion())
                .as("what did not happen is not stopped for its effect")
                .isEqualTo(Conclusion.IMPROVE);
    }

    @Test
    void theAdviceTellsItsGrounds() {
        assertThat(advice(ClaimRung.COMPARED, 0.04, 0.44, 0.82, CHEAP)
                        .explanation()
                        .toString())
                .startsWith("Advice: keep.")
                .contains("Verdict: works.", "The design is compared; compared is needed", "619.05 for each student");
        assertThatThrownBy(() -> advice(ClaimRung.COMPARED, 0, 1, 1, new BigDecimal("-1")))
                .hasMessageContaining("Expected zero or more");
        assertThatThrownBy(() -> new ProgramRule(ClaimRung.COMPARED, BigDecimal.ZERO))
                .hasMessageContaining("Expected above zero");
    }

    @Test
    void whoConcludesToImproveNamesWhat() {
        ProgramEvaluation.Builder builder = ProgramEvaluation.builder()
                .id(EntryId.of("e"))
                .program(EntryId.of("i"))
                .addStudies(EntryId.of("s"))
                .fidelity(fidelity(0.5))
                .costPerStudent(CHEAP)
                .conclusion(Conclusion.IMPROVE)
                .reason("Half of it was held");
        assertThatThrownBy(builder::build).hasMessageContaining("Expected what should become better");
        assertThat(builder.addImprove("Hold every session").build().basedOn())
                .containsExactly(EntryId.of("i"), EntryId.of("s"));
    }
}
