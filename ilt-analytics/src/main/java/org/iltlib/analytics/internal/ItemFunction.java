package org.iltlib.analytics.internal;

/**
 * How the chance of each number of points on an item depends on ability, with what estimation and scoring need of it.
 * The parameters of an item stand in one array: slope a, intercepts d₁ … d_m for 1 … m points, and for {@link #GUESSING}
 * the logit of the lower asymptote at the end.
 *
 * <p>Everything is written in logarithms of the probability, in forms that lose no digits where a probability is near 0
 * or 1, and in strict arithmetic.
 */
public enum ItemFunction {
    /** log P(k) = a·k·θ + d_k − log Σ; with two categories the two-parameter logistic. */
    PARTIAL_CREDIT {
        @Override
        public void logProbabilities(double[] p, int categories, double theta, double[] log) {
            log[0] = 0;
            double top = 0;
            for (int k = 1; k < categories; k++) {
                log[k] = p[0] * k * theta + p[k];
                top = Math.max(top, log[k]);
            }
            double sum = 0;
            for (int k = 0; k < categories; k++) {
                sum += StrictMath.exp(log[k] - top);
            }
            double norm = top + StrictMath.log(sum);
            for (int k = 0; k < categories; k++) {
                log[k] -= norm;
            }
        }

        @Override
        public void gradients(double[] p, int categories, double theta, double[] prob, double[][] out) {
            double mean = mean(prob, categories);
            for (int k = 0; k < categories; k++) {
                out[k][0] = theta * (k - mean);
                for (int v = 1; v < categories; v++) {
                    out[k][v] = (k == v ? 1 : 0) - prob[v];
                }
            }
        }

        @Override
        public void slopes(double[] p, int categories, double theta, double[] prob, double[] first, double[] second) {
            double mean = mean(prob, categories);
            double variance = 0;
            for (int k = 0; k < categories; k++) {
                variance += prob[k] * (k - mean) * (k - mean);
            }
            for (int k = 0; k < categories; k++) {
                first[k] = p[0] * (k - mean);
                second[k] = -p[0] * p[0] * variance;
            }
        }

        private double mean(double[] prob, int categories) {
            double mean = 0;
            for (int k = 1; k < categories; k++) {
                mean += k * prob[k];
            }
            return mean;
        }
    },

    /** P(k or more) = 1/(1 + exp(−aθ − d_k)), with d₁ &gt; d₂ &gt; …. */
    GRADED {
        @Override
        public void logProbabilities(double[] p, int categories, double theta, double[] log) {
            // P(k) = F_k·(1 − F_{k+1})·(1 − exp(d_{k+1} − d_k)), with F_0 = 1 and F_m+1 = 0
            for (int k = 0; k < categories; k++) {
                double value = k == 0 ? 0 : -softplus(-p[0] * theta - p[k]);
                if (k + 1 < categories) {
                    value -= softplus(p[0] * theta + p[k + 1]);
                }
                if (k > 0 && k + 1 < categories) {
                    value += StrictMath.log(-StrictMath.expm1(p[k + 1] - p[k]));
                }
                log[k] = value;
            }
        }

        @Override
        public void gradients(double[] p, int categories, double theta, double[] prob, double[][] out) {
            for (int k = 0; k < categories; k++) {
                double here = k == 0 ? 1 : logistic(p[0] * theta + p[k]);
                double next = k + 1 == categories ? 0 : logistic(p[0] * theta + p[k + 1]);
                out[k][0] = theta * (1 - here - next);
                for (int v = 1; v < categories; v++) {
                    out[k][v] = 0;
                }
                double step = k == 0 || k + 1 == categories ? 1 : -StrictMath.expm1(p[k + 1] - p[k]);
                if (k > 0) {
                    out[k][k] = logistic(-p[0] * theta - p[k]) / (logistic(-nextLogit(p, categories, theta, k)) * step);
                }
                if (k + 1 < categories) {
                    out[k][k + 1] = -next / (here * step);
                }
            }
        }

        private double nextLogit(double[] p, int categories, double theta, int k) {
            return k + 1 == categories ? Double.NEGATIVE_INFINITY : p[0] * theta + p[k + 1];
        }

        @Override
        public void slopes(double[] p, int categories, double theta, double[] prob, double[] first, double[] second) {
            double a = p[0];
            for (int k = 0; k < categories; k++) {
                double here = k == 0 ? 1 : logistic(a * theta + p[k]);
                double next = k + 1 == categories ? 0 : logistic(a * theta + p[k + 1]);
                first[k] = a * (1 - here - next);
                second[k] = -a * a * (here * (1 - here) + next * (1 - next));
            }
        }

        @Override
        public boolean isFeasible(double[] p, int categories) {
            for (int k = 2; k < categories; k++) {
                if (!(p[k] < p[k - 1])) {
                    return false;
                }
            }
            return true;
        }
    },

