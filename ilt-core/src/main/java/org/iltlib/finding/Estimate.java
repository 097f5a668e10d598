package org.iltlib.finding;

import java.util.Locale;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A number with its uncertainty: value, interval, the share of such intervals that hold the truth, the number of cases,
 * the unit, and the method. Immutable.
 *
 * <p>The interval holds the value; it may be a single point when the number is exact.
 */
@Value.Immutable
public abstract class Estimate {
    /** The written form. */
    public static final Form<Estimate> FORM = Form.<Estimate, Builder>built(Estimate::builder, Builder::build)
            .field("value", Forms.NUMBER, Estimate::value, Builder::value)
            .field("lower", Forms.NUMBER, Estimate::lower, Builder::lower)
            .field("upper", Forms.NUMBER, Estimate::upper, Builder::upper)
            .field("level", Forms.NUMBER, Estimate::level, Builder::level)
            .maybe("standardError", Forms.NUMBER, Estimate::standardError, Builder::standardError)
            .field("n", Forms.LONG, Estimate::n, Builder::n)
            .field("unit", Forms.TEXT, Estimate::unit, Builder::unit)
            .field("method", Forms.TEXT, Estimate::method, Builder::method);

    Estimate() {}

    /** The number itself, finite. */
    public abstract double value();

    /** The lower end of the interval. */
    public abstract double lower();

    /** The upper end of the interval. */
    public abstract double upper();

    /** The confidence level of the interval, between 0 and 1, both excluded; usually 0.95. */
    public abstract double level();

    /** The standard error, in the unit of the value; absent where the interval does not come from one. */
    public abstract Optional<Double> standardError();

    /** The number of cases (students, say) behind the number. */
    public abstract long n();

    /** The unit in words: {@code points}, {@code standard deviations}, {@code share}. */
    public abstract String unit();

    /** How it was computed, in words a statistician recognises: {@code mean, Student t interval}. */
    public abstract String method();

    /** Checks that the numbers are finite, the interval holds the value and the level makes sense. */
    @Value.Check
    void check() {
        Checks.finite(value(), "value");
        Checks.finite(lower(), "lower");
        Checks.finite(upper(), "upper");
        Checks.require(
                lower() <= value() && value() <= upper(),
                "The interval [%s, %s] does not hold the value %s. Maybe its ends are swapped.",
                lower(),
                upper(),
                value());
        Checks.require(level() > 0 && level() < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level());
        standardError().ifPresent(error -> {
            Checks.finite(error, "standardError");
            Checks.require(error >= 0, "standardError is %s. Expected zero or more.", error);
        });
        Checks.notNegative(n(), "n");
        Checks.text(unit(), "unit");
        Checks.text(method(), "method");
    }

    /** Whether the interval lies wholly above or wholly below that number. */
    public boolean excludes(double number) {
        return number < lower() || number > upper();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Such as {@code 487.9 [480.1, 495.7] points (n = 68)}, in the root locale. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4g [%.4g, %.4g] %s (n = %d)", value(), lower(), upper(), unit(), n());
    }

    /** Builds an estimate; every property but the standard error must be set. */
    public static final class Builder extends ImmutableEstimate.Builder {
        Builder() {}
    }
}
