package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.record.Note.ANA;
import static org.iltlib.record.Note.START;

import java.time.Instant;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.evidence.Dataset;
import org.iltlib.evidence.ImportReport;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Measure;
import org.iltlib.impact.ClaimRung;
import org.iltlib.impact.registered.AnalysisPlan;
import org.iltlib.impact.registered.AnalysisSpec;
import org.junit.jupiter.api.Test;

class PlanKeptTest {
    private static final EntryId PLAN = EntryId.of("plan");
    private static final EntryId SPRING = EntryId.of("spring");
    private static final Instant LATER = START.plusSeconds(60);
    private static final Instant LAST = START.plusSeconds(120);

    private static final AnalysisSpec SPEC = AnalysisSpec.builder()
            .question("Do small classes learn more mathematics?")
            .outcome(Measure.of("math", "mathematics score", "points", Direction.HIGHER_IS_BETTER))
            .treated("pupils in small classes")
            .comparison("pupils in regular classes")
            .rung(ClaimRung.RANDOMISED)
            .design("lot within schools")
            .estimator("fixed effects of schools, CR2 by class")
            .smallestEffect(0.05)
            .unit("standard deviations")
            .decisionRule("keep if it works at 0.05")
            .seed(7L)
            .build();

    private static AnalysisPlan plan(String id, AnalysisSpec spec) {
        return AnalysisPlan.builder().id(EntryId.of(id)).spec(spec).build();
    }

    private static TeamRecord empty() {
        return TeamRecord.empty(Note.KEY);
    }

    private static TeamRecord kept() {
        return empty().with(START, ANA, plan("plan", SPEC)).with(LATER, ANA, Note.of("spring"));
    }

    private static PlanKept check(TeamRecord record, AnalysisSpec run) {
        return PlanKept.of(record, PLAN, run, List.of(SPRING));
    }

    private static Correction correct(String replacement) {
        return Correction.builder()
                .id(EntryId.of("correction"))
                .corrected(PLAN)
                .replacement(EntryId.of(replacement))
                .reason("another seed")
                .build();
    }

    @Test
    void aPlanThatStoodBeforeTheOutcomesAndWasFollowedIsKept() {
        PlanKept kept = check(kept(), SPEC);
        assertThat(kept.isKept()).isTrue();
        assertThat(kept.digest()).contains(Digest.ofText(SPEC.canonical()));
        assertThat(kept.digest()).contains(PlanKept.digest(SPEC));
        assertThat(kept.changedLater()).isFalse();
        assertThat(kept.why().toString())
                .contains("run as planned", PlanKept.digest(SPEC).hex());
    }

    @Test
    void whatWasRunOtherwiseIsNamed() {
        PlanKept kept =
                check(kept(), SPEC.toBuilder().seed(8L).estimator("plain means").build());
        assertThat(kept.isKept()).isFalse();
        assertThat(kept.differences().stream().map(AnalysisSpec.Difference::part))
                .containsExactly("estimator", "seed");
        assertThat(kept.why().toString()).contains("2 parts differ", "seed: planned 7, run with 8");
    }

    @Test
    void aPlanAfterTheOutcomesIsNoPlan() {
        TeamRecord record = empty().with(START, ANA, Note.of("spring")).with(LATER, ANA, plan("plan", SPEC));
        PlanKept kept = check(record, SPEC);
        assertThat(kept.isKept()).isFalse();
        assertThat(kept.tooEarly()).containsExactly(SPRING);
        assertThat(kept.digest()).isEmpty();
        assertThat(kept.why().toString()).contains("recorded too late");
    }

    @Test
    void whatIsRecordedInOneCallIsNotBeforehand() {
        TeamRecord record = empty().with(START, ANA, plan("plan", SPEC), Note.of("spring"));
        assertThat(check(record, SPEC).isKept()).isFalse();
        assertThat(check(record, SPEC).tooEarly()).containsExactly(SPRING);
    }

    @Test
    void oneOutcomeOfSeveralIsEnoughToComeTooEarly() {
        TeamRecord record = empty().with(START, ANA, Note.of("fall"))
                .with(LATER, ANA, plan("plan", SPEC))
                .with(LAST, ANA, Note.of("spring"));
        PlanKept kept = PlanKept.of(record, PLAN, SPEC, List.of(SPRING, EntryId.of("fall")));
        assertThat(kept.tooEarly()).containsExactly(EntryId.of("fall"));
        assertThat(kept.isKept()).isFalse();
        assertThat(check(record, SPEC).isKept()).isTrue();
    }

