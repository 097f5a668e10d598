package org.iltlib.plan.resource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.SchoolYear;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** Something of which there is only so much: a grant, coaching hours, a room. Immutable. */
@Value.Immutable
public abstract class Resource implements Recordable {
    /** The written form. */
    public static final Form<Resource> FORM = Form.<Resource, Builder>built(Resource::builder, Builder::build)
            .field("id", EntryId.FORM, Resource::id, Builder::id)
            .field("type", Forms.enumOf(ResourceType.class), Resource::type, Builder::type)
            .field("name", Forms.TEXT, Resource::name, Builder::name)
            .field("available", Forms.DECIMAL, Resource::available, Builder::available)
            .field("unit", Forms.TEXT, Resource::unit, Builder::unit)
            .maybe("year", SchoolYear.FORM, Resource::year, Builder::year);

    /** The kind of entry. */
    public static final Kind<Resource> KIND = Kind.of("resource", 1, Resource.class, FORM);

    Resource() {}

    @Override
    public abstract EntryId id();

    /** What it is. */
    public abstract ResourceType type();

    /** What people call it: {@code Title I, part A}. */
    public abstract String name();

    /** How much of it there is, in the unit; zero or more, exact. */
    public abstract BigDecimal available();

    /** The unit: {@code USD}, {@code coaching hours}. */
    public abstract String unit();

    /** The school year for which it is there, if it is for one. */
    public abstract Optional<SchoolYear> year();

    /** Checks the texts and the amount; trailing zeros are dropped, so that equal amounts are equal. */
    @Value.Check
    Resource check() {
        Checks.text(name(), "name");
        Checks.text(unit(), "unit");
        Checks.require(available().signum() >= 0, "available is %s. Expected zero or more.", available());
        BigDecimal plain = available().stripTrailingZeros();
        return plain.scale() == available().scale()
                ? this
                : toBuilder().available(plain).build();
    }

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<Resource> kind() {
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

    /** Builds a resource; every property but the year must be set. */
    public static final class Builder extends ImmutableResource.Builder {
        Builder() {}
    }
}
