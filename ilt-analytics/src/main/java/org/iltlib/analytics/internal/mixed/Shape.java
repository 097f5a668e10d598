package org.iltlib.analytics.internal.mixed;

import java.util.ArrayList;
import java.util.List;

/** Which places of the terms' lower triangles Λ are free, and the way between them and one vector θ. */
public final class Shape {
    private final List<Place> places = new ArrayList<>();
    private final int[] widths;

    /**
     * One free place.
     *
     * @param factor whose
     * @param row of its lower triangle
     * @param column of its lower triangle
     */
    public record Place(int factor, int row, int column) {
        /** Whether it is a standard deviation. */
        public boolean isDiagonal() {
            return row == column;
        }
    }

    /** The shape of the terms' lower triangles. */
    public Shape(List<Factor> factors) {
        widths = factors.stream().mapToInt(Factor::width).toArray();
        for (int k = 0; k < widths.length; k++) {
            for (int c = 0; c < widths[k]; c++) {
                for (int r = c; r < (factors.get(k).correlated() ? widths[k] : c + 1); r++) {
                    places.add(new Place(k, r, c));
                }
            }
        }
    }

    /** How many places are free. */
    public int size() {
        return places.size();
    }

    /** The free place of that index. */
    public Place place(int index) {
        return places.get(index);
    }

    /** The index of a free place, or −1. */
    public int find(int factor, int row, int column) {
        return places.indexOf(new Place(factor, row, column));
    }

    /** The lower triangles by rows, full squares with zeros elsewhere. */
    public double[][] lambda(double[] theta) {
        double[][] lambda = new double[widths.length][];
        for (int k = 0; k < widths.length; k++) {
            lambda[k] = new double[widths[k] * widths[k]];
        }
        for (int a = 0; a < theta.length; a++) {
            Place place = places.get(a);
            lambda[place.factor][place.row * widths[place.factor] + place.column] = theta[a];
        }
        return lambda;
    }
}
