package org.iltlib.choice.committee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.choice.Profile;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;

/**
 * The single transferable vote by the weighted inclusive Gregory method, in fixed decimals. Whoever reaches the quota
 * is elected; surpluses are transferred one at a time, the largest first, all papers of the elected at the value
 * surplus × value when received ÷ total, cut off after so many decimals; without a surplus the lowest is excluded and
 * papers go on at their value. When as many are left as places, they are elected.
 *
 * <p>Equal surpluses or equal lowest: the most recent stage at which they differed, then the rest of the tie chain,
 * then the order of alternatives; each is noted. Ballots must be strict orders of whole weight. Time: stages × distinct
 * rankings. Immutable.
 *
 * <p>Source: the Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52.
 */
public final class TransferableVote {
    private final String rule;
    private final int decimals;
    private final boolean wholeQuota;
    private final TieChain ties;

    private TransferableVote(String rule, int decimals, boolean wholeQuota, TieChain ties) {
        this.rule = rule;
        this.decimals = decimals;
        this.wholeQuota = wholeQuota;
        this.ties = ties;
    }

    /** The Scottish rule: five decimals, quota ⌊votes / (seats + 1)⌋ + 1. */
    public static TransferableVote scottish() {
        return new TransferableVote("scottish-stv", 5, true, TieChain.of(TieBreaks.PREVIOUS_ROUNDS));
    }

    /**
     * The same method with other decimals and the quota votes / (seats + 1), cut off after them, plus one unit of the
     * last.
     *
     * @param decimals 0 to 9
     */
    public static TransferableVote inclusiveGregory(int decimals) {
        Checks.require(decimals >= 0 && decimals <= 9, "decimals is %s. Expected 0 to 9.", decimals);
        return new TransferableVote("wigm-" + decimals, decimals, false, TieChain.of(TieBreaks.PREVIOUS_ROUNDS));
    }

    /** A copy with another tie chain; the statute's is previous rounds, then lot. */
    public TransferableVote withTies(TieChain chain) {
        return new TransferableVote(rule, decimals, wholeQuota, chain);
    }

    /** Its name, for a command line: {@code scottish-stv}. */
    public String ruleName() {
        return rule;
    }

    /**
     * Counts the ballots.
     *
     * @throws IllegalArgumentException if seats are out of range, a ballot is not strict, or numbers leave 64 bits
     */
    public SeatCount count(Profile profile, int seats) {
        return new Stages(profile, seats).run();
    }

    /** One count. */
    private final class Stages {
        private final SeatBallots ballots;
        private final Profile profile;
        private final long unit;
        private final long[] tallies;
        private final int[] at;
        private final long[] value;
        private final List<Integer> pending = new ArrayList<>();

        Stages(Profile profile, int seats) {
            long ten = 1;
            for (int i = 0; i < decimals; i++) {
                ten *= 10;
            }
            this.unit = ten;
            this.ballots = new SeatBallots(profile, seats, ties, unit).requireStrict();
            this.profile = profile;
            this.tallies = new long[profile.size()];
            this.at = new int[profile.distinct()];
            this.value = new long[profile.distinct()];
        }

        SeatCount run() {
            Arrays.fill(value, unit);
            for (int b = 0; b < at.length; b++) {
                tallies[profile.entry(b, 0)] += profile.weight(b) * unit;
            }
            long votes = profile.totalWeight();
            long quota = wholeQuota ? (votes / (ballots.seats + 1) + 1) * unit : votes * unit / (ballots.seats + 1) + 1;
            String action = "First preferences; the quota is " + org.iltlib.choice.Rational.of(quota, unit) + ".";
            while (true) {
                ballots.tell(tallies, action);
                electAtQuota(quota);
                if (ballots.isComplete(tallies)) {
                    return ballots.count(rule);
                }
                pending.removeIf(x -> tallies[x] <= quota);
                if (pending.isEmpty()) {
                    int lowest = ballots.choose(
                            extreme(ballots.hopeful.stream().boxed().toList(), false), false, tallies);
                    ballots.hopeful.clear(lowest);
                    move(lowest, 1, 1, 0);
                    action = ballots.name(lowest) + " is excluded.";
                } else {
                    int largest = ballots.choose(extreme(pending, true), true, tallies);
                    pending.remove(Integer.valueOf(largest));
                    move(largest, tallies[largest] - quota, tallies[largest], quota);
                    action = "The surplus of " + ballots.name(largest) + " is transferred.";
                }
            }
        }

        private void electAtQuota(long quota) {
            List<Integer> reached = ballots.hopeful.stream()
                    .filter(x -> tallies[x] >= quota)
                    .boxed()
                    .sorted((x, y) -> Long.compare(tallies[y], tallies[x]))
                    .toList();
            for (int x : reached) {
                if (ballots.elected.size() < ballots.seats) {
                    ballots.elect(x);
                    pending.add(x);
                }
            }
        }

        private List<Integer> extreme(List<Integer> among, boolean most) {
            long best = among.stream()
                    .mapToLong(x -> most ? tallies[x] : -tallies[x])
                    .max()
                    .orElseThrow();
            return among.stream()
                    .filter(x -> (most ? tallies[x] : -tallies[x]) == best)
                    .toList();
        }

        /** Passes on the papers of one at top / bottom of their value. */
        private void move(int from, long top, long bottom, long left) {
            for (int b = 0; b < at.length; b++) {
                if (at[b] >= profile.length(b) || profile.entry(b, at[b]) != from) {
                    continue;
                }
                value[b] = top == bottom ? value[b] : fraction(value[b], top, bottom);
                int i = at[b] + 1;
                while (i < profile.length(b) && !ballots.hopeful.get(profile.entry(b, i))) {
                    i++;
                }
                at[b] = i;
                if (i < profile.length(b)) {
                    tallies[profile.entry(b, i)] += value[b] * profile.weight(b);
                }
            }
            tallies[from] = left;
        }

        private long fraction(long number, long top, long bottom) {
            if (Math.multiplyHigh(number, top) == 0 && number * top >= 0) {
                return number * top / bottom;
            }
            return java.math.BigInteger.valueOf(number)
                    .multiply(java.math.BigInteger.valueOf(top))
                    .divide(java.math.BigInteger.valueOf(bottom))
                    .longValueExact();
        }
    }
}
