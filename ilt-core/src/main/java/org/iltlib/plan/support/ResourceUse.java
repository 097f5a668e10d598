package org.iltlib.plan.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** That a class used a learning resource. Immutable. */
@Value.Immutable
public abstract class ResourceUse implements Recordable {
    /** The written form. */
    public static final Form<ResourceUse> FORM = Form.<ResourceUse, Builder>built(ResourceUse::builder, Builder::build)
            .field("id", EntryId.FORM, ResourceUse::id, Builder::id)
            .field("resource", EntryId.FORM, ResourceUse::resource, Builder::resource)
            .field("unit", OrgUnitId.FORM, ResourceUse::unit, Builder::unit)
            .field("startsOn", Forms.DATE, ResourceUse::startsOn, Builder::startsOn)
            .field("endsOn", Forms.DATE, ResourceUse::endsOn, Builder::endsOn)
            .maybe("students", Forms.INTEGER, ResourceUse::students, Builder::students);

    /** The kind of entry. */
    public static final Kind<ResourceUse> KIND = Kind.of("resource-use", 1, ResourceUse.class, FORM);

    ResourceUse() {}

    @Override
    public abstract EntryId id();

    /** The learning resource. */
    public abstract EntryId resource();

    /** The class. */
    public abstract OrgUnitId unit();

    /** The first day. */
    public abstract LocalDate startsOn();

    /** The last day; the first again if it was one. */
    public abstract LocalDate endsOn();

    /** How many students used it, if that was counted. */
    public abstract Optional<Integer> students();

    /** Checks days and students. */
    @Value.Check
    void check() {
        Checks.require(
                !endsOn().isBefore(startsOn()),
                "startsOn is %s and endsOn %s. Maybe they are swapped.",
                startsOn(),
                endsOn());
        students().ifPresent(count -> Checks.positive(count, "students"));
    }

    /** The learning resource. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(resource());
    }

    @Override
    public Kind<ResourceUse> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a use; every property but the students must be set. */
    public static final class Builder extends ImmutableResourceUse.Builder {
        Builder() {}
    }
}
