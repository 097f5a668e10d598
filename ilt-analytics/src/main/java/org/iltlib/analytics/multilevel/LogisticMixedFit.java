package org.iltlib.analytics.multilevel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.internal.logistic.LogisticEngine;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;

/** A fitted logistic mixed model. Coefficients are log odds, in logits. Immutable. */
public final class LogisticMixedFit {
    private static final double LOGISTIC_VARIANCE = Math.PI * Math.PI / 3;

    private final LogisticMixedModel model;
    private final BinomialDesign design;
    private final LogisticEngine engine;
    private final List<FixedEffect> fixedEffects;
    private final List<TermVariance> components;

    LogisticMixedFit(LogisticMixedModel model, BinomialDesign design, LogisticEngine engine) {
        this.model = model;
        this.design = design;
        this.engine = engine;
        List<FixedEffect> effects = new ArrayList<>();
        double[] beta = engine.coefficients();
        for (int j = 0; j < beta.length; j++) {
            String name = j == 0 ? RandomTerm.INTERCEPT : design.names().get(j - 1);
            double error = Math.sqrt(engine.covariance()[j][j]);
            effects.add(new FixedEffect(name, estimate(beta[j], error), Double.POSITIVE_INFINITY));
        }
        fixedEffects = List.copyOf(effects);
        List<TermVariance> variances = new ArrayList<>();
        for (int k = 0; k < design.terms().size(); k++) {
            variances.add(new TermVariance(design.terms().get(k), engine.covariance(k)));
        }
        components = List.copyOf(variances);
    }

    private Estimate estimate(double value, double error) {
        double reach = FixedEffect.quantile(model.level(), Double.POSITIVE_INFINITY);
        return Estimate.builder()
                .value(value)
                .lower(value - reach * error)
                .upper(value + reach * error)
                .level(model.level())
                .standardError(error)
                .n(design.rows())
                .unit("logits")
                .method("logistic mixed model, " + model.method())
                .build();
    }

    /** The fixed effects in logits, the intercept first; z statistics and intervals of the normal distribution. */
    public List<FixedEffect> fixedEffects() {
        return fixedEffects;
    }

    /**
     * The fixed effect of that name, in logits.
     *
     * @throws IllegalArgumentException if there is none
     */
    public FixedEffect getFixedEffect(String name) {
        return fixedEffects.get(place(name));
    }

    private int place(String effect) {
        return FixedEffect.place(fixedEffects, effect);
    }

    /**
     * By what the odds are multiplied when a column rises by one and the random effects stay; for the intercept, the odds
     * themselves where all columns are zero. The interval is that of the logits, exponentiated, so that it is not
     * symmetric; ends beyond the largest number stop there.
     *
     * @throws IllegalArgumentException if there is no effect of that name
     */
    public Estimate oddsRatio(String name) {
        Estimate logits = getFixedEffect(name).estimate();
        return Estimate.builder()
                .value(power(logits.value()))
                .lower(power(logits.lower()))
                .upper(power(logits.upper()))
                .level(logits.level())
                .n(logits.n())
                .unit(name.equals(RandomTerm.INTERCEPT) ? "odds" : "times the odds")
                .method(logits.method())
                .build();
    }

    private static double power(double logits) {
        return Math.min(Double.MAX_VALUE, StrictMath.exp(logits));
    }

    /**
     * The covariance of two fixed effects.
     *
     * @throws IllegalArgumentException if there is no effect of that name
     */
    public double covariance(String one, String two) {
        return engine.covariance()[place(one)][place(two)];
    }

    /** How much each random term varies, in squared logits, in the order of the design. */
    public List<TermVariance> components() {
        return components;
    }

    /**
     * How much a random term varies; the first of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public TermVariance getComponent(String term) {
        return components.get(termPlace(term));
    }

    private int termPlace(String term) {
        return TermVariance.place(components, term);
    }

    /**
     * The free places of the terms' lower triangles Λ, column by column, in the order of the design: the covariance of a
     * term's coefficients is ΛΛ′. A place on the diagonal is zero in a singular fit.
     */
    public List<Double> theta() {
        return Arrays.stream(engine.theta()).boxed().toList();
    }

