package org.iltlib.analytics.regression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The synthetic panel of 24 units in 6 periods, 792 rows. */
final class Panel {
    final double[] y;
    final double[] treat;
    final double[] post;
    final double[] both;
    final double[] t;
    final int[] unit;
    final int[] period;

    Panel() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/org/iltlib/analytics/impact/did_panel.csv")),
                StandardCharsets.UTF_8))) {
            List<double[]> rows = reader.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
            t = rows.stream().mapToDouble(row -> row[0]).toArray();
            treat = rows.stream().mapToDouble(row -> row[2]).toArray();
            post = rows.stream().mapToDouble(row -> row[3]).toArray();
            both = rows.stream().mapToDouble(row -> row[2] * row[3]).toArray();
            y = rows.stream().mapToDouble(row -> row[4]).toArray();
            unit = rows.stream().mapToInt(row -> (int) row[1]).toArray();
            period = rows.stream().mapToInt(row -> (int) row[0]).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** y ~ treat * post, clustered by unit. */
    Design design() {
        return Design.of("score", y)
                .with("treat", treat)
                .with("post", post)
                .with("treat:post", both)
                .clusteredBy(unit);
    }

    /** The design and the period, weighted by 1, 1.5, 2, 2.5, 3, 1, … */
    Design weighted() {
        double[] weights = new double[y.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + i % 5 / 2.0;
        }
        return Design.of("score", y)
                .with("treat", treat)
                .with("post", post)
                .with("t", t)
                .with("treat:post", both)
                .clusteredBy(unit)
                .weightedBy(weights);
    }

    /** Codes 0 to 12 across the units: i·7 mod 13 for row i from 1. */
    int[] across() {
        int[] across = new int[y.length];
        for (int i = 0; i < across.length; i++) {
            across[i] = (i + 1) * 7 % 13;
        }
        return across;
    }
}
