package org.iltlib.curriculum.design;

import java.util.List;
import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.immutables.value.Value;

/**
 * What the units of a course have for learners of different needs, and for which profiles something is expected.
 * Immutable.
 */
@Value.Immutable
public abstract class UnitSupports implements Recordable {
    /** The written form. */
    public static final Form<UnitSupports> FORM = Form.<UnitSupports, Builder>built(
                    UnitSupports::builder, Builder::build)
            .field("id", EntryId.FORM, UnitSupports::id, Builder::id)
            .field("course", EntryId.FORM, UnitSupports::course, Builder::course)
            .set("profiles", LearnerProfile.FORM, UnitSupports::profiles, Builder::addAllProfiles)
            .list("supports", UnitSupport.FORM, UnitSupports::supports, Builder::addAllSupports);

    /** The kind of entry. */
    public static final Kind<UnitSupports> KIND = Kind.of("unit-supports", 1, UnitSupports.class, FORM);

    UnitSupports() {}

    @Override
    public abstract EntryId id();

    /** The recorded course. */
    public abstract EntryId course();

    /** The profiles for which every unit should have something, at least one. */
    @Value.NaturalOrder
    public abstract SortedSet<LearnerProfile> profiles();

    /** The supports; they may serve other profiles too. */
    public abstract List<UnitSupport> supports();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.notEmpty(profiles(), "profiles");
    }

    /** The course. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(course());
    }

    @Override
    public Kind<UnitSupports> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds supports; id, course and a profile must be set. */
    public static final class Builder extends ImmutableUnitSupports.Builder {
        Builder() {}
    }
}
