package org.iltlib.plan.support;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/** What one person who looked at a learning resource thinks of it. Immutable. */
@Value.Immutable
public abstract class ResourceReview implements Recordable {
    /** The highest rating. */
    public static final int BEST = 5;

    /** The written form. */
    public static final Form<ResourceReview> FORM = Form.<ResourceReview, Builder>built(
                    ResourceReview::builder, Builder::build)
            .field("id", EntryId.FORM, ResourceReview::id, Builder::id)
            .field("resource", EntryId.FORM, ResourceReview::resource, Builder::resource)
            .field("by", PersonId.FORM, ResourceReview::by, Builder::by)
            .field("role", StakeholderGroup.FORM, ResourceReview::role, Builder::role)
            .field("rating", Forms.INTEGER, ResourceReview::rating, Builder::rating)
            .field("says", Forms.TEXT, ResourceReview::says, Builder::says)
            .field("on", Forms.DATE, ResourceReview::on, Builder::on);

    /** The kind of entry. */
    public static final Kind<ResourceReview> KIND = Kind.of("resource-review", 1, ResourceReview.class, FORM);

    ResourceReview() {}

    @Override
    public abstract EntryId id();

    /** The learning resource. */
    public abstract EntryId resource();

    /** Who looked at it. */
    public abstract PersonId by();

    /** As what: a specialist of the subject sees other things than a student. */
    public abstract StakeholderGroup role();

    /** From 1, not to be used, to 5, as it is. */
    public abstract int rating();

    /** What is good and what is to change. */
    public abstract String says();

    /** The day. */
    public abstract LocalDate on();

    /** Checks rating and words. */
    @Value.Check
    void check() {
        Checks.require(rating() >= 1 && rating() <= BEST, "rating is %s. Expected 1 to %s.", rating(), BEST);
        Checks.text(says(), "says");
    }

    /** The learning resource. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(resource());
    }

    @Override
    public Kind<ResourceReview> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a review; every property must be set. */
    public static final class Builder extends ImmutableResourceReview.Builder {
        Builder() {}
    }
}
