package org.iltlib.impact;

import java.util.Optional;
import java.util.OptionalInt;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** How a team stands on one concept: what it says itself, beside what its record says, and why. Immutable. */
@Value.Immutable
public abstract class ConceptRating {
    /** The written form. */
    public static final Form<ConceptRating> FORM = Form.<ConceptRating, Builder>built(
                    ConceptRating::builder, Builder::build)
            .field("concept", Forms.TEXT, ConceptRating::concept, Builder::concept)
            .maybe("self", Forms.INTEGER, ConceptRating::self, Builder::self)
            .maybe("derived", Forms.INTEGER, ConceptRating::derived, Builder::derived)
            .maybe("why", Explanation.FORM, ConceptRating::why, Builder::why);

    ConceptRating() {}

    /** The id of the concept. */
    public abstract String concept();

    /** The level that the team gives itself, from 0 for the lowest. */
    public abstract Optional<Integer> self();

    /** The level that the record shows, from 0 for the lowest. */
    public abstract Optional<Integer> derived();

    /** What in the record shows it; must be there with a derived level. */
    public abstract Optional<Explanation> why();

    /** Checks that there is a level, and a reason for what is derived. */
    @Value.Check
    void check() {
        Checks.id(concept(), "concept");
        Checks.require(
                self().isPresent() || derived().isPresent(),
                "The concept %s has neither a self-rating nor a derived level. Maybe leave it out.",
                concept());
        self().ifPresent(level -> Checks.notNegative(level, "self"));
        derived().ifPresent(level -> Checks.notNegative(level, "derived"));
        Checks.require(
                derived().isPresent() == why().isPresent(),
                "The concept %s has %s level and %s reason. Expected both or none.",
                concept(),
                derived().isPresent() ? "a derived" : "no derived",
                why().isPresent() ? "a" : "no");
    }

    /** The self-rating less the derived level: above zero, the team thinks better of itself than its record shows. */
    public OptionalInt gap() {
        return self().isPresent() && derived().isPresent()
                ? OptionalInt.of(self().get() - derived().get())
                : OptionalInt.empty();
    }

    /** The level that counts: what the record shows, or else what the team says. */
    public int level() {
        return derived().or(this::self).orElse(0);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a rating; the concept and a level must be set. */
    public static final class Builder extends ImmutableConceptRating.Builder {
        Builder() {}
    }
}
