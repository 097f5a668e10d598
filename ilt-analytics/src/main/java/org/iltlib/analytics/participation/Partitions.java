package org.iltlib.analytics.participation;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.iltlib.base.Checks;

/** All ways in which turns can fall on members, order aside, each with its probability. */
final class Partitions {
    private static final int MOST = 2_000_000;

    private final ToDoubleFunction<Turns> measure;
    private final int members;
    private final double[] logFactorial;
    private final double logAll;
    private final int[] parts;
    private double[][] found = new double[1024][];
    private int size;

    private Partitions(ToDoubleFunction<Turns> measure, int members, int turns) {
        this.measure = measure;
        this.members = members;
        this.parts = new int[members];
        this.logFactorial = new double[Math.max(members, turns) + 1];
        for (int i = 2; i < logFactorial.length; i++) {
            logFactorial[i] = logFactorial[i - 1] + StrictMath.log(i);
        }
        this.logAll = logFactorial[members] + logFactorial[turns] - turns * StrictMath.log(members);
    }

    static ChanceBand band(ToDoubleFunction<Turns> measure, int members, int turns) {
        long ways = count(members, turns);
        Checks.require(
                ways <= MOST,
                "%s members can share %s turns in %s ways. Expected at most %s. Maybe simulate the band.",
                members,
                turns,
                ways > MOST ? "more than " + MOST : ways,
                MOST);
        Partitions all = new Partitions(measure, members, turns);
        all.split(0, turns, turns);
        return all.band();
    }

    /** The number of ways, or a larger number than is allowed. */
    private static long count(int members, int turns) {
        long[] ways = new long[turns + 1];
        ways[0] = 1;
        for (int part = 1; part <= members; part++) {
            for (int sum = part; sum <= turns; sum++) {
                ways[sum] = Math.min(MOST + 1L, ways[sum] + ways[sum - part]);
            }
        }
        return ways[turns];
    }

    /** Parts fall: each is at most the one before. */
    private void split(int at, int left, int most) {
        if (at == members - 1) {
            if (left <= most) {
                parts[at] = left;
                add();
            }
            return;
        }
        int least = (left + members - at - 1) / (members - at);
        for (int part = Math.min(left, most); part >= least; part--) {
            parts[at] = part;
            split(at + 1, left - part, part);
        }
    }

    private void add() {
        double log = logAll;
        int same = 0;
        for (int i = 0; i < members; i++) {
            log -= logFactorial[parts[i]];
            same = i > 0 && parts[i] == parts[i - 1] ? same + 1 : 1;
            log -= StrictMath.log(same);
        }
        if (size == found.length) {
            found = Arrays.copyOf(found, 2 * size);
        }
        found[size++] = new double[] {measure.applyAsDouble(Turns.of(parts)), StrictMath.exp(log)};
    }

    private ChanceBand band() {
        double[][] rising = Arrays.copyOf(found, size);
        Arrays.sort(rising, (a, b) -> Double.compare(a[0], b[0]));
        double expected = 0;
        double sum = 0;
        double low = rising[size - 1][0];
        double high = low;
        for (double[] value : rising) {
            expected += value[0] * value[1];
            sum += value[1];
            low = sum >= 0.05 ? Math.min(low, value[0]) : low;
            high = sum >= 0.95 ? Math.min(high, value[0]) : high;
        }
        return new ChanceBand(expected, low, high);
    }
}
