package org.iltlib.custody;

import java.time.Instant;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** How often someone was granted data of one sort for a purpose that is counted rather than logged. Rests on nothing. */
@Value.Immutable
public abstract class AccessCount implements Recordable {
    /** The written form. */
    public static final Form<AccessCount> FORM = Form.<AccessCount, Builder>built(AccessCount::builder, Builder::build)
            .field("id", EntryId.FORM, AccessCount::id, Builder::id)
            .field("by", PersonId.FORM, AccessCount::by, Builder::by)
            .field("role", Forms.TEXT, AccessCount::role, Builder::role)
            .field("purpose", Forms.TEXT, AccessCount::purpose, Builder::purpose)
            .field("sort", Forms.enumOf(Holding.Sort.class), AccessCount::sort, Builder::sort)
            .field("policy", Forms.TEXT, AccessCount::policy, Builder::policy)
            .field("first", Forms.INSTANT, AccessCount::first, Builder::first)
            .field("last", Forms.INSTANT, AccessCount::last, Builder::last)
            .field("count", Forms.LONG, AccessCount::count, Builder::count);

    /** How it stands in a record. */
    public static final Kind<AccessCount> KIND = Kind.of("access-count", 1, AccessCount.class, FORM);

    AccessCount() {}

    @Override
    public abstract EntryId id();

    /** Who read. */
    public abstract PersonId by();

    /** As what. */
    public abstract String role();

    /** For which purpose. */
    public abstract String purpose();

    /** Data of which sort. */
    public abstract Holding.Sort sort();

    /** The name of the policy by which it was judged. */
    public abstract String policy();

    /** The first of these accesses. */
    public abstract Instant first();

    /** The last of these accesses. */
    public abstract Instant last();

    /** How many there were, at least 1. */
    public abstract long count();

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<AccessCount> kind() {
        return KIND;
    }

    /** Checks texts, times and number. */
    @Value.Check
    void check() {
        Checks.id(role(), "role");
        Checks.id(purpose(), "purpose");
        Checks.text(policy(), "policy");
        Checks.positive(count(), "count");
        Checks.require(!last().isBefore(first()), "last is %s, before first, %s. Maybe swap them.", last(), first());
    }

    /** A copy with one more, at that time; never before the last. */
    AccessCount plus(Instant at) {
        return toBuilder()
                .count(count() + 1)
                .last(at.isBefore(last()) ? last() : at)
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

    /** Builds a count; all must be set. */
    public static final class Builder extends ImmutableAccessCount.Builder {
        Builder() {}
    }
}
