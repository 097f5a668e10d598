package org.iltlib.analytics.measurement.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.PatternPass;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;

/**
 * Items with known parameters and a group's distribution of ability: scores of students, information, reliability.
 * Immutable. It may come from a fit or from an item bank.
 */
public final class AbilityScale {
    private static final int MOST_NODES = 20_001;
    private static final int BETWEEN = 8;

    private final List<ItemCurve> curves;
    private final AbilityDistribution distribution;
    private final int nodeCount;
    private final double reach;

    private AbilityScale(List<ItemCurve> curves, AbilityDistribution distribution, int nodeCount, double reach) {
        this.curves = curves;
        this.distribution = distribution;
        this.nodeCount = nodeCount;
        this.reach = reach;
    }

    /**
     * A scale, on 61 nodes from −6 to 6. Posterior means and what sum scores say are summed over so many more nodes that the
     * distance between two is never above the standard error of the most informative point, out to 20,001.
     *
     * @throws IllegalArgumentException if there is no item, or one stands twice
     */
    public static AbilityScale of(List<ItemCurve> curves, AbilityDistribution distribution) {
        Checks.notEmpty(curves, "curves");
        Checks.distinct(curves.stream().map(ItemCurve::item).toList(), "curves");
        return new AbilityScale(List.copyOf(curves), distribution, 61, 6);
    }

    /** A copy that sums over other nodes. */
    public AbilityScale withNodes(int count, double newReach) {
        Checks.require(count >= 11 && newReach > 0, "There are %s nodes to %s. Expected at least 11.", count, newReach);
        return new AbilityScale(curves, distribution, count, newReach);
    }

    /** The items. */
    public List<ItemCurve> curves() {
        return curves;
    }

    /** How ability spreads. */
    public AbilityDistribution distribution() {
        return distribution;
    }

    /**
     * The ability of each student, in the order of the table; items of the table that the scale does not know are
     * ignored. Missing for a student without a response to a known item, and undefined where a weighted likelihood has
     * no maximum (which can happen under the three-parameter model).
     *
     * @throws IllegalArgumentException if the table has none of the items, or a response has more points than its item
     */
    public List<Measured<Ability>> abilities(ResponseTable table, AbilityMethod method) {
        ScaledResponses responses = responses(table);
        List<Measured<Ability>> distinct = method == AbilityMethod.EAP
                ? fine().means(responses)
                : responses.each(codes -> AbilityEstimate.of(responses.curves(), codes, distribution, method));
        List<Measured<Ability>> all = new ArrayList<>(table.students());
        for (int row = 0; row < table.students(); row++) {
            int pattern = responses.patternOf(row);
            all.add(
                    responses.isEmpty(pattern)
                            ? Measured.missing(MissingReason.TOO_FEW, "no response to an item of the scale")
                            : distinct.get(pattern));
        }
        return all;
    }

    ScaledResponses responses(ResponseTable table) {
        return new ScaledResponses(curves, table);
    }

    private List<Measured<Ability>> means(ScaledResponses responses) {
        double[] nodes = nodes();
        int stride = (nodes.length + 7) & ~7;
        int patterns = responses.patterns();
        if (IntStream.range(0, patterns).allMatch(responses::isEmpty)) {
            return responses.each(codes -> Measured.missing(MissingReason.TOO_FEW, "no response"));
        }
        long[] ones = new long[patterns];
        Arrays.fill(ones, 1);
        double[] means = new double[patterns];
        double[] deviations = new double[patterns];
        new PatternPass(responses.columns(), responses.categories(), ones, stride)
                .posterior(
                        chances(responses.curves(), nodes, stride),
                        distribution.weights(nodes, stride),
                        nodes,
                        means,
                        deviations);
        List<Measured<Ability>> list = new ArrayList<>(patterns);
        for (int i = 0; i < patterns; i++) {
            list.add(Measured.of(new Ability(means[i], deviations[i])));
        }
        return list;
    }

