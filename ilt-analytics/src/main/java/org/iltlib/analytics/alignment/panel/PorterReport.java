package org.iltlib.analytics.alignment.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.iltlib.analytics.alignment.ChanceReading;
import org.iltlib.analytics.alignment.ContentMatrix;
import org.iltlib.analytics.alignment.PairedItems;
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
 *
 * <p>A hit ties an item to an objective, or to a standard that it fits in general. Hits that fall on no topic of what is
 * intended, and items that a rater finds to fit nothing, count as hits elsewhere, where nothing is intended: they take
 * their share. A hit on a topic without a demand has no cell and is left out.
 */
@Value.Immutable
public abstract class PorterReport {
    /** The topic under which {@link #assessed} shows the hits that fall on no topic of what is intended. */
    public static final String OFF_PLAN = "off-the-plan";

    PorterReport() {}

    /** What is intended. */
    public abstract ContentMatrix intended();

    /** What is assessed, all raters' hits with a demand together; hits elsewhere, if there are any, stand last. */
    public abstract ContentMatrix assessed();

    /** How many hits of all raters fall on no topic of what is intended, those without a demand among them. */
    public abstract int offPlan();

    /** How many hits of all raters on topics of what is intended have no demand, and are left out. */
    public abstract int unrated();

    /** The index of each rater's hits with what is intended; missing for a rater without a hit. */
    public abstract Map<PersonId, Measured<Ratio>> byRater();

    /** The index of all hits together with what is intended; raters who differ raise it, so chance is not asked of it. */
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

    /** The model in which the demands of each item are paired with the topics of another by chance, raters kept together. */
    public abstract PairedItems pairedItems();

    /** The raters' agreement. */
    public abstract PanelAgreement agreement();

    /**
     * The report on one round of judging.
     *
     * @param intended the topics and demands that are wanted
     * @param topicOf the topic of an objective or standard, if it has one among them
     * @throws IllegalArgumentException if the scale of the alignment is not declared or not that of the table, nobody
     *     judged in that round, the table holds nothing, or it has a topic that is named as {@link #OFF_PLAN}
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
        List<PairedItems.Coded> codes =
                judgments.stream().map(one -> code(one, topicOf)).toList();
        PairedItems paired = PairedItems.of(intended, codes);
        int elsewhere = codes.stream().mapToInt(PairedItems.Coded::elsewhere).sum();
        int elsewhereRated = codes.stream()
                .filter(code -> code.demand().isPresent())
                .mapToInt(PairedItems.Coded::elsewhere)
                .sum();
        ContentMatrix planned = hits(intended, intended.topics(), codes);
        ContentMatrix assessed = elsewhereRated == 0 ? planned : withOff(planned, codes);
        List<Ratio> none = List.of(Ratio.ZERO);
        List<Ratio> off = List.of(Ratio.of(elsewhere, 1));
        List<Ratio> offUnrated = List.of(Ratio.of(elsewhere - elsewhereRated, 1));
        Map<PersonId, Measured<Ratio>> byRater = paired.indexes();
        return new Builder()
                .intended(intended)
                .assessed(assessed)
                .offPlan(elsewhere)
                .unrated(codes.stream()
                        .filter(code -> code.demand().isEmpty())
                        .mapToInt(code -> code.topics().size())
                        .sum())
                .byRater(byRater)
                .together(PorterIndex.ofWeights(join(intended.listCells(), none), join(planned.listCells(), off)))
                .byTopic(PorterIndex.ofWeights(join(topics(intended), none), join(topics(planned), off)))
                .byDemand(PorterIndex.ofWeights(
                        join(intended.demandTotals(), none), join(assessed.demandTotals(), offUnrated)))
                .index(overRaters(byRater))
                .pairedItems(paired)
                .agreement(PanelAgreement.of(intended.scale(), judgments))
                .build();
    }

    /** What a judgment says of the table: the topics that it hits, and how often it hits none. */
    private static PairedItems.Coded code(AlignmentJudgment one, Function<StandardId, Optional<String>> topicOf) {
        List<StandardId> named = new ArrayList<>(one.listObjectives());
        one.generic().ifPresent(named::add);
        List<String> topics =
                named.stream().flatMap(id -> topicOf.apply(id).stream()).toList();
        int elsewhere = one.uncodable() ? 1 : named.size() - topics.size();
        return new PairedItems.Coded(one.item(), one.rater(), topics, elsewhere, one.demand());
    }

    private static ContentMatrix hits(ContentMatrix intended, List<String> topics, List<PairedItems.Coded> codes) {
        ContentMatrix hits = ContentMatrix.of(intended.scale(), topics);
        for (PairedItems.Coded code : codes) {
            for (String topic : code.demand().isPresent() ? code.topics() : List.<String>of()) {
                hits = hits.with(topic, code.demand().get(), Ratio.ONE);
            }
        }
        return hits;
    }

    private static ContentMatrix withOff(ContentMatrix planned, List<PairedItems.Coded> codes) {
        Checks.require(
                !planned.topics().contains(OFF_PLAN),
                "The table has a topic \"%s\". Expected another name, since hits elsewhere stand under it.",
                OFF_PLAN);
        List<String> topics = new ArrayList<>(planned.topics());
        topics.add(OFF_PLAN);
        ContentMatrix all = hits(planned, topics, codes);
        for (PairedItems.Coded code : codes) {
            if (code.demand().isPresent()) {
                all = all.with(OFF_PLAN, code.demand().get(), Ratio.of(code.elsewhere(), 1));
            }
        }
        return all;
    }

    private static List<Ratio> topics(ContentMatrix matrix) {
        return matrix.topics().stream().map(matrix::topicTotal).toList();
    }

    private static List<Ratio> join(List<Ratio> cells, List<Ratio> more) {
        return Stream.concat(cells.stream(), more.stream()).toList();
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

    /**
     * Where the mean of the raters' indexes lies in what chance gives under that model; missing if nobody has a hit. A
     * model says what one table of items gives; the mean over raters who judge the same items has the same mean and no wider
     * interval.
     *
     * @throws IllegalArgumentException if the model counts more items than the most hits of one rater, as it does where all
     *     raters' hits are taken for items
     */
    public Measured<ChanceReading> against(PorterNull model, PorterChance chance) {
        if (model instanceof PorterNull.UniformItems uniform) {
            items(uniform.second());
        } else if (model instanceof PorterNull.SameMargins margins) {
            items(margins.second().total().numerator().longValueExact());
        }
        return pairedItems().observed().map(index -> chance.of(model, index));
    }

    private void items(long counted) {
        long most = pairedItems().mostHits();
        Checks.require(
                counted <= most,
                "The model counts %s items. Expected at most %s, the hits of one rater."
                        + " Maybe the hits of all raters were taken for items; see pairedItems.",
                counted,
                most);
    }

    /** Builds a report. */
    static final class Builder extends ImmutablePorterReport.Builder {
        Builder() {}
    }
}
