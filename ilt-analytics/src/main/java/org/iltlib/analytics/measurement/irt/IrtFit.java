package org.iltlib.analytics.measurement.irt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iltlib.analytics.internal.Ascent;
import org.iltlib.analytics.internal.ItemFunction;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;

/**
 * A fitted model of item responses, with its certificate: the largest derivative of the log-likelihood that is left.
 * Immutable, safe for several threads.
 */
public final class IrtFit {
    private final IrtPlan plan;
    private final Ascent.Summit summit;
    private final double logPrior;
    private final Map<String, AbilityDistribution> distributions;
    private final Map<IrtPlan.Key, ItemCurve> curves;

    IrtFit(IrtPlan plan, MarginalLikelihood likelihood, Ascent.Summit summit) {
        this.plan = plan;
        this.summit = summit;
        this.logPrior = likelihood.logPrior();
        this.distributions = new LinkedHashMap<>();
        this.curves = new LinkedHashMap<>();
        double common = isCommon() ? likelihood.distribution(0, summit.point()).standardDeviation() : 1;
        for (int g = 0; g < plan.groupNames().size(); g++) {
            AbilityDistribution raw = likelihood.distribution(g, summit.point());
            distributions.put(
                    plan.groupNames().get(g),
                    new AbilityDistribution(raw.mean() / common, raw.standardDeviation() / common));
        }
        for (int j = 0; j < plan.keys().size(); j++) {
            IrtPlan.Key key = plan.keys().get(j);
            curves.put(key, curve(key.item(), likelihood.itemParameters(j, summit.point()), common));
        }
    }

    private ItemCurve curve(String item, double[] p, double common) {
        ItemModel model = plan.options().modelOf(item);
        boolean guessing = model == ItemModel.THREE_PARAMETER;
        ItemCurve.Builder curve = ItemCurve.builder().item(item).model(model).slope(p[0] * common);
        for (int k = 1; k < (guessing ? 2 : p.length); k++) {
            curve.addIntercepts(p[k]);
        }
        return (guessing ? curve.lowerAsymptote(ItemFunction.logistic(p[2])) : curve).build();
    }

    /** Whether one slope, common to all items, stands for the spread of ability. */
    boolean isCommon() {
        return plan.keys().stream().allMatch(key -> plan.options().modelOf(key.item()) == ItemModel.ONE_PARAMETER);
    }

    /** The groups, the reference first. */
    public List<String> groups() {
        return plan.groupNames();
    }

    /**
     * The items with their parameters in that group, in the group's order; items that nobody in the group answered are
     * left out if they are free.
     *
     * @throws IllegalArgumentException if there is no such group
     */
    public List<ItemCurve> curves(String group) {
        distribution(group);
        return plan.responses(group).itemNames().stream()
                .flatMap(item -> curves.entrySet().stream()
                        .filter(entry -> entry.getKey().item().equals(item)
                                && entry.getKey().group().orElse(group).equals(group))
                        .map(Map.Entry::getValue))
                .toList();
    }

    /** The items with their parameters in the reference group. */
    public List<ItemCurve> curves() {
        return curves(groups().get(0));
    }

    /**
     * An item of the reference group.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public ItemCurve getCurve(String item) {
        return curves().stream()
                .filter(curve -> curve.item().equals(item))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no item \"" + item + "\". Expected one of "
                        + curves().stream().map(ItemCurve::item).toList() + "."));
    }

    /**
     * How ability spreads in that group.
     *
     * @throws IllegalArgumentException if there is no such group
     */
    public AbilityDistribution distribution(String group) {
        AbilityDistribution distribution = distributions.get(group);
        Checks.require(distribution != null, "group is \"%s\". Expected one of %s.", group, groups());
        return distributions.getOrDefault(group, AbilityDistribution.STANDARD);
    }

    /** How ability spreads in the reference group. */
    public AbilityDistribution distribution() {
        return distribution(groups().get(0));
    }

    /** The scale of the reference group: scores, information, reliability. */
    public AbilityScale scale() {
        return scale(groups().get(0));
    }

    /**
     * The scale of that group.
     *
     * @throws IllegalArgumentException if there is no such group
     */
    public AbilityScale scale(String group) {
        return AbilityScale.of(curves(group), distribution(group))
                .withNodes(plan.options().nodes(), plan.options().reach());
    }

    /** The logarithm of the marginal likelihood, without the priors. */
    public double logLikelihood() {
        return summit.value() - logPrior;
    }

    /** The largest absolute derivative of what was climbed, with respect to any parameter; at most the tolerance. */
    public double gradientNorm() {
        return summit.gradientNorm();
    }

    /** How far the nodes went from zero, in logits: what the model was told, or more where abilities lie farther out. */
    public double reach() {
        return plan.options().reach();
    }

    /** The number of nodes. */
    public int nodes() {
        return plan.options().nodes();
    }

    /** The number of steps. */
    public int steps() {
        return summit.steps();
    }

    /** The number of parameters that were estimated. */
    public int freeParameters() {
        return summit.point().length;
    }

    /** The number of students with at least one response. */
    public long students() {
        return plan.students();
    }

    /** Akaike's criterion, −2·log L + 2·p. */
    public double aic() {
        return -2 * logLikelihood() + 2.0 * freeParameters();
    }

    /** Schwarz's criterion, −2·log L + p·log N. */
    public double bic() {
        return -2 * logLikelihood() + freeParameters() * StrictMath.log((double) students());
    }

    /**
     * The standard errors, from the observed information; undefined if the information is not positive definite: then the
     * responses do not tell the parameters apart. Computed when asked for, at the cost of 2·p passes.
     */
    public Measured<IrtErrors> errors() {
        return IrtErrors.of(this, plan, summit);
    }

    /** Such as {@code 5 items, 1000 students, log-likelihood -2658.805}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d items, %d students, log-likelihood %.3f", curves.size(), students(), logLikelihood());
    }
}
