package org.iltlib.analytics.stats;

import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * A share with Wilson's score interval, without continuity correction. Immutable. It stays within 0 and 1 and has a
 * width even for none or all. Source: E. B. Wilson (1927), doi:10.1080/01621459.1927.10502953.
 *
 * @param level the confidence level, between 0 and 1
 */
public record WilsonInterval(double level) {
    /** Checks the level. */
    public WilsonInterval {
        Distributions.open(level, "level");
    }

    /** Level 0.95. */
    public static WilsonInterval withDefaults() {
        return new WilsonInterval(0.95);
    }

    /** A copy with that level. */
    public WilsonInterval withLevel(double level) {
        return new WilsonInterval(level);
    }

    /** The share of successes among n; missing if n is 0. */
    public Measured<Estimate> of(long successes, long n) {
        Checks.require(successes >= 0 && successes <= n, "successes is %s. Expected 0 to %s.", successes, n);
        if (n == 0) {
            return Measured.missing(MissingReason.NO_STUDENTS, "n = 0");
        }
        double z = Distributions.normalQuantile((1 + level) / 2);
        double p = (double) successes / n;
        double scale = 1 + z * z / n;
        double centre = (p + z * z / (2 * n)) / scale;
        double reach = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n)) / scale;
        return Measured.of(Estimate.builder()
                .value(p)
                .lower(Math.min(p, Math.max(0, centre - reach)))
                .upper(Math.max(p, Math.min(1, centre + reach)))
                .level(level)
                .n(n)
                .unit("share")
                .method("share, Wilson interval")
                .build());
    }
}
