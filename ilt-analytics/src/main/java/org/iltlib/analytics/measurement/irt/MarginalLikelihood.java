package org.iltlib.analytics.measurement.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.Ascent;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.HiddenAbility;
import org.iltlib.analytics.internal.ItemFunction;

/**
 * The logarithm of the marginal likelihood, plus that of the priors, as a function of all free parameters: for each item
 * slope (if its own), intercepts and logit of the asymptote, then for each group mean and logarithm of the standard
 * deviation (if free). The gradient is that of the complete data at the expected counts (Fisher's identity); the metric
 * is the information of the complete data, item by item, whose step is one of the EM algorithm of Bock and Aitkin.
 */
final class MarginalLikelihood implements Ascent.Hill {
    private static final double STEEPEST = 60;
    private static final double FARTHEST_ASYMPTOTE = 30;

    /** An item to be estimated. */
    record Shape(ItemModel model, int categories) {
        int parameters() {
            return model.function().parameters(categories);
        }

        int fixed() {
            return model.hasOwnSlope() ? 0 : 1;
        }
    }

    /** A group of students. */
    record Group(HiddenAbility responses, boolean freeMean, boolean freeSpread) {}

    private final List<Shape> shapes;
    private final List<Group> groups;
    private final Map<PriorTarget, Prior> priors;
    private final double[] nodes;
    private final int stride;
    private final Executor executor;
    private final int[] offsets;
    private final int size;
    private final double[][] chances;
    private final double[][] expected;
    private final double[][] masses;
    private final GramFactor[] metric;
    private double logPrior;
    private boolean measuring = true;

