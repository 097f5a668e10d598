package org.iltlib.analytics.measurement.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.HiddenAbility;
import org.iltlib.analytics.internal.ScorePass;
import org.iltlib.base.Checks;
import org.iltlib.evidence.response.ResponseTable;

/**
 * All that a Rasch or partial credit model needs of the responses: for each item how often it gave each number of
 * points, and for each set of items that was given how many students reached each score. Whole numbers; two can be
 * added in any order. A fit from them does not depend on the number of students in its cost. Immutable.
 */
public final class RaschCounts implements Responses {
    private final List<String> items;
    private final long[][] totals;
    private final SortedMap<String, long[]> scores;
    private final long students;

    private RaschCounts(List<String> items, long[][] totals, SortedMap<String, long[]> scores) {
        this.items = items;
        this.totals = totals;
        this.scores = scores;
        this.students = scores.values().stream()
                .mapToLong(histogram -> Arrays.stream(histogram).sum())
                .sum();
    }

    /** The counts of a table. Linear in the responses. */
    public static RaschCounts of(ResponseTable table) {
        int rows = table.students();
        int[] sums = new int[rows];
        long[][] totals = new long[table.items()][];
        boolean complete = rows > 0;
        for (int item = 0; item < totals.length && complete; item++) {
            byte[] column = table.codes(item);
            long[] total = new long[table.largest(item) + 1];
            for (int i = 0; i < rows && complete; i++) {
                complete = column[i] >= 0;
                if (complete) {
                    sums[i] += column[i];
                    total[column[i]]++;
                }
            }
            totals[item] = total;
        }
        if (!complete) {
            return of(ResponsePatterns.of(table));
        }
        long[] histogram = new long
                [Arrays.stream(totals).mapToInt(total -> total.length - 1).sum() + 1];
        for (int sum : sums) {
            histogram[sum]++;
        }
        SortedMap<String, long[]> scores = new TreeMap<>();
        scores.put("1".repeat(totals.length), histogram);
        return new RaschCounts(table.itemNames(), totals, scores);
    }

    /** The counts of patterns. */
    public static RaschCounts of(ResponsePatterns patterns) {
        int items = patterns.itemNames().size();
        long[][] totals = new long[items][];
        for (int item = 0; item < items; item++) {
            totals[item] = new long[patterns.largest(item) + 1];
        }
        int most = Arrays.stream(totals).mapToInt(total -> total.length - 1).sum();
        SortedMap<String, long[]> scores = new TreeMap<>();
        char[] given = new char[items];
        for (int i = 0; i < patterns.patterns(); i++) {
            int sum = 0;
            for (int item = 0; item < items; item++) {
                int code = patterns.code(i, item);
                given[item] = code >= 0 ? '1' : '0';
                if (code >= 0) {
                    totals[item][code] += patterns.students(i);
                    sum += code;
                }
            }
            scores.computeIfAbsent(new String(given), key -> new long[most + 1])[sum] += patterns.students(i);
        }
        return new RaschCounts(patterns.itemNames(), totals, scores);
    }

    /**
     * The counts of these students and those.
     *
     * @throws IllegalArgumentException if the items are others, or in another order
     */
    public RaschCounts plus(RaschCounts others) {
        Checks.require(items.equals(others.items), "The items are %s and %s. Expected the same.", items, others.items);
        long[][] sums = new long[totals.length][];
        for (int item = 0; item < totals.length; item++) {
            sums[item] = sum(totals[item], others.totals[item]);
        }
        SortedMap<String, long[]> merged = new TreeMap<>(scores);
        others.scores.forEach((given, histogram) -> merged.merge(given, histogram, RaschCounts::sum));
        return new RaschCounts(items, sums, merged);
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    @Override
    public List<String> itemNames() {
        return items;
    }

    @Override
    public long students() {
        return students;
    }

    /** The number of different sets of items that were given. */
    public int booklets() {
        return scores.size();
    }

    @Override
    public int largest(int item) {
        return totals[item].length - 1;
    }

    @Override
    public long count(int item, int points) {
        Checks.require(item >= 0 && item < items.size(), "item is %s. Expected 0 to %s.", item, items.size() - 1);
        return points >= 0 && points < totals[item].length ? totals[item][points] : 0;
    }

    /** The sets of items given, by their places, with the histogram of scores. */
    List<ScorePass.Booklet> list() {
        List<ScorePass.Booklet> list = new ArrayList<>();
        for (Map.Entry<String, long[]> entry : scores.entrySet()) {
            int[] given = IntStream.range(0, items.size())
                    .filter(item -> entry.getKey().charAt(item) == '1')
                    .toArray();
            list.add(new ScorePass.Booklet(given, entry.getValue()));
        }
        return list;
    }

    @Override
    public HiddenAbility at(Places places) {
        double[][] moved = new double[places.categories().length][];
        for (int item = 0; item < moved.length; item++) {
            moved[item] = new double[places.categories()[item]];
        }
        for (int item = 0; item < totals.length; item++) {
            for (int k = 0; k < totals[item].length && places.place()[item] >= 0; k++) {
                moved[places.place()[item]][k] = totals[item][k];
            }
        }
        List<ScorePass.Booklet> booklets = new ArrayList<>();
        for (ScorePass.Booklet booklet : list()) {
            booklets.add(new ScorePass.Booklet(
                    Arrays.stream(booklet.items())
                            .map(item -> places.place()[item])
                            .toArray(),
                    booklet.scores()));
        }
        return new ScorePass(booklets, moved, places.nodes(), places.stride());
    }
}
