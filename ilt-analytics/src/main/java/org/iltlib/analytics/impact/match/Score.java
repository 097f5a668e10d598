package org.iltlib.analytics.impact.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Each row as a point, so that the distance of two rows is that of their points.
 *
 * @param words what the distance is
 * @param points the coordinates, by column
 * @param spread what a caliper of one means
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record Score(String words, double[][] points, double spread) {
    static Measured<Score> of(Candidates candidates, Inputs inputs, Matching.Distance distance) {
        return switch (distance) {
            case PROPENSITY -> Propensity.fit(candidates, inputs).map(fit -> line("propensity", fit.shares()));
            case LOG_ODDS -> Propensity.fit(candidates, inputs).map(fit -> line("log odds of treatment", fit.linear()));
            case MAHALANOBIS -> mahalanobis(candidates, inputs);
        };
    }

    private static Score line(String words, double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Score(words, new double[][] {values}, Math.sqrt(squares / (values.length - 1)));
    }

    private static Measured<Score> mahalanobis(Candidates candidates, Inputs inputs) {
        int p = inputs.columns().length;
        int n = inputs.n();
        double[][] centred = new double[p][];
        double[][] gram = new double[p][p];
        for (int j = 0; j < p; j++) {
            centred[j] = withinGroups(inputs.columns()[j], inputs);
            for (int k = 0; k <= j; k++) {
                gram[j][k] = GramFactor.dot(centred[j], centred[k], n) / (n - 2);
                gram[k][j] = gram[j][k];
            }
            double plain = GramFactor.dot(inputs.columns()[j], inputs.columns()[j], n) / (n - 2);
            if (gram[j][j] <= GramFactor.TOLERANCE * plain) {
                gram[j][j] = 0;
            }
        }
        GramFactor factor = GramFactor.of(gram);
        if (factor.deficientColumn().isPresent()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "the input \""
                            + candidates.names().get(factor.deficientColumn().getAsInt())
                            + "\" has no spread of its own within the groups");
        }
        double[][] root = factor.inverseRoot();
        double[][] points = new double[p][n];
        for (int k = 0; k < p; k++) {
            for (int j = 0; j <= k; j++) {
                for (int i = 0; i < n; i++) {
                    points[k][i] += root[j][k] * inputs.columns()[j][i];
                }
            }
        }
        return Measured.of(new Score("Mahalanobis distance", points, 1));
    }

    private static double[] withinGroups(double[] values, Inputs inputs) {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int i = 0; i < values.length; i++) {
            int side = inputs.treated()[i] ? 1 : 0;
            sums[side] += values[i];
            counts[side]++;
        }
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int side = inputs.treated()[i] ? 1 : 0;
            centred[i] = values[i] - sums[side] / counts[side];
        }
        return centred;
    }

    /** Rows by their points, equal ones as they stand. */
    Comparator<Integer> order() {
        return (one, other) -> {
            for (double[] column : points) {
                int sign = Double.compare(column[one], column[other]);
                if (sign != 0) {
                    return sign;
                }
            }
            return Integer.compare(one, other);
        };
    }

    /** A code a row, the same for rows of the same point, side and stratum. */
    int[] alike(Inputs inputs) {
        Map<List<Double>, Integer> seen = new HashMap<>();
        int[] codes = new int[inputs.n()];
        for (int i = 0; i < codes.length; i++) {
            List<Double> key = new ArrayList<>();
            key.add(inputs.treated()[i] ? 1.0 : 0.0);
            key.add((double) inputs.stratum()[i]);
            for (double[] column : points) {
                key.add(column[i]);
            }
            Integer known = seen.putIfAbsent(key, seen.size());
            codes[i] = known == null ? seen.size() - 1 : known;
        }
        return codes;
    }

    double between(int one, int other) {
        if (points.length == 1) {
            return Math.abs(points[0][one] - points[0][other]);
        }
        double squares = 0;
        for (double[] column : points) {
            double gap = column[one] - column[other];
            squares += gap * gap;
        }
        return Math.sqrt(squares);
    }
}
