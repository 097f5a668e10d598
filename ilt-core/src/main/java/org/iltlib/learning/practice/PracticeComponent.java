package org.iltlib.learning.practice;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One part of a practice, and what it looks like when it is ideal, acceptable or unacceptable. Immutable. */
@Value.Immutable
public abstract class PracticeComponent {
    /** The written form. */
    public static final Form<PracticeComponent> FORM = Form.<PracticeComponent, Builder>built(
                    PracticeComponent::builder, Builder::build)
            .field("id", Forms.TEXT, PracticeComponent::id, Builder::id)
            .field("name", Forms.TEXT, PracticeComponent::name, Builder::name)
            .field("ideal", Forms.TEXT, PracticeComponent::ideal, Builder::ideal)
            .field("acceptable", Forms.TEXT, PracticeComponent::acceptable, Builder::acceptable)
            .field("unacceptable", Forms.TEXT, PracticeComponent::unacceptable, Builder::unacceptable);

    PracticeComponent() {}

    /** The id, stable from year to year: {@code grouping}. */
    public abstract String id();

    /** The name for readers. */
    public abstract String name();

    /** What is seen when it is as it should be. */
    public abstract String ideal();

    /** What is seen when it serves and could be better. */
    public abstract String acceptable();

    /** What is seen when it misses the point. */
    public abstract String unacceptable();

    /** Checks the texts. */
    @Value.Check
    void check() {
        Checks.id(id(), "id");
        Checks.text(name(), "name");
        Checks.text(ideal(), "ideal");
        Checks.text(acceptable(), "acceptable");
        Checks.text(unacceptable(), "unacceptable");
    }

    /** What is seen in that variation. */
    public String looksLike(Variation variation) {
        return switch (variation) {
            case IDEAL -> ideal();
            case ACCEPTABLE -> acceptable();
            case UNACCEPTABLE -> unacceptable();
        };
    }

    /** A component with these texts. */
    public static PracticeComponent of(String id, String name, String ideal, String acceptable, String unacceptable) {
        return builder()
                .id(id)
                .name(name)
                .ideal(ideal)
                .acceptable(acceptable)
                .unacceptable(unacceptable)
                .build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a component; every property must be set. */
    public static final class Builder extends ImmutablePracticeComponent.Builder {
        Builder() {}
    }
}
