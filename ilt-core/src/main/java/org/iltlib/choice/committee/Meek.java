package org.iltlib.choice.committee;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieChain;

/**
 * Meek's single transferable vote, and Warren's, in nine decimals. Each elected keeps a factor of what reaches it and passes on the
 * rest; factors are lowered until every elected holds the quota to within 10⁻⁶ together, the quota following the
 * ballots that still count; then the lowest is excluded. Warren's rule differs in one point: the elected keep an amount
 * of each ballot, as much of it as is left, instead of a share of what is left.
 *
 * <p>A ballot that ranks several equally counts as the average of all strict orders of them; Warren's rule refuses it.
 * Skipped ranks are passed over.
 *
 * <p>Rounding and steps are those of the reference rule of the Proportional Representation Foundation: the quota is cut
 * off and one unit added, what a candidate keeps is rounded up. Ties for exclusion (closer than the surplus left) go to
 * the tie chain, then to the order of alternatives; each is noted. Ballots must have whole weights. Time: iterations ×
 * entries, times the square of the largest group of equals. Immutable.
 *
 * <p>Source: I. D. Hill, B. A. Wichmann and D. R. Woodall (1987), Algorithm 123, <i>The Computer Journal</i> 30(3), doi
 * 10.1093/comjnl/30.3.277; I. D. Hill and C. H. E. Warren (2005), Meek versus Warren, <i>Voting matters</i> 20.
 */
public final class Meek {
    private static final long UNIT = 1_000_000_000;
    private static final long OMEGA = 1_000;
    private static final Meek DEFAULTS = new Meek(TieChain.of(), false);

    private final TieChain ties;
    private final boolean amounts;

    private Meek(TieChain ties, boolean amounts) {
        this.ties = ties;
        this.amounts = amounts;
    }

    /** The reference rule, ties by the order of alternatives. */
    public static Meek withDefaults() {
        return DEFAULTS;
    }

    /** Warren's rule, ties by the order of alternatives. */
    public static Meek warren() {
        return new Meek(TieChain.of(), true);
    }

    /** A copy with a tie chain. */
    public Meek withTies(TieChain chain) {
        return new Meek(chain, amounts);
    }

    /** Its name, for a command line: {@code meek} or {@code warren}. */
    public String ruleName() {
        return amounts ? "warren" : "meek";
    }

    /**
     * Counts the ballots with everyone standing.
     *
     * @throws IllegalArgumentException if seats are out of range, numbers leave 64 bits, or Warren meets equals
     */
    public SeatCount count(Profile profile, int seats) {
        return count(profile, seats, List.of());
    }

    /**
     * Counts the ballots; papers pass over those who have withdrawn.
     *
     * @throws IllegalArgumentException if seats are out of range, numbers leave 64 bits, or Warren meets equals
     */
    public SeatCount count(Profile profile, int seats, List<Integer> withdrawn) {
        return new Iteration(profile, seats, withdrawn).run();
    }

    /** One count. */
    private final class Iteration {
        private final SeatBallots ballots;
        private final Profile profile;
        private final long[] keep;
        private long[] votes;
        private long quota;

        Iteration(Profile profile, int seats, List<Integer> withdrawn) {
            this.ballots = new SeatBallots(profile, seats, ties, UNIT);
            if (amounts) {
                ballots.requireStrict();
            }
            this.profile = profile;
            this.keep = new long[profile.size()];
            this.votes = new long[profile.size()];
            Arrays.fill(keep, UNIT);
            withdrawn.forEach(x -> {
                keep[x] = 0;
                ballots.hopeful.clear(x);
            });
        }

        SeatCount run() {
            distribute();
            while (!ballots.isComplete(votes)) {
                if (!iterate()) {
                    exclude();
                }
            }
            ballots.tell(votes, "The count is complete.");
            return ballots.count(ruleName());
        }

