package org.iltlib.analytics.internal.mixed;

import org.iltlib.analytics.internal.GramFactor;

/**
 * Where the search begins: variances by the method of moments from the cross-products (sums of squares of the levels'
 * sums of residuals, set equal to what the variances would make of them), correlations zero.
 *
 * <p>Source: Henderson (1953), doi:10.2307/3001853, for the idea; fixed effects are taken as known here.
 */
final class Start {
    private static final double LEAST = 0.05;

    private Start() {}

    static double[] theta(CrossProducts data, Shape shape) {
        int width = data.width();
        int p = width - 1;
        double[][] gram = new double[p][p];
        double[] right = new double[p];
        for (int i = 0; i < p; i++) {
            System.arraycopy(data.gram(), i * width, gram[i], 0, p);
            right[i] = data.gram()[i * width + p];
        }
        double[] beta = GramFactor.of(gram).solve(right);
        int count = 0;
        for (Factor factor : data.factors()) {
            count += factor.width();
        }
        double[][] left = new double[count + 1][count + 1];
        double[] sums = new double[count + 1];
        sums[count] = data.gram()[p * width + p] - GramFactor.dot(beta, right, p);
        left[count][count] = data.n();
        int at = 0;
        for (int k = 0; k < data.factors().size(); k++) {
            Factor factor = data.factors().get(k);
            int q = factor.width();
            for (int c = 0; c < q; c++) {
                for (int u = 0; u < factor.levels(); u++) {
                    double size = data.own(k)[(u * q + c) * q + c];
                    left[count][at + c] += size;
                    if (!(size > 0)) {
                        continue;
                    }
                    left[at + c][count] += 1;
                    double sum = data.right(k)[(u * q + c) * width + p];
                    for (int j = 0; j < p; j++) {
                        sum -= data.right(k)[(u * q + c) * width + j] * beta[j];
                    }
                    sums[at + c] += sum * sum / size;
                    for (int d = 0; d < q; d++) {
                        double shared = data.own(k)[(u * q + c) * q + d];
                        left[at + c][at + d] += shared * shared / size;
                    }
                }
            }
            int other = at + q;
            for (int l = k; l < data.factors().size(); l++) {
                if (data.meets(k, l)) {
                    meet(data, k, l, left, at, l == k ? at : other);
                }
                other += l == k ? 0 : data.factors().get(l).width();
            }
            at += q;
        }
        return theta(data, shape, solve(left, sums));
    }

    private static void meet(CrossProducts data, int k, int l, double[][] left, int at, int other) {
        CrossProducts.Pairs pairs = data.pairs(k, l);
        int q = data.factors().get(k).width();
        int r = data.factors().get(l).width();
        for (int u = 0; u + 1 < pairs.start().length; u++) {
            for (int e = pairs.start()[u]; e < pairs.start()[u + 1]; e++) {
                int v = pairs.level()[e];
                for (int c = 0; c < q; c++) {
                    for (int d = 0; d < r; d++) {
                        double shared = pairs.values()[(e * q + c) * r + d];
                        double one = data.own(k)[(u * q + c) * q + c];
                        double two = data.own(l)[(v * r + d) * r + d];
                        left[at + c][other + d] += one > 0 ? shared * shared / one : 0;
                        left[other + d][at + c] += two > 0 ? shared * shared / two : 0;
                    }
                }
            }
        }
    }

    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            double value = b[pivot];
            b[pivot] = b[k];
            b[k] = value;
            for (int i = k + 1; i < n; i++) {
                double factor = row[k] == 0 ? 0 : a[i][k] / row[k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * row[j];
                }
                b[i] -= factor * value;
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                b[k] -= a[k][j] * b[j];
            }
            b[k] = a[k][k] == 0 ? 0 : b[k] / a[k][k];
        }
        return b;
    }

    private static double[] theta(CrossProducts data, Shape shape, double[] variances) {
        double rest = variances[variances.length - 1];
        double[] theta = new double[shape.size()];
        int first = 0;
        int factor = 0;
        for (int a = 0; a < theta.length; a++) {
            Shape.Place place = shape.place(a);
            while (factor < place.factor()) {
                first += data.factors().get(factor++).width();
            }
            if (place.isDiagonal()) {
                double size = 0;
                int q = data.factors().get(factor).width();
                for (int u = 0; u < data.factors().get(factor).levels(); u++) {
                    size += data.own(factor)[(u * q + place.row()) * q + place.row()];
                }
                double typical = data.factors().get(factor).levels() / size;
                double ratio = rest > 0 ? variances[first + place.row()] / rest : 0;
                theta[a] = Math.sqrt(Math.max(LEAST * typical, Math.min(100, ratio)));
            }
        }
        return theta;
    }
}
