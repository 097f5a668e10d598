package org.iltlib.curriculum;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A typed link from one standard to another. Either end may lie in another framework: that is normal, a crosswalk is
 * made of such links. Immutable.
 */
@Value.Immutable
public abstract class Association {
    /** The written form. */
    public static final Form<Association> FORM = Form.<Association, Builder>built(Association::builder, Builder::build)
            .field("id", Forms.TEXT, Association::id, Builder::id)
            .field("type", AssociationType.FORM, Association::type, Builder::type)
            .field("origin", StandardId.FORM, Association::origin, Builder::origin)
            .field("destination", StandardId.FORM, Association::destination, Builder::destination)
            .maybe("sequence", Forms.INTEGER, Association::sequence, Builder::sequence);

    Association() {}

    /** The id, unique in the framework. */
    public abstract String id();

    /** What it says. */
    public abstract AssociationType type();

    /** Where it starts. */
    public abstract StandardId origin();

    /** Where it points. */
    public abstract StandardId destination();

    /** The place among siblings, where the publisher gives one. */
    public abstract Optional<Integer> sequence();

    /** Checks the id. */
    @Value.Check
    void check() {
        Checks.id(id(), "association id");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds an association; everything but the sequence must be set. */
    public static final class Builder extends ImmutableAssociation.Builder {
        Builder() {}
    }
}
