package org.iltlib.analytics.internal.robust;

import java.util.HashMap;
import java.util.Map;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;

/**
 * The covariance of least-squares coefficients whose errors go together along time: Newey and West's, with Bartlett's
 * weights 1 − l/(L + 1) for the pairs of rows of a series that lie l apart. O(n·L·p²).
 */
public final class SerialCovariance {
    private SerialCovariance() {}

    /**
     * The covariance.
     *
     * @param series which series a row belongs to
     * @param time when; no time twice in a series
     * @param lag L, zero or more
     */
    public static double[][] of(LeastSquares fit, GroupCodes series, int[] time, int lag) {
        int p = fit.columns();
        int n = time.length;
        Map<Long, Integer> rows = new HashMap<>();
        for (int i = 0; i < n; i++) {
            rows.put(key(series.get(i), time[i]), i);
        }
        double[][] meat = new double[p][p];
        for (int i = 0; i < n; i++) {
            for (int l = 0; l <= lag; l++) {
                Integer earlier = rows.get(key(series.get(i), time[i] - l));
                if (earlier != null) {
                    double weight = (1 - l / (lag + 1.0)) * fit.residual(i) * fit.residual(earlier);
                    for (int j = 0; j < p; j++) {
                        for (int k = 0; k < p; k++) {
                            double one = fit.basis(j)[i] * fit.basis(k)[earlier];
                            double other = fit.basis(j)[earlier] * fit.basis(k)[i];
                            meat[j][k] += l == 0 ? weight * one : weight * (one + other);
                        }
                    }
                }
            }
        }
        double[][] root = fit.inverseRoot();
        double[][] covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                for (int a = 0; a < p; a++) {
                    covariance[i][j] += root[i][a] * GramFactor.dot(meat[a], root[j], p);
                }
            }
        }
        return covariance;
    }

    private static long key(int series, int time) {
        return ((long) series << 32) | (time & 0xFFFFFFFFL);
    }
}