        /** Lowers keep factors; true as soon as somebody is elected, false when the surplus is spent. */
        private boolean iterate() {
            long before = Long.MAX_VALUE;
            while (true) {
                distribute();
                boolean any = false;
                for (int x : ballots.hopeful.stream()
                        .boxed()
                        .sorted((x, y) -> Long.compare(votes[y], votes[x]))
                        .toList()) {
                    if (votes[x] >= quota && ballots.elected.size() < ballots.seats) {
                        ballots.tell(votes, ballots.name(x) + " reaches the quota, " + Rational.of(quota, UNIT) + ".");
                        ballots.elect(x);
                        any = true;
                    }
                }
                long surplus = surplus();
                if (!any && (surplus < OMEGA || surplus >= before)) {
                    return false;
                }
                before = surplus;
                for (int x : ballots.elected) {
                    keep[x] = lowered(x);
                }
                if (any) {
                    return true;
                }
            }
        }

        private long surplus() {
            return Math.max(
                    0, ballots.elected.stream().mapToLong(x -> votes[x] - quota).sum());
        }

        /** Each product and quotient rounded up to nine decimals. */
        private long lowered(int x) {
            BigInteger product =
                    ceiling(BigInteger.valueOf(keep[x]).multiply(BigInteger.valueOf(quota)), BigInteger.valueOf(UNIT));
            return ceiling(product.multiply(BigInteger.valueOf(UNIT)), BigInteger.valueOf(votes[x]))
                    .min(BigInteger.valueOf(UNIT))
                    .longValueExact();
        }

        private void exclude() {
            long least = ballots.hopeful.stream().mapToLong(x -> votes[x]).min().orElseThrow();
            long reach = least + surplus();
            List<Integer> tied = ballots.hopeful.stream()
                    .filter(x -> votes[x] <= reach)
                    .boxed()
                    .toList();
            int lowest = ballots.choose(tied, false, votes);
            ballots.tell(votes, ballots.name(lowest) + " is excluded.");
            ballots.hopeful.clear(lowest);
            keep[lowest] = 0;
        }

        private void distribute() {
            votes = new long[profile.size()];
            long active = 0;
            for (int b = 0; b < profile.distinct(); b++) {
                long rest = UNIT;
                for (int i = 0; i < profile.length(b) && rest > 0; ) {
                    int end = i + 1;
                    while (end < profile.length(b) && profile.isTied(b, end)) {
                        end++;
                    }
                    rest = end == i + 1 ? pass(b, profile.entry(b, i), rest) : passEqually(b, i, end, rest);
                    i = end;
                }
                active += (UNIT - rest) * profile.weight(b);
            }
            quota = active / (ballots.seats + 1) + 1;
        }

        /** What is left of a ballot after the one has kept its part. */
        private long pass(int b, int x, long rest) {
            if (x < 0 || keep[x] == 0) {
                return rest;
            }
            long part = amounts ? Math.min(keep[x], rest) : keep[x] == UNIT ? rest : (rest * keep[x] + UNIT - 1) / UNIT;
            votes[x] += part * profile.weight(b);
            return rest - part;
        }

        /**
         * The same for equals, averaged over their orders: one keeps its share of what j others before it have left, and
         * each set of j others comes before it in the same number of orders.
         */
        private long passEqually(int b, int from, int end, long rest) {
            int[] equals = IntStream.range(from, end)
                    .map(i -> profile.entry(b, i))
                    .filter(x -> keep[x] > 0)
                    .toArray();
            if (equals.length < 2) {
                return equals.length == 0 ? rest : pass(b, equals[0], rest);
            }
            long left = rest;
            for (int x : equals) {
                long part = rest * keep[x] / UNIT * reaching(x, equals) / UNIT;
                votes[x] += part * profile.weight(b);
                left -= part;
            }
            return IntStream.of(equals).anyMatch(x -> keep[x] == UNIT) ? 0 : left;
        }

        /** What reaches one of equals of a whole ballot, averaged over their orders. */
        private long reaching(int x, int[] equals) {
            long[] sums = new long[equals.length];
            sums[0] = UNIT;
            for (int y : equals) {
                for (int j = sums.length - 1; j > 0 && y != x; j--) {
                    sums[j] += sums[j - 1] * (UNIT - keep[y]) / UNIT;
                }
            }
            long reaching = 0;
            long sets = 1;
            for (int j = 0; j < sums.length; j++) {
                reaching += sums[j] / (equals.length * sets);
                sets = sets * (sums.length - 1 - j) / (j + 1);
            }
            return reaching;
        }
    }

    private static BigInteger ceiling(BigInteger top, BigInteger bottom) {
        BigInteger[] parts = top.divideAndRemainder(bottom);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }
}
