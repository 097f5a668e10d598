package org.iltlib.analytics.stats;

import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * A share with the exact interval of Clopper and Pearson: it holds the truth at least as often as it says, for which it
 * is wider than {@link WilsonInterval}. Immutable. Source: C. J. Clopper, E. S. Pearson (1934),
 * doi:10.1093/biomet/26.4.404.
 *
 * @param level the confidence level, between 0 and 1
 */
public record ClopperPearson(double level) {
    /** Checks the level. */
    public ClopperPearson {
        Distributions.open(level, "level");
    }

    /** Level 0.95. */
    public static ClopperPearson withDefaults() {
        return new ClopperPearson(0.95);
    }

    /** A copy with that level. */
    public ClopperPearson withLevel(double level) {
        return new ClopperPearson(level);
    }

    /** The share of successes among n; missing if n is 0. */
    public Measured<Estimate> of(long successes, long n) {
        Checks.require(successes >= 0 && successes <= n, "successes is %s. Expected 0 to %s.", successes, n);
        if (n == 0) {
            return Measured.missing(MissingReason.NO_STUDENTS, "n = 0");
        }
        double tail = (1 - level) / 2;
        double share = (double) successes / n;
        double lower =
                successes == 0 ? 0 : Distributions.betaQuantile((double) successes, (double) (n - successes) + 1, tail);
        double upper = successes == n
                ? 1
                : Distributions.betaQuantile((double) successes + 1, (double) (n - successes), 1 - tail);
        return Measured.of(Estimate.builder()
                .value(share)
                .lower(Math.min(share, lower))
                .upper(Math.max(share, upper))
                .level(level)
                .n(n)
                .unit("share")
                .method("share, exact interval of Clopper and Pearson")
                .build());
    }
}
