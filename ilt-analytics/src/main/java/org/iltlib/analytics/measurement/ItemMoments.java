package org.iltlib.analytics.measurement;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;
import org.jspecify.annotations.Nullable;

/**
 * All that reliability needs of a test: how many students have points on every item, the sums of the points, and the sums
 * of their products, in exact integers. Summaries of parts {@link #merge} to that of the whole, bit for bit, in any order
 * and shape; a part is taken out again by {@link #without}. Immutable; the square of the number of items in size.
 *
 * <p>Students who lack an item, for whatever reason, are counted in {@link #incomplete} and not used: an item that was
 * not administered is not wrong.
 */
public final class ItemMoments {
    private final List<String> items;
    private final long students;
    private final long incomplete;
    private final long[] sums;
    private final long[][] products;

    private ItemMoments(List<String> items, long students, long incomplete, long[] sums, long[][] products) {
        this.items = items;
        this.students = students;
        this.incomplete = incomplete;
        this.sums = sums;
        this.products = products;
    }

    /**
     * Of no students.
     *
     * @throws IllegalArgumentException if there are no items or one stands twice
     */
    public static ItemMoments none(List<String> items) {
        Checks.notEmpty(Checks.distinct(items, "items"), "items");
        return new ItemMoments(List.copyOf(items), 0, 0, new long[items.size()], triangle(items.size()));
    }

    /** Of a table. Linear in the students, with the square of the items; some milliseconds for 60,000 × 40. */
    public static ItemMoments of(ResponseTable table) {
        BitPlanes planes = BitPlanes.of(table);
        int k = table.items();
        long[] sums = new long[k];
        long[][] products = triangle(k);
        for (int i = 0; i < k; i++) {
            sums[i] = planes.sum(i);
            for (int j = 0; j <= i; j++) {
                products[i][j] = planes.product(i, j);
            }
        }
        long students = planes.students();
        return new ItemMoments(table.itemNames(), students, table.students() - students, sums, products);
    }

    private static long[][] triangle(int k) {
        long[][] rows = new long[k][];
        for (int i = 0; i < k; i++) {
            rows[i] = new long[i + 1];
        }
        return rows;
    }

    /**
     * Of these students and the others.
     *
     * @throws IllegalArgumentException if the items are not the same
     */
    public ItemMoments merge(ItemMoments other) {
        return combined(other, 1);
    }

    /**
     * Of these students without a part of them, as after a correction of the roster.
     *
     * <p>What is left must be what some students can have: no sum below zero, no square below its sum, nothing left of
     * nobody, no correlation beyond one. A part that was never in but leaves such numbers is not noticed.
     *
     * @throws IllegalArgumentException if the items are not the same, the part is larger than this, or what would be left is
     *     impossible
     */
    public ItemMoments without(ItemMoments part) {
        Checks.require(
                part.students <= students && part.incomplete <= incomplete,
                "the part has %s students. Expected at most the %s of the whole.",
                part.students,
                students);
        ItemMoments rest = combined(part, -1);
        Checks.require(
                rest.isPossible(),
                "What is left of %s students cannot be. Expected a part of the whole. Maybe it was never added.",
                rest.students);
        return rest;
    }

