package org.iltlib.custody;

import java.time.Instant;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * That everything of a tenant was removed: what a contract asks for when it ends. The tenant's own record is gone, so the
 * operator keeps it, on paper or in a record of their own. Rests on nothing. Immutable.
 */
@Value.Immutable
public abstract non-sealed class TenantDeletionCertificate implements Certificate {
    /** The written form. */
    public static final Form<TenantDeletionCertificate> FORM = Form.<TenantDeletionCertificate, Builder>built(
                    TenantDeletionCertificate::builder, Builder::build)
            .field("id", EntryId.FORM, TenantDeletionCertificate::id, Builder::id)
            .field("inventory", TenantInventory.FORM, TenantDeletionCertificate::inventory, Builder::inventory)
            .field("reason", Forms.TEXT, TenantDeletionCertificate::reason, Builder::reason)
            .field("at", Forms.INSTANT, TenantDeletionCertificate::at, Builder::at)
            .field("by", PersonId.FORM, TenantDeletionCertificate::by, Builder::by);

    /** How it stands in a record. */
    public static final Kind<TenantDeletionCertificate> KIND =
            Kind.of("tenant-deletion-certificate", 1, TenantDeletionCertificate.class, FORM);

    TenantDeletionCertificate() {}

    @Override
    public abstract EntryId id();

    /** What was there. */
    public abstract TenantInventory inventory();

    /** Why, in words that name no person: the end of which contract. */
    public abstract String reason();

    /** When the tenant was found to be gone. */
    @Override
    public abstract Instant at();

    @Override
    public abstract PersonId by();

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<TenantDeletionCertificate> kind() {
        return KIND;
    }

    /** Checks the reason. */
    @Value.Check
    void check() {
        Checks.text(reason(), "reason");
    }

    @Override
    public Explanation explain() {
        TenantInventory gone = inventory();
        return Explanation.of("Everything of tenant %s was removed at %s.", gone.tenant(), at())
                .because("Reason: %s.", reason())
                .because(
                        "%s entries in %s records; SHA-256 of their heads %s.",
                        gone.entries(), gone.records(), gone.heads())
                .because("%s datasets; SHA-256 of their ids %s.", gone.datasets(), gone.datasetIds())
                .because("%s contacts and the notes of %s erasures.", gone.contacts(), gone.erased())
                .because("Ordered by %s.", by());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a certificate; all must be set. */
    public static final class Builder extends ImmutableTenantDeletionCertificate.Builder {
        Builder() {}
    }
}
