package org.iltlib.analytics.internal.mixed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.GramFactor;

/**
 * Kenward and Roger's covariance of the fixed effects, which allows for the variances being estimated, and degrees of
 * freedom by coefficient. All from cross-products: V⁻¹ = W − WZHZ′W with H = ΛA⁻¹Λ′, so that what is made of X and Z by
 * V⁻¹ and its derivatives stays a combination of WX and WZ. Dense, O(m³) for m random coefficients.
 *
 * <p>Sources: Kenward &amp; Roger (1997), doi:10.2307/2533558; Halekoh &amp; Højsgaard (2014),
 * doi:10.18637/jss.v059.i09. For one coefficient their scale is 1 and the degrees of freedom are 2/A.
 */
public final class KenwardRoger {
    /** More random coefficients than this are too many. */
    public static final int MOST_COEFFICIENTS = 1_500;

    private final MixedEngine fit;
    private final CrossProducts data;
    private final int p;
    private final double[][] z;
    private final double[][] zx;
    private final double[][] xx;
    private final double[][] h;
    private final double[][] base;
    private final double[][] seen;
    private final List<Part> parts = new ArrayList<>();
    private double[][] covariance;
    private final double[] degrees;

    /** One variance or covariance: pairs of places whose products it multiplies. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the class
    private record Part(int[] one, int[] two) {
        /** This times a matrix. */
        double[][] times(double[][] matrix) {
            double[][] product = new double[matrix.length][matrix[0].length];
            for (int u = 0; u < one.length; u++) {
                add(product[one[u]], matrix[two[u]]);
                if (one[u] != two[u]) {
                    add(product[two[u]], matrix[one[u]]);
                }
            }
            return product;
        }

