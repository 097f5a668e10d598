package org.iltlib.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * That someone asked for identifiable data, written before they got it or were refused. Holds ids and the words of the
 * request, nothing of the data. Rests on nothing. Immutable.
 */
@Value.Immutable
public abstract class Access implements Recordable {
    /** The written form. */
    public static final Form<Access> FORM = Form.<Access, Builder>built(Access::builder, Builder::build)
            .field("id", EntryId.FORM, Access::id, Builder::id)
            .field("by", PersonId.FORM, Access::by, Builder::by)
            .field("role", Forms.TEXT, Access::role, Builder::role)
            .field("purpose", Forms.TEXT, Access::purpose, Builder::purpose)
            .field("interest", Forms.TEXT, Access::interest, Builder::interest)
            .field("holding", Holding.form(), Access::holding, Builder::holding)
            .field("policy", Forms.TEXT, Access::policy, Builder::policy)
            .field("at", Forms.INSTANT, Access::at, Builder::at)
            .maybe("refusal", Forms.enumOf(Refusal.class), Access::refusal, Builder::refusal);

    /** How it stands in a record. */
    public static final Kind<Access> KIND = Kind.of("access", 1, Access.class, FORM);

    Access() {}

    @Override
    public abstract EntryId id();

    /** Who asked. */
    public abstract PersonId by();

    /** As what they asked. */
    public abstract String role();

    /** The purpose they stated; empty if none. */
    public abstract String purpose();

    /** Their legitimate interest, in their words. */
    public abstract String interest();

    /** What they asked for. */
    public abstract Holding holding();

    /** The name of the policy by which it was judged. */
    public abstract String policy();

    /** When. */
    public abstract Instant at();

    /** Why it was refused; empty if it was granted. */
    public abstract Optional<Refusal> refusal();

    /** Whether it was granted. */
    public boolean isGranted() {
        return refusal().isEmpty();
    }

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<Access> kind() {
        return KIND;
    }

    /** Checks the texts. */
    @Value.Check
    void check() {
        Checks.id(role(), "role");
        Checks.text(interest(), "interest");
        Checks.text(policy(), "policy");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds an access; every property but the refusal must be set. */
    public static final class Builder extends ImmutableAccess.Builder {
        Builder() {}

        /** Takes who asked, as what, for what purpose and with what interest from the request. */
        public Builder request(AccessRequest request) {
            return by(request.by())
                    .role(request.role())
                    .purpose(request.purpose())
                    .interest(request.interest());
        }
    }
}
