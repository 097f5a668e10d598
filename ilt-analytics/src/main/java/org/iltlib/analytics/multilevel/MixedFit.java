package org.iltlib.analytics.multilevel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.internal.mixed.MixedEngine;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;

/** A fitted linear mixed model. Immutable. */
public final class MixedFit {
    private final MixedModel model;
    private final MixedDesign design;
    private final MixedEngine engine;
    private final double[][] covariance;
    private final List<FixedEffect> fixedEffects;
    private final List<TermVariance> components;

    MixedFit(MixedModel model, MixedDesign design, MixedEngine engine) {
        this.model = model;
        this.design = design;
        this.engine = engine;
        FixedErrors errors = FixedErrors.of(model, design, engine);
        covariance = errors.covariance();
        List<FixedEffect> effects = new ArrayList<>();
        double[] beta = engine.coefficients();
        for (int j = 0; j < beta.length; j++) {
            String name = j == 0 ? RandomTerm.INTERCEPT : design.names().get(j - 1);
            double freedom = errors.degrees()[j];
            double reach = FixedEffect.quantile(model.level(), freedom);
            double error = Math.sqrt(covariance[j][j]);
            effects.add(new FixedEffect(name, estimate(beta[j], error, reach), freedom));
        }
        fixedEffects = List.copyOf(effects);
        List<TermVariance> variances = new ArrayList<>();
        for (int k = 0; k < design.terms().size(); k++) {
            variances.add(new TermVariance(design.terms().get(k), engine.covariance(k)));
        }
        components = List.copyOf(variances);
    }

    private Estimate estimate(double value, double error, double reach) {
        return Estimate.builder()
                .value(value)
                .lower(value - reach * error)
                .upper(value + reach * error)
                .level(model.level())
                .standardError(error)
                .n(design.rows())
                .unit(model.unit())
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
        return fixedEffects.stream()
                .filter(effect -> effect.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no fixed effect \"" + name
                        + "\". Expected one of "
                        + fixedEffects.stream().map(FixedEffect::name).toList() + "."));
    }

    /**
     * The covariance of two fixed effects; under Kenward and Roger's rule the adjusted one.
     *
     * @throws IllegalArgumentException if there is no effect of that name
     */
    public double covariance(String one, String two) {
        return covariance[fixedEffects.indexOf(getFixedEffect(one))][fixedEffects.indexOf(getFixedEffect(two))];
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
        for (int k = 0; k < components.size(); k++) {
            if (components.get(k).term().equals(term)) {
                return k;
            }
        }
        throw new IllegalArgumentException("There is no random term \"" + term + "\". Expected one of "
                + components.stream().map(TermVariance::term).toList() + ".");
    }

    /** The residual variance σ², of a row of weight 1 and beyond any error variance that was given. */
    public double residualVariance() {
        return engine.variance();
    }

    /** The square root of {@link #residualVariance}. */
    public double residualDeviation() {
        return Math.sqrt(engine.variance());
    }

    /**
     * The free places of the terms' lower-triangular relative factors Λ, column by column, in the order of the design:
     * the covariance of a term's coefficients is σ²ΛΛ′. A place on the diagonal is zero in a singular fit.
     */
    public List<Double> theta() {
        return Arrays.stream(engine.theta()).boxed().toList();
    }

    /** Whether a variance is zero or a correlation ±1: the data show no more variation than chance would. */
    public boolean isSingular() {
        return engine.isSingular();
    }

    /**
     * The predicted effects of all groups of a term, group by group in the order of the codes, within each by column.
     *
     * @throws IllegalArgumentException if there is no such term
     */
    public List<RandomEffect> effects(String term) {
        int k = place(term);
        RandomTerm which = design.terms().get(k);
        double reach = FixedEffect.quantile(model.level(), Double.POSITIVE_INFINITY);
        List<RandomEffect> effects = new ArrayList<>();
        for (int level = 0; level < which.groups(); level++) {
            double[] values = engine.effect(k, level);
            double[][] spread = engine.effectCovariance(k, level);
            for (int c = 0; c < values.length; c++) {
                Estimate estimate = estimate(values[c], Math.sqrt(Math.max(0, spread[c][c])), reach);
                effects.add(new RandomEffect(
                        which.grouping().label(level), which.columns().get(c), estimate));
            }
        }
        return List.copyOf(effects);
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
        Explanation why = Explanation.of("outcome ~ %s, %d rows, by %s.", design, design.rows(), model.method());
        for (TermVariance component : components) {
            for (String column : component.columns()) {
                why = why.because(
                        "%s of %s varies between %d groups with standard deviation %.4g.",
                        column, component.term(), component.groups(), component.deviation(column));
            }
        }
        why = why.because("Within groups the standard deviation is %.4g.", residualDeviation());
        if (isSingular()) {
            why = why.because("A variance is zero: the data show no more of it than chance would.");
        }
        for (FixedEffect effect : fixedEffects) {
            why = why.because(
                    "%s: %.4g, standard error %.4g, t = %.2f on %.1f degrees of freedom (%s).",
                    effect.name(),
                    effect.estimate().value(),
                    effect.estimate().standardError().orElseThrow(),
                    effect.statistic(),
                    effect.degreesOfFreedom(),
                    model.freedom());
        }
        return why;
    }
}
