package org.iltlib.analytics.alignment;

import java.util.List;
import java.util.function.Function;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.AlignmentJudgment;
import org.immutables.value.Value;

/** Webb's four criteria for one standard: each rater's figures, and their means, exact. Immutable. */
@Value.Immutable
public abstract class WebbResult {
    WebbResult() {}

    /** What each rater's judgments say, in order of first judgment. */
    public abstract List<WebbReviewer> reviewers();

    /** The judgments on objectives of the standard that name a challenge from outside the objective. */
    public abstract List<AlignmentJudgment> challenged();

    /** Mean number of hits; a hit is an item tied to an objective. */
    public Ratio hits() {
        return Ratio.sum(list(WebbResult::hitCount)).dividedBy(reviewers().size());
    }

    /** Mean share of compared hits at or above the objective's demand, over the raters with one; missing if none has. */
    public Measured<Ratio> demand() {
        return mean(WebbReviewer::demand);
    }

    /** Mean share of compared hits below the objective's demand; missing if no rater has one. */
    public Measured<Ratio> below() {
        return mean(WebbReviewer::belowShare);
    }

    /** Mean share of compared hits at the objective's demand; missing if no rater has one. */
    public Measured<Ratio> at() {
        return mean(WebbReviewer::atShare);
    }

    /** Mean share of compared hits above the objective's demand; missing if no rater has one. */
    public Measured<Ratio> above() {
        return mean(WebbReviewer::aboveShare);
    }

    /** Mean share of the objectives that are hit. */
    public Ratio range() {
        return Ratio.sum(list(WebbResult::rangeShare)).dividedBy(reviewers().size());
    }

    /** Mean balance of the hits over the objectives hit, over the raters with a hit; missing if none has. */
    public Measured<Ratio> balance() {
        return mean(WebbReviewer::balance);
    }

    /** The standard deviation of the number of hits over raters; missing for fewer than two. */
    public Measured<Double> hitsDeviation() {
        return Ratio.deviation(list(WebbResult::hitCount));
    }

    /** The standard deviation of the share of demanding hits over the raters with a compared hit; missing for fewer than two. */
    public Measured<Double> demandDeviation() {
        return Ratio.deviation(list(WebbReviewer::demand));
    }

    /** The standard deviation of the share of objectives hit over raters; missing for fewer than two. */
    public Measured<Double> rangeDeviation() {
        return Ratio.deviation(list(WebbResult::rangeShare));
    }

    /** The standard deviation of the balance over the raters with a hit; missing for fewer than two. */
    public Measured<Double> balanceDeviation() {
        return Ratio.deviation(list(WebbReviewer::balance));
    }

    private static Measured<Ratio> hitCount(WebbReviewer reviewer) {
        return Measured.of(Ratio.of(reviewer.hits(), 1));
    }

    private static Measured<Ratio> rangeShare(WebbReviewer reviewer) {
        return Measured.of(reviewer.range());
    }

    private List<Ratio> list(Function<WebbReviewer, Measured<Ratio>> figure) {
        return reviewers().stream()
                .flatMap(reviewer -> figure.apply(reviewer).value().stream())
                .toList();
    }

    private Measured<Ratio> mean(Function<WebbReviewer, Measured<Ratio>> figure) {
        List<Ratio> values = list(figure);
        return values.isEmpty()
                ? Measured.missing(MissingReason.UNDEFINED, "no rater has a hit that tells it")
                : Ratio.mean(values);
    }

    /** At least six hits; there is no weak band. */
    public WebbVerdict hitsVerdict() {
        return hits().compareTo(Ratio.of(6, 1)) >= 0 ? WebbVerdict.YES : WebbVerdict.NO;
    }

    /** Half or more: yes; from two fifths: weak. */
    public Measured<WebbVerdict> demandVerdict() {
        return demand().map(share -> verdict(share, Ratio.of(1, 2), Ratio.of(2, 5)));
    }

    /** Half or more: yes; from two fifths: weak. */
    public WebbVerdict rangeVerdict() {
        return verdict(range(), Ratio.of(1, 2), Ratio.of(2, 5));
    }

    /** 0.70 or more: yes; from 0.60: weak. */
    public Measured<WebbVerdict> balanceVerdict() {
        return balance().map(share -> verdict(share, Ratio.of(7, 10), Ratio.of(3, 5)));
    }

    private static WebbVerdict verdict(Ratio value, Ratio yes, Ratio weak) {
        return value.compareTo(yes) >= 0
                ? WebbVerdict.YES
                : value.compareTo(weak) >= 0 ? WebbVerdict.WEAK : WebbVerdict.NO;
    }

    /** Builds a result. */
    static final class Builder extends ImmutableWebbResult.Builder {
        Builder() {}
    }
}
