package org.iltlib.analytics.impact.time;

import org.iltlib.analytics.internal.SplitMix;

/** Simulated panels of units that start in 3, in 5 or never, over 6 periods, with effects that grow. */
final class StaggeredPanels {
    static final int PERIODS = 6;

    private StaggeredPanels() {}

    /** One row a unit and period; the effect is {@code size}·(1 + periods since the start). */
    static Panel of(SplitMix chance, int units, double size) {
        int n = units * PERIODS;
        double[] y = new double[n];
        int[] unit = new int[n];
        int[] period = new int[n];
        int[] start = new int[n];
        for (int u = 0; u < units; u++) {
            double own = 3 * chance.nextGaussian();
            int begins = u % 3 == 0 ? 3 : u % 3 == 1 ? 5 : Panel.NEVER;
            for (int t = 0; t < PERIODS; t++) {
                int i = u * PERIODS + t;
                unit[i] = 100 + u;
                period[i] = t + 1;
                start[i] = begins;
                double effect = t + 1 >= begins ? size * (2.0 + t - begins) : 0;
                y[i] = own + 0.5 * t + effect + chance.nextGaussian();
            }
        }
        return Panel.of(y, unit, period, start);
    }

    /** The true mean over all started unit-periods of {@link #of}: starts in 3 have 1 to 4, starts in 5 have 1 and 2. */
    static double truth(double size) {
        return size * (1 + 2 + 3 + 4 + 1 + 2) / 6.0;
    }
}
