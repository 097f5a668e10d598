package org.iltlib.analytics.internal.quantile;

/**
 * The rows that a move along an edge meets, nearest first, until their weights outweigh what the edge promises. Rows
 * that are met far away are never sorted.
 */
final class Crossings {
    private static final double PARALLEL = 1e-11;

    private final int[] met;
    private final double[] at;
    private final int[] passed;
    private int count;
    private int passes;
    private int entering;
    private double length;

    Crossings(int rows) {
        met = new int[rows];
        at = new double[rows];
        passed = new int[rows];
    }

    /**
     * Finds where to stop.
     *
     * @param slope how fast the objective falls at first
     * @return false if it falls for ever
     */
    boolean until(double slope, double[] residuals, double[] along, byte[] sides, Rows rows) {
        int n = rows.count();
        double size = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            size += Math.abs(along[i]);
            spread += Math.abs(residuals[i]);
        }
        double parallel = PARALLEL * size / n;
        double reach = 4 * (slope * n / size + 1) / n * spread / size;
        double limit = Double.MAX_VALUE / 1e10;
        while (true) {
            double sum = 0;
            count = 0;
            for (int i = 0; i < n; i++) {
                double toward = sides[i] * along[i];
                if (toward > parallel && sides[i] * residuals[i] <= reach * toward) {
                    met[count] = i;
                    at[count++] = Math.max(0, sides[i] * residuals[i]) / toward;
                    sum += toward * rows.weight(i);
                }
            }
            if (sum >= slope) {
                break;
            }
            if (reach >= limit) {
                return false;
            }
            reach = reach * 8 < limit && reach > 0 ? reach * 8 : limit;
        }
        for (int i = count / 2 - 1; i >= 0; i--) {
            sink(i);
        }
        passes = 0;
        double left = slope;
        while (true) {
            int i = met[0];
            left -= Math.abs(along[i]) * rows.weight(i);
            if (left <= 0 || count == 1) {
                entering = i;
                length = at[0];
                return true;
            }
            passed[passes++] = i;
            count--;
            met[0] = met[count];
            at[0] = at[count];
            sink(0);
        }
    }

    private void sink(int from) {
        int place = from;
        int row = met[place];
        double value = at[place];
        while (true) {
            int child = 2 * place + 1;
            if (child >= count) {
                break;
            }
            if (child + 1 < count && before(child + 1, child)) {
                child++;
            }
            if (value < at[child] || (value == at[child] && row < met[child])) {
                break;
            }
            met[place] = met[child];
            at[place] = at[child];
            place = child;
        }
        met[place] = row;
        at[place] = value;
    }

    private boolean before(int a, int b) {
        return at[a] < at[b] || (at[a] == at[b] && met[a] < met[b]);
    }

    /** The row at which the move stops. */
    int entering() {
        return entering;
    }

    /** How far the move goes. */
    double length() {
        return length;
    }

    /** How many rows it passes. */
    int passed() {
        return passes;
    }

    /** A row that it passes. */
    int passed(int place) {
        return passed[place];
    }
}
