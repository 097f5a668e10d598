package org.iltlib.analytics.impact.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.iltlib.base.Checks;

/**
 * The proof that two groups cannot be made alike, or told apart without error: a combination of inputs on which one side
 * never falls below what the other side reaches. Anybody can check it by computing the combination for each row.
 *
 * @param names the inputs
 * @param factors what each is multiplied by; at least one is not zero
 * @param threshold what the combination is compared with
 */
public record SeparatingDirection(List<String> names, List<Double> factors, double threshold) {
    /** Checks that there is one factor a name. */
    public SeparatingDirection {
        names = List.copyOf(names);
        factors = List.copyOf(factors);
        Checks.require(
                names.size() == factors.size(), "There are %s names and %s factors.", names.size(), factors.size());
        factors.forEach(factor -> Checks.finite(factor, "factor"));
        Checks.require(factors.stream().anyMatch(factor -> factor != 0), "All factors are zero. Expected a direction.");
        Checks.finite(threshold, "threshold");
    }

    static SeparatingDirection of(List<String> names, double[] factors, double threshold) {
        double largest = 0;
        for (double factor : factors) {
            largest = Math.max(largest, Math.abs(factor));
        }
        double scale = largest > 0 ? largest : 1;
        return new SeparatingDirection(
                names,
                Arrays.stream(factors).mapToObj(factor -> factor / scale + 0.0).toList(),
                threshold / scale + 0.0);
    }

    /**
     * The combination of one row's inputs.
     *
     * @param values in the order of the names
     */
    public double at(double... values) {
        Checks.require(
                values.length == factors.size(), "There are %s values for %s names.", values.length, names.size());
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            sum += factors.get(j) * values[j];
        }
        return sum;
    }

    /** Such as {@code 1.000·age − 0.250·absences against 12.40}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int j = 0; j < names.size(); j++) {
            double factor = factors.get(j);
            if (Math.abs(factor) > 1e-9) {
                text.append(text.length() == 0 ? factor < 0 ? "−" : "" : factor < 0 ? " − " : " + ")
                        .append(String.format(Locale.ROOT, "%.4g·%s", Math.abs(factor), names.get(j)));
            }
        }
        return text + String.format(Locale.ROOT, " against %.4g", threshold);
    }
}
