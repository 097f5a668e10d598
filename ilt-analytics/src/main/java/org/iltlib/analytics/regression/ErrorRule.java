package org.iltlib.analytics.regression;

import org.iltlib.analytics.internal.robust.ClusterRobust.Power;

/**
 * How standard errors are computed. The cluster-robust rules (CR) let the errors of a cluster go together in any way, the
 * heteroscedasticity-robust ones (HC) let every row have a spread of its own: they are the former with every row a
 * cluster. The numbers differ in how they make up for the residuals of a fit being too small.
 *
 * <p>Source: Bell &amp; McCaffrey (2002), Survey Methodology 28, 169–181; Pustejovsky &amp; Tipton (2018),
 * doi:10.1080/07350015.2016.1247004; MacKinnon &amp; White (1985), doi:10.1016/0304-4076(85)90158-7.
 */
public enum ErrorRule {
    /** All errors independent and equally spread: the classical formula of least squares, clusters ignored. */
    CLASSICAL("classical standard error", Power.NONE, false),
    /** White's: every row its own spread, clusters ignored; too small with few rows. */
    HC0("heteroscedasticity-robust error HC0", Power.NONE, true),
    /** HC0 with the variance times N/(N−p). */
    HC1("heteroscedasticity-robust error HC1", Power.NONE, true),
    /** Squared residuals over 1 − leverage. */
    HC2("heteroscedasticity-robust error HC2", Power.HALF, true),
    /** Squared residuals over (1 − leverage)². */
    HC3("heteroscedasticity-robust error HC3", Power.FULL, true),
    /** The plain sandwich; too small with few clusters. */
    CR0("cluster-robust error CR0", Power.NONE, false),
    /** CR0 with the variance times G/(G−1), G the number of clusters. */
    CR1("cluster-robust error CR1", Power.NONE, false),
    /** CR0 with the variance times G(N−1)/((G−1)(N−p)), as Stata does; p counts the absorbed groups. */
    CR1S("cluster-robust error CR1S", Power.NONE, false),
    /** Bias-reduced linearisation: exact if the working model of the errors is true. The default. */
    CR2("cluster-robust error CR2", Power.HALF, false),
    /** Close to the jackknife that leaves out one cluster at a time; errs on the side of caution. */
    CR3("cluster-robust error CR3", Power.FULL, false);

    private final String words;
    private final Power power;
    private final boolean byRow;

    ErrorRule(String words, Power power, boolean byRow) {
        this.words = words;
        this.power = power;
        this.byRow = byRow;
    }

    /** q in A = (I − H)^q, by which the residuals of a cluster are multiplied: 0, −½ or −1. */
    public double exponent() {
        return power == Power.HALF ? -0.5 : power == Power.FULL ? -1 : 0;
    }

    Power power() {
        return power;
    }

    /** Whether every row counts as a cluster, whatever the clusters are. */
    public boolean isByRow() {
        return byRow;
    }

    /**
     * The factor for the variance after residuals were scaled up.
     *
     * @param clusters the number of clusters; of rows for the HC rules
     * @param rows the number of rows
     * @param parameters the number of coefficients and absorbed groups
     */
    public double factor(double clusters, double rows, double parameters) {
        return switch (this) {
            case CR1 -> clusters / (clusters - 1);
            case CR1S -> clusters * (rows - 1) / ((clusters - 1) * (rows - parameters));
            case HC1 -> rows / (rows - parameters);
            default -> 1;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
