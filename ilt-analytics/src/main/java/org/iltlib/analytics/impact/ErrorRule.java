package org.iltlib.analytics.impact;

import org.iltlib.analytics.internal.ClusterRobust.Power;

/**
 * How the standard error of an effect is computed. The cluster-robust rules let the errors of a cluster go together in
 * any way; they differ in how they make up for the residuals of a fit being too small.
 *
 * <p>Source: Bell &amp; McCaffrey (2002), Survey Methodology 28, 169–181; Pustejovsky &amp; Tipton (2018),
 * doi:10.1080/07350015.2016.1247004.
 */
public enum ErrorRule {
    /** All errors independent and equally spread: the classical formula of least squares, clusters ignored. */
    CLASSICAL("classical standard error", Power.NONE),
    /** The plain sandwich; too small with few clusters. */
    CR0("cluster-robust error CR0", Power.NONE),
    /** CR0 with the variance times G/(G−1), G the number of clusters. */
    CR1("cluster-robust error CR1", Power.NONE),
    /** CR0 with the variance times G(N−1)/((G−1)(N−p)), as Stata does; p counts the strata. */
    CR1S("cluster-robust error CR1S", Power.NONE),
    /** Bias-reduced linearisation: exact if errors are in truth independent and equally spread. The default. */
    CR2("cluster-robust error CR2", Power.HALF),
    /** Close to the jackknife that leaves out one cluster at a time; errs on the side of caution. */
    CR3("cluster-robust error CR3", Power.FULL);

    private final String words;
    private final Power power;

    ErrorRule(String words, Power power) {
        this.words = words;
        this.power = power;
    }

    Power power() {
        return power;
    }

    /** The factor for the variance. */
    double factor(double clusters, double rows, double parameters) {
        return switch (this) {
            case CR1 -> clusters / (clusters - 1);
            case CR1S -> clusters * (rows - 1) / ((clusters - 1) * (rows - parameters));
            default -> 1;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