    private boolean isPossible() {
        BigInteger n = BigInteger.valueOf(students);
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] < 0 || products[i][i] < sums[i] || (students == 0 && products[i][i] != 0)) {
                return false;
            }
            for (int j = 0; j <= i; j++) {
                BigInteger one = spread(n, i, i);
                BigInteger two = spread(n, j, j);
                BigInteger both = spread(n, i, j);
                if (products[i][j] < 0
                        || one.signum() < 0
                        || both.multiply(both).compareTo(one.multiply(two)) > 0
                        || BigInteger.valueOf(products[i][j])
                                        .pow(2)
                                        .compareTo(BigInteger.valueOf(products[i][i])
                                                .multiply(BigInteger.valueOf(products[j][j])))
                                > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** n Σxy − Σx Σy. */
    private BigInteger spread(BigInteger n, int i, int j) {
        return n.multiply(BigInteger.valueOf(product(i, j)))
                .subtract(BigInteger.valueOf(sums[i]).multiply(BigInteger.valueOf(sums[j])));
    }

    private ItemMoments combined(ItemMoments other, int sign) {
        Checks.require(items.equals(other.items), "the items differ. Maybe the tests are different forms.");
        long[] newSums = new long[sums.length];
        long[][] newProducts = triangle(sums.length);
        for (int i = 0; i < sums.length; i++) {
            newSums[i] = Math.addExact(sums[i], sign * other.sums[i]);
            for (int j = 0; j <= i; j++) {
                newProducts[i][j] = Math.addExact(products[i][j], sign * other.products[i][j]);
            }
        }
        return new ItemMoments(
                items, students + sign * other.students, incomplete + sign * other.incomplete, newSums, newProducts);
    }

    /** The number of students who have points on every item. */
    public long students() {
        return students;
    }

    /** The number of students who lack an item. */
    public long incomplete() {
        return incomplete;
    }

    /** The number of items. */
    public int items() {
        return sums.length;
    }

    /** The names of the items, in order. */
    public List<String> itemNames() {
        return items;
    }

    /** The sum of the points of that item, from 0. */
    public long sum(int item) {
        return sums[item];
    }

    /** The sum over students of the product of the points of two items, or of the squares of one. */
    public long product(int one, int other) {
        return products[Math.max(one, other)][Math.min(one, other)];
    }

    /** Whether every item is scored 0 or 1 by everyone. */
    public boolean isRightOrWrong() {
        boolean all = true;
        for (int i = 0; i < sums.length; i++) {
            all &= products[i][i] == sums[i]; // x² = x for whole numbers says that x is 0 or 1
        }
        return all;
    }

    /** The covariance of two items, or the variance of one, with n − 1; 0 below two students. */
    public double covariance(int one, int other) {
        return spread(BigInteger.valueOf(product(one, other)), sums[one], sums[other]);
    }

    /** The variance of the totals, with n − 1; 0 below two students. */
    public double totalVariance() {
        long sum = Arrays.stream(sums).sum();
        BigInteger squares = BigInteger.ZERO;
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < i; j++) {
                squares = squares.add(BigInteger.valueOf(products[i][j]).shiftLeft(1));
            }
            squares = squares.add(BigInteger.valueOf(products[i][i]));
        }
        return spread(squares, sum, sum);
    }

    /** The mean of the totals; missing without students. */
    public Measured<Double> totalMean() {
        return students == 0
                ? Measured.missing(MissingReason.NO_STUDENTS, "nobody has points on every item")
                : Measured.of((double) Arrays.stream(sums).sum() / students);
    }

    /** n Σxy − Σx Σy, exact, over n (n − 1). */
    private double spread(BigInteger together, long one, long other) {
        if (students < 2) {
            return 0;
        }
        BigInteger n = BigInteger.valueOf(students);
        BigInteger top = together.multiply(n).subtract(BigInteger.valueOf(one).multiply(BigInteger.valueOf(other)));
        return top.doubleValue() / ((double) students * (students - 1));
    }

    /** The covariance of an item with the total. */
    private double withTotal(int item) {
        BigInteger together = BigInteger.ZERO;
        for (int j = 0; j < sums.length; j++) {
            together = together.add(BigInteger.valueOf(product(item, j)));
        }
        return spread(together, sums[item], Arrays.stream(sums).sum());
    }

    /** The correlation of an item with the total, the item in it; missing if either does not vary. */
    public Measured<Double> itemTotalCorrelation(int item) {
        return correlation(withTotal(item), covariance(item, item), totalVariance());
    }

    /** The correlation of an item with the total of the others; missing if either does not vary. */
    public Measured<Double> itemRestCorrelation(int item) {
        double own = covariance(item, item);
        double total = withTotal(item);
        return correlation(total - own, own, totalVariance() - 2 * total + own);
    }

    private static Measured<Double> correlation(double together, double one, double other) {
        return one > 0 && other > 0
                ? Measured.of(Math.max(-1, Math.min(1, together / Math.sqrt(one * other))))
                : Measured.missing(MissingReason.UNDEFINED, "the item or the rest does not vary");
    }

    /** Cronbach's alpha of the test without that item; missing for fewer than three items or if the rest does not vary. */
    public Measured<Double> alphaWithout(int item) {
        int k = sums.length - 1;
        if (k < 2 || students < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "at least three items and two students are needed");
        }
        double own = covariance(item, item);
        double rest = totalVariance() - 2 * withTotal(item) + own;
        double parts = -own;
        for (int j = 0; j < sums.length; j++) {
            parts += covariance(j, j);
        }
        return rest > 0
                ? Measured.of(k / (k - 1.0) * (1 - parts / rest))
                : Measured.missing(MissingReason.UNDEFINED, "the rest does not vary");
    }

    /** Whether items and sums are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ItemMoments moments
                && items.equals(moments.items)
                && students == moments.students
                && incomplete == moments.incomplete
                && Arrays.equals(sums, moments.sums)
                && Arrays.deepEquals(products, moments.products);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(students) + Arrays.hashCode(sums);
    }

    /** Such as {@code 1000 students, 5 items}. */
    @Override
    public String toString() {
        return students + " students, " + items() + " items";
    }
}
