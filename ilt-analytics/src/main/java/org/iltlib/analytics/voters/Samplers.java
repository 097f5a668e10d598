package org.iltlib.analytics.voters;

import org.iltlib.analytics.internal.SplitMix;

/** Draws one voter's order. Strict arithmetic, so that the same chance gives the same order everywhere. */
final class Samplers {
    private Samplers() {}

    /** Fills the order, and the utilities if the model has some; the order comes in as 0, 1, 2, … */
    interface Sampler {
        void draw(SplitMix chance, int[] order, double[] utilities);
    }

    static int[] identity(int n) {
        int[] order = new int[n];
        for (int x = 0; x < n; x++) {
            order[x] = x;
        }
        return order;
    }

    /** The alternatives by falling utility, the lower index first among equals. */
    static int[] byUtility(double[] utilities) {
        int[] order = identity(utilities.length);
        sort(order, utilities);
        return order;
    }

    private static void sort(int[] order, double[] utilities) {
        for (int i = 1; i < order.length; i++) {
            int x = order[i];
            int at = i;
            while (at > 0 && utilities[order[at - 1]] < utilities[x]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = x;
        }
    }

    static void uniform(SplitMix chance, int[] order, double[] utilities) {
        for (int x = 0; x < order.length; x++) {
            utilities[x] = chance.nextDouble();
        }
        sort(order, utilities);
    }

    /** Gumbel's way: log weight plus standard Gumbel noise, ranked (J. I. Yellott 1977, doi 10.1016/0022-2496(77)90026-8). */
    static Sampler plackettLuce(double... weights) {
        double[] logs = new double[weights.length];
        for (int x = 0; x < logs.length; x++) {
            logs[x] = StrictMath.log(weights[x]);
        }
        return (chance, order, utilities) -> {
            for (int x = 0; x < order.length; x++) {
                double u = Math.max(chance.nextDouble(), 0x1.0p-54); // above 0, below 1
                utilities[x] = logs[x] - StrictMath.log(-StrictMath.log(u));
            }
            sort(order, utilities);
        };
    }

    /** Repeated insertion around that order. */
    static Sampler mallows(int[] centre, double dispersion) {
        return (chance, order, utilities) -> insert(chance, centre, dispersion, order);
    }

    static void insert(SplitMix chance, int[] centre, double dispersion, int[] order) {
        for (int i = 0; i < centre.length; i++) {
            double total = 0;
            double power = 1;
            for (int back = 0; back <= i; back++) {
                total += power;
                power *= dispersion;
            }
            double left = chance.nextDouble() * total;
            int back = 0;
            power = 1;
            while (back < i && left >= power) {
                left -= power;
                power *= dispersion;
                back++;
            }
            System.arraycopy(order, i - back, order, i - back + 1, back);
            order[i - back] = centre[i];
        }
    }

    /** From the last place upwards, one of the two ends of what is left of the axis. */
    static void walsh(SplitMix chance, int[] order, double[] utilities) {
        int low = 0;
        int high = order.length - 1;
        for (int place = order.length - 1; place > 0; place--) {
            order[place] = chance.nextLong() < 0 ? low++ : high--;
        }
        order[0] = low;
    }

    /** A peak anywhere, then the neighbour to the left or to the right of what is ranked. */
    static void conitzer(SplitMix chance, int[] order, double[] utilities) {
        int n = order.length;
        int low = chance.nextInt(n);
        int high = low;
        order[0] = low;
        for (int place = 1; place < n; place++) {
            boolean left = high == n - 1 || (low > 0 && chance.nextLong() < 0);
            order[place] = left ? --low : ++high;
        }
    }
}
