package org.iltlib.finding;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What is measured: its id, its name for readers, its unit and which way is better. Immutable. */
@Value.Immutable
public abstract class Measure {
    /** The written form. */
    public static final Form<Measure> FORM = Form.<Measure, Builder>built(Measure::builder, Builder::build)
            .field("id", Forms.TEXT, Measure::id, Builder::id)
            .field("name", Forms.TEXT, Measure::name, Builder::name)
            .field("unit", Forms.TEXT, Measure::unit, Builder::unit)
            .field("direction", Forms.enumOf(Direction.class), Measure::direction, Builder::direction);

    Measure() {}

    /** The id, stable from year to year: {@code mean-score}. */
    public abstract String id();

    /** The name for readers: {@code mean score against the other schools}. */
    public abstract String name();

    /** The unit in words: {@code points}. */
    public abstract String unit();

    /** Which way is better. */
    public abstract Direction direction();

    /** Checks the texts. */
    @Value.Check
    void check() {
        Checks.id(id(), "id");
        Checks.text(name(), "name");
        Checks.text(unit(), "unit");
    }

    /** A measure with these properties. */
    public static Measure of(String id, String name, String unit, Direction direction) {
        return builder().id(id).name(name).unit(unit).direction(direction).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a measure; every property must be set. */
    public static final class Builder extends ImmutableMeasure.Builder {
        Builder() {}
    }
}
