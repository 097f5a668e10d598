package org.iltlib.analytics.impact;

import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.SplitMix;

/** The units that are dealt, by stratum, with their size and sum; the first of each stratum's order are the treated. */
final class Lot {
    private final int[][] order;
    private final int[] treatedUnits;
    private final double[] sums;
    private final int[] sizes;
    private final int[] stratumSizes;
    private final boolean mixed;

    private Lot(int[][] order, int[] treatedUnits, double[] sums, int[] sizes, int[] stratumSizes, boolean mixed) {
        this.order = order;
        this.treatedUnits = treatedUnits;
        this.sums = sums;
        this.sizes = sizes;
        this.stratumSizes = stratumSizes;
        this.mixed = mixed;
    }

    static Lot of(CompleteRows rows, GroupCodes units, double[] adjusted) {
        int[] stratum = new int[units.count()];
        int[] sizes = new int[units.count()];
        double[] sums = new double[units.count()];
        double[] treated = new double[units.count()];
        for (int i = 0; i < adjusted.length; i++) {
            int unit = units.get(i);
            stratum[unit] = rows.strata().get(i);
            sizes[unit]++;
            sums[unit] += adjusted[i];
            treated[unit] += rows.treatment()[i];
        }
        int[][] order = GroupCodes.of(stratum).members();
        int[] treatedUnits = new int[order.length];
        int[] stratumSizes = new int[order.length];
        boolean mixed = false;
        for (int s = 0; s < order.length; s++) {
            int[] members = order[s];
            for (int i = 0; i < members.length; i++) {
                int unit = members[i];
                stratumSizes[s] += sizes[unit];
                mixed |= treated[unit] > 0 && treated[unit] < sizes[unit];
                if (treated[unit] > 0) {
                    members[i] = members[treatedUnits[s]];
                    members[treatedUnits[s]++] = unit;
                }
            }
        }
        return new Lot(order, treatedUnits, sums, sizes, stratumSizes, mixed);
    }

    /** Whether some unit holds both treated and others. */
    boolean mixed() {
        return mixed;
    }

    int units() {
        return sums.length;
    }

    void deal(SplitMix chance) {
        for (int s = 0; s < order.length; s++) {
            if (treatedUnits[s] < order[s].length) {
                chance.shuffle(order[s], treatedUnits[s]);
            }
        }
    }

    /** The coefficient of the treatment within strata; not finite if it does not vary. */
    double difference() {
        double above = 0;
        double weight = 0;
        for (int s = 0; s < order.length; s++) {
            double sum = 0;
            double size = 0;
            for (int i = 0; i < treatedUnits[s]; i++) {
                sum += sums[order[s][i]];
                size += sizes[order[s][i]];
            }
            above += sum;
            weight += size * (stratumSizes[s] - size) / stratumSizes[s];
        }
        return above / weight;
    }
}