    MarginalLikelihood(
            List<Shape> shapes, List<Group> groups, Map<PriorTarget, Prior> priors, double[] nodes, Executor executor) {
        this.shapes = shapes;
        this.groups = groups;
        this.priors = priors;
        this.nodes = nodes;
        this.stride = (nodes.length + 7) & ~7;
        this.executor = executor;
        this.offsets = new int[shapes.size() + groups.size() + 1];
        for (int j = 0; j < shapes.size(); j++) {
            offsets[j + 1] =
                    offsets[j] + shapes.get(j).parameters() - shapes.get(j).fixed();
        }
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            int at = shapes.size() + g;
            offsets[at + 1] = offsets[at] + (group.freeMean() ? 1 : 0) + (group.freeSpread() ? 1 : 0);
        }
        this.size = offsets[offsets.length - 1];
        this.chances = new double[shapes.size()][];
        this.expected = new double[shapes.size()][];
        for (int j = 0; j < chances.length; j++) {
            chances[j] = new double[shapes.get(j).categories() * stride];
            Arrays.fill(chances[j], 1);
            expected[j] = new double[chances[j].length];
        }
        this.masses = new double[groups.size()][stride];
        this.metric = new GramFactor[offsets.length - 1];
    }

    int size() {
        return size;
    }

    /** Where the parameters of an item begin. */
    int offset(int item) {
        return offsets[item];
    }

    /** Where the parameters of a group begin. */
    int groupOffset(int group) {
        return offsets[shapes.size() + group];
    }

    /** The logarithm of the priors at the last point, without constants. */
    double logPrior() {
        return logPrior;
    }

    /** Whether to compute the metric too. */
    void measure(boolean wanted) {
        measuring = wanted;
    }

    /** The first group of which a larger share than that is, at the last point, on the two nodes at the ends; or −1. */
    int crowded(double share) {
        for (int g = 0; g < masses.length; g++) {
            double all = Arrays.stream(masses[g]).sum();
            if (masses[g][0] + masses[g][nodes.length - 1] > share * all) {
                return g;
            }
        }
        return -1;
    }

    double[] itemParameters(int item, double[] point) {
        Shape shape = shapes.get(item);
        double[] p = new double[shape.parameters()];
        p[0] = 1;
        System.arraycopy(point, offsets[item], p, shape.fixed(), p.length - shape.fixed());
        return p;
    }

    AbilityDistribution distribution(int group, double[] point) {
        int at = groupOffset(group);
        double mean = groups.get(group).freeMean() ? point[at++] : 0;
        double spread = groups.get(group).freeSpread() ? StrictMath.exp(point[at]) : 1;
        return new AbilityDistribution(mean, spread);
    }

    @Override
    public double at(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        List<double[]> parameters = new ArrayList<>();
        for (int j = 0; j < shapes.size(); j++) {
            double[] p = itemParameters(j, point);
            if (!isFeasible(j, p)) {
                return Double.NEGATIVE_INFINITY;
            }
            parameters.add(p);
            fill(j, p);
            Arrays.fill(expected[j], 0);
        }
        for (int g = 0; g < groups.size(); g++) {
            int last = offsets[shapes.size() + g + 1] - 1;
            if (groups.get(g).freeSpread() && !(Math.abs(point[last]) < 4)) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        double value = 0;
        for (int g = 0; g < groups.size(); g++) {
            AbilityDistribution distribution = distribution(g, point);
            double[] weights = distribution.weights(nodes, stride);
            Arrays.fill(masses[g], 0);
            value += groups.get(g).responses().run(chances, weights, expected, masses[g], executor);
            groupGradient(g, distribution, weights, gradient);
        }
        logPrior = 0;
        for (int j = 0; j < shapes.size(); j++) {
            itemGradient(j, parameters.get(j), gradient);
        }
        return value + logPrior;
    }

    private boolean isFeasible(int item, double[] p) {
        Shape shape = shapes.get(item);
        for (int v = 0; v < p.length; v++) {
            boolean asymptote = shape.model() == ItemModel.THREE_PARAMETER && v == 2;
            if (!(Math.abs(p[v]) < (asymptote ? FARTHEST_ASYMPTOTE : STEEPEST))) {
                return false;
            }
        }
        boolean inside = shape.model().function().isFeasible(p, shape.categories());
        for (Map.Entry<PriorTarget, Prior> entry : priors.entrySet()) {
            inside &= entry.getKey()
                    .places(shape)
                    .allMatch(v ->
                            Double.isFinite(entry.getValue().log(entry.getKey().natural(p[v]))));
        }
        return inside;
    }

    private void fill(int item, double[] p) {
        Shape shape = shapes.get(item);
        double[] prob = new double[shape.categories()];
        for (int q = 0; q < nodes.length; q++) {
            shape.model().function().probabilities(p, prob.length, nodes[q], prob);
            for (int k = 0; k < prob.length; k++) {
                chances[item][k * stride + q] = prob[k];
            }
        }
    }

    private void itemGradient(int item, double[] p, double[] gradient) {
        Shape shape = shapes.get(item);
        ItemFunction function = shape.model().function();
        int categories = shape.categories();
        int first = shape.fixed();
        double[] prob = new double[categories];
        double[][] slopes = new double[categories][p.length];
        double[][] information = new double[p.length - first][p.length - first];
        for (int q = 0; q < nodes.length; q++) {
            double mass = 0;
            for (int k = 0; k < categories; k++) {
                prob[k] = chances[item][k * stride + q];
                mass += expected[item][k * stride + q];
            }
            function.gradients(p, categories, nodes[q], prob, slopes);
            for (int k = 0; k < categories; k++) {
                double count = expected[item][k * stride + q];
                for (int v = first; v < p.length; v++) {
                    gradient[offsets[item] + v - first] += count * slopes[k][v];
                    for (int u = first; measuring && u <= v; u++) {
                        information[v - first][u - first] += mass * prob[k] * slopes[k][v] * slopes[k][u];
                    }
                }
            }
        }
        priors.forEach((target, prior) -> target.places(shape).forEach(v -> {
            double x = target.natural(p[v]);
            double chain = target.chain(p[v]);
            logPrior += prior.log(x);
            gradient[offsets[item] + v - first] += prior.slope(x) * chain;
            information[v - first][v - first] += prior.information(x) * chain * chain;
        }));
        if (measuring) {
            metric[item] = factor(information);
        }
    }

    private void groupGradient(int g, AbilityDistribution distribution, double[] weights, double[] gradient) {
        Group group = groups.get(g);
        int free = (group.freeMean() ? 1 : 0) + (group.freeSpread() ? 1 : 0);
        if (free == 0) {
            return;
        }
        double sd = distribution.standardDeviation();
        double[][] scores = new double[free][nodes.length];
        double[] centre = new double[free];
        double students = 0;
        for (int q = 0; q < nodes.length; q++) {
            double z = (nodes[q] - distribution.mean()) / sd;
            students += masses[g][q];
            if (group.freeMean()) {
                scores[0][q] = z / sd;
            }
            if (group.freeSpread()) {
                scores[free - 1][q] = z * z;
            }
            for (int v = 0; v < free; v++) {
                centre[v] += weights[q] * scores[v][q];
            }
        }
        double[][] information = new double[free][free];
        for (int q = 0; q < nodes.length; q++) {
            for (int v = 0; v < free; v++) {
                double score = scores[v][q] - centre[v];
                gradient[groupOffset(g) + v] += masses[g][q] * score;
                for (int u = 0; u <= v; u++) {
                    information[v][u] += students * weights[q] * score * (scores[u][q] - centre[u]);
                }
            }
        }
        if (measuring) {
            metric[shapes.size() + g] = factor(information);
        }
    }

    private static GramFactor factor(double[][] lower) {
        double top = 0;
        for (int v = 0; v < lower.length; v++) {
            top = Math.max(top, lower[v][v]);
            for (int u = 0; u < v; u++) {
                lower[u][v] = lower[v][u];
            }
        }
        GramFactor factor = GramFactor.of(lower);
        for (double ridge = 1e-9 * top + 1e-9; factor.deficientColumn().isPresent(); ridge *= 100) {
            for (int v = 0; v < lower.length; v++) {
                lower[v][v] += ridge;
            }
            factor = GramFactor.of(lower);
        }
        return factor;
    }

    @Override
    public double[] solve(double[] gradient) {
        double[] step = new double[size];
        for (int block = 0; block < metric.length; block++) {
            int from = offsets[block];
            int length = offsets[block + 1] - from;
            if (length > 0) {
                double[] part = metric[block].solve(Arrays.copyOfRange(gradient, from, from + length));
                System.arraycopy(part, 0, step, from, length);
            }
        }
        return step;
    }
}
