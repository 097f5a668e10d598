package org.iltlib.analytics.quantile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/** What many fits say together, and what few residuals say alone. */
final class Replicated {
    private Replicated() {}

    /** Of the numbers in order of their size without sign, so many after the first few, ascending. */
    static double[] nearest(double[] values, int skipped, int count) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(values[i])))
                .skip(skipped)
                .limit(count)
                .mapToDouble(i -> values[i])
                .sorted()
                .toArray();
    }

    /** The standard deviation of each coefficient over the runs. */
    static Measured<double[]> spread(List<Measured<double[][]>> runs, int t) {
        for (Measured<double[][]> run : runs) {
            if (!run.isReported()) {
                return run.map(coefficients -> coefficients[t]);
            }
        }
        double[] first = runs.get(0).value().orElseThrow()[t];
        double[] spread = new double[first.length];
        for (int j = 0; j < spread.length; j++) {
            int column = j;
            double[] draws = runs.stream()
                    .mapToDouble(run -> run.value().orElseThrow()[t][column])
                    .toArray();
            double mean = Arrays.stream(draws).average().orElse(0);
            double squares = 0;
            for (double draw : draws) {
                squares += (draw - mean) * (draw - mean);
            }
            spread[j] = Math.sqrt(squares / (draws.length - 1));
            if (!Double.isFinite(spread[j])) {
                return Measured.missing(MissingReason.UNDEFINED, "a variance is not finite");
            }
        }
        return Measured.of(spread);
    }
}
