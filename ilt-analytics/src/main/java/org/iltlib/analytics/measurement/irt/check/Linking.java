package org.iltlib.analytics.measurement.irt.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.internal.Ascent;
import org.iltlib.analytics.measurement.irt.AbilityDistribution;
import org.iltlib.analytics.measurement.irt.AbilityScale;
import org.iltlib.analytics.measurement.irt.ItemCurve;
import org.iltlib.analytics.measurement.irt.ItemModel;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Puts two calibrations of the same items on one scale: the constants A and B with which an ability θ of the one scale
 * is A·θ + B on the other. The curve methods weigh abilities by the standard normal distribution on the target scale,
 * on 61 nodes from −6 to 6, and compare in that one direction. Source: Kolen &amp; Brennan (2014), chapter 6.
 */
public enum Linking {
    /** A from the means of the slopes, B from the means of the difficulties. Loyd &amp; Hoover (1980). */
    MEAN_MEAN,
    /** A from the spreads of the difficulties, B from their means. Marco (1977). */
    MEAN_SIGMA,
    /** The squares of the differences of all category curves are least. Haebara (1980), doi:10.4992/psycholres1954.22.144. */
    HAEBARA,
    /**
     * The squares of the differences of the test characteristic curves are least. Stocking &amp; Lord (1983),
     * doi:10.1177/014662168300700208.
     */
    STOCKING_LORD;

    /**
     * From one scale to another, by the items that both have; the others play no part. Missing if there is no such item
     * (for {@link #MEAN_SIGMA}, fewer than two difficulties that differ), or if slopes are of opposite sign.
     *
     * @throws IllegalArgumentException if an item has another model or number of categories on the other scale
     */
    public Measured<ScaleLink> link(List<ItemCurve> from, List<ItemCurve> to) {
        Map<String, ItemCurve> targets = new LinkedHashMap<>();
        to.forEach(curve -> targets.put(curve.item(), curve));
        List<ItemCurve> sources = new ArrayList<>();
        List<ItemCurve> ends = new ArrayList<>();
        for (ItemCurve curve : from) {
            ItemCurve target = targets.getOrDefault(curve.item(), curve);
            if (targets.containsKey(curve.item())) {
                Checks.require(
                        curve.model() == target.model() && curve.categories() == target.categories(),
                        "Item \"%s\" is %s with %s categories on one scale, %s with %s on the other. Expected the same.",
                        curve.item(),
                        curve.model(),
                        curve.categories(),
                        target.model(),
                        target.categories());
                sources.add(curve);
                ends.add(target);
            }
        }
        if (sources.isEmpty()) {
            return Measured.missing(MissingReason.TOO_FEW, "no common item");
        }
        return this == MEAN_MEAN || this == MEAN_SIGMA ? moments(sources, ends) : curves(sources, ends);
    }

    private Measured<ScaleLink> moments(List<ItemCurve> from, List<ItemCurve> to) {
        double slopesFrom = from.stream().mapToDouble(ItemCurve::slope).sum();
        double slopesTo = to.stream().mapToDouble(ItemCurve::slope).sum();
        double[] stepsFrom = steps(from);
        double[] stepsTo = steps(to);
        double scale = this == MEAN_MEAN ? slopesFrom / slopesTo : spread(stepsTo) / spread(stepsFrom);
        double shift = mean(stepsTo) - scale * mean(stepsFrom);
        return scale > 0 && Double.isFinite(scale) && Double.isFinite(shift)
                ? Measured.of(new ScaleLink(scale, shift))
                : Measured.missing(MissingReason.UNDEFINED, "slopes or difficulties give no scale");
    }

    private static double[] steps(List<ItemCurve> curves) {
        List<Double> steps = new ArrayList<>();
        for (ItemCurve curve : curves) {
            double before = 0;
            for (double intercept : curve.intercepts()) {
                steps.add(-(intercept - before) / curve.slope());
                before = curve.model() == ItemModel.GRADED ? 0 : intercept;
            }
        }
        return steps.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double spread(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    private Measured<ScaleLink> curves(List<ItemCurve> from, List<ItemCurve> to) {
        Ascent.Summit summit = Ascent.of(1e-12, 200).climb(new Misfit(from, to), new double[] {1, 0});
        boolean near = summit.gradientNorm() < 1e-7;
        return near
                ? Measured.of(new ScaleLink(summit.point()[0], summit.point()[1]))
                : Measured.missing(MissingReason.UNDEFINED, "the curves give no scale");
    }

    /** Minus half the weighted sum of squared differences, with the metric of Gauss and Newton. */
    private final class Misfit implements Ascent.Hill {
        private final List<ItemCurve> from;
        private final List<AbilityScale.Node> grid;
        private final List<List<List<Double>>> targets = new ArrayList<>();
        private final double[][] metric = new double[2][2];

        Misfit(List<ItemCurve> from, List<ItemCurve> to) {
            this.from = from;
            this.grid = AbilityScale.of(to, AbilityDistribution.STANDARD).grid();
            for (ItemCurve curve : to) {
                targets.add(grid.stream()
                        .map(node -> curve.probabilities(node.ability()))
                        .toList());
            }
        }

        @Override
        public double at(double[] point, double[] gradient) {
            double scale = point[0];
            if (!(scale > 1e-3)) {
                return Double.NEGATIVE_INFINITY;
            }
            gradient[0] = 0;
            gradient[1] = 0;
            metric[0][0] = 1e-12;
            metric[0][1] = 0;
            metric[1][1] = 1e-12;
            double value = 0;
            for (int q = 0; q < grid.size(); q++) {
                double weight = grid.get(q).share();
                // P on the target scale at θ is P on the source scale at (θ − B)/A
                double theta = (grid.get(q).ability() - point[1]) / scale;
                double[] total = new double[3];
                for (int j = 0; j < from.size(); j++) {
                    List<Double> chances = from.get(j).probabilities(theta);
                    List<Double> slopes = from.get(j).derivatives(theta);
                    for (int k = 0; k < chances.size(); k++) {
                        double down = -slopes.get(k) / scale;
                        double gap = chances.get(k) - targets.get(j).get(q).get(k);
                        if (Linking.this == HAEBARA) {
                            value += add(weight, gap, down * theta, down, gradient);
                        } else {
                            total[0] += k * gap;
                            total[1] += k * down * theta;
                            total[2] += k * down;
                        }
                    }
                }
                value += add(weight, total[0], total[1], total[2], gradient);
            }
            return value;
        }

        private double add(double weight, double gap, double byScale, double byShift, double[] gradient) {
            gradient[0] -= weight * gap * byScale;
            gradient[1] -= weight * gap * byShift;
            metric[0][0] += weight * byScale * byScale;
            metric[0][1] += weight * byScale * byShift;
            metric[1][1] += weight * byShift * byShift;
            return -weight * gap * gap / 2;
        }

        @Override
        public double[] solve(double[] gradient) {
            double determinant = metric[0][0] * metric[1][1] - metric[0][1] * metric[0][1];
            return new double[] {
                (metric[1][1] * gradient[0] - metric[0][1] * gradient[1]) / determinant,
                (metric[0][0] * gradient[1] - metric[0][1] * gradient[0]) / determinant
            };
        }
    }
}
