package org.iltlib.choice.tabulation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Rational;
import org.iltlib.choice.single.Overvotes;
import org.immutables.value.Value;

/**
 * The rules by which an election office counts ranked ballots in rounds, mistakes of voters included. What jurisdictions
 * differ in is a property here; the defaults are a majority for one seat, an overvote that ends a ballot, and four
 * decimals. Immutable.
 *
 * <p>A round: tally, set the threshold, elect who reaches it; if nobody does, undeclared write-ins leave, else those under
 * {@link #leastVotes}, else the largest batch that cannot catch up, else the lowest. Surplus is passed on at surplus ÷
 * tally, and each ballot's new value is value × that, both cut off after {@link #decimals}; what is cut off is the
 * residue. Time: rounds × distinct ballots × ranks.
 *
 * <p>For a statute's own method see {@link org.iltlib.choice.committee.TransferableVote}; for the same ballots under
 * other rules, {@link MarkedBallots#toProfile}. Source: the rules are those of the published configuration of RCTab 2.0.
 */
@Value.Immutable
public abstract class TabulationRules {
    TabulationRules() {}

    /** How rounds lead to those who are elected. */
    @Value.Default
    public ElectionMode mode() {
        return ElectionMode.MAJORITY;
    }

    /** The number of places to fill. */
    @Value.Default
    public int seats() {
        return 1;
    }

    /** How many votes elect. */
    @Value.Default
    public VoteThreshold threshold() {
        return VoteThreshold.WHOLE_DROOP;
    }

    /**
     * Whether the threshold of the first round holds in all; with several seats it always does. If one seat is left
     * between two candidates under the threshold, the higher is elected.
     */
    @Value.Default
    public boolean fixedByFirstRound() {
        return false;
    }

    /** Of the ballots that count, the share that everybody left must hold; for {@link ElectionMode#BOTTOMS_UP_TO_SHARE}. */
    @Value.Default
    public Rational share() {
        return Rational.ZERO;
    }

    /** Whether all under {@link #share} leave at once; for {@link ElectionMode#BOTTOMS_UP_TO_SHARE}. */
    @Value.Default
    public boolean allUnderShareLeave() {
        return false;
    }

    /** Who holds fewer votes leaves at once. */
    @Value.Default
    public Rational leastVotes() {
        return Rational.ZERO;
    }

    /** Whether the largest group leaves at once whose votes together are fewer than the next one's. */
    @Value.Default
    public boolean batches() {
        return false;
    }

    /** Whether rounds go on until two are left, for the report; the threshold stays as it was at the election. */
    @Value.Default
    public boolean toTwo() {
        return false;
    }

    /** The round after which the count stops, elected or not. */
    @Value.Default
    public int lastRound() {
        return Integer.MAX_VALUE;
    }

    /** What becomes of a ballot at a rank with several candidates. */
    @Value.Default
    public Overvotes overvotes() {
        return Overvotes.EXHAUST;
    }

    /** How many ranks in a row may be left open before a mark; beyond, the ballot ends. */
    @Value.Default
    public int mostSkipped() {
        return Integer.MAX_VALUE;
    }

    /** Whether a ballot ends at a candidate whom it ranked before; else the second mark is passed over. */
    @Value.Default
    public boolean repeatsExhaust() {
        return false;
    }

    /** The decimals of transferred votes, 0 to 9. */
    @Value.Default
    public int decimals() {
        return 4;
    }

    /** How a tie is broken. */
    @Value.Default
    public DrawnTies ties() {
        return DrawnTies.candidateOrder();
    }

    /** Checks that the properties fit together. */
    @Value.Check
    void check() {
        if (mode() == ElectionMode.BOTTOMS_UP_TO_SHARE) {
            Checks.require(
                    share().signum() > 0 && share().compareTo(Rational.ONE) <= 0,
                    "share is %s. Expected more than 0 and at most 1. Maybe it is meant in hundredths.",
                    share());
        } else {
            Checks.positive(seats(), "seats");
            Checks.require(
                    mode() != ElectionMode.MAJORITY || seats() == 1,
                    "MAJORITY fills one seat. Found %s. Maybe PASSES or SEVERAL_A_ROUND is meant.",
                    seats());
        }
        Checks.require(
                !toTwo() || mode() == ElectionMode.MAJORITY || mode() == ElectionMode.PASSES,
                "toTwo is for MAJORITY and PASSES. Found %s.",
                mode());
        Checks.require(
                !batches() || mode() == ElectionMode.MAJORITY || mode() == ElectionMode.PASSES,
                "batches is for MAJORITY and PASSES. Found %s.",
                mode());
        Checks.require(
                overvotes() != Overvotes.SHARE,
                "overvotes is SHARE. Expected a treatment that keeps ballots whole. Maybe count toProfile() with"
                        + " InstantRunoff.");
        Checks.require(decimals() >= 0 && decimals() <= 9, "decimals is %s. Expected 0 to 9.", decimals());
        Checks.positive(lastRound(), "lastRound");
        Checks.notNegative(mostSkipped(), "mostSkipped");
        Checks.require(leastVotes().signum() >= 0, "leastVotes is %s. Expected zero or more.", leastVotes());
    }

    /**
     * Counts the ballots.
     *
     * @throws IllegalArgumentException if nobody stands, everybody is under {@link #leastVotes}, or the votes with their
     *     decimals leave 64 bits
     */
    public TabulationCount count(MarkedBallots ballots) {
        List<TabulationPass> passes = new ArrayList<>();
        MarkedBallots left = ballots;
        int most = mode() == ElectionMode.PASSES ? seats() : 1;
        for (int i = 0; i < most && (i == 0 || Tabulator.standing(left) > 0); i++) {
            TabulationPass pass = new Tabulator(this, left).run();
            passes.add(pass);
            TreeSet<Integer> gone = new TreeSet<>();
            pass.elected().forEach(name -> gone.add(ballots.candidates().indexOf(name)));
            left = left.without(gone);
        }
        return TabulationCount.builder()
                .candidates(ballots.candidates())
                .passes(passes)
                .ballots(ballots.total())
                .why(why(passes))
                .build();
    }

    private static Explanation why(List<TabulationPass> passes) {
        List<String> elected =
                passes.stream().flatMap(pass -> pass.elected().stream()).toList();
        Explanation why = Explanation.of(
                "%s", elected.isEmpty() ? "Nobody was elected." : "Elected: " + String.join(", ", elected) + ".");
        for (int p = 0; p < passes.size(); p++) {
            for (int r = 0; r < passes.get(p).rounds().size(); r++) {
                TabulationRound round = passes.get(p).rounds().get(r);
                String what = !round.elected().isEmpty()
                        ? "elected: " + String.join(", ", round.elected())
                        : round.eliminated().isEmpty()
                                ? "nobody leaves"
                                : "eliminated: " + String.join(", ", round.eliminated());
                why = why.because(
                        "%s",
                        (passes.size() > 1 ? "Pass " + (p + 1) + ", round " : "Round ") + (r + 1) + ", threshold "
                                + round.threshold() + ", " + what + ".");
            }
        }
        return why;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds rules; what is not set has its default. */
    public static final class Builder extends ImmutableTabulationRules.Builder {
        Builder() {}
    }
}
