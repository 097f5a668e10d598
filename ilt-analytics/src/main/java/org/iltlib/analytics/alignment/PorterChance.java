package org.iltlib.analytics.alignment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;

/**
 * How high an alignment index lies by chance alone, under a named model: the exact mean, and an interval from seeded
 * draws. There is no threshold: see {@link PorterNull}. Immutable.
 *
 * <p>Time grows with draws times items or cells.
 */
public final class PorterChance {
    private static final int MOST_ITEMS = 2_000;

    private final double level;
    private final int draws;
    private final long seed;

    private PorterChance(double level, int draws, long seed) {
        this.level = level;
        this.draws = draws;
        this.seed = seed;
    }

    /** Intervals of level 0.95 from 10,000 draws that start from that seed. */
    public static PorterChance seeded(long seed) {
        return new PorterChance(0.95, 10_000, seed);
    }

    /** A copy with intervals at that level, between 0 and 1, both excluded. */
    public PorterChance withLevel(double other) {
        Checks.require(other > 0 && other < 1, "level is %s. Expected between 0 and 1, such as 0.95.", other);
        return new PorterChance(other, draws, seed);
    }

    /** A copy with so many draws, 100 at least. */
    public PorterChance withDraws(int other) {
        Checks.require(other >= 100, "draws is %s. Expected at least 100.", other);
        return new PorterChance(level, other, seed);
    }

    /**
     * The exact mean index of two tables whose items fall independently, each table with its own chances of the cells.
     *
     * @param first the chance of each cell in the first table; they sum to 1
     * @param firstItems how many items the first table has, at most 2,000
     * @param second the chance of each cell in the second table; they sum to 1
     * @param secondItems how many items the second table has, at most 2,000
     * @throws IllegalArgumentException if the lists differ in length, do not sum to 1, or there are no items or too many
     */
    public static Ratio expectation(List<Ratio> first, int firstItems, List<Ratio> second, int secondItems) {
        Checks.require(first.size() == second.size(), "The tables have %s and %s cells.", first.size(), second.size());
        items(firstItems, "firstItems");
        items(secondItems, "secondItems");
        shares(first, "first");
        shares(second, "second");
        Ratio distance = Ratio.ZERO;
        for (int i = 0; i < first.size(); i++) {
            distance = distance.plus(BinomialDistance.of(first.get(i), firstItems, second.get(i), secondItems));
        }
        return Ratio.ONE.minus(distance.dividedBy(2));
    }

    /** Whole numbers of that many digits are worked with, so there is a bound. */
    static void items(int items, String name) {
        Checks.positive(items, name);
        Checks.require(
                items <= MOST_ITEMS,
                "%s is %s. Expected at most %s. Maybe chance matters little among so many items.",
                name,
                items,
                MOST_ITEMS);
    }

    private static void shares(List<Ratio> shares, String name) {
        shares.forEach(share -> Checks.require(
                share.numerator().signum() >= 0, "%s has the share %s. Expected zero or more.", name, share));
        Checks.require(
                Ratio.sum(shares).equals(Ratio.ONE),
                "The shares of %s sum to %s. Expected 1.",
                name,
                Ratio.sum(shares));
    }

    /** What chance gives under that model, and where the observed index lies in it. */
    public ChanceReading of(PorterNull model, Ratio observed) {
        double[] drawn = drawn(model);
        Arrays.sort(drawn);
        double value = observed.toDouble();
        long below = Arrays.stream(drawn).filter(one -> one <= value + 1e-12).count();
        long above = Arrays.stream(drawn).filter(one -> one >= value - 1e-12).count();
        return new ChanceReading.Builder()
                .model(model)
                .observed(observed)
                .expectation(model.expectation())
                .lower(quantile(drawn, (1 - level) / 2))
                .upper(quantile(drawn, (1 + level) / 2))
                .level(level)
                .draws(draws)
                .seed(seed)
                .atOrBelow(Ratio.of(below, draws))
                .atOrAbove(Ratio.of(above, draws))
                .build();
    }

    /** The smallest drawn value that at least that share of the draws does not exceed. */
    private static double quantile(double[] sorted, double share) {
        int place = (int) Math.ceil(share * sorted.length - 1e-9) - 1;
        return sorted[Math.max(0, Math.min(sorted.length - 1, place))];
    }

    private double[] drawn(PorterNull model) {
        SplitMix chance = SplitMix.of(seed);
        double[] values = new double[draws];
        if (model instanceof PorterNull.UniformItems uniform) {
            for (int i = 0; i < draws; i++) {
                values[i] = uniform(uniform, chance);
            }
        } else if (model instanceof PorterNull.AnyShares any) {
            for (int i = 0; i < draws; i++) {
                values[i] = common(shares(any.cells(), chance), shares(any.cells(), chance));
            }
        } else if (model instanceof PorterNull.SameMargins margins) {
            permute(margins, chance, values);
        } else if (model instanceof PairedItems paired) {
            paired.draw(chance, values);
        }
        return values;
    }

    private static double uniform(PorterNull.UniformItems model, SplitMix chance) {
        long[] first = new long[model.cells()];
        long[] second = new long[model.cells()];
        for (int i = 0; i < model.first(); i++) {
            first[chance.nextInt(model.cells())]++;
        }
        for (int i = 0; i < model.second(); i++) {
            second[chance.nextInt(model.cells())]++;
        }
        long common = 0;
        for (int cell = 0; cell < model.cells(); cell++) {
            common += Math.min(first[cell] * model.second(), second[cell] * model.first());
        }
        return (double) common / ((long) model.first() * model.second());
    }

    /** A point of the flat Dirichlet distribution: exponential deviates over their sum. */
    private static double[] shares(int cells, SplitMix chance) {
        double[] shares = new double[cells];
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            shares[i] = -StrictMath.log(1 - chance.nextDouble());
            sum += shares[i];
        }
        for (int i = 0; i < cells; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static double common(double[] first, double[] second) {
        double common = 0;
        for (int i = 0; i < first.length; i++) {
            common += Math.min(first[i], second[i]);
        }
        return common;
    }

    private static void permute(PorterNull.SameMargins model, SplitMix chance, double[] values) {
        List<String> topics = ContentMatrix.topicsOfBoth(model.first(), model.second());
        int levels = model.second().scale().levels().size();
        double[] fixed = model.first().listCells(topics).stream()
                .mapToDouble(cell -> cell.dividedBy(model.first().total()).toDouble())
                .toArray();
        List<Integer> rows = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        List<Ratio> cells = model.second().listCells(topics);
        for (int cell = 0; cell < cells.size(); cell++) {
            BigInteger count = cells.get(cell).numerator();
            for (int i = 0; i < count.intValueExact(); i++) {
                rows.add(cell / levels);
                columns.add(cell % levels);
            }
        }
        int[] row = rows.stream().mapToInt(Integer::intValue).toArray();
        int[] column = columns.stream().mapToInt(Integer::intValue).toArray();
        for (int draw = 0; draw < values.length; draw++) {
            chance.shuffle(column, column.length);
            double[] drawn = new double[fixed.length];
            for (int i = 0; i < row.length; i++) {
                drawn[row[i] * levels + column[i]] += 1.0 / row.length;
            }
            values[draw] = common(fixed, drawn);
        }
    }
}
