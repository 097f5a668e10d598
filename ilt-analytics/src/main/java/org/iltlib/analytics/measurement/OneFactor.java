package org.iltlib.analytics.measurement;

import java.util.Optional;

/**
 * The one-factor model R = λλ′ + Θ fitted to a matrix of correlations by maximum likelihood: expectation–maximisation by
 * Rubin and Thayer (1982), doi:10.1007/BF02293851, sped up by squared extrapolation (Varadhan and Roland 2008,
 * doi:10.1111/j.1467-9469.2007.00585.x), an extrapolation kept only where it raises the likelihood.
 */
final class OneFactor {
    private static final int MOST_STEPS = 20_000;
    private static final double CLOSE = 1e-13;
    /** A specific variance below this means that the likelihood has its top at the edge: a Heywood case. */
    private static final double EDGE = 1e-6;

    private OneFactor() {}

    /** The loadings of the standardised items; empty if the fit runs to the edge or does not settle. */
    static Optional<double[]> loadings(double[][] correlations) {
        int k = correlations.length;
        double[] state = start(correlations);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] first = advance(correlations, state);
            double[] second = advance(correlations, first);
            double[] next = extrapolated(correlations, state, first, second);
            double moved = 0;
            for (int i = 0; i < 2 * k; i++) {
                moved = Math.max(moved, Math.abs(second[i] - first[i]));
            }
            state = next;
            for (int i = k; i < 2 * k; i++) {
                if (state[i] < EDGE) {
                    return Optional.empty();
                }
            }
            if (moved < CLOSE) {
                return Optional.of(java.util.Arrays.copyOf(state, k));
            }
        }
        return Optional.empty();
    }

    private static double[] start(double[][] r) {
        int k = r.length;
        double[] state = new double[2 * k];
        double total = 0;
        for (double[] row : r) {
            for (double one : row) {
                total += one;
            }
        }
        for (int i = 0; i < k; i++) {
            double sum = 0;
            for (double one : r[i]) {
                sum += one;
            }
            double loading = total > 0 ? sum / Math.sqrt(total) : 0.5;
            state[i] = Math.max(-0.9, Math.min(0.9, loading));
            state[k + i] = 1 - state[i] * state[i];
        }
        return state;
    }

    private static double[] extrapolated(double[][] r, double[] state, double[] first, double[] second) {
        double steps = 0;
        double bends = 0;
        for (int i = 0; i < state.length; i++) {
            double step = first[i] - state[i];
            double bend = second[i] - first[i] - step;
            steps += step * step;
            bends += bend * bend;
        }
        if (!(bends > 0)) {
            return second;
        }
        double reach = -Math.max(1, Math.sqrt(steps / bends));
        double[] far = new double[state.length];
        for (int i = 0; i < far.length; i++) {
            double step = first[i] - state[i];
            far[i] = state[i] - 2 * reach * step + reach * reach * (second[i] - first[i] - step);
        }
        for (int i = far.length / 2; i < far.length; i++) {
            if (!(far[i] > EDGE)) {
                return second;
            }
        }
        return misfit(r, far) < misfit(r, second) ? far : second;
    }

    /** One step of expectation and maximisation. */
    private static double[] advance(double[][] r, double[] state) {
        int k = r.length;
        double[] beta = new double[k];
        double information = 1;
        for (int i = 0; i < k; i++) {
            beta[i] = state[i] / state[k + i];
            information += state[i] * beta[i];
        }
        double carried = 0;
        double[] withFactor = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                withFactor[i] += r[i][j] * beta[j] / information;
            }
            carried += beta[i] / information * withFactor[i];
        }
        double factor = 1 / information + carried;
        double[] next = new double[2 * k];
        for (int i = 0; i < k; i++) {
            next[i] = withFactor[i] / factor;
            next[k + i] = r[i][i] - next[i] * withFactor[i];
        }
        return next;
    }

    /** log |Σ| + tr(RΣ⁻¹), the smaller the better. */
    private static double misfit(double[][] r, double[] state) {
        int k = r.length;
        double information = 1;
        double logs = 0;
        double trace = 0;
        double cross = 0;
        for (int i = 0; i < k; i++) {
            information += state[i] * state[i] / state[k + i];
            logs += Math.log(state[k + i]);
            trace += r[i][i] / state[k + i];
            for (int j = 0; j < k; j++) {
                cross += state[i] / state[k + i] * r[i][j] * state[j] / state[k + j];
            }
        }
        return logs + Math.log(information) + trace - cross / information;
    }
}
