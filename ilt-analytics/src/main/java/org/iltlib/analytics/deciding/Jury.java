package org.iltlib.analytics.deciding;

import java.util.Arrays;
import org.iltlib.base.Checks;

/**
 * Condorcet's jury: how likely at least so many of independent members are right, each with a chance of their own. The
 * distribution of the number who are right is built up member by member; O(members²), no simulation.
 *
 * <p>Source: M. de Condorcet (1785), <i>Essai sur l'application de l'analyse à la probabilité des décisions rendues à la
 * pluralité des voix</i>; for unequal chances, P. J. Boland (1989), <i>The Statistician</i> 38, doi 10.2307/2348873.
 */
public final class Jury {
    private final double[] exactly;

    private Jury(double[] exactly) {
        this.exactly = exactly;
    }

    /** Members with these chances of being right, at least one. */
    public static Jury of(double... chances) {
        Checks.require(chances.length > 0, "There are no members. Expected at least one.");
        double[] exactly = new double[chances.length + 1];
        exactly[0] = 1;
        for (int i = 0; i < chances.length; i++) {
            double p = Checks.share(chances[i], "chance");
            for (int k = i + 1; k > 0; k--) {
                exactly[k] = exactly[k] * (1 - p) + exactly[k - 1] * p;
            }
            exactly[0] *= 1 - p;
        }
        return new Jury(exactly);
    }

    /** So many members, each right with that chance. */
    public static Jury ofEqual(int members, double chance) {
        Checks.positive(members, "members");
        double[] chances = new double[members];
        Arrays.fill(chances, chance);
        return of(chances);
    }

    /** The number of members. */
    public int members() {
        return exactly.length - 1;
    }

    /** The chance that at least so many are right; 1 for zero, 0 for more than there are. */
    public double atLeast(int right) {
        double sum = 0;
        for (int k = members(); k >= Math.max(0, right); k--) {
            sum += exactly[k];
        }
        return Math.min(1, sum);
    }

    /** The chance that more than half are right. */
    public double majority() {
        return atLeast(members() / 2 + 1);
    }

    /** The chance that all are right. */
    public double unanimity() {
        return exactly[members()];
    }
}
