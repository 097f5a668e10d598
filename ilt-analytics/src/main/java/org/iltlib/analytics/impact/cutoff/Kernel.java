package org.iltlib.analytics.impact.cutoff;

/** How much a row counts by its distance from the cut-off, in bandwidths. */
public enum Kernel {
    /** 1 − |u|: less and less with distance. The default; best at a boundary. */
    TRIANGULAR("triangular kernel", 2.576),
    /** All rows within the bandwidth alike. */
    UNIFORM("uniform kernel", 1.843);

    private final String words;
    private final double pilot;

    Kernel(String words, double pilot) {
        this.words = words;
        this.pilot = pilot;
    }

    double at(double u) {
        double distance = Math.abs(u);
        return distance >= 1 ? 0 : this == TRIANGULAR ? 1 - distance : 1;
    }

    /** The constant of the rule of thumb for the first bandwidth. */
    double pilot() {
        return pilot;
    }

    @Override
    public String toString() {
        return words;
    }
}
