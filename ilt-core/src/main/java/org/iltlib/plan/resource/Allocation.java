package org.iltlib.plan.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Recordable;
import org.iltlib.decision.Cost;
import org.iltlib.form.Form;
import org.immutables.value.Value;

/**
 * A part of a resource that is set aside for a strategy. It may be written down before anybody has said for which, as
 * lines of a budget are; {@link AllocationTrace} refuses or lists such lines. Immutable.
 */
@Value.Immutable
public abstract class Allocation implements Recordable {
    /** The written form. */
    public static final Form<Allocation> FORM = Form.<Allocation, Builder>built(Allocation::builder, Builder::build)
            .field("id", EntryId.FORM, Allocation::id, Builder::id)
            .field("resource", EntryId.FORM, Allocation::resource, Builder::resource)
            .maybe("strategy", EntryId.FORM, Allocation::strategy, Builder::strategy)
            .maybe("unit", OrgUnitId.FORM, Allocation::unit, Builder::unit)
            .field("cost", Cost.FORM, Allocation::cost, Builder::cost);

    /** The kind of entry. */
    public static final Kind<Allocation> KIND = Kind.of("allocation", 1, Allocation.class, FORM);

    Allocation() {}

    @Override
    public abstract EntryId id();

    /** The resource of which it is a part. */
    public abstract EntryId resource();

    /** The strategy for which it is. */
    public abstract Optional<EntryId> strategy();

    /** The school or department that gets it, if it is for one. */
    public abstract Optional<OrgUnitId> unit();

    /** How much, of what, for what. */
    public abstract Cost cost();

    /** The resource, then the strategy. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(resource()), strategy().stream())
                .distinct()
                .toList();
    }

    @Override
    public Kind<Allocation> kind() {
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

    /** Builds an allocation; every property but strategy and unit must be set. */
    public static final class Builder extends ImmutableAllocation.Builder {
        Builder() {}
    }
}
