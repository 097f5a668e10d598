package org.iltlib.analytics.measurement.irt;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;

/**
 * What each sum score says about ability, with how often the model expects it; for students who took all items.
 * Immutable. Source: Lord &amp; Wingersky (1984), doi:10.1177/014662168400800409; Thissen, Pommerich, Billeaud &amp;
 * Williams (1995), doi:10.1177/014662169501900105.
 *
 * @param list for each score from 0 what it says
 */
public record SumScores(List<Line> list) {
    /**
     * One score.
     *
     * @param score the sum of points
     * @param share of the group that the model expects to have it
     * @param ability the mean of the ability given the score, with its standard deviation
     */
    public record Line(int score, double share, Ability ability) {}

    /** Copies. */
    public SumScores {
        list = List.copyOf(list);
    }

    /**
     * What that score says.
     *
     * @throws IllegalArgumentException if the test cannot give it
     */
    public Line get(int score) {
        Checks.require(score >= 0 && score < list.size(), "score is %s. Expected 0 to %s.", score, list.size() - 1);
        return list.get(score);
    }

    static SumScores of(AbilityScale given) {
        AbilityScale scale = given.fine();
        double[] nodes = scale.nodes();
        double[] weights = scale.weights();
        double[][] shares = new double[nodes.length][];
        for (int q = 0; q < nodes.length; q++) {
            shares[q] = distribution(scale.curves(), nodes[q]);
        }
        List<Line> lines = new ArrayList<>();
        for (int score = 0; score < shares[0].length; score++) {
            double sum = 0;
            double mean = 0;
            for (int q = 0; q < nodes.length; q++) {
                sum += weights[q] * shares[q][score];
                mean += weights[q] * shares[q][score] * nodes[q];
            }
            mean /= sum;
            double square = 0;
            for (int q = 0; q < nodes.length; q++) {
                square += weights[q] * shares[q][score] * (nodes[q] - mean) * (nodes[q] - mean);
            }
            lines.add(new Line(score, sum, new Ability(mean, Math.sqrt(square / sum))));
        }
        return new SumScores(lines);
    }

    /** The chance of each sum score at an ability. */
    static double[] distribution(List<ItemCurve> curves, double ability) {
        double[] shares = {1};
        for (ItemCurve curve : curves) {
            double[] chances = curve.chances(ability);
            double[] next = new double[shares.length + chances.length - 1];
            for (int s = 0; s < shares.length; s++) {
                for (int k = 0; k < chances.length; k++) {
                    next[s + k] += shares[s] * chances[k];
                }
            }
            shares = next;
        }
        return shares;
    }
}
