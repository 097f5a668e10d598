package org.iltlib.analytics.participation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.decision.dossier.CommitmentLevels;
import org.iltlib.finding.Estimate;
import org.iltlib.plan.Commitment;
import org.iltlib.plan.CommitmentUpdate;
import org.iltlib.plan.FollowThrough;
import org.iltlib.plan.FollowThrough.Fate;

/**
 * Whether those who stood more firmly behind a decision keep more of what they promised: a table of level by on time or
 * not, Kendall's tau-b, and the exact probability of one as far from zero by chance. An association; it does not say that
 * the level is the cause. Immutable.
 *
 * <p>The probability is that of the rank sum of the levels of those kept, over all ways to draw as many of the
 * commitments: with one variable of two values, tau-b goes with that rank sum. Two-sided by the distance from the mean.
 *
 * @param kept what was due: the level of its owner, and whether it was done on time
 * @param unknown how many that were due have an owner who showed no level
 */
public record FollowThroughByCommitment(List<Kept> kept, int unknown) {
    /**
     * One commitment that was due and not validly cancelled.
     *
     * @param level how far its owner stood behind the decision
     * @param onTime whether it was done on time
     */
    public record Kept(int level, boolean onTime) {}

    /** Copies. */
    public FollowThroughByCommitment {
        kept = List.copyOf(kept);
        Checks.notNegative(unknown, "unknown");
    }

    /**
     * The table on that day.
     *
     * @param commitments the commitments, each id once
     * @param updates their updates, in the order in which they were recorded
     * @param levels the levels of their decisions, on one scale
     * @param day as in {@link FollowThrough#of}
     * @throws IllegalArgumentException if the scales differ
     */
    public static FollowThroughByCommitment of(
            Collection<Commitment> commitments,
            List<CommitmentUpdate> updates,
            Collection<CommitmentLevels> levels,
            LocalDate day) {
        Map<EntryId, Fate> fates = FollowThrough.fates(commitments, updates, day);
        Map<EntryId, CommitmentLevels> byDecision = new TreeMap<>();
        levels.forEach(each -> byDecision.put(each.decision(), each));
        long scales = levels.stream()
                .map(each -> List.of(each.scale(), each.lowest(), each.highest()))
                .distinct()
                .count();
        Checks.require(scales <= 1, "The levels are on %s scales. Expected one.", scales);
        List<Kept> kept = new ArrayList<>();
        int unknown = 0;
        for (Commitment commitment : commitments) {
            Optional<Fate> fate =
                    Optional.ofNullable(fates.get(commitment.id())).filter(one -> one != Fate.CANCELLED);
            if (fate.isPresent()) {
                Optional<Integer> level = Optional.ofNullable(byDecision.get(commitment.decision()))
                        .flatMap(each -> each.findLevel(commitment.owner()));
                level.ifPresent(found -> kept.add(new Kept(found, fate.get() == Fate.ON_TIME)));
                unknown += level.isPresent() ? 0 : 1;
            }
        }
        return new FollowThroughByCommitment(kept, unknown);
    }

    /** The share done on time at each level, with Wilson's interval. */
    public SortedMap<Integer, Measured<Estimate>> rates() {
        SortedMap<Integer, Measured<Estimate>> rates = new TreeMap<>();
        kept.forEach(each -> rates.computeIfAbsent(
                each.level(),
                level -> WilsonInterval.withDefaults()
                        .of(count(level, true), count(level, true) + count(level, false))));
        return rates;
    }

    /** How many at that level were done on time, or were not. */
    public long count(int level, boolean onTime) {
        return kept.stream()
                .filter(each -> each.level() == level && each.onTime() == onTime)
                .count();
    }

    /** Tau-b of level and on time; missing if all have one level or one result. O(n²). */
    public Measured<Double> tau() {
        long score = 0;
        long byLevel = 0;
        long byResult = 0;
        for (int i = 0; i < kept.size(); i++) {
            for (int j = 0; j < i; j++) {
                int level = Integer.compare(kept.get(i).level(), kept.get(j).level());
                int result = Boolean.compare(kept.get(i).onTime(), kept.get(j).onTime());
                score += (long) level * result;
                byLevel += Math.abs(level);
                byResult += Math.abs(result);
            }
        }
        return byLevel == 0 || byResult == 0
                ? Measured.missing(MissingReason.UNDEFINED, "all have one level or one result")
                : Measured.of(score / Math.sqrt((double) byLevel * byResult));
    }

    /** The exact probability of a tau-b as far from zero; missing as it. Time: n³ × distinct levels in the worst case. */
    public Measured<Double> probability() {
        return tau().map(tau -> {
            long[] ranks = kept.stream().mapToLong(this::doubledRank).toArray();
            boolean[] chosen = new boolean[ranks.length];
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = kept.get(i).onTime();
            }
            return SubsetSums.twoSided(ranks, chosen);
        });
    }

    private long doubledRank(Kept one) {
        long below = kept.stream().filter(other -> other.level() < one.level()).count();
        long same = kept.stream().filter(other -> other.level() == one.level()).count();
        return 2 * below + same + 1;
    }
}
