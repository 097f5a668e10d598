package org.iltlib.analytics.impact.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.internal.balance.LogitFit;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.immutables.value.Value;

/**
 * How likely each candidate was to be treated, from the inputs, by logistic regression. Immutable.
 *
 * <p>Fitted by reweighted least squares until the last step changes no linear predictor by more than 1e-13 of itself. In R:
 * {@code glm(treated ~ inputs, binomial, control = glm.control(epsilon = 1e-15))}. Source: Rosenbaum &amp; Rubin (1983),
 * doi:10.1093/biomet/70.1.41.
 */
@Value.Immutable
public abstract class Propensity {
    /** The name of the first coefficient. */
    public static final String INTERCEPT = "(Intercept)";

    Propensity() {}

    /**
     * A coefficient, in log odds for one unit of its input.
     *
     * @param name the input
     * @param value the coefficient
     * @param standardError its standard error
     */
    public record Coefficient(String name, double value, double standardError) {}

    /** The intercept, then one a input, in order. */
    public abstract List<Coefficient> coefficients();

    /** The share of each row of the candidates; empty where an input is unknown. */
    public abstract List<Optional<Double>> shares();

    /** Minus twice the log likelihood. */
    public abstract double deviance();

    /** How many steps the fit took. */
    public abstract int iterations();

    /** Checks the deviance. */
    @Value.Check
    void check() {
        Checks.finite(deviance(), "deviance");
    }

    /**
     * The fit; missing, with the reason, if there are fewer than five rows, nobody on one side, no input, inputs that
     * determine each other, or inputs that separate the two groups so that no share is left to estimate ({@link
     * #findSeparation}).
     */
    public static Measured<Propensity> of(Candidates candidates) {
        Inputs inputs = Inputs.of(candidates);
        return fit(candidates, inputs).map(fit -> of(candidates, inputs, fit));
    }

    /** The combination of inputs that separates treated from others, perhaps with ties; empty if there is none. */
    public static Optional<SeparatingDirection> findSeparation(Candidates candidates) {
        Inputs inputs = Inputs.of(candidates);
        if (inputs.refusal(true).isPresent()) {
            return Optional.empty();
        }
        return separation(candidates, LogitFit.of(inputs.treated(), inputs.columns()));
    }

    private static Optional<SeparatingDirection> separation(Candidates candidates, LogitFit fit) {
        double[] direction = fit.direction();
        return direction.length == 0
                ? Optional.empty()
                : Optional.of(SeparatingDirection.of(
                        candidates.names(), Arrays.copyOfRange(direction, 1, direction.length), -direction[0]));
    }

    static Measured<LogitFit> fit(Candidates candidates, Inputs inputs) {
        Optional<Measured<LogitFit>> refusal = inputs.refusal(true);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        LogitFit fit = LogitFit.of(inputs.treated(), inputs.columns());
        if (fit.deficientColumn().isPresent()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "the input \""
                            + candidates.names().get(fit.deficientColumn().getAsInt())
                            + "\" is constant, or determined by those before it");
        }
        Optional<SeparatingDirection> separation = separation(candidates, fit);
        if (separation.isPresent()) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "the inputs separate the treated from the others: " + separation.get());
        } else if (!fit.converged()) {
            return Measured.missing(MissingReason.UNDEFINED, "the fit of who was treated does not settle");
        }
        return Measured.of(fit);
    }

    private static Propensity of(Candidates candidates, Inputs inputs, LogitFit fit) {
        double[] values = fit.coefficients();
        double[] errors = fit.standardErrors();
        Builder builder = new Builder().deviance(fit.deviance()).iterations(fit.iterations());
        for (int j = 0; j < values.length; j++) {
            builder.addCoefficients(
                    new Coefficient(j == 0 ? INTERCEPT : candidates.names().get(j - 1), values[j], errors[j]));
        }
        List<Optional<Double>> shares = new ArrayList<>(Collections.nCopies(candidates.rows(), Optional.empty()));
        double[] found = fit.shares();
        for (int i = 0; i < inputs.n(); i++) {
            shares.set(inputs.rows()[i], Optional.of(found[i]));
        }
        return builder.shares(shares).build();
    }

    static final class Builder extends ImmutablePropensity.Builder {
        Builder() {}
    }
}
