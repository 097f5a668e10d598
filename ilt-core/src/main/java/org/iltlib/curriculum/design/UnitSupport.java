package org.iltlib.curriculum.design;

import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Something that a unit has for some learners. Immutable.
 */
@Value.Immutable
public abstract class UnitSupport {
    /** The written form. */
    public static final Form<UnitSupport> FORM = Form.<UnitSupport, Builder>built(UnitSupport::builder, Builder::build)
            .field("unit", Forms.TEXT, UnitSupport::unit, Builder::unit)
            .field("sort", Forms.enumOf(SupportSort.class), UnitSupport::sort, Builder::sort)
            .set("profiles", LearnerProfile.FORM, UnitSupport::profiles, Builder::addAllProfiles)
            .field("what", Forms.TEXT, UnitSupport::what, Builder::what);

    UnitSupport() {}

    /** The id of the unit in its course. */
    public abstract String unit();

    /** What it is about. */
    public abstract SupportSort sort();

    /** For whom it is, at least one profile. */
    @Value.NaturalOrder
    public abstract SortedSet<LearnerProfile> profiles();

    /** What it is, in words. */
    public abstract String what();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.id(unit(), "unit");
        Checks.notEmpty(profiles(), "profiles");
        Checks.text(what(), "what");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a support; everything must be set. */
    public static final class Builder extends ImmutableUnitSupport.Builder {
        Builder() {}
    }
}
