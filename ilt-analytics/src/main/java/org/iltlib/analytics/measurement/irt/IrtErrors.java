package org.iltlib.analytics.measurement.irt;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.iltlib.analytics.internal.Ascent;
import org.iltlib.analytics.internal.Curvature;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The parameters of a fit with their standard errors and covariances, from the inverse of the observed information;
 * asymptotes and standard deviations by the delta method. Immutable.
 */
public final class IrtErrors {
    /** The name of a slope. */
    public static final String SLOPE = "slope";

    /** The name of a lower asymptote. */
    public static final String ASYMPTOTE = "lower asymptote";

    /** The name of a group's mean. */
    public static final String MEAN = "mean";

    /** The name of a group's standard deviation. */
    public static final String DEVIATION = "standard deviation";

    private static final double LEVEL = 0.95;

    /**
     * The name of a parameter.
     *
     * @param owner the item ({@code i4 in girls} if it is free), the group, or {@code all items}
     * @param name {@link #SLOPE}, {@code intercept 1}, {@link #ASYMPTOTE}, {@link #MEAN} or {@link #DEVIATION}
     */
    public record Parameter(String owner, String name) {
        @Override
        public String toString() {
            return owner + ", " + name;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never leaves the class
    private record Row(Parameter parameter, double value, double[] slopes) {}

    private final List<Row> rows;
    private final double[][] covariance;
    private final long students;

    private IrtErrors(List<Row> rows, double[][] inner, long students) {
        this.rows = rows;
        this.students = students;
        int p = rows.size();
        covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            double[] line = new double[inner.length];
            for (int v = 0; v < line.length; v++) {
                line[v] = GramFactor.dot(rows.get(i).slopes, inner[v], line.length);
            }
            for (int j = 0; j < p; j++) {
                covariance[i][j] = GramFactor.dot(rows.get(j).slopes, line, line.length);
            }
        }
    }

    static Measured<IrtErrors> of(IrtFit fit, IrtPlan plan, Ascent.Summit summit) {
        MarginalLikelihood likelihood = plan.likelihood();
        likelihood.measure(false);
        GramFactor factor = GramFactor.of(Curvature.of(likelihood, summit.point()));
        if (factor.deficientColumn().isPresent()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "the information is not positive definite; maybe too few items or students");
        }
        List<Row> rows = new ArrayList<>();
        for (int j = 0; j < plan.keys().size(); j++) {
            itemRows(plan, likelihood, j, summit.point(), rows);
        }
        for (int g = 0; g < plan.groupNames().size(); g++) {
            groupRows(plan, likelihood, g, summit.point(), fit.isCommon(), rows);
        }
        return Measured.of(new IrtErrors(rows, factor.inverse(), fit.students()));
    }

    private static void itemRows(IrtPlan plan, MarginalLikelihood likelihood, int j, double[] point, List<Row> rows) {
        IrtPlan.Key key = plan.keys().get(j);
        ItemModel model = plan.options().modelOf(key.item());
        double[] p = likelihood.itemParameters(j, point);
        int fixed = model.hasOwnSlope() ? 0 : 1;
        for (int v = fixed; v < p.length; v++) {
            String name = v == 0 ? SLOPE : "intercept " + v;
            double value = p[v];
            double slope = 1;
            if (model == ItemModel.THREE_PARAMETER && v == 2) {
                name = ASYMPTOTE;
                value = PriorTarget.ASYMPTOTE.natural(p[v]);
                slope = PriorTarget.ASYMPTOTE.chain(p[v]);
            }
            double[] slopes = new double[point.length];
            slopes[likelihood.offset(j) + v - fixed] = slope;
            rows.add(new Row(new Parameter(key.toString(), name), value, slopes));
        }
    }

    private static void groupRows(
            IrtPlan plan, MarginalLikelihood likelihood, int g, double[] point, boolean common, List<Row> rows) {
        String group = plan.groupNames().get(g);
        AbilityDistribution own = likelihood.distribution(g, point);
        int at = likelihood.groupOffset(g);
        int end = g + 1 < plan.groupNames().size() ? likelihood.groupOffset(g + 1) : point.length;
        int reference = likelihood.groupOffset(0);
        double unit = common ? likelihood.distribution(0, point).standardDeviation() : 1;
        if (g > 0) {
            double[] slopes = new double[point.length];
            slopes[at] = 1 / unit;
            if (common) {
                slopes[reference] -= own.mean() / unit;
            }
            rows.add(new Row(new Parameter(group, MEAN), own.mean() / unit, slopes));
        }
        if (end - at > (g > 0 ? 1 : 0)) {
            double[] slopes = new double[point.length];
            boolean slope = common && g == 0;
            double value = slope ? unit : own.standardDeviation() / unit;
            slopes[end - 1] = value;
            if (common && g > 0) {
                slopes[reference] -= value;
            }
            rows.add(new Row(
                    slope ? new Parameter("all items", SLOPE) : new Parameter(group, DEVIATION), value, slopes));
        }
    }

    /** The parameters that were estimated, in order: item by item, then group by group. */
    public List<Parameter> parameters() {
        return rows.stream().map(Row::parameter).toList();
    }

    /**
     * A parameter with its standard error and a 95 % interval from the normal distribution.
     *
     * @throws IllegalArgumentException if it was not estimated
     */
    public Estimate getEstimate(String owner, String name) {
        int i = place(new Parameter(owner, name));
        double value = rows.get(i).value;
        double error = Math.sqrt(covariance[i][i]);
        double z = new NormalDistribution().inverseCumulativeProbability(0.5 + LEVEL / 2);
        return Estimate.builder()
                .value(value)
                .lower(value - z * error)
                .upper(value + z * error)
                .level(LEVEL)
                .standardError(error)
                .n(students)
                .unit("logits")
                .method("marginal maximum likelihood, observed information")
                .build();
    }

    /**
     * The covariance of two parameters.
     *
     * @throws IllegalArgumentException if one was not estimated
     */
    public double covariance(Parameter one, Parameter other) {
        return covariance[place(one)][place(other)];
    }

    private int place(Parameter parameter) {
        int place = parameters().indexOf(parameter);
        Checks.require(
                place >= 0,
                "There is no parameter \"%s\". Maybe one of %s.",
                parameter,
                parameters().stream().limit(10).toList());
        return place;
    }

    /** Such as {@code 10 parameters of 1000 students}. */
    @Override
    public String toString() {
        return rows.size() + " parameters of " + students + " students";
    }
}