    @Test
    void aCorrectionBeforeTheOutcomesCountsAndOneAfterThemDoesNot() {
        AnalysisSpec other = SPEC.toBuilder().seed(8L).build();
        TeamRecord early = empty().with(START, ANA, plan("plan", SPEC))
                .with(LATER, ANA, plan("plan-2", other), correct("plan-2"))
                .with(LAST, ANA, Note.of("spring"));
        assertThat(check(early, other).isKept()).isTrue();
        assertThat(check(early, SPEC).differences()).hasSize(1);
        TeamRecord late = kept().with(LAST, ANA, plan("plan-2", other), correct("plan-2"));
        assertThat(check(late, SPEC).isKept()).isTrue();
        assertThat(check(late, SPEC).changedLater()).isTrue();
        assertThat(check(late, other).isKept()).isFalse();
        assertThat(check(late, other).why().toString()).contains("counts for nothing here");
    }

    @Test
    void aWithdrawnPlanIsNone() {
        TeamRecord record = empty().with(START, ANA, plan("plan", SPEC))
                .with(LATER, ANA, new Withdrawal(EntryId.of("w"), PLAN, "no longer asked"))
                .with(LAST, ANA, Note.of("spring"));
        assertThat(check(record, SPEC).isKept()).isFalse();
        assertThat(check(record, SPEC).digest()).isEmpty();
        assertThat(check(record, SPEC).why().toString()).contains("no plan held");
    }

    private static Dataset dataset(String id, String digit) {
        return Dataset.builder()
                .id(EntryId.of(id))
                .name("scores")
                .sha256(digit.repeat(64))
                .addColumns("math")
                .report(ImportReport.builder().kept(1).incomplete(0).build())
                .source("test")
                .build();
    }

    private static PlanKept ofSpring(TeamRecord record) {
        return PlanKept.of(record, PLAN, SPEC, List.of(SPRING));
    }

    @Test
    void theSameBytesBeforeThePlanAreAnOutcomeTooEarly() {
        TeamRecord same = empty().with(START, ANA, dataset("first", "a"))
                .with(LATER, ANA, plan("plan", SPEC))
                .with(LAST, ANA, dataset("spring", "a"));
        assertThat(ofSpring(same).isKept()).isFalse();
        assertThat(ofSpring(same).tooEarly()).containsExactly(SPRING);
        TeamRecord other = empty().with(START, ANA, dataset("first", "b"))
                .with(LATER, ANA, plan("plan", SPEC))
                .with(LAST, ANA, dataset("spring", "a"));
        assertThat(ofSpring(other).isKept()).isTrue();
    }

    @Test
    void whatAnOutcomeCorrectsCountsFromItsFirstRecording() {
        TeamRecord record = empty().with(START, ANA, dataset("first", "b"))
                .with(LATER, ANA, plan("plan", SPEC))
                .with(
                        LAST,
                        ANA,
                        dataset("spring", "a"),
                        Correction.builder()
                                .id(EntryId.of("mended"))
                                .corrected(EntryId.of("first"))
                                .replacement(SPRING)
                                .reason("a typing error")
                                .build());
        assertThat(ofSpring(record).isKept()).isFalse();
        assertThat(ofSpring(record).why().toString()).contains("not for the first time");
    }

    @Test
    void aPlanIsNoOutcome() {
        TeamRecord record = kept().with(LAST, ANA, plan("unrelated", SPEC));
        assertThatThrownBy(() -> PlanKept.of(record, PLAN, SPEC, List.of(EntryId.of("unrelated"))))
                .hasMessageContaining("Expected what brought outcomes in");
    }

    @Test
    void ofTwoPlansThatContradictEachOtherNeitherIsKept() {
        AnalysisSpec stop = SPEC.toBuilder().decisionRule("stop if it works").build();
        TeamRecord two = empty().with(START, ANA, plan("plan", SPEC), plan("plan-b", stop))
                .with(LATER, ANA, Note.of("spring"));
        assertThat(ofSpring(two).isKept()).isFalse();
        assertThat(ofSpring(two).rivals()).containsExactly(EntryId.of("plan-b"));
        assertThat(PlanKept.of(two, EntryId.of("plan-b"), stop, List.of(SPRING)).isKept())
                .isFalse();
        assertThat(ofSpring(two).why().toString()).contains("Plan plan-b stood as well and promises something else");
        AnalysisSpec apart = SPEC.toBuilder().question("Do they read more?").build();
        TeamRecord asked = empty().with(START, ANA, plan("plan", SPEC), plan("plan-c", apart))
                .with(LATER, ANA, Note.of("spring"));
        assertThat(ofSpring(asked).isKept()).isTrue();
        assertThat(ofSpring(asked).why().toString()).contains("Plan plan-c stood as well.");
    }

    @Test
    void whatIsNotInTheRecordIsMisuse() {
        assertThatThrownBy(() -> PlanKept.of(kept(), EntryId.of("nothing"), SPEC, List.of(SPRING)))
                .hasMessageContaining("There is no entry \"nothing\"");
        assertThatThrownBy(() -> PlanKept.of(kept(), SPRING, SPEC, List.of(SPRING)))
                .hasMessageContaining("Expected kind analysis-plan");
        assertThatThrownBy(() -> PlanKept.of(kept(), PLAN, SPEC, List.of())).hasMessageContaining("outcomes");
    }
}
