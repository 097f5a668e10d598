package org.iltlib.analytics.stats.merge;

import org.iltlib.base.Checks;

/**
 * The scores that a test can give, evenly spaced: {@code lowest / perPoint, (lowest + 1) / perPoint, …}. With 10 a point,
 * scores have one decimal.
 *
 * @param lowest the lowest score, in steps
 * @param size how many scores there are, 1 to 1,000,000
 * @param perPoint how many steps make a point, at least 1
 */
public record ScoreGrid(int lowest, int size, int perPoint) {
    private static final int MOST = 1_000_000;

    /** Checks the numbers. */
    public ScoreGrid {
        Checks.require(size >= 1 && size <= MOST, "size is %s. Expected 1 to %s.", size, MOST);
        Checks.positive(perPoint, "perPoint");
        Checks.require(
                Math.abs((long) lowest) <= Integer.MAX_VALUE / 2, "lowest is %s. Expected less far from zero.", lowest);
    }

    /** Whole points from the lowest to the highest, both included. */
    public static ScoreGrid ofPoints(int lowest, int highest) {
        Checks.require(highest >= lowest, "The highest score is %s, the lowest %s. Maybe swap them.", highest, lowest);
        Checks.require((long) highest - lowest < MOST, "%s to %s are too many scores.", lowest, highest);
        return new ScoreGrid(lowest, highest - lowest + 1, 1);
    }

    /** The score at that place, in points. */
    public double score(int place) {
        return (double) step(place) / perPoint;
    }

    /** The score at that place, in steps: a whole number. */
    public int step(int place) {
        Checks.require(place >= 0 && place < size, "place is %s. Expected 0 to %s.", place, size - 1);
        return lowest + place;
    }

    /**
     * The place of a score in points.
     *
     * @throws IllegalArgumentException if the grid has no such score
     */
    public int place(double score) {
        double steps = Checks.finite(score, "score") * perPoint;
        double nearest = Math.rint(steps);
        Checks.require(
                Math.abs(steps - nearest) <= 1e-6,
                "score is %s. Expected a multiple of 1/%s. Maybe the grid needs more steps a point.",
                score,
                perPoint);
        double place = nearest - lowest;
        Checks.require(
                place >= 0 && place < size,
                "score is %s. Expected %s to %s. Maybe it belongs to another test.",
                score,
                score(0),
                score(size - 1));
        return (int) place;
    }
}