    /** This scale on nodes at most a posterior standard deviation apart, where the sum over them is that of the curve. */
    AbilityScale fine() {
        double[] nodes = AbilityDistribution.nodes(BETWEEN * (nodeCount - 1) + 1, reach);
        double most = Arrays.stream(nodes).map(this::information).max().orElse(0);
        for (ItemCurve curve : curves) {
            for (int k = 1; k <= curve.maximum(); k++) {
                double middle = -curve.intercepts().get(k - 1) / curve.slope();
                most = Math.abs(middle) <= reach ? Math.max(most, information(middle)) : most;
            }
        }
        double precision = most + 1 / (distribution.standardDeviation() * distribution.standardDeviation());
        double times = Math.ceil(2 * reach / (nodeCount - 1) * Math.sqrt(precision));
        return times > 1 ? withNodes((int) Math.min(MOST_NODES, times * (nodeCount - 1) + 1), reach) : this;
    }

    double[] nodes() {
        return AbilityDistribution.nodes(nodeCount, reach);
    }

    double[] weights() {
        return distribution.weights(nodes(), nodeCount);
    }

    static double[][] chances(List<ItemCurve> curves, double[] nodes, int stride) {
        double[][] chances = new double[curves.size()][];
        for (int j = 0; j < chances.length; j++) {
            chances[j] = new double[curves.get(j).categories() * stride];
            Arrays.fill(chances[j], 1);
            for (int q = 0; q < nodes.length; q++) {
                double[] at = curves.get(j).chances(nodes[q]);
                for (int k = 0; k < at.length; k++) {
                    chances[j][k * stride + q] = at[k];
                }
            }
        }
        return chances;
    }

    /**
     * An ability of the grid over which a scale sums.
     *
     * @param ability in logits
     * @param share of the group that stands for it
     */
    public record Node(double ability, double share) {}

    /** The grid, from the least ability; the shares sum to one. */
    public List<Node> grid() {
        double[] nodes = nodes();
        double[] weights = weights();
        return IntStream.range(0, nodes.length)
                .mapToObj(q -> new Node(nodes[q], weights[q]))
                .toList();
    }

    /** The chances of the sum scores 0, 1, … of a student of that ability who takes all items. */
    public List<Double> scoreChances(double ability) {
        return Arrays.stream(SumScores.distribution(curves, Checks.finite(ability, "ability")))
                .boxed()
                .toList();
    }

    /** What each sum score says about ability, for students who took all items. */
    public SumScores sumScores() {
        return SumScores.of(this);
    }

    /** Fisher's information of the whole test at that ability. */
    public double information(double ability) {
        return curves.stream().mapToDouble(curve -> curve.information(ability)).sum();
    }

    /** The conditional standard error of measurement, 1/√information; undefined where there is no information. */
    public Measured<Double> standardError(double ability) {
        double information = information(ability);
        return information > 0
                ? Measured.of(1 / Math.sqrt(information))
                : Measured.missing(MissingReason.UNDEFINED, "no information");
    }

    /** The points expected on the whole test at that ability: the test characteristic curve. */
    public double expectedPoints(double ability) {
        return curves.stream()
                .mapToDouble(curve -> curve.expectedPoints(ability))
                .sum();
    }

    /**
     * The reliability that the model expects in this group: the mean of I/(I + 1/σ²) over its distribution, I being the
     * test's information. Between 0 and 1.
     */
    public double marginalReliability() {
        double[] nodes = nodes();
        double[] weights = weights();
        double precision = 1 / (distribution.standardDeviation() * distribution.standardDeviation());
        double sum = 0;
        for (int q = 0; q < nodes.length; q++) {
            double information = information(nodes[q]);
            sum += weights[q] * information / (information + precision);
        }
        return sum;
    }

    /**
     * The reliability of the posterior means of these students: s²/(s² + mean of the posterior variances), s² with n.
     * Missing with fewer than two students, undefined if nothing varies.
     *
     * @throws IllegalArgumentException as {@link #abilities}
     */
    public Measured<Double> empiricalReliability(ResponseTable table) {
        List<Ability> known = abilities(table, AbilityMethod.EAP).stream()
                .flatMap(ability -> ability.value().stream())
                .toList();
        if (known.size() < 2) {
            return Measured.missing(MissingReason.TOO_FEW, known.size() + " students");
        }
        double mean = known.stream().mapToDouble(Ability::value).average().orElse(0);
        double between = 0;
        double within = 0;
        for (Ability ability : known) {
            between += (ability.value() - mean) * (ability.value() - mean);
            within += ability.standardError() * ability.standardError();
        }
        return between + within > 0
                ? Measured.of(between / (between + within))
                : Measured.missing(MissingReason.UNDEFINED, "nothing varies");
    }
}
