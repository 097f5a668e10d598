package org.iltlib.analytics.multilevel;

import org.iltlib.analytics.internal.GramFactor;

/** Laplace's approximation from its definition, with dense matrices: for each design, how likely the outcomes are. */
@SuppressWarnings("ArrayRecordComponent")
record DenseLaplace(double[] yes, double[] trials) {
    /**
     * The log-likelihood without binomial coefficients.
     *
     * @param fixed Xβ by row
     * @param scaled ZΛ by row
     */
    double at(double[] fixed, double[][] scaled) {
        int m = scaled[0].length;
        double[] u = new double[m];
        for (int step = 0; ; step++) {
            double value = 0;
            double[] gradient = new double[m];
            double[][] curvature = new double[m][m];
            for (int a = 0; a < m; a++) {
                gradient[a] = -u[a];
                curvature[a][a] = 1;
                value -= u[a] * u[a] / 2;
            }
            for (int i = 0; i < yes.length; i++) {
                double eta = fixed[i] + GramFactor.dot(scaled[i], u, m);
                double chance = 1 / (1 + Math.exp(-eta));
                value += yes[i] * Math.log(chance) + (trials[i] - yes[i]) * Math.log(1 - chance);
                for (int a = 0; a < m; a++) {
                    gradient[a] += scaled[i][a] * (yes[i] - trials[i] * chance);
                    for (int b = 0; b < m; b++) {
                        curvature[a][b] += scaled[i][a] * scaled[i][b] * trials[i] * chance * (1 - chance);
                    }
                }
            }
            GramFactor factor = GramFactor.of(curvature);
            if (step == 40) {
                return value - factor.logDeterminant() / 2;
            }
            double[] move = factor.solve(gradient);
            for (int a = 0; a < m; a++) {
                u[a] += move[a];
            }
        }
    }
}
