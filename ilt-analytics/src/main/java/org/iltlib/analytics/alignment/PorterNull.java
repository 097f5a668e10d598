package org.iltlib.analytics.alignment;

import java.math.BigInteger;
import java.util.List;
import org.iltlib.base.Checks;

/**
 * What "by chance" means when an alignment index is compared with it. The answers differ so much that an index may lie
 * above chance under one and below it under another; whoever tells the one must tell the other, so each has a name.
 *
 * <p>Sources: Fulmer, G. W. (2011), Estimating critical values for strength of alignment among curriculum, assessments,
 * and instruction, Journal of Educational and Behavioral Statistics 36(3), 381–402, doi:10.3102/1076998610381397; the
 * exact expectations are elementary.
 */
public sealed interface PorterNull
        permits PairedItems, PorterNull.AnyShares, PorterNull.SameMargins, PorterNull.UniformItems {
    /** The name, for beside the figure. */
    String name();

    /** The exact mean of the index under this model. */
    Ratio expectation();

    /**
     * Every item of either table falls into any cell with the same chance, independently. The time of the exact mean grows
     * with the square of the items.
     *
     * @param cells how many cells there are
     * @param first the items of the first table, at most 2,000
     * @param second the items of the second, at most 2,000
     */
    record UniformItems(int cells, int first, int second) implements PorterNull {
        /** Checks that all are positive and the tables not too large for an exact mean. */
        public UniformItems {
            Checks.positive(cells, "cells");
            PorterChance.items(first, "first");
            PorterChance.items(second, "second");
        }

        @Override
        public String name() {
            return "items fall into " + cells + " cells with equal chance (" + first + " and " + second + " items)";
        }

        @Override
        public Ratio expectation() {
            Ratio share = Ratio.of(1, cells);
            return Ratio.ONE.minus(BinomialDistance.of(share, first, share, second)
                    .times(Ratio.of(cells, 1))
                    .dividedBy(2));
        }
    }

    /**
     * Both tables hold shares, and any shares are as likely as any other: the flat Dirichlet distribution, whose mean
     * index is K/(2K − 1) for K cells.
     *
     * @param cells how many cells there are
     */
    record AnyShares(int cells) implements PorterNull {
        /** Checks that it is positive. */
        public AnyShares {
            Checks.positive(cells, "cells");
        }

        @Override
        public String name() {
            return "any shares of " + cells + " cells are equally likely (flat Dirichlet)";
        }

        @Override
        public Ratio expectation() {
            return Ratio.of(cells, 2L * cells - 1);
        }
    }

    /**
     * The items of the second table keep their topics and their demands, but which topic goes with which demand is drawn
     * by chance; the first table stays as it is. The second must count each item once, at least 1 and at most 10,000 of
     * them: what several raters say of an item is not several items, see {@link PairedItems}.
     *
     * @param first the table that stays
     * @param second the table whose items are drawn anew
     */
    record SameMargins(ContentMatrix first, ContentMatrix second) implements PorterNull {
        private static final BigInteger MOST = BigInteger.valueOf(10_000);

        /** Checks that the scales are the same and the second table counts items. */
        public SameMargins {
            ContentMatrix.topicsOfBoth(first, second);
            Checks.require(!first.total().isZero(), "The first table holds nothing. Expected some weight.");
            second.listCells()
                    .forEach(cell -> Checks.require(
                            cell.denominator().equals(BigInteger.ONE),
                            "A cell of the second table holds %s. Expected a whole number of items.",
                            cell));
            BigInteger total = second.total().numerator();
            Checks.require(
                    total.signum() > 0 && total.compareTo(MOST) <= 0,
                    "The second table holds %s items. Expected 1 to 10,000.",
                    total);
        }

        @Override
        public String name() {
            return "topics and demands of the second table as they are, paired by chance";
        }

        @Override
        public Ratio expectation() {
            List<String> topics = ContentMatrix.topicsOfBoth(first, second);
            int items = second.total().numerator().intValueExact();
            List<Ratio> columns = second.demandTotals();
            Ratio distance = Ratio.ZERO;
            for (String topic : topics) {
                int row = second.topicTotal(topic).numerator().intValueExact();
                for (int level = 0; level < columns.size(); level++) {
                    Ratio fixed = first.topics().contains(topic) ? first.cell(topic, level + 1) : Ratio.ZERO;
                    distance = distance.plus(BinomialDistance.ofDrawn(
                            fixed.dividedBy(first.total()),
                            row,
                            columns.get(level).numerator().intValueExact(),
                            items));
                }
            }
            return Ratio.ONE.minus(distance.dividedBy(2));
        }
    }
}
