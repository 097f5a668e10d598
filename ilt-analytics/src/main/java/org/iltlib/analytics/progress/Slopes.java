package org.iltlib.analytics.progress;

import java.util.Arrays;
import org.iltlib.base.Checks;

/** The rise a week of scores taken once a week. */
public final class Slopes {
    private Slopes() {}

    /** The least-squares slope of at least two finite scores, in the unit of the scores a week. */
    public static double leastSquares(double... scores) {
        check(scores);
        double middle = (scores.length - 1) / 2.0;
        double above = 0;
        double below = 0;
        for (int i = 0; i < scores.length; i++) {
            above += (i - middle) * scores[i];
            below += (i - middle) * (i - middle);
        }
        return above / below;
    }

    /**
     * The median of the slopes of all pairs, which a stray score hardly moves (Sen 1968,
     * doi:10.1080/01621459.1968.10480934). Needs at least two finite scores; time is quadratic.
     */
    public static double theilSen(double... scores) {
        check(scores);
        int n = scores.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[k++] = (scores[j] - scores[i]) / (j - i);
            }
        }
        Arrays.sort(slopes);
        return (slopes[(k - 1) / 2] + slopes[k / 2]) / 2;
    }

    private static void check(double... scores) {
        Checks.require(scores.length >= 2, "There are %s score(s). Expected at least two.", scores.length);
        for (double score : scores) {
            Checks.finite(score, "score");
        }
    }
}