        private static void add(double[] to, double[] row) {
            for (int j = 0; j < to.length; j++) {
                to[j] += row[j];
            }
        }
    }

    private KenwardRoger(MixedEngine fit, Executor executor) {
        this.fit = fit;
        data = fit.profile().data();
        p = data.width() - 1;
        int[] offset = offsets();
        int m = offset[offset.length - 1];
        z = new double[m][m];
        zx = new double[m][p];
        xx = new double[p][p];
        fill(offset);
        double[][] lambda = new double[m][m];
        double[][] small = fit.profile().shape().lambda(fit.point().theta());
        for (int k = 0; k < small.length; k++) {
            int q = data.factors().get(k).width();
            for (int u = 0; u < data.factors().get(k).levels(); u++) {
                for (int i = 0; i < q * q; i++) {
                    lambda[offset[k] + u * q + i / q][offset[k] + u * q + i % q] = small[k][i];
                }
            }
        }
        double[][] turned = Dense.transposed(lambda);
        double[][] a = Dense.times(turned, Dense.times(z, lambda));
        for (int i = 0; i < m; i++) {
            a[i][i] += 1;
        }
        double[][] lower = DenseFactor.of(a, executor).inverse();
        double[][] inverse = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                inverse[i][j] = lower[i][j];
                inverse[j][i] = lower[i][j];
            }
        }
        h = Dense.times(lambda, Dense.times(inverse, turned));
        base = Dense.plus(new double[m][p], -1, Dense.times(h, zx));
        seen = Dense.plus(zx, 1, Dense.times(z, base));
        covariance = MixedEngine.covarianceAboutCentres(fit.point(), fit.variance());
        degrees = new double[p];
        adjust();
    }

    /** Adjusts the fit, which must be by REML, exact, and of no more coefficients than {@value #MOST_COEFFICIENTS}. */
    public static KenwardRoger of(MixedEngine fit, Executor executor) {
        return new KenwardRoger(fit, executor);
    }

    /** The adjusted covariance of the coefficients. */
    public double[][] covariance() {
        return fit.uncentred(covariance);
    }

    /** The degrees of freedom of each coefficient. */
    public double[] degrees() {
        return degrees.clone();
    }

    private int[] offsets() {
        int[] offset = new int[data.factors().size() + 1];
        for (int k = 0; k + 1 < offset.length; k++) {
            offset[k + 1] = offset[k]
                    + data.factors().get(k).levels() * data.factors().get(k).width();
        }
        return offset;
    }

    private void fill(int[] offset) {
        for (int i = 0; i < p; i++) {
            System.arraycopy(data.gram(), i * data.width(), xx[i], 0, p);
        }
        for (int k = 0; k + 1 < offset.length; k++) {
            Factor factor = data.factors().get(k);
            int q = factor.width();
            for (int u = 0; u < factor.levels(); u++) {
                for (int i = 0; i < q; i++) {
                    int row = offset[k] + u * q + i;
                    System.arraycopy(data.right(k), (u * q + i) * data.width(), zx[row], 0, p);
                    System.arraycopy(data.own(k), (u * q + i) * q, z[row], offset[k] + u * q, q);
                }
            }
            for (int l = k; l + 1 < offset.length; l++) {
                if (data.meets(k, l)) {
                    meet(offset, k, l);
                }
            }
            for (int c = 0; c < q; c++) {
                for (int d = 0; d <= (factor.correlated() ? c : 0); d++) {
                    parts.add(part(factor.levels(), offset[k], q, c, factor.correlated() ? d : c));
                }
            }
        }
    }

    private static Part part(int levels, int first, int q, int c, int d) {
        int[] one = new int[levels];
        int[] two = new int[levels];
        for (int u = 0; u < levels; u++) {
            one[u] = first + u * q + c;
            two[u] = first + u * q + d;
        }
        return new Part(one, two);
    }

    private void meet(int[] offset, int k, int l) {
        CrossProducts.Pairs pairs = data.pairs(k, l);
        int q = data.factors().get(k).width();
        int r = data.factors().get(l).width();
        for (int u = 0; u + 1 < pairs.start().length; u++) {
            for (int e = pairs.start()[u]; e < pairs.start()[u + 1]; e++) {
                for (int i = 0; i < q * r; i++) {
                    int row = offset[k] + u * q + i / r;
                    int column = offset[l] + pairs.level()[e] * r + i % r;
                    z[row][column] = pairs.values()[e * q * r + i];
                    z[column][row] = z[row][column];
                }
            }
        }
    }

    private void adjust() {
        int count = parts.size() + 1;
        double variance = fit.variance();
        double[][][] slopes = new double[count][][];
        double[][][] moved = new double[count][][];
        double[][] squared = Dense.plus(base, -1, Dense.times(h, seen));
        for (int i = 0; i + 1 < count; i++) {
            double[][] part = parts.get(i).times(seen);
            slopes[i] = scaled(Dense.times(Dense.transposed(seen), part), -1 / (variance * variance));
            moved[i] = Dense.plus(part, -1, Dense.times(h, Dense.times(z, part)));
        }
        slopes[count - 1] = scaled(inner(base, true), -1 / (variance * variance));
        moved[count - 1] = squared;
        double[][] information = new double[count][count];
        double[][] traces = traces();
        double[][][][] bends = new double[count][count][][];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                bends[i][j] = scaled(bend(i, j, moved), 1 / (variance * variance * variance));
                information[i][j] = traces[i][j] / (variance * variance)
                        - 2 * Dense.trace(covariance, bends[i][j])
                        + Dense.trace(Dense.times(covariance, slopes[i]), Dense.times(covariance, slopes[j]));
            }
        }
        double[][] weights = scaled(GramFactor.of(information).inverse(), 2);
        double[][] sum = new double[p][p];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double[][] product = Dense.times(slopes[i], Dense.times(covariance, slopes[j]));
                sum = Dense.plus(sum, weights[i][j], Dense.plus(bends[i][j], -1, product));
            }
        }
        double[][] plain = fit.uncentred(covariance);
        double[][][] seenBy = new double[count][][];
        for (int i = 0; i < count; i++) {
            seenBy[i] = fit.uncentred(Dense.times(covariance, Dense.times(slopes[i], covariance)));
        }
        for (int c = 0; c < p; c++) {
            double spread = 0;
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    spread += weights[i][j] * seenBy[i][c][c] * seenBy[j][c][c];
                }
            }
            degrees[c] = 2 * plain[c][c] * plain[c][c] / spread;
        }
        covariance = Dense.plus(covariance, 2, Dense.times(covariance, Dense.times(sum, covariance)));
    }

    /** The product of V⁻¹X = W(X + Z·base) with W(aX + Z·b) over W, a being the identity or nothing. */
    private double[][] inner(double[][] b, boolean identity) {
        double[][] sum = Dense.times(Dense.transposed(seen), b);
        if (identity) {
            sum = Dense.plus(sum, 1, Dense.plus(xx, 1, Dense.times(Dense.transposed(base), zx)));
        }
        return sum;
    }

    private double[][] bend(int i, int j, double[][][] moved) {
        boolean identity = j == parts.size();
        if (i == parts.size()) {
            return inner(moved[j], identity);
        }
        double[][] sight = Dense.times(z, moved[j]);
        if (identity) {
            sight = Dense.plus(zx, 1, sight);
        }
        return Dense.times(Dense.transposed(seen), parts.get(i).times(sight));
    }

    private double[][] traces() {
        int count = parts.size() + 1;
        int m = z.length;
        double[][] hz = Dense.times(h, z);
        double[][] once = Dense.plus(z, -1, Dense.times(z, hz));
        double[][] twice = Dense.plus(once, -1, Dense.times(once, hz));
        double[][] traces = new double[count][count];
        for (int i = 0; i + 1 < count; i++) {
            double[][] left = parts.get(i).times(once);
            for (int j = 0; j <= i; j++) {
                traces[i][j] = Dense.trace(left, parts.get(j).times(once));
                traces[j][i] = traces[i][j];
            }
            double[][] part = parts.get(i).times(twice);
            for (int u = 0; u < m; u++) {
                traces[i][count - 1] += part[u][u];
            }
            traces[count - 1][i] = traces[i][count - 1];
        }
        double last = data.n() + Dense.trace(hz, hz);
        for (int u = 0; u < m; u++) {
            last -= 2 * hz[u][u];
        }
        traces[count - 1][count - 1] = last;
        return traces;
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        return Dense.plus(new double[matrix.length][matrix.length], factor, matrix);
    }
}
