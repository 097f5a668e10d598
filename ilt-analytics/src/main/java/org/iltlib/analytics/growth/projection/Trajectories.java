package org.iltlib.analytics.growth.projection;

import java.util.List;
import org.iltlib.analytics.internal.Rounding;
import org.iltlib.base.Checks;

/** The paths of one student. Immutable. */
public final class Trajectories {
    private final List<double[]> years;

    Trajectories(List<double[]> years) {
        this.years = List.copyOf(years);
    }

    /** The number of years ahead. */
    public int years() {
        return years.size();
    }

    /**
     * The score after so many years of growth at that percentile, rounded. As the SGP package has it, percentile 50 is the
     * quantile .495 here, but .505 for the cuts of a percentile.
     *
     * @param year from 1
     * @param percentile 1 to 99
     * @param places decimal places, 0 to 9
     */
    public double score(int year, int percentile, int places) {
        Checks.require(percentile >= 1 && percentile <= 99, "percentile is %s. Expected 1 to 99.", percentile);
        return Rounding.to(places, path(year)[percentile - 1]);
    }

    /** The scores after so many years, by pace, ascending: a hundred numbers. */
    public double[] scores(int year) {
        return path(year).clone();
    }

    private double[] path(int year) {
        Checks.require(year >= 1 && year <= years.size(), "year is %s. Expected 1 to %s.", year, years.size());
        return years.get(year - 1);
    }

    /**
     * The lowest percentile of growth that reaches the cut after so many years; 99 if none does, and then
     * {@link GrowthTarget#reached} is false.
     */
    public GrowthTarget target(int year, double cut) {
        double[] path = path(year);
        for (int j = 0; j < path.length; j++) {
            if (path[j] >= cut) {
                return new GrowthTarget(Math.min(j + 1, 99), year, true);
            }
        }
        return new GrowthTarget(99, year, false);
    }

    /**
     * To catch up is to reach the cut in one of the years: the lowest of the years' targets, the earliest year where
     * several are as low. For a student who is below the cut today.
     *
     * @param cuts the cut of each year ahead
     */
    public GrowthTarget catchUp(List<Double> cuts) {
        checkCuts(cuts);
        GrowthTarget best = target(1, cuts.get(0));
        for (int year = 2; year <= cuts.size(); year++) {
            GrowthTarget next = target(year, cuts.get(year - 1));
            boolean better = next.reached() && (!best.reached() || next.percentile() < best.percentile());
            best = better ? next : best;
        }
        return best;
    }

    /**
     * To keep up is not to fall below the cut in any of the years: the highest of the years' targets. For a student who is
     * at or above the cut today.
     *
     * @param cuts the cut of each year ahead
     */
    public GrowthTarget keepUp(List<Double> cuts) {
        checkCuts(cuts);
        GrowthTarget worst = target(1, cuts.get(0));
        for (int year = 2; year <= cuts.size(); year++) {
            GrowthTarget next = target(year, cuts.get(year - 1));
            boolean harder = !next.reached() || next.percentile() > worst.percentile();
            worst = worst.reached() && harder ? next : worst;
        }
        return worst;
    }

    private void checkCuts(List<Double> cuts) {
        Checks.require(
                !cuts.isEmpty() && cuts.size() <= years.size(),
                "There are %s cuts. Expected 1 to %s, one a year ahead.",
                cuts.size(),
                years.size());
    }

    /** Such as {@code 2 years, typical growth to 569.4}. */
    @Override
    public String toString() {
        return years.size() + " years, typical growth to " + score(years.size(), 50, 1);
    }
}