    /** Whether a variance is zero or a correlation ±1: the data show no more variation than chance would. */
    public boolean isSingular() {
        return engine.isSingular();
    }

    /**
     * The modes of the effects of all groups of a term, in logits, group by group in the order of the codes, within each
     * by column.
     *
     * @throws IllegalArgumentException if there is no such term
     */
    public List<RandomEffect> effects(String term) {
        int k = termPlace(term);
        RandomTerm which = design.terms().get(k);
        List<RandomEffect> effects = new ArrayList<>();
        for (int level = 0; level < which.groups(); level++) {
            double[] values = engine.effect(k, level);
            double[][] spread = engine.effectCovariance(k, level);
            for (int c = 0; c < values.length; c++) {
                Estimate estimate = estimate(values[c], Math.sqrt(Math.max(0, spread[c][c])));
                effects.add(new RandomEffect(
                        which.grouping().label(level), which.columns().get(c), estimate));
            }
        }
        return List.copyOf(effects);
    }

    /** The chance of a success in each row, for its columns and the modes of its groups. */
    public List<Double> chances() {
        return Arrays.stream(engine.chances()).boxed().toList();
    }

    /** The logarithm of the likelihood as approximated, binomial coefficients included. */
    public double logLikelihood() {
        return engine.logLikelihood();
    }

    /** Minus twice the logarithm of the likelihood. */
    public double criterion() {
        return -2 * logLikelihood();
    }

    /** The deviance of the rows given the modes of the random effects; not minus twice the log-likelihood. */
    public double deviance() {
        return engine.deviance();
    }

    /** The number of parameters: fixed effects and places of θ. */
    public int parameters() {
        return fixedEffects.size() + engine.theta().length;
    }

    /** Akaike's criterion. */
    public double aic() {
        return criterion() + 2 * parameters();
    }

    /** The Bayesian criterion, with the number of rows. */
    public double bic() {
        return criterion() + parameters() * StrictMath.log(design.rows());
    }

    /** The number of rows. */
    public long n() {
        return design.rows();
    }

    /** How often the likelihood was computed on the way to its top. */
    public int evaluations() {
        return engine.evaluations();
    }

    /**
     * The share of the variance of the logits behind the outcomes that lies between the groups of a term, of all terms'
     * levels and π²/3 for the single trial; slopes, where there are any, taken at zero of their columns.
     *
     * <p>Source: Snijders &amp; Bosker (2012), Multilevel Analysis, chapter 17.
     *
     * @throws IllegalArgumentException if the term is not there
     */
    public double shareOfVariance(String term) {
        double all = LOGISTIC_VARIANCE;
        for (TermVariance component : components) {
            all += MixedFit.level(component);
        }
        return MixedFit.level(getComponent(term)) / all;
    }

    /** Why, in words and arithmetic. */
    public Explanation why() {
        Explanation why = Explanation.of(
                "log odds of a success ~ %s, %d of %d trials in %d rows, by %s.",
                design, design.successes(), design.trials(), design.rows(), model.method());
        for (TermVariance component : components) {
            for (String column : component.columns()) {
                why = why.because(
                        "%s of %s varies between %d groups with standard deviation %.4g logits.",
                        column, component.term(), component.groups(), component.deviation(column));
            }
        }
        if (isSingular()) {
            why = why.because("A variance is zero: the data show no more of it than chance would.");
        }
        for (FixedEffect effect : fixedEffects) {
            Estimate ratio = oddsRatio(effect.name());
            why = why.because(
                    effect.name().equals(RandomTerm.INTERCEPT)
                            ? "%s: in an average group with zeros in all columns the odds are %.4g to 1"
                                    + " (%.4g to %.4g), z = %.2f."
                            : "%s: one more, in the same group, and the odds are %.4g times as high"
                                    + " (%.4g to %.4g), z = %.2f.",
                    effect.name(),
                    ratio.value(),
                    ratio.lower(),
                    ratio.upper(),
                    effect.statistic());
        }
        return why;
    }
}
