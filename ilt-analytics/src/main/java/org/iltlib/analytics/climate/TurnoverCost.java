package org.iltlib.analytics.climate;

import java.math.BigDecimal;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * What it costs to replace those who went: the number of posts to fill times the cost of filling one. Costs differ widely
 * by size of district and by what is counted, so the cost of one comes with its source. Immutable.
 *
 * @param perPost the cost of filling one post, in the currency of the source, zero or more
 * @param source who says so, in words
 */
public record TurnoverCost(BigDecimal perPost, String source) {
    /** Up to 25,000 US dollars in large districts, as the Learning Policy Institute told it in 2024; an upper figure. */
    public static final TurnoverCost LARGE_DISTRICT = new TurnoverCost(
            BigDecimal.valueOf(25_000), "Learning Policy Institute 2024, large districts, up to so many US dollars");

    /** Checks the cost and the source. */
    public TurnoverCost {
        Checks.require(perPost.signum() >= 0, "perPost is %s. Expected zero or more.", perPost);
        Checks.text(source, "source");
    }

    /** The cost to the district: those who went elsewhere and those who left. */
    public BigDecimal ofDistrict(RetentionReport report) {
        return perPost.multiply(BigDecimal.valueOf(report.moversBeyond() + report.leavers()));
    }

    /** The cost to its schools: all who are no longer in theirs; a mover within the district leaves a post to fill too. */
    public BigDecimal ofSchools(RetentionReport report) {
        return perPost.multiply(BigDecimal.valueOf(report.start() - report.stayers()));
    }

    /** The cost to the district in words. */
    public Explanation explain(RetentionReport report) {
        return Explanation.of(
                        "Replacing those who left the district: %s.",
                        ofDistrict(report).toPlainString())
                .because("%s posts at %s each.", report.moversBeyond() + report.leavers(), perPost.toPlainString())
                .because("Source: %s.", source);
    }
}
