package org.iltlib.learning.enacted;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.StandardId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** Some minutes of a class, and what they went to. Immutable. */
@Value.Immutable
public abstract class TaughtTime {
    /** The written form. */
    public static final Form<TaughtTime> FORM = Form.<TaughtTime, Builder>built(TaughtTime::builder, Builder::build)
            .field("use", Forms.enumOf(TimeUse.class), TaughtTime::use, Builder::use)
            .field("minutes", Forms.INTEGER, TaughtTime::minutes, Builder::minutes)
            .maybe("standard", StandardId.FORM, TaughtTime::standard, Builder::standard)
            .maybe("demand", Forms.INTEGER, TaughtTime::demand, Builder::demand)
            .maybe("strategy", Forms.TEXT, TaughtTime::strategy, Builder::strategy)
            .maybe("grouping", Forms.TEXT, TaughtTime::grouping, Builder::grouping);

    TaughtTime() {}

    /** What they went to. */
    public abstract TimeUse use();

    /** How many minutes, at least 1. */
    public abstract int minutes();

    /** The standard, if they went to one. */
    public abstract Optional<StandardId> standard();

    /** The level of cognitive demand on the scale that the log names, 1 being the lowest. */
    public abstract Optional<Integer> demand();

    /** How it was taught, in the school's own words: {@code worked examples}. */
    public abstract Optional<String> strategy();

    /** How students sat together, in the school's own words: {@code small groups}. */
    public abstract Optional<String> grouping();

    /** Checks the parts, and that there is a standard where one is said to be taught. */
    @Value.Check
    void check() {
        Checks.positive(minutes(), "minutes");
        demand().ifPresent(level -> Checks.positive(level, "demand"));
        strategy().ifPresent(text -> Checks.text(text, "strategy"));
        grouping().ifPresent(text -> Checks.text(text, "grouping"));
        Checks.require(
                standard().isPresent() == (use() == TimeUse.STANDARD),
                "%s minutes are %s and name %s. Expected a standard if, and only if, they went to one.",
                minutes(),
                use(),
                standard().map(id -> "\"" + id + "\"").orElse("no standard"));
    }

    /** Minutes on a standard. */
    public static TaughtTime on(StandardId standard, int minutes) {
        return builder()
                .use(TimeUse.STANDARD)
                .standard(standard)
                .minutes(minutes)
                .build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds minutes; use and minutes must be set, and the standard where they went to one. */
    public static final class Builder extends ImmutableTaughtTime.Builder {
        Builder() {}
    }
}
