package org.iltlib.analytics.climate;

import java.util.Locale;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.evidence.survey.Construct;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.Finding;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Standing;
import org.immutables.value.Value;

/**
 * What a scale of a survey came to, with how reliable it was and how many answered. Never without the response rate, for
 * a mean of few is no mean of all. Immutable; from {@link SurveyReading}.
 */
@Value.Immutable
public abstract class ScaleScore {
    ScaleScore() {}

    /** The id of the scale. */
    public abstract String scale();

    /** What it is meant to measure. */
    public abstract Construct construct();

    /** The mean of the respondents' scores; suppressed below the number promised. */
    public abstract Measured<Estimate> mean();

    /** Cronbach's alpha over those who answered every item; missing where it is undefined, one item for instance. */
    public abstract Measured<Estimate> alpha();

    /** What the mean of all asked could be at least, if everybody silent had chosen the lowest option. */
    public abstract Measured<Double> least();

    /** What it could be at most, if everybody silent had chosen the highest. */
    public abstract Measured<Double> most();

    /** The response rate of the survey. */
    public abstract Fraction responseRate();

    /** Whether alpha is known and at least so much; what is enough depends on what is done with the number. */
    public boolean isReliable(double enough) {
        return alpha().value().filter(known -> known.value() >= enough).isPresent();
    }

    /** All of it in words. */
    public Explanation explain() {
        return Explanation.of("%s: %s.", construct(), mean())
                .because("Response rate %s.", percent(responseRate()))
                .because("Cronbach's alpha: %s.", alpha())
                .because(
                        "Whatever those would have said who did not answer, the mean of all lies from %s to %s.",
                        brief(least()), brief(most()));
    }

    private static String brief(Measured<Double> number) {
        return number.map(value -> String.format(Locale.ROOT, "%.2f", value)).orElse(number.toString());
    }

    private static String percent(Fraction share) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * share.numerator() / share.denominator());
    }

    /**
     * A finding for the record, judged neither a strength nor a weakness.
     *
     * @param id of the finding
     * @param survey the entry of the survey
     */
    public Finding finding(EntryId id, EntryId survey) {
        return Finding.builder()
                .id(id)
                .statement("Mean score for " + construct() + ", by those who answered.")
                .standing(Standing.NEUTRAL)
                .measure(Measure.of(
                        "scale-" + scale(), construct().toString(), "scale points", Direction.HIGHER_IS_BETTER))
                .estimate(mean())
                .addEvidence(survey)
                .explanation(explain())
                .build();
    }

    /** Builds a score; for the calculator. */
    static final class Builder extends ImmutableScaleScore.Builder {
        Builder() {}
    }
}
