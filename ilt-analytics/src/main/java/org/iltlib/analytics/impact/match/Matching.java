package org.iltlib.analytics.impact.match;

import java.util.Locale;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;

/**
 * Finds for each treated row the rows that are most like it in the inputs. Immutable options; {@link #of(Candidates)}
 * finds.
 *
 * <ul>
 *   <li>{@link #nearest()}: one treated row after the other takes the nearest that is left. The {@link Order} matters.
 *   <li>{@link #optimal()}: no other choice of pairs has a smaller sum of distances, proved by dual prices.
 *   <li>{@link #full()}: every row is used; each set has one treated or one other row, and no other such division has a
 *       smaller sum of distances. Among divisions of the same sum it takes small sets, and rows alike in score and side
 *       share their weights, so that weights do not depend on the order of rows.
 *   <li>{@link #exact()}: all rows with the same codes ({@link Candidates#exactly}) form a set; inputs play no part.
 * </ul>
 *
 * <p>In R: {@code MatchIt::matchit(treated ~ inputs, method = "nearest")}, and so on. Nearest takes O(treated × others ×
 * ratio), optimal and full O(n³) and a table of treated × others distances within each exact stratum, of at most
 * {@value #MOST_CELLS} cells. Sources: Stuart (2010), doi:10.1214/09-STS313; Rosenbaum (1989), doi:10.2307/2290079, and
 * (1991), doi:10.1111/j.2517-6161.1991.tb01848.x, for optimal and full matching.
 */
public final class Matching {
    /** The largest table of distances. */
    static final long MOST_CELLS = 25_000_000;

    /** In which order treated rows choose. */
    public enum Order {
        /** The most likely to be treated first: they have the fewest peers. */
        LARGEST,
        /** The least likely first. */
        SMALLEST,
        /** As the rows stand. */
        GIVEN,
        /** In an order drawn from the seed. */
        SEEDED
    }

    /** What near means. */
    public enum Distance {
        /** The difference of propensities. */
        PROPENSITY,
        /** The difference of the log odds of propensities, which keeps very likely and very unlikely rows apart. */
        LOG_ODDS,
        /** The inputs themselves, in units of their joint spread within the groups (Mahalanobis). */
        MAHALANOBIS
    }

    /** What is looked for. */
    enum Shape {
        NEAREST("nearest"),
        OPTIMAL("optimal"),
        FULL("full"),
        EXACT("exact");

        final String words;

        Shape(String words) {
            this.words = words;
        }
    }

    private final Shape shape;
    private final Distance distance;
    private final int ratio;
    private final boolean replacement;
    private final Optional<Double> caliper;
    private final Optional<Order> order;
    private final long seed;

    private Matching(
            Shape shape,
            Distance distance,
            int ratio,
            boolean replacement,
            Optional<Double> caliper,
            Optional<Order> order,
            long seed) {
        this.shape = shape;
        this.distance = distance;
        this.ratio = ratio;
        this.replacement = replacement;
        this.caliper = caliper;
        this.order = order;
        this.seed = seed;
    }

    private static Matching of(Shape shape) {
        return new Matching(shape, Distance.PROPENSITY, 1, false, Optional.empty(), Optional.empty(), 1);
    }

    /** Nearest neighbours by propensity, one each, no row twice, the most likely to be treated first. */
    public static Matching nearest() {
        return of(Shape.NEAREST);
    }

    /** Pairs by propensity with the smallest sum of distances. */
    public static Matching optimal() {
        return of(Shape.OPTIMAL);
    }

    /** Sets by propensity that use every row, with the smallest sum of distances. */
    public static Matching full() {
        return of(Shape.FULL);
    }

    /** Sets of equal codes. */
    public static Matching exact() {
        return of(Shape.EXACT);
    }

    /** A copy with another distance. */
    public Matching by(Distance newDistance) {
        return new Matching(shape, newDistance, ratio, replacement, caliper, order, seed);
    }

