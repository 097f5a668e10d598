package org.iltlib.analytics.multilevel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.internal.mixed.MixedEngine;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/** A fitted linear mixed model. Immutable. */
public final class MixedFit {
    private final MixedModel model;
    private final MixedDesign design;
    private final MixedEngine engine;
    private final double[][] covariance;
    private final DegreesOfFreedom rule;
    private final List<FixedEffect> fixedEffects;
    private final List<TermVariance> components;
    private final boolean atBound;

    MixedFit(MixedModel model, MixedDesign design, MixedEngine engine, boolean atBound) {
        this.model = model;
        this.design = design;
        this.engine = engine;
        this.atBound = atBound;
        FixedErrors errors = FixedErrors.of(model, design, engine);
        covariance = errors.covariance();
        rule = errors.rule();
        List<FixedEffect> effects = new ArrayList<>();
        double[] beta = engine.coefficients();
        for (int j = 0; j < beta.length; j++) {
            String name = j == 0 ? RandomTerm.INTERCEPT : design.names().get(j - 1);
            double freedom = errors.degrees()[j];
            double reach = FixedEffect.quantile(model.level(), freedom);
            double error = Math.sqrt(covariance[j][j]);
            Estimate estimate = estimate(beta[j], error, reach, design.rows(), name);
            effects.add(new FixedEffect(name, estimate, freedom));
        }
        fixedEffects = List.copyOf(effects);
        List<TermVariance> variances = new ArrayList<>();
        for (int k = 0; k < design.terms().size(); k++) {
            variances.add(new TermVariance(design.terms().get(k), engine.covariance(k)));
        }
        components = List.copyOf(variances);
    }

    private Estimate estimate(double value, double error, double reach, long n, String column) {
        return Estimate.builder()
                .value(value)
                .lower(value - reach * error)
                .upper(value + reach * error)
                .level(model.level())
                .standardError(error)
                .n(n)
                .unit(column.equals(RandomTerm.INTERCEPT) ? model.unit() : model.unit() + " per unit of " + column)
                .method("mixed model, " + model.method())
                .build();
    }

    /** The fixed effects, the intercept first. */
    public List<FixedEffect> fixedEffects() {
        return fixedEffects;
    }

    /**
     * The fixed effect of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public FixedEffect getFixedEffect(String name) {
        return fixedEffects.get(FixedEffect.place(fixedEffects, name));
    }

    /**
     * The covariance of two fixed effects; under Kenward and Roger's rule the adjusted one.
     *
     * @throws IllegalArgumentException if there is no effect of that name
     */
    public double covariance(String one, String two) {
        return covariance[FixedEffect.place(fixedEffects, one)][FixedEffect.place(fixedEffects, two)];
    }

    /** How much each random term varies, in the order of the design. */
    public List<TermVariance> components() {
        return components;
    }

    /**
     * How much a random term varies; the first of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public TermVariance getComponent(String term) {
        return components.get(place(term));
    }

    private int place(String term) {
        return TermVariance.place(components, term);
    }

    /**
     * By which rule fixed effects were judged in fact: the normal distribution, whatever the model says, where error
     * variances were given or the fit went by iteration. Its intervals are too narrow where groups are few.
     */
    public DegreesOfFreedom degreesOfFreedom() {
        return rule;
    }

    /**
     * The residual variance σ², of a row of weight 1 and beyond any error variance that was given; see
     * {@link #isResidualAtBound}.
     */
    public double residualVariance() {
        return engine.variance();
    }

    /** The square root of {@link #residualVariance}. */
    public double residualDeviation() {
        return Math.sqrt(engine.variance());
    }

    /**
     * Whether known error variances are as large as, or larger than, all that varies within groups, so that nothing is left
     * for σ²: it then stands at the lower bound of the search, and θ, which counts in units of σ, tells nothing.
     */
    public boolean isResidualAtBound() {
        return atBound;
    }

    /**
     * The free places of the terms' lower-triangular relative factors Λ, column by column, in the order of the design:
     * the covariance of a term's coefficients is σ²ΛΛ′. A place on the diagonal is zero in a singular fit.
     */
    public List<Double> theta() {
        return Arrays.stream(engine.theta()).boxed().toList();
    }

    /**
     * Whether a variance is zero or a correlation ±1: the data show no more variation than chance would. True as well if
     * {@link #isResidualAtBound}.
     */
    public boolean isSingular() {
        return atBound || engine.isSingular();
    }

    /**
     * The predicted effects of all groups of a term, group by group in the order of the codes, within each by column. Error
     * and interval are conditional, as those of {@code lme4::ranef(condVar = TRUE)}: they take fixed effects and variances
     * as known, so they are too narrow where groups are few; see {@link #predictions}.
     *
     * @throws IllegalArgumentException if there is no such term
     */
    public List<RandomEffect> effects(String term) {
        return effects(place(term));
    }

