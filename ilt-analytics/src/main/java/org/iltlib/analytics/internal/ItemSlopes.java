package org.iltlib.analytics.internal;

/** What scoring needs of an item at one ability: chances, and two derivatives of their logarithms. */
@SuppressWarnings("ArrayRecordComponent") // stays within the rooms that compute
public record ItemSlopes(double[] chances, double[] first, double[] second) {

    /** Of those parameters, at that ability. */
    public static ItemSlopes of(ItemFunction function, double[] parameters, int categories, double ability) {
        double[] chances = new double[categories];
        double[] first = new double[categories];
        double[] second = new double[categories];
        function.probabilities(parameters, categories, ability, chances);
        function.slopes(parameters, categories, ability, chances, first, second);
        return new ItemSlopes(chances, first, second);
    }

    /** Σ P·l′². */
    public double information() {
        double sum = 0;
        for (int k = 0; k < chances.length; k++) {
            sum += chances[k] * first[k] * first[k];
        }
        return sum;
    }

    /** Warm's J = Σ P′P″/P = Σ P·l′·(l″ + l′²). */
    public double bias() {
        double sum = 0;
        for (int k = 0; k < chances.length; k++) {
            sum += chances[k] * first[k] * (second[k] + first[k] * first[k]);
        }
        return sum;
    }
}
