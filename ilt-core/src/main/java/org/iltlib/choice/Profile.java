package org.iltlib.choice;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.iltlib.base.Checks;

/**
 * Ranked ballots in compact form: each distinct {@link Ranking} once, with its weight. Alternatives are indices from 0
 * with names. Rankings may be partial, tied, and skip ranks; blank ballots are counted apart. Immutable.
 *
 * <p>Weights are whole numbers over one common denominator, {@link #scale()}: 1 unless ballots have fractions. Counting
 * in those whole numbers is exact; {@link #inBallots} turns them into ballots.
 *
 * <p>Memory: two bytes for each entry of a distinct ranking, and 20 for the ranking. Order of the distinct rankings: as
 * first added.
 */
public final class Profile {
    /** The most alternatives that a profile may have. */
    public static final int MOST_ALTERNATIVES = 32_000;

    private static final char SKIPPED = 0xFFFF;

    private final List<String> alternatives;
    private final RankingPool pool;
    private final long total;
    private final long blank;
    private final long scale;
    private final Unranked unranked;

    private Profile(
            List<String> alternatives, RankingPool pool, long total, long blank, long scale, Unranked unranked) {
        this.alternatives = alternatives;
        this.pool = pool;
        this.total = total;
        this.blank = blank;
        this.scale = scale;
        this.unranked = unranked;
    }

    /** The names of the alternatives, by index. */
    public List<String> alternatives() {
        return alternatives;
    }

    /** The number of alternatives. */
    public int size() {
        return alternatives.size();
    }

    /** The number of distinct rankings that list something. */
    public int distinct() {
        return pool.size;
    }

    /** The weight of a distinct ranking, in 1/{@link #scale()} ballots. */
    public long weight(int ranking) {
        return pool.weights[ranking];
    }

    /** The weight of all rankings that list something, in 1/{@link #scale()} ballots. */
    public long totalWeight() {
        return total;
    }

    /** The weight of blank ballots, in 1/{@link #scale()} ballots; they are in no count. */
    public long blankWeight() {
        return blank;
    }

    /** The common denominator of weights. */
    public long scale() {
        return scale;
    }

    /** That weight in ballots. */
    public Rational inBallots(long weight) {
        return Rational.of(weight, scale);
    }

    /** What the rankings say of alternatives that they do not list. */
    public Unranked unranked() {
        return unranked;
    }

    /** The same ballots read with the other convention for alternatives that are not listed. */
    public Profile withUnranked(Unranked convention) {
        return new Profile(alternatives, pool, total, blank, scale, convention);
    }

    /** The number of entries of a distinct ranking: alternatives listed and ranks skipped. */
    public int length(int ranking) {
        return pool.length(ranking);
    }

    /** The alternative at an entry of a distinct ranking, or −1 where a rank was skipped. */
    public int entry(int ranking, int position) {
        char entry = pool.entry(ranking, position);
        return entry == SKIPPED ? -1 : entry >>> 1;
    }

    /** Whether the alternative at an entry of a distinct ranking shares the rank of the entry before it. */
    public boolean isTied(int ranking, int position) {
        char entry = pool.entry(ranking, position);
        return entry != SKIPPED && (entry & 1) == 1;
    }

    /** A distinct ranking as a value. */
    public Ranking ranking(int ranking) {
        List<List<Integer>> ranks = new ArrayList<>();
        for (int i = 0; i < length(ranking); i++) {
            if (!isTied(ranking, i)) {
                ranks.add(new ArrayList<>());
            }
            if (entry(ranking, i) >= 0) {
                ranks.get(ranks.size() - 1).add(entry(ranking, i));
            }
        }
        return new Ranking(ranks);
    }