    private List<RandomEffect> effects(int k) {
        RandomTerm which = design.terms().get(k);
        double reach = FixedEffect.quantile(model.level(), Double.POSITIVE_INFINITY);
        long[] sizes = which.grouping().sizes();
        List<RandomEffect> effects = new ArrayList<>();
        for (int level = 0; level < which.groups(); level++) {
            double[] values = engine.effect(k, level);
            double[][] spread = engine.effectCovariance(k, level);
            for (int c = 0; c < values.length; c++) {
                double error = Math.sqrt(Math.max(0, spread[c][c]));
                String column = which.columns().get(c);
                Estimate estimate = estimate(values[c], error, reach, sizes[level], column);
                effects.add(new RandomEffect(which.grouping().label(level), column, estimate));
            }
        }
        return List.copyOf(effects);
    }

    /**
     * The same effects with the error of the prediction: how far the truth may lie from them, the fixed effects and the
     * variance between groups being estimates. Missing, with the reason, if a column's variance is found to be zero, for then
     * all predictions are zero and nobody knows how far off, or if there are no more groups than coefficients constant within
     * them.
     *
     * <p>The squared error is the block of the inverse of Henderson's mixed-model equations, and 2·g on top for the
     * variance: g = 2τ²·r(1 − r)²/Σr² · m/(m − k), with r = 1 − conditional variance/τ² of each of the m groups and k the
     * number of fixed coefficients constant within groups; the interval is that of Student's t with m − k degrees. g is exact
     * to the usual order for one grouping with a level and independent rows, and an approximation beyond. O(groups).
     *
     * <p>Sources: Henderson (1975), doi:10.2307/2529430; Prasad &amp; Rao (1990), doi:10.1080/01621459.1990.10475320; Datta
     * &amp; Lahiri (2000), Statistica Sinica 10, 613–627.
     *
     * @throws IllegalArgumentException if there is no such term
     */
    public Measured<List<RandomEffect>> predictions(String term) {
        int k = place(term);
        return predictions(k, new double[design.terms().get(k).columns().size() * fixedEffects.size()]);
    }

    /**
     * The same with the error of how a group differs from the mean of these groups: for telling groups apart. What the error
     * of the fixed effects does to all alike is left out, such as that of the intercept.
     *
     * @throws IllegalArgumentException if there is no such term
     */
    public Measured<List<RandomEffect>> comparisons(String term) {
        int k = place(term);
        return predictions(k, engine.meanSolutions(k));
    }

    private Measured<List<RandomEffect>> predictions(int k, double[] common) {
        int constant = 1;
        for (double[] column : design.columns()) {
            constant += design.terms().get(k).grouping().isConstantWithin(column) ? 1 : 0;
        }
        return Predictions.of(effects(k), components.get(k), engine, k, model.level(), constant, common);
    }

    /**
     * The covariance of two coefficients of a group about their predictions, fixed effects and variances taken as known.
     *
     * @throws IllegalArgumentException if the term, the group or a column is not there
     */
    public double effectCovariance(String term, String group, String one, String two) {
        int k = place(term);
        RandomTerm which = design.terms().get(k);
        for (int level = 0; level < which.groups(); level++) {
            if (which.grouping().label(level).equals(group)) {
                components.get(k).covariance(one, two); // refuses a column that is not there
                return engine.effectCovariance(k, level)[which.columns().indexOf(one)][
                        which.columns().indexOf(two)];
            }
        }
        throw new IllegalArgumentException("There is no group \"" + group + "\" in \"" + term + "\".");
    }

    /** Minus twice the logarithm of the likelihood, under REML of the restricted likelihood, at the optimum. */
    public double criterion() {
        return engine.criterion();
    }

    /** The logarithm of the likelihood, under REML of the restricted likelihood. */
    public double logLikelihood() {
        return -0.5 * criterion();
    }

    /** The number of parameters: fixed effects, places of θ, and σ. */
    public int parameters() {
        return fixedEffects.size() + engine.theta().length + 1;
    }

    /** Akaike's criterion; under REML to be compared between models with the same fixed effects only. */
    public double aic() {
        return criterion() + 2 * parameters();
    }

    /** The Bayesian criterion, with the number of rows; under REML as {@link #aic}. */
    public double bic() {
        return criterion() + parameters() * StrictMath.log(design.rows());
    }

    /** The number of rows. */
    public long n() {
        return design.rows();
    }

    /** How often the criterion was computed on the way to its optimum. */
    public int evaluations() {
        return engine.evaluations();
    }

    /**
     * The standard error that random probes leave in each place of {@link #theta}, in the same order. Zeros, unless so
     * many levels are crossed that the fit goes by iteration.
     */
    public List<Double> thetaErrors() {
        return Arrays.stream(engine.noise()).boxed().toList();
    }

    /**
     * The share of the variance that lies between the groups of a term, of all its terms' levels and the residuals;
     * slopes, where there are any, taken at zero of their columns.
     *
     * @throws IllegalArgumentException if the term is not there
     */
    public double shareOfVariance(String term) {
        double all = residualVariance();
        for (TermVariance component : components) {
            all += level(component);
        }
        return level(getComponent(term)) / all;
    }

    static double level(TermVariance component) {
        boolean varies = component.columns().contains(RandomTerm.INTERCEPT);
        return varies ? component.variance(RandomTerm.INTERCEPT) : 0;
    }

    /** Why, in words and arithmetic. */
    public Explanation why() {
        return MixedWords.of(this, model, design);
    }
}
