package org.iltlib.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.Subject;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final LocalDate DUE = LocalDate.of(2026, 12, 18);
    private static final Goal BARE = Goal.builder()
            .id(EntryId.of("g"))
            .addNeeds(EntryId.of("need"))
            .aim("Fractions")
            .build();
    private static final Goal FULL = BARE.toBuilder()
            .population("grade 5")
            .subject(Subject.MATHEMATICS)
            .measure("map")
            .unit("points")
            .baseline(200)
            .target(210)
            .by(DUE)
            .build();

    @Test
    void aBareGoalLacksEveryLetterButRelevance() {
        SmartReport report = SmartRule.withDefaults().of(BARE, DUE.minusDays(9));
        assertThat(report.missing())
                .containsOnlyKeys(
                        SmartLetter.SPECIFIC, SmartLetter.MEASURABLE, SmartLetter.ACHIEVABLE, SmartLetter.TIME_BOUND);
        assertThat(report.explanation().toString()).contains("M: no measure, no unit, no baseline.");
    }

    @Test
    void aFullGoalIsSmartUnlessItAsksForMoreThanWasEverSeenOrLess() {
        LocalDate today = DUE.minusDays(9);
        assertThat(SmartRule.withDefaults().of(FULL, today).isSmart()).isTrue();
        assertThat(SmartRule.withDefaults()
                        .withLargestGrowth(10)
                        .of(FULL, today)
                        .isSmart())
                .isTrue();
        assertThat(SmartRule.withDefaults().withLargestGrowth(9).of(FULL, today).missing())
                .containsOnlyKeys(SmartLetter.ACHIEVABLE);
        assertThat(SmartRule.withDefaults()
                        .of(FULL.toBuilder().lowerIsBetter(true).build(), today)
                        .missing())
                .containsOnlyKeys(SmartLetter.ACHIEVABLE);
        assertThat(SmartRule.withDefaults().of(FULL, DUE).missing()).containsOnlyKeys(SmartLetter.TIME_BOUND);
    }

    @Test
    void aGoalWithoutANeedIsRefused() {
        assertThatThrownBy(() -> Goal.builder().id(EntryId.of("g")).aim("x").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs is empty");
    }

    @Test
    void aCommitmentWithoutAnOwnerIsRefused() {
        assertThatThrownBy(() -> Commitment.builder()
                        .id(EntryId.of("c"))
                        .decision(EntryId.of("d"))
                        .what("x")
                        .due(DUE)
                        .doneWhen("y")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("owner");
    }

    @Test
    void sevenOnTimeOfNineWithOneLateAndOneCancelledIsSevenEighths() {
        FollowThrough kept = FollowThrough.of(nine(), news(), DUE.plusDays(30));
        assertThat(kept.rate()).isEqualTo(Measured.of(0.875));
        assertThat(kept.doneLate()).isEqualTo(1);
        assertThat(kept.cancelled()).isEqualTo(1);
        assertThat(kept.overdue()).isZero();
        assertThat(kept.evidenceRate()).isEqualTo(Measured.of(0.0));
        assertThat(kept.explanation().claim()).isEqualTo("7 of 8 commitments were done on time.");
    }

    @Test
    void relabellingDoesNotImproveIt() {
        List<CommitmentUpdate> news = new ArrayList<>(news());
        news.add(update(7, CommitmentStatus.CANCELLED, DUE));
        news.add(update(7, CommitmentStatus.DONE, DUE));
        assertThat(FollowThrough.of(nine(), news, DUE.plusDays(30)).rate()).isEqualTo(Measured.of(0.875));
        List<CommitmentUpdate> tooLate = List.of(update(0, CommitmentStatus.CANCELLED, DUE.plusDays(1)));
        FollowThrough kept = FollowThrough.of(nine(), tooLate, DUE.plusDays(30));
        assertThat(kept.cancelled()).isZero();
        assertThat(kept.overdue()).isEqualTo(9);
        assertThat(FollowThrough.of(nine(), news, DUE.minusDays(1)).rate().isReported())
                .isFalse();
    }

    @Test
    void aCancellationWithoutEvidenceIsRefused() {
        assertThatThrownBy(() -> CommitmentUpdate.builder()
                        .id(EntryId.of("u"))
                        .commitment(EntryId.of("c"))
                        .on(DUE)
                        .status(CommitmentStatus.CANCELLED)
                        .reason("moved")
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstBrokenLinkIsNamed() {
        TheoryOfAction theory = strategy().theory();
        assertThat(theory.findFirstBroken(Map.of("a", true)).orElseThrow().indicator())
                .isEqualTo("b");
        assertThat(theory.findFirstBroken(Map.of("a", true, "b", true, "c", true)))
                .isEmpty();
        assertThat(theory).hasToString("If we model, then they reason, so they learn.");
    }

    @Test
    void aPhaseModelKnowsItsPhases() {
        assertThat(PhaseModel.PDSA.placeOf("study")).isEqualTo(2);
        assertThatThrownBy(() -> PhaseModel.ROCI.placeOf("nap")).hasMessageContaining("nap");
        assertThat(PhaseModel.FORM.read(PhaseModel.FORM.write(PhaseModel.DATA_WISE)))
                .isEqualTo(PhaseModel.DATA_WISE);
    }

    @Test
    void everyKindIsWrittenAndReadBack() {
        assertRoundTrip(Goal.FORM, FULL);
        assertRoundTrip(Goal.FORM, BARE);
        assertRoundTrip(Strategy.FORM, strategy());
        assertRoundTrip(
                Commitment.FORM,
                nine().get(0).toBuilder().addContributors(PersonId.of("q")).build());
        assertRoundTrip(CommitmentUpdate.FORM, news().get(8));
    }

    private static <T extends Recordable> void assertRoundTrip(Form<T> form, T value) {
        T back = form.read(CanonicalJson.read(CanonicalJson.write(form.write(value))));
        assertThat(back).isEqualTo(value);
        assertThat(value.kind().read(1, value.kind().write(value))).isEqualTo(value);
        assertThat(value.basedOn()).isNotEmpty().doesNotHaveDuplicates();
    }

    private static Strategy strategy() {
        return Strategy.builder()
                .id(EntryId.of("s"))
                .goal(EntryId.of("g"))
                .what("Model")
                .studentMeasure("map")
                .adultMeasure("walks")
                .theory(TheoryOfAction.of(
                        new TheoryOfAction.Link("we model", "a"),
                        new TheoryOfAction.Link("they reason", "b"),
                        new TheoryOfAction.Link("they learn", "c")))
                .build();
    }

    private static List<Commitment> nine() {
        List<Commitment> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            all.add(Commitment.builder()
                    .id(EntryId.of("c" + i))
                    .decision(EntryId.of("d"))
                    .owner(PersonId.of("p"))
                    .what("x")
                    .due(DUE)
                    .doneWhen("y")
                    .build());
        }
        return all;
    }

    private static List<CommitmentUpdate> news() {
        List<CommitmentUpdate> news = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            news.add(update(i, CommitmentStatus.DONE, i < 7 ? DUE : DUE.plusDays(3)));
        }
        news.add(update(8, CommitmentStatus.CANCELLED, DUE.minusDays(5)));
        return news;
    }

    private static CommitmentUpdate update(int i, CommitmentStatus status, LocalDate on) {
        CommitmentUpdate.Builder builder = CommitmentUpdate.builder();
        builder.id(EntryId.of("u" + i)).commitment(EntryId.of("c" + i)).on(on).status(status);
        if (status == CommitmentStatus.CANCELLED) {
            builder.reason("moved").addEvidence(EntryId.of("e"));
        }
        return builder.build();
    }
}