    /** Whether every ranking is strict: no ties, no skipped ranks. Linear in the entries. */
    public boolean isStrict() {
        for (int b = 0; b < distinct(); b++) {
            for (int i = 0; i < length(b); i++) {
                if (entry(b, i) < 0 || isTied(b, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether every ranking lists every alternative. Linear in the distinct rankings of strict profiles. */
    public boolean isComplete() {
        for (int b = 0; b < distinct(); b++) {
            int listed = 0;
            for (int i = 0; i < length(b); i++) {
                listed += entry(b, i) >= 0 ? 1 : 0;
            }
            if (listed < size()) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same ballots on some of the alternatives, in their order; ranks that become empty are closed up.
     *
     * @throws IllegalArgumentException if none is kept
     */
    public Profile retaining(Collection<Integer> kept) {
        List<Integer> sorted = kept.stream().sorted().distinct().toList();
        Builder builder = builder(sorted.stream().map(alternatives::get).toList());
        for (int b = 0; b < distinct(); b++) {
            List<List<Integer>> ranks = new ArrayList<>();
            for (List<Integer> rank : ranking(b).ranks()) {
                List<Integer> rest = rank.stream()
                        .filter(sorted::contains)
                        .map(sorted::indexOf)
                        .toList();
                if (!rest.isEmpty()) {
                    ranks.add(rest);
                }
            }
            builder.add(new Ranking(ranks), inBallots(weight(b)));
        }
        return builder.add(new Ranking(List.of()), inBallots(blank)).build().withUnranked(unranked);
    }

    /**
     * Such as {@code 3 alternatives, 9 ballots (2 distinct, 0 blank)}.
     */
    @Override
    public String toString() {
        return "%d alternatives, %s ballots (%d distinct, %s blank)"
                .formatted(size(), inBallots(total), distinct(), inBallots(blank));
    }

    /** A new builder for ballots over these alternatives. */
    public static Builder builder(List<String> alternatives) {
        return new Builder(alternatives);
    }

    /** Collects ballots; not thread-safe. */
    public static final class Builder {
        private final List<String> alternatives;
        private RankingIntake intake = new RankingIntake();
        private final int[] seen;
        private int stamp;
        private long total;
        private long blank;
        private long scale = 1;

        private Builder(List<String> alternatives) {
            this.alternatives = List.copyOf(alternatives);
            Checks.notEmpty(this.alternatives, "alternatives");
            Checks.require(
                    alternatives.size() <= MOST_ALTERNATIVES,
                    "There are %s alternatives. Expected at most %s.",
                    alternatives.size(),
                    MOST_ALTERNATIVES);
            seen = new int[alternatives.size()];
        }

        /** Adds that many ballots with this ranking. */
        public Builder add(Ranking ranking, long ballots) {
            return add(ranking, Rational.of(ballots));
        }

        /**
         * Adds ballots with this ranking; a fraction of a ballot is kept exactly.
         *
         * @throws IllegalArgumentException if the number is negative, an index has no alternative, or weights
         *     together leave 64 bits
         */
        public Builder add(Ranking ranking, Rational ballots) {
            int length = 0;
            int entries = ranking.ranks().stream()
                    .mapToInt(rank -> Math.max(1, rank.size()))
                    .sum();
            int[] codes = new int[entries];
            for (List<Integer> rank : ranking.ranks()) {
                if (rank.isEmpty()) {
                    codes[length++] = -1;
                }
                List<Integer> sorted = rank.stream().sorted().toList();
                for (int i = 0; i < sorted.size(); i++) {
                    codes[length++] = i == 0 ? sorted.get(i) : -2 - sorted.get(i);
                }
            }
            return addEntries(codes, length, units(ballots));
        }

        /**
         * Adds a ranking in the form of {@link Profile#entry}, for readers in a hurry: an alternative that opens a
         * rank as its index, one tied with the entry before as −2 − index (indices rising within a rank), a skipped
         * rank as −1.
         *
         * @param entries the entries, of which the first {@code length} count
         * @param length how many
         * @param units the weight, in 1/scale ballots; the scale is 1 unless fractions were added
         * @throws IllegalArgumentException if an index has no alternative or stands twice, the weight is negative, or
         *     weights together leave 64 bits
         */
        public Builder addEntries(int[] entries, int length, long units) {
            if (units < 0) {
                Checks.notNegative(units, "weight");
            }
            char[] room = intake.room(length);
            int start = intake.start();
            int end = 0;
            long hash = 1;
            long hashToEnd = 1;
            stamp++;
            for (int i = 0; i < length; i++) {
                int entry = entries[i];
                char code = SKIPPED;
                if (entry != -1) {
                    int alternative = entry >= 0 ? entry : -2 - entry;
                    if (alternative < 0 || alternative >= seen.length || seen[alternative] == stamp) {
                        throw wrong(alternative);
                    }
                    seen[alternative] = stamp;
                    code = (char) (alternative << 1 | (entry < 0 ? 1 : 0));
                    end = i + 1;
                }
                room[start + i] = code;
                hash = RankingIntake.hash(hash, code);
                hashToEnd = end > i ? hash : hashToEnd;
            }
            long sum = total + blank + units;
            if (sum < 0) {
                throw new IllegalArgumentException("The ballots together weigh more than 2^63 - 1 units of 1/" + scale
                        + ". Maybe a count in the file is wrong.");
            }
            if (units > 0) {
                if (end == 0) {
                    blank += units;
                } else {
                    total += units;
                    intake.add(end, hashToEnd, units);
                }
            }
            return this;
        }

        private IllegalArgumentException wrong(int alternative) {
            return new IllegalArgumentException(
                    alternative < 0 || alternative >= seen.length
                            ? "There is no alternative " + alternative + ". Expected 0 to " + (seen.length - 1)
                                    + ". Maybe the file counts from 1."
                            : "Alternative " + alternative + " stands twice in one ranking.");
        }

        private long units(Rational ballots) {
            Checks.require(ballots.signum() >= 0, "weight is %s. Expected zero or more.", ballots);
            try {
                Rational scaled = ballots.times(scale);
                if (!scaled.denominator().equals(BigInteger.ONE)) {
                    rescale(scaled.denominator().longValueExact());
                    scaled = ballots.times(scale);
                }
                return scaled.numerator().longValueExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(
                        "A ballot of weight " + ballots + " does not fit 64 bits together with the others.", e);
            }
        }

        private void rescale(long factor) {
            scale = Math.multiplyExact(scale, factor);
            total = Math.multiplyExact(total, factor);
            blank = Math.multiplyExact(blank, factor);
            RankingPool pool = intake.flush();
            for (int b = 0; b < pool.size; b++) {
                pool.weights[b] *= factor;
            }
        }

        /**
         * As {@link #addEntries} for a whole number of ballots, whatever the scale.
         *
         * @param entries the entries, of which the first {@code length} count
         * @param length how many
         * @param ballots the number of ballots
         * @throws IllegalArgumentException as there
         */
        public Builder addWhole(int[] entries, int length, long ballots) {
            if (ballots > Long.MAX_VALUE / scale) {
                throw new IllegalArgumentException(ballots + " ballots do not fit 64 bits with the others.");
            }
            return addEntries(entries, length, ballots * scale);
        }

        /** The profile; the builder starts again, empty. */
        public Profile build() {
            return build(alternatives);
        }

        /**
         * The profile with other names, for files that tell them last; the builder starts again, empty.
         *
         * @throws IllegalArgumentException if there are fewer or more names than alternatives
         */
        public Profile build(List<String> names) {
            Checks.require(
                    names.size() == alternatives.size(),
                    "There are %s names for %s alternatives.",
                    names.size(),
                    alternatives.size());
            Profile profile = new Profile(List.copyOf(names), intake.finish(), total, blank, scale, Unranked.TIED_LAST);
            intake = new RankingIntake();
            total = 0;
            blank = 0;
            scale = 1;
            Arrays.fill(seen, 0);
            stamp = 0;
            return profile;
        }
    }
}
