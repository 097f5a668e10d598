package org.iltlib.choice.committee;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieChain;

/**
 * Meek's single transferable vote, in nine decimals. Each elected keeps a factor of what reaches it and passes on the
 * rest; factors are lowered until every elected holds the quota to within 10⁻⁶ together, the quota following the
 * ballots that still count; then the lowest is excluded.
 *
 * <p>Rounding and steps are those of the reference rule of the Proportional Representation Foundation: the quota is cut
 * off and one unit added, what a candidate keeps is rounded up. Ties for exclusion (closer than the surplus left) go to
 * the tie chain, then to the order of alternatives; each is noted. Ballots must be strict orders of whole weight. Time:
 * iterations × entries. Immutable.
 *
 * <p>Source: I. D. Hill, B. A. Wichmann and D. R. Woodall (1987), Algorithm 123, <i>The Computer Journal</i> 30(3), doi
 * 10.1093/comjnl/30.3.277.
 */
public final class Meek {
    private static final long UNIT = 1_000_000_000;
    private static final long OMEGA = 1_000;
    private static final Meek DEFAULTS = new Meek(TieChain.of());

    private final TieChain ties;

    private Meek(TieChain ties) {
        this.ties = ties;
    }

    /** The reference rule, ties by the order of alternatives. */
    public static Meek withDefaults() {
        return DEFAULTS;
    }

    /** A copy with a tie chain. */
    public Meek withTies(TieChain chain) {
        return new Meek(chain);
    }

    /** Its name, for a command line: {@code meek}. */
    public String ruleName() {
        return "meek";
    }

    /**
     * Counts the ballots with everyone standing.
     *
     * @throws IllegalArgumentException if seats are out of range, a ballot is not strict, or numbers leave 64 bits
     */
    public SeatCount count(Profile profile, int seats) {
        return count(profile, seats, List.of());
    }

    /**
     * Counts the ballots; papers pass over those who have withdrawn.
     *
     * @throws IllegalArgumentException if seats are out of range, a ballot is not strict, or numbers leave 64 bits
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
            return ballots.count("meek");
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
                for (int i = 0; i < profile.length(b) && rest > 0; i++) {
                    int x = profile.entry(b, i);
                    if (keep[x] > 0) {
                        long part = keep[x] == UNIT ? rest : (rest * keep[x] + UNIT - 1) / UNIT;
                        votes[x] += part * profile.weight(b);
                        rest -= part;
                    }
                }
                active += (UNIT - rest) * profile.weight(b);
            }
            quota = active / (ballots.seats + 1) + 1;
        }
    }

    private static BigInteger ceiling(BigInteger top, BigInteger bottom) {
        BigInteger[] parts = top.divideAndRemainder(bottom);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }
}
