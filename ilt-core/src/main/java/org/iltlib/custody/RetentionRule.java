package org.iltlib.custody;

import java.time.LocalDate;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** How long a kind of dataset is kept, then purged. Named, dated and cited, since the law or contract chooses it. Immutable. */
@Value.Immutable
public abstract class RetentionRule {
    /** The written form. */
    public static final Form<RetentionRule> FORM = Form.<RetentionRule, Builder>built(
                    RetentionRule::builder, Builder::build)
            .field("name", Forms.TEXT, RetentionRule::name, Builder::name)
            .field("source", Forms.TEXT, RetentionRule::source, Builder::source)
            .field("checkedOn", Forms.DATE, RetentionRule::checkedOn, Builder::checkedOn)
            .field("keepMonths", Forms.INTEGER, RetentionRule::keepMonths, Builder::keepMonths);

    RetentionRule() {}

    /** What it is called. */
    public abstract String name();

    /** Where it is written: the law, the state's schedule, the contract. */
    public abstract String source();

    /** The day on which the source was last read. */
    public abstract LocalDate checkedOn();

    /** For how many months a dataset is kept, zero or more. */
    public abstract int keepMonths();

    /** The first day on which a dataset that is kept from that day on is due to be purged. */
    public LocalDate keepUntil(LocalDate from) {
        return from.plusMonths(keepMonths());
    }

    /** Checks texts and number. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(source(), "source");
        Checks.notNegative(keepMonths(), "keepMonths");
    }

    /** Name and source: {@code interim scores, 24 months (district schedule 7.2)}. */
    @Override
    public String toString() {
        return name() + ", " + keepMonths() + " months (" + source() + ")";
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a rule; all must be set. */
    public static final class Builder extends ImmutableRetentionRule.Builder {
        Builder() {}
    }
}
