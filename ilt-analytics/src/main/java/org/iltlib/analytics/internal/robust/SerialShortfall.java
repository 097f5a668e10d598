package org.iltlib.analytics.internal.robust;

import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;

/**
 * By how much an estimated variance falls short where a series is short, and how uncertain it is itself, under a working
 * model of errors that carry a share ρ over to the next time.
 *
 * <p>ρ is the share, zero at least, at which residuals would be expected to be as autocorrelated as those found are: the
 * fit itself takes autocorrelation out of them, a good deal of it in short series. With an estimator l′y and its estimated
 * variance y′By, both exact under Σ(ρ): the shortfall is l′Σl/tr(BΣ), the degrees of freedom are Satterthwaite's,
 * tr(BΣ)²/tr(BΣBΣ). O(n³) a contrast.
 */
public final class SerialShortfall {
    /** With more rows the correction is too small and too slow to matter. */
    public static final int MOST_ROWS = 250;

    private static final double MOST = 0.95;
    private static final int HALVINGS = 40;

    private final GroupCodes series;
    private final int[] time;
    private final double[][] sigma;

    private SerialShortfall(GroupCodes series, int[] time, double[][] sigma) {
        this.series = series;
        this.time = time;
        this.sigma = sigma;
    }

    /**
     * What is found.
     *
     * @param factor what the estimated variance must be multiplied with to be right on average
     * @param degreesOfFreedom of the estimated variance
     */
    public record Found(double factor, double degreesOfFreedom) {}

    /** Of an unweighted fit to series of different times. */
    public static SerialShortfall of(LeastSquares fit, GroupCodes series, int[] time) {
        int n = time.length;
        double[][] maker = maker(fit, n);
        double[] expected = new double[span(time) + 1];
        double[] products = new double[expected.length];
        double found = 0;
        double squares = 0;
        double[][] next = new double[n][n];
        for (int a = 0; a < n; a++) {
            squares += fit.residual(a) * fit.residual(a);
            for (int b = 0; b < n; b++) {
                if (series.get(a) == series.get(b)) {
                    expected[Math.abs(time[a] - time[b])] += maker[a][b];
                    if (time[b] == time[a] + 1) {
                        found += fit.residual(a) * fit.residual(b);
                        for (int j = 0; j < n; j++) {
                            next[a][j] += maker[b][j];
                        }
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (series.get(i) == series.get(j)) {
                    double sum = 0;
                    for (int a = 0; a < n; a++) {
                        sum += maker[i][a] * next[a][j];
                    }
                    products[Math.abs(time[i] - time[j])] += sum;
                }
            }
        }
        double rho = carried(products, expected, found / squares);
        double[][] sigma = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sigma[i][j] = series.get(i) == series.get(j) ? Math.pow(rho, Math.abs(time[i] - time[j])) : 0;
            }
        }
        return new SerialShortfall(series, time, sigma);
    }

    private static int span(int[] time) {
        int least = time[0];
        int most = time[0];
        for (int each : time) {
            least = Math.min(least, each);
            most = Math.max(most, each);
        }
        return most - least;
    }

    private static double carried(double[] products, double[] expected, double found) {
        double low = 0;
        double high = MOST;
        if (!(ratio(products, expected, low) < found)) {
            return low;
        }
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            if (ratio(products, expected, middle) < found) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double ratio(double[] products, double[] expected, double rho) {
        double above = 0;
        double below = 0;
        double power = 1;
        for (int d = 0; d < products.length; d++) {
            above += products[d] * power;
            below += expected[d] * power;
            power *= rho;
        }
        return above / below;
    }

    /** I − H, absorbed groups in H. */
    private static double[][] maker(LeastSquares fit, int n) {
        double[][] maker = new double[n][n];
        GroupCodes absorbed = fit.absorbed();
        boolean groups = absorbed.count() > 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double hat = groups && absorbed.get(i) == absorbed.get(j) ? 1.0 / absorbed.size(absorbed.get(i)) : 0;
                for (int k = 0; k < fit.columns(); k++) {
                    hat += fit.basis(k)[i] * fit.basis(k)[j];
                }
                maker[i][j] = (i == j ? 1 : 0) - hat;
            }
        }
        return maker;
    }

    /** Of a contrast whose variance is Newey and West's of that lag, times a factor. */
    public Found neweyWest(LeastSquares fit, double[] contrast, int lag, double factor) {
        int n = time.length;
        double[] estimator = along(fit, contrast);
        double[][] maker = maker(fit, n);
        double[][] kernel = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int apart = Math.abs(time[i] - time[j]);
                kernel[i][j] = series.get(i) == series.get(j) && apart <= lag
                        ? factor * (1 - apart / (lag + 1.0)) * estimator[i] * estimator[j]
                        : 0;
            }
        }
        return found(estimator, product(maker, product(kernel, maker)));
    }

    /**
     * Of a contrast of a fit to changed rows, with the classical variance.
     *
     * @param change the change P of the rows, by row
     */
    public Found classical(LeastSquares fit, double[] contrast, double[][] change) {
        int n = time.length;
        double[] changed = along(fit, contrast);
        double[] estimator = new double[n];
        double[][] turned = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                estimator[j] += changed[i] * change[i][j];
                turned[j][i] = change[i][j];
            }
        }
        double scale = GramFactor.dot(changed, changed, n) / fit.residualDegrees();
        double[][] inside = product(turned, product(maker(fit, n), change));
        for (double[] row : inside) {
            for (int j = 0; j < n; j++) {
                row[j] *= scale;
            }
        }
        return found(estimator, inside);
    }

    /** The contrast as a sum of outcomes. */
    private static double[] along(LeastSquares fit, double[] contrast) {
        int p = fit.columns();
        double[] estimator = new double[fit.residuals().length];
        for (int k = 0; k < p; k++) {
            double direction = 0;
            for (int j = 0; j <= k; j++) {
                direction += contrast[j] * fit.inverseRoot()[j][k];
            }
            for (int i = 0; i < estimator.length; i++) {
                estimator[i] += direction * fit.basis(k)[i];
            }
        }
        return estimator;
    }

    private Found found(double[] estimator, double[][] form) {
        int n = estimator.length;
        double right = 0;
        for (int i = 0; i < n; i++) {
            right += estimator[i] * GramFactor.dot(sigma[i], estimator, n);
        }
        double[][] both = product(form, sigma);
        double mean = 0;
        double crossed = 0;
        for (int i = 0; i < n; i++) {
            mean += both[i][i];
            for (int j = 0; j < n; j++) {
                crossed += both[i][j] * both[j][i];
            }
        }
        return new Found(right / mean, mean * mean / crossed);
    }

    private static double[][] product(double[][] a, double[][] b) {
        int n = a.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double left = a[i][k];
                for (int j = 0; left != 0 && j < n; j++) {
                    product[i][j] += left * b[k][j];
                }
            }
        }
        return product;
    }
}
