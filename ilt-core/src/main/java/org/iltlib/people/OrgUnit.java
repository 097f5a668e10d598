package org.iltlib.people;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.OrgUnitId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** A district, a school, or a department or grade of a school. Immutable; {@link OrgTree} puts units together. */
@Value.Immutable
public abstract class OrgUnit {
    /** The written form. */
    public static final Form<OrgUnit> FORM = Form.<OrgUnit, Builder>built(OrgUnit::builder, Builder::build)
            .field("id", OrgUnitId.FORM, OrgUnit::id, Builder::id)
            .field("level", Forms.enumOf(OrgLevel.class), OrgUnit::level, Builder::level)
            .field("name", Forms.TEXT, OrgUnit::name, Builder::name)
            .maybe("parent", OrgUnitId.FORM, OrgUnit::parent, Builder::parent);

    OrgUnit() {}

    /** The id. */
    public abstract OrgUnitId id();

    /** What kind of unit it is. */
    public abstract OrgLevel level();

    /** The name people use: {@code Grade 3}. */
    public abstract String name();

    /** The unit that holds it; none at the top. */
    public abstract Optional<OrgUnitId> parent();

    /** Checks that there is a name and that no unit holds itself. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.require(
                parent().filter(id()::equals).isEmpty(), "The unit %s is its own parent. Maybe leave it out.", id());
    }

    /** A unit that nothing holds. */
    public static OrgUnit of(OrgUnitId id, OrgLevel level, String name) {
        return builder().id(id).level(level).name(name).build();
    }

    /**
     * A unit held by this one.
     *
     * @throws IllegalArgumentException if a unit of this level does not hold such units
     */
    public OrgUnit child(OrgUnitId childId, OrgLevel childLevel, String childName) {
        Checks.require(
                level().mayHold(childLevel),
                "A %s does not hold a %s. Maybe the two are swapped.",
                level(),
                childLevel);
        return builder()
                .id(childId)
                .level(childLevel)
                .name(childName)
                .parent(id())
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

    /** Builds a unit; the parent may be left out. */
    public static final class Builder extends ImmutableOrgUnit.Builder {
        Builder() {}
    }
}
