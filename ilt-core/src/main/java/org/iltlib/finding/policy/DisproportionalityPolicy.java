package org.iltlib.finding.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * When a risk ratio is calculated and when it is too high: a state's numbers under 34 CFR 300.647. Immutable.
 *
 * <p>The regulation presumes a minimum cell of at most 10 and a minimum number of at most 30 to be reasonable; a state gives
 * its reasons for larger ones. Threshold, years and progress are the state's own: there is no default for them.
 */
@Value.Immutable
public abstract class DisproportionalityPolicy {
    /** The largest minimum cell that is presumed to be reasonable. */
    public static final long PRESUMED_CELL = 10;

    /** The largest minimum number that is presumed to be reasonable. */
    public static final long PRESUMED_NUMBER = 30;

    /** The written form. */
    public static final Form<DisproportionalityPolicy> FORM = Form.<DisproportionalityPolicy, Builder>built(
                    DisproportionalityPolicy::builder, Builder::build)
            .field("name", Forms.TEXT, DisproportionalityPolicy::name, Builder::name)
            .field("source", Forms.TEXT, DisproportionalityPolicy::source, Builder::source)
            .field("checkedOn", Forms.DATE, DisproportionalityPolicy::checkedOn, Builder::checkedOn)
            .field("minimumCell", Forms.LONG, DisproportionalityPolicy::minimumCell, Builder::minimumCell)
            .field("minimumNumber", Forms.LONG, DisproportionalityPolicy::minimumNumber, Builder::minimumNumber)
            .field("threshold", Forms.DECIMAL, DisproportionalityPolicy::threshold, Builder::threshold)
            .field("years", Forms.INTEGER, DisproportionalityPolicy::years, Builder::years)
            .maybe("progress", Forms.DECIMAL, DisproportionalityPolicy::progress, Builder::progress);

    DisproportionalityPolicy() {}

    /** What it is called. */
    public abstract String name();

    /** Where it stands: the state's plan or rule. */
    public abstract String source();

    /** The day on which the source was last read. */
    public abstract LocalDate checkedOn();

    /** The fewest to whom it happened, in the group and in the comparison group. */
    public abstract long minimumCell();

    /** The fewest in the group, and in the comparison group. */
    public abstract long minimumNumber();

    /** A ratio above it is too high. */
    public abstract BigDecimal threshold();

    /** How many consecutive years it must be too high: 1, 2 or 3. */
    public abstract int years();

    /** By how much the ratio must fall in each of the two prior years to count as reasonable progress; empty if the state grants no such delay. */
    public abstract Optional<BigDecimal> progress();

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(source(), "source");
        Checks.positive(minimumCell(), "minimumCell");
        Checks.positive(minimumNumber(), "minimumNumber");
        Checks.require(
                threshold().compareTo(BigDecimal.ONE) > 0, "threshold is %s. Expected more than 1.", threshold());
        Checks.require(years() >= 1 && years() <= 3, "years is %s. Expected 1, 2 or 3.", years());
        progress().ifPresent(fall -> Checks.require(fall.signum() > 0, "progress is %s. Expected above 0.", fall));
    }

    /** Whether both minima are presumed to be reasonable, so that the state need not give reasons. */
    public boolean isPresumedReasonable() {
        return minimumCell() <= PRESUMED_CELL && minimumNumber() <= PRESUMED_NUMBER;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a policy; everything but progress must be set. */
    public static final class Builder extends ImmutableDisproportionalityPolicy.Builder {
        Builder() {}
    }
}
