package org.iltlib.analytics.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.iltlib.analytics.participation.FollowThroughByCommitment.Kept;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Prediction;
import org.iltlib.decision.dossier.CommitmentLevels;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.PredictionScore;
import org.iltlib.plan.Commitment;
import org.iltlib.plan.CommitmentStatus;
import org.iltlib.plan.CommitmentUpdate;
import org.junit.jupiter.api.Test;

class FollowingUpTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);
    private static final EntryId DECISION = EntryId.of("decision/1");

    private static List<Kept> twelve() {
        int[] levels = {5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 3, 2};
        int[] onTime = {1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 0, 0};
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            kept.add(new Kept(levels[i], onTime[i] == 1));
        }
        return kept;
    }

    /**
     * R: cor(levels, onTime, method = "kendall") is 0.6188422143604215; of the 495 ways to draw 8 of the 12 ranks
     * (combn) 14 have a sum as far from its mean 52 as 64.5.
     */
    @Test
    void whoStoodMoreFirmlyKeptMore() {
        FollowThroughByCommitment found = new FollowThroughByCommitment(twelve(), 0);
        assertThat(found.tau().orElse(0.0)).isCloseTo(0.6188422143604215, EXACT);
        assertThat(found.probability().orElse(1.0)).isCloseTo(14.0 / 495, EXACT);
        assertThat(found.count(4, true)).isEqualTo(3);
        assertThat(found.count(4, false)).isEqualTo(1);
        assertThat(found.rates().keySet()).containsExactly(2, 3, 4, 5);
        assertThat(found.rates().get(4).map(Estimate::value)).isEqualTo(Measured.of(0.75));
    }

    @Test
    void withOneLevelOrOneResultThereIsNoCorrelation() {
        List<Kept> alike = List.of(new Kept(4, true), new Kept(4, false));
        assertThat(new FollowThroughByCommitment(alike, 0).tau()).isInstanceOf(Measured.Missing.class);
        List<Kept> kept = List.of(new Kept(4, true), new Kept(5, true));
        assertThat(new FollowThroughByCommitment(kept, 0).probability()).isInstanceOf(Measured.Missing.class);
    }

    private static Commitment commitment(int owner, int daysAfter) {
        return Commitment.builder()
                .id(EntryId.of("commitment/" + owner))
                .decision(DECISION)
                .owner(PersonId.of("p-" + owner))
                .what("lessons")
                .due(DUE.plusDays(daysAfter))
                .doneWhen("seen")
                .build();
    }

    private static CommitmentUpdate update(int owner, CommitmentStatus status, int daysAfter) {
        return CommitmentUpdate.builder()
                .id(EntryId.of("update/" + owner))
                .commitment(EntryId.of("commitment/" + owner))
                .on(DUE.plusDays(daysAfter))
                .status(status)
                .reason("told")
                .addEvidence(EntryId.of("photo/" + owner))
                .build();
    }

    /** By hand: 1 on time, 2 late, 3 open, 4 cancelled in time, 5 without a level, 6 not due. */
    @Test
    void theTableIsMadeFromWhatWasDueAndNotCancelled() {
        CommitmentLevels levels = CommitmentLevels.builder()
                .id(EntryId.of("levels/1"))
                .decision(DECISION)
                .scale("fist to five")
                .lowest(0)
                .highest(5)
                .putLevels("p-1", 5)
                .putLevels("p-2", 4)
                .putLevels("p-3", 3)
                .putLevels("p-4", 2)
                .putLevels("p-6", 1)
                .build();
        List<Commitment> commitments = List.of(
                commitment(1, 0),
                commitment(2, 0),
                commitment(3, 0),
                commitment(4, 0),
                commitment(5, 0),
                commitment(6, 90));
        List<CommitmentUpdate> updates = List.of(
                update(1, CommitmentStatus.DONE, 0),
                update(2, CommitmentStatus.DONE, 1),
                update(4, CommitmentStatus.CANCELLED, -1),
                update(5, CommitmentStatus.DONE, 0));
        FollowThroughByCommitment found =
                FollowThroughByCommitment.of(commitments, updates, List.of(levels), DUE.plusDays(30));
        assertThat(found.kept()).containsExactly(new Kept(5, true), new Kept(4, false), new Kept(3, false));
        assertThat(found.unknown()).isEqualTo(1);
        assertThatThrownBy(() -> FollowThroughByCommitment.of(
                        commitments,
                        updates,
                        List.of(levels, levels.toBuilder().highest(8).build()),
                        DUE))
                .hasMessage("The levels are on 2 scales. Expected one.");
    }

    /** By hand 17 of 25 and 17 of 30; R: prop.test(17, 25, correct = FALSE) 0.4841 to 0.8279, (17, 30) 0.3920 to 0.7262. */
    @Test
    void aTargetIsPreciseAndComplete() {
        Targeting targeting = new Targeting(17, 25, 30);
        Estimate precision = targeting.precision().value().orElseThrow();
        assertThat(precision.value()).isEqualTo(0.68);
        assertThat(precision.lower()).isCloseTo(0.4841026927310225, within(1e-9));
        assertThat(precision.upper()).isCloseTo(0.82794809693092020, within(1e-9));
        Estimate recall = targeting.recall().value().orElseThrow();
        assertThat(recall.value()).isCloseTo(17.0 / 30, EXACT);
        assertThat(recall.lower()).isCloseTo(0.3919730700081361, within(1e-9));
        assertThat(recall.upper()).isCloseTo(0.72622514423533480, within(1e-9));
        assertThat(Targeting.of(Set.of("a", "b", "c"), Set.of("b", "c", "d", "e")))
                .isEqualTo(new Targeting(2, 3, 4));
        assertThat(new Targeting(0, 0, 3).precision()).isInstanceOf(Measured.Missing.class);
        assertThat(new Targeting(0, 3, 0).recall()).isInstanceOf(Measured.Missing.class);
        assertThatThrownBy(() -> new Targeting(4, 3, 9))
                .hasMessageContaining("4 need it and are reached, of 3 reached");
    }

    private static List<PredictionScore> ten() {
        double[] confidence = {.7, .7, .7, .7, .9, .9, .5, .5, .9, .5};
        int[] cameTrue = {1, 1, 1, 0, 1, 1, 0, 1, 1, 0};
        List<PredictionScore> scores = new ArrayList<>();
        for (int i = 0; i < confidence.length; i++) {
            scores.add(new PredictionScore(EntryId.of("proposal/" + i), confidence[i], cameTrue[i] == 1));
        }
        return scores;
    }

    /** R, by split(): reliability 0.012333333333333335, resolution 0.06833333333333333, uncertainty 0.21; Brier 0.154. */
    @Test
    void theBrierScoreFallsIntoItsThreeParts() {
        PredictionCalibration found = new PredictionCalibration(ten());
        double reliability = found.reliability().orElse(9.0);
        double resolution = found.resolution().orElse(9.0);
        double uncertainty = found.uncertainty().orElse(9.0);
        assertThat(reliability).isCloseTo(0.012333333333333335, EXACT);
        assertThat(resolution).isCloseTo(0.06833333333333333, EXACT);
        assertThat(uncertainty).isCloseTo(0.21, EXACT);
        assertThat(PredictionScore.meanBrier(ten()).orElse(9.0))
                .isCloseTo(0.154, EXACT)
                .isCloseTo(reliability - resolution + uncertainty, EXACT);
        assertThat(found.shares().get(0.9).map(Estimate::value)).isEqualTo(Measured.of(1.0));
        PredictionCalibration none = new PredictionCalibration(List.of());
        assertThat(none.reliability()).isInstanceOf(Measured.Missing.class);
        assertThat(none.uncertainty()).isInstanceOf(Measured.Missing.class);
    }

    /** By hand: of three ranges 4 to 20 two hold; the prediction without a range is left out. */
    @Test
    void rangesThatHeldAreCounted() {
        Prediction plain = Prediction.builder()
                .measure("share right")
                .unit("points")
                .claim(Prediction.Claim.AT_LEAST)
                .limit(12)
                .confidence(0.7)
                .by(DUE)
                .build();
        Prediction ranged =
                plain.toBuilder().range(new Prediction.Range(4, 20, 0.8)).build();
        Estimate coverage = PredictionCalibration.rangeCoverage(
                        List.of(ranged, plain, ranged, ranged), List.of(4.0, 5.0, 20.5, 12.0))
                .value()
                .orElseThrow();
        assertThat(coverage.value()).isCloseTo(2.0 / 3, EXACT);
        assertThat(coverage.n()).isEqualTo(3);
        assertThat(PredictionCalibration.rangeCoverage(List.of(plain), List.of(1.0)))
                .isInstanceOf(Measured.Missing.class);
        assertThatThrownBy(() -> PredictionCalibration.rangeCoverage(List.of(plain), List.of()))
                .hasMessageContaining("1 predictions and 0 observations");
    }
}