    /** P(1) = c + (1 − c)/(1 + exp(−aθ − d)), two categories, with c = 1/(1 + exp(−γ)). */
    GUESSING {
        @Override
        public int parameters(int categories) {
            return 3;
        }

        @Override
        public void logProbabilities(double[] p, int categories, double theta, double[] log) {
            double z = p[0] * theta + p[1];
            // 1 − P = (1 − c)(1 − L); P = (1 − c)(L + exp(γ))
            double rest = -softplus(p[2]);
            log[0] = rest - softplus(z);
            log[1] = rest + StrictMath.log(logistic(z) + StrictMath.exp(p[2]));
        }

        @Override
        public void gradients(double[] p, int categories, double theta, double[] prob, double[][] out) {
            double l = logistic(p[0] * theta + p[1]);
            double c = logistic(p[2]);
            double d = (1 - c) * l * (1 - l) / prob[1];
            out[0][0] = -l * theta;
            out[0][1] = -l;
            out[0][2] = -c;
            out[1][0] = d * theta;
            out[1][1] = d;
            out[1][2] = (1 - l) * c * (1 - c) / prob[1];
        }

        @Override
        public void slopes(double[] p, int categories, double theta, double[] prob, double[] first, double[] second) {
            double a = p[0];
            double l = logistic(a * theta + p[1]);
            double c = logistic(p[2]);
            double slope = (1 - c) * a * l * (1 - l) / prob[1];
            first[0] = -a * l;
            first[1] = slope;
            second[0] = -a * a * l * (1 - l);
            second[1] = slope * a * (1 - 2 * l) - slope * slope;
        }
    };

    /** The number of parameters, fixed ones included. */
    public int parameters(int categories) {
        return categories;
    }

    /** The logarithms of the probabilities of 0 … categories − 1 points. */
    public abstract void logProbabilities(double[] p, int categories, double theta, double[] log);

    /** The derivatives of the logarithm of the probability of each category with respect to each parameter. */
    public abstract void gradients(double[] p, int categories, double theta, double[] prob, double[][] out);

    /** The first and second derivatives of the logarithm of each probability with respect to ability. */
    public abstract void slopes(
            double[] p, int categories, double theta, double[] prob, double[] first, double[] second);

    /** Whether all probabilities are above zero. */
    public boolean isFeasible(double[] p, int categories) {
        return true;
    }

    /** The probabilities of 0 … categories − 1 points, none of them quite zero. */
    public final void probabilities(double[] p, int categories, double theta, double[] prob) {
        logProbabilities(p, categories, theta, prob);
        for (int k = 0; k < categories; k++) {
            prob[k] = Math.max(StrictMath.exp(prob[k]), 1e-300);
        }
    }

    /** 1/(1 + exp(−z)). */
    public static double logistic(double z) {
        if (z >= 0) {
            return 1 / (1 + StrictMath.exp(-z));
        }
        double e = StrictMath.exp(z);
        return e / (1 + e);
    }

    /** log(1 + exp(z)). */
    static double softplus(double z) {
        return z > 0 ? z + StrictMath.log1p(StrictMath.exp(-z)) : StrictMath.log1p(StrictMath.exp(z));
    }
}
