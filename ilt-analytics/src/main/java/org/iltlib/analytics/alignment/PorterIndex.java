package org.iltlib.analytics.alignment;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * The Porter alignment index of two tables of topic by demand: 1 − ½ Σ |x − y| on the shares of the cells, from 0
 * (nothing in common) to 1 (the same shares). Symmetric; indifferent to the scale of either table; refining the cells
 * can only lower it. Linear in the number of cells.
 *
 * <p>Source: Porter, A. C. (2002), Measuring the content of instruction, Educational Researcher 31(7), 3–14,
 * doi:10.3102/0013189X031007003.
 */
public final class PorterIndex {
    private PorterIndex() {}

    /**
     * The index of two tables, cell by cell in the same order; missing if either table is empty of counts.
     *
     * @throws IllegalArgumentException if they differ in size or a count is negative
     */
    public static Measured<Ratio> of(List<Long> first, List<Long> second) {
        Checks.require(
                first.size() == second.size(),
                "The tables have %s and %s cells. Expected the same. Maybe one lacks a topic.",
                first.size(),
                second.size());
        long firstTotal = total(first, "first");
        long secondTotal = total(second, "second");
        if (firstTotal == 0 || secondTotal == 0) {
            return Measured.missing(MissingReason.UNDEFINED, "one of the tables holds nothing");
        }
        Ratio distance = Ratio.ZERO;
        for (int i = 0; i < first.size(); i++) {
            distance = distance.plus(Ratio.of(first.get(i), firstTotal)
                    .minus(Ratio.of(second.get(i), secondTotal))
                    .abs());
        }
        return Measured.of(Ratio.ONE.minus(distance.dividedBy(2)));
    }

    /**
     * The index of two tables of topic by demand; a topic that only one of them has counts as nothing in the other.
     * Missing if either table holds nothing.
     *
     * @throws IllegalArgumentException if they are on two scales of demand
     */
    public static Measured<Ratio> of(ContentMatrix first, ContentMatrix second) {
        List<String> topics = ContentMatrix.topicsOfBoth(first, second);
        return ofWeights(first.listCells(topics), second.listCells(topics));
    }

    /** As {@link #of(ContentMatrix, ContentMatrix)}, for the totals of the topics alone: whether the content is the same. */
    public static Measured<Ratio> byTopic(ContentMatrix first, ContentMatrix second) {
        List<String> topics = ContentMatrix.topicsOfBoth(first, second);
        return ofWeights(
                topics.stream().map(first::topicTotal).toList(),
                topics.stream().map(second::topicTotal).toList());
    }

    /** As {@link #of(ContentMatrix, ContentMatrix)}, for the totals of the levels of demand alone. */
    public static Measured<Ratio> byDemand(ContentMatrix first, ContentMatrix second) {
        ContentMatrix.topicsOfBoth(first, second);
        return ofWeights(first.demandTotals(), second.demandTotals());
    }

    /**
     * The index of two lists of exact weights, cell by cell in the same order; missing if either sums to 0.
     *
     * @throws IllegalArgumentException if they differ in length or a weight is negative
     */
    public static Measured<Ratio> ofWeights(List<Ratio> first, List<Ratio> second) {
        Checks.require(
                first.size() == second.size(),
                "The tables have %s and %s cells. Expected the same. Maybe one lacks a topic.",
                first.size(),
                second.size());
        Ratio firstTotal = weight(first);
        Ratio secondTotal = weight(second);
        if (firstTotal.isZero() || secondTotal.isZero()) {
            return Measured.missing(MissingReason.UNDEFINED, "one of the tables holds nothing");
        }
        Ratio common = Ratio.ZERO;
        for (int i = 0; i < first.size(); i++) {
            common = common.plus(
                    first.get(i).dividedBy(firstTotal).min(second.get(i).dividedBy(secondTotal)));
        }
        return Measured.of(common);
    }

    private static Ratio weight(List<Ratio> cells) {
        cells.forEach(
                cell -> Checks.require(cell.numerator().signum() >= 0, "A weight is %s. Expected zero or more.", cell));
        return Ratio.sum(cells);
    }

    private static long total(List<Long> cells, String name) {
        long total = 0;
        for (long cell : cells) {
            total = Math.addExact(total, Checks.notNegative(cell, name));
        }
        return total;
    }
}
