package org.iltlib.analytics.alignment.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iltlib.analytics.alignment.ChanceReading;
import org.iltlib.analytics.alignment.ContentMatrix;
import org.iltlib.analytics.alignment.PorterChance;
import org.iltlib.analytics.alignment.PorterIndex;
import org.iltlib.analytics.alignment.PorterNull;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.StandardId;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/**
 * The alignment index of an assessment, as each rater's judgments give it, with what is intended: the mean over raters
 * with an interval over raters, the index of all judgments together, and the raters' agreement. What chance gives is
 * asked for separately, under a named model. Immutable.
 */
@Value.Immutable
public abstract class PorterReport {
    PorterReport() {}

    /** What is intended. */
    public abstract ContentMatrix intended();

    /** What is assessed, all raters' hits together. */
    public abstract ContentMatrix assessed();

    /** The index of each rater's hits with what is intended; missing for a rater without a hit. */
    public abstract Map<PersonId, Measured<Ratio>> byRater();

    /** The index of all hits together with what is intended. */
    public abstract Measured<Ratio> together();

    /** As {@link #together}, for the totals of the topics alone. */
    public abstract Measured<Ratio> byTopic();

    /** As {@link #together}, for the totals of the levels of demand alone. */
    public abstract Measured<Ratio> byDemand();

    /**
     * The mean of the raters' indexes with Student's interval over raters, cut at 0 and 1; missing for fewer than two
     * raters with an index. It tells how far another panel may differ, not how far other items may.
     */
    public abstract Measured<Estimate> index();

    /** The raters' agreement. */
    public abstract PanelAgreement agreement();

    /**
     * The report on one round of judging.
     *
     * @param intended the topics and demands that are wanted
     * @param topicOf the topic of an objective, if it has one among them
     * @throws IllegalArgumentException if the scale of the alignment is not declared or not that of the table, or nobody
     *     judged in that round
     */
    public static PorterReport of(
            Alignment alignment, int round, ContentMatrix intended, Function<StandardId, Optional<String>> topicOf) {
        Checks.require(
                WebbReport.scale(alignment).equals(intended.scale()),
                "The items were judged on \"%s\", the table is on \"%s\". Maybe translate it by a declared crosswalk.",
                alignment.scale(),
                intended.scale().id());
        List<AlignmentJudgment> judgments = alignment.listRound(round);
        Checks.require(!judgments.isEmpty(), "Nobody judged in round %s of \"%s\".", round, alignment.id());
        Map<PersonId, Measured<Ratio>> byRater = new LinkedHashMap<>();
        for (PersonId rater : alignment.listRaters()) {
            List<AlignmentJudgment> own =
                    judgments.stream().filter(one -> one.rater().equals(rater)).toList();
            if (!own.isEmpty()) {
                byRater.put(rater, PorterIndex.of(intended, hits(intended, own, topicOf)));
            }
        }
        ContentMatrix assessed = hits(intended, judgments, topicOf);
        return new Builder()
                .intended(intended)
                .assessed(assessed)
                .byRater(byRater)
                .together(PorterIndex.of(intended, assessed))
                .byTopic(PorterIndex.byTopic(intended, assessed))
                .byDemand(PorterIndex.byDemand(intended, assessed))
                .index(overRaters(byRater))
                .agreement(PanelAgreement.of(intended.scale(), judgments))
                .build();
    }

    private static ContentMatrix hits(
            ContentMatrix intended, List<AlignmentJudgment> judgments, Function<StandardId, Optional<String>> topicOf) {
        return ContentMatrix.ofJudgments(intended.scale(), intended.topics(), judgments, topicOf);
    }

    private static Measured<Estimate> overRaters(Map<PersonId, Measured<Ratio>> byRater) {
        List<Ratio> values = new ArrayList<>();
        byRater.values().forEach(one -> one.value().ifPresent(values::add));
        Optional<Ratio> mean = Ratio.mean(values).value();
        Optional<Double> deviation = Ratio.deviation(values).value();
        if (mean.isEmpty() || deviation.isEmpty()) {
            return Measured.missing(MissingReason.TOO_FEW, "at least two raters with an index are needed");
        }
        double centre = mean.get().toDouble();
        double error = deviation.get() / Math.sqrt(values.size());
        double reach = error * Distributions.studentQuantile(values.size() - 1.0, 0.975);
        return Measured.of(Estimate.builder()
                .value(centre)
                .lower(Math.min(centre, Math.max(0, centre - reach)))
                .upper(Math.max(centre, Math.min(1, centre + reach)))
                .level(0.95)
                .standardError(error)
                .n(values.size())
                .unit("alignment index")
                .method("mean over raters, Student t interval")
                .build());
    }

    /** Where the index of all hits together lies in what chance gives under that model; missing if the index is. */
    public Measured<ChanceReading> against(PorterNull model, PorterChance chance) {
        return together().map(index -> chance.of(model, index));
    }

    /** Builds a report. */
    static final class Builder extends ImmutablePorterReport.Builder {
        Builder() {}
    }
}
