package org.iltlib.impact.registered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Measure;
import org.iltlib.impact.ClaimRung;
import org.junit.jupiter.api.Test;

class AnalysisSpecTest {
    private static AnalysisSpec.Builder spec() {
        return AnalysisSpec.builder()
                .question("Do small classes learn more mathematics?")
                .outcome(Measure.of("math", "mathematics score", "points", Direction.HIGHER_IS_BETTER))
                .treated("pupils in small classes")
                .comparison("pupils in regular classes")
                .rung(ClaimRung.RANDOMISED)
                .design("lot within schools")
                .estimator("fixed effects of schools, CR2 by class")
                .addCovariates("free lunch")
                .smallestEffect(0.05)
                .unit("standard deviations")
                .decisionRule("keep if it works at 0.05");
    }

    @Test
    void everyPartThatDiffersIsNamedWithBothReadings() {
        AnalysisSpec planned = spec().seed(7L).build();
        AnalysisSpec run = spec().seed(8L)
                .addCovariates("experience")
                .addExclusions("pupils who moved")
                .build();
        assertThat(planned.differences(planned)).isEmpty();
        assertThat(planned.differences(run).stream().map(AnalysisSpec.Difference::part))
                .containsExactly("covariates", "exclusions", "seed");
        assertThat(planned.differences(run).get(2)).hasToString("seed: planned 7, run with 8");
        assertThat(planned.differences(spec().build()).get(0)).hasToString("seed: planned 7, run with none");
    }

    @Test
    void theSameContentHasTheSameCanonicalForm() {
        assertThat(spec().build().canonical())
                .isEqualTo(spec().build().toBuilder().build().canonical());
        assertThat(spec().build().canonical())
                .isNotEqualTo(spec().smallestEffect(0.06).build().canonical());
    }

    @Test
    void whatIsLeftVagueIsRefused() {
        assertThatThrownBy(() -> spec().decisionRule("\u200b").build()).hasMessageContaining("no letter and no digit");
        assertThatThrownBy(() -> spec().smallestEffect(0).build()).hasMessageContaining("enough to act on");
        assertThatThrownBy(() -> spec().addCovariates("free lunch").build()).hasMessageContaining("covariates");
        assertThatThrownBy(() -> spec().comparison(Optional.empty()).build())
                .hasMessageContaining("names no comparison");
        assertThatThrownBy(() -> AnalysisPlan.builder()
                        .id(EntryId.of("p"))
                        .spec(spec().build())
                        .addBasedOn(EntryId.of("d"), EntryId.of("d"))
                        .build())
                .hasMessageContaining("basedOn");
    }
}
