package org.iltlib.analytics.quantile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Engel's 235 households of 1857: income and what was spent on food; the data set engel of quantreg. */
final class Engel {
    static final double[] INCOME = column(0);
    static final double[] FOOD = column(1);
    static final List<String> NAMES = List.of("income");
    static final List<double[]> COLUMNS = List.of(INCOME);

    private Engel() {}

    private static double[] column(int column) {
        try (InputStream in = Objects.requireNonNull(Engel.class.getResourceAsStream("engel.csv"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
