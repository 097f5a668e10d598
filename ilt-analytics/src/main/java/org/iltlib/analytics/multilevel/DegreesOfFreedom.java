package org.iltlib.analytics.multilevel;

/** Against which t distribution a coefficient is judged. */
public enum DegreesOfFreedom {
    /**
     * Satterthwaite's approximation, as in {@code lmerTest}: costs two gradients for each parameter of the random terms.
     * Where error variances are given, or the fit goes by iteration, the normal distribution stands in for it, and {@link
     * MixedFit#degreesOfFreedom} says so.
     */
    SATTERTHWAITE("Satterthwaite degrees of freedom"),
    /**
     * Kenward and Roger's adjusted covariance and degrees of freedom, as in {@code pbkrtest}: for REML and up to 1,500
     * random coefficients in all; dense, O(m³).
     */
    KENWARD_ROGER("Kenward–Roger degrees of freedom"),
    /** Infinitely many: the normal distribution, which costs nothing and suits thousands of groups. */
    NORMAL("normal distribution");

    private final String words;

    DegreesOfFreedom(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