    /**
     * A copy that gives every treated row so many peers.
     *
     * @throws IllegalArgumentException if it is below 1, or the matching is full or exact, where sets have any size
     */
    public Matching withRatio(int peers) {
        Checks.positive(peers, "peers");
        Checks.require(
                peers == 1 || shape == Shape.NEAREST || shape == Shape.OPTIMAL,
                "A ratio of %s goes with nearest or optimal matching; this is %s.",
                peers,
                shape.words);
        return new Matching(shape, distance, peers, replacement, caliper, order, seed);
    }

    /**
     * A copy in which a row may be the peer of several.
     *
     * @throws IllegalArgumentException if the matching is not nearest
     */
    public Matching withReplacement() {
        Checks.require(shape == Shape.NEAREST, "Replacement goes with nearest matching; this is %s.", shape.words);
        return new Matching(shape, distance, ratio, true, caliper, order, seed);
    }

    /**
     * A copy that allows no pair farther apart than this; who has nobody so near stays unmatched.
     *
     * @param spread in standard deviations of the score over all rows; for {@link Distance#MAHALANOBIS} in its own units
     * @throws IllegalArgumentException if it is not above zero
     */
    public Matching withCaliper(double spread) {
        Checks.require(
                Checks.finite(spread, "caliper") > 0, "caliper is %s. Expected above zero, such as 0.2.", spread);
        return new Matching(shape, distance, ratio, replacement, Optional.of(spread), order, seed);
    }

    /** A copy with another order; the seed counts for {@link Order#SEEDED} alone. */
    public Matching inOrder(Order newOrder, long newSeed) {
        return new Matching(shape, distance, ratio, replacement, caliper, Optional.of(newOrder), newSeed);
    }

    /**
     * The matched groups; missing, with the reason, if there are fewer than five rows with every input, nobody on one
     * side, no input (or no code, for exact matching), a propensity that cannot be fitted (see {@link Propensity#of}),
     * inputs without spread of their own, nobody who has a peer, or too many rows for a table of distances.
     *
     * @throws IllegalArgumentException if the order is by propensity and the distance is not
     */
    public Measured<BalancedGroups> of(Candidates candidates) {
        Inputs inputs = Inputs.of(candidates);
        Optional<Measured<BalancedGroups>> refusal = inputs.refusal(shape != Shape.EXACT);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (shape == Shape.EXACT) {
            Checks.require(
                    !candidates.keys().isEmpty(),
                    "Exact matching has no codes. Expected at least one. Maybe add them by exactly(name, codes).");
            return BalancedGroups.ofSets(candidates, inputs, inputs.stratum(), "exact matching", Optional.empty());
        }
        return Score.of(candidates, inputs, distance).flatMap(score -> matched(candidates, inputs, score));
    }

    private Measured<BalancedGroups> matched(Candidates candidates, Inputs inputs, Score score) {
        Order asked = order.orElse(distance == Distance.MAHALANOBIS ? Order.GIVEN : Order.LARGEST);
        Checks.require(
                distance != Distance.MAHALANOBIS || asked == Order.GIVEN || asked == Order.SEEDED,
                "The order %s needs a propensity; the distance is Mahalanobis. Maybe use the order GIVEN.",
                asked);
        double limit = caliper.map(width -> width * score.spread()).orElse(Double.POSITIVE_INFINITY);
        return Pairing.of(inputs, score, limit)
                .run(shape, ratio, replacement, asked, seed)
                .flatMap(pairs -> {
                    String words = shape.words + " matching by " + score.words()
                            + (ratio > 1 ? ", " + ratio + " peers each" : "")
                            + (replacement ? ", with replacement" : "")
                            + caliper.map(width -> String.format(Locale.ROOT, ", caliper %.4g", limit))
                                    .orElse("");
                    return replacement
                            ? BalancedGroups.ofWeights(candidates, inputs, pairs.weights(inputs), words, pairs.total())
                            : BalancedGroups.ofSets(candidates, inputs, pairs.sets(inputs.n()), words, pairs.total())
                                    .map(groups -> shape == Shape.FULL ? groups.shared(score.alike(inputs)) : groups);
                });
    }
}
