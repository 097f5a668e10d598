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
 * That a person was erased from the directory. Entries keep the pseudonymous id, which leads nowhere now. No digest of
 * what was erased, for a name can be guessed from its digest. Rests on the order. Immutable.
 */
@Value.Immutable
public abstract non-sealed class ErasureCertificate implements Certificate {
    /** The written form. */
    public static final Form<ErasureCertificate> FORM = Form.<ErasureCertificate, Builder>built(
                    ErasureCertificate::builder, Builder::build)
            .field("id", EntryId.FORM, ErasureCertificate::id, Builder::id)
            .field("order", EntryId.FORM, ErasureCertificate::order, Builder::order)
            .field("person", PersonId.FORM, ErasureCertificate::person, Builder::person)
            .field("reason", Forms.TEXT, ErasureCertificate::reason, Builder::reason)
            .field("at", Forms.INSTANT, ErasureCertificate::at, Builder::at)
            .field("by", PersonId.FORM, ErasureCertificate::by, Builder::by);

    /** How it stands in a record. */
    public static final Kind<ErasureCertificate> KIND =
            Kind.of("erasure-certificate", 1, ErasureCertificate.class, FORM);

    ErasureCertificate() {}

    @Override
    public abstract EntryId id();

    /** The order that was carried out. */
    public abstract EntryId order();

    /** The pseudonymous id. */
    public abstract PersonId person();

    /** Why, in words that name no person. */
    public abstract String reason();

    /** When the store noted the erasure. */
    @Override
    public abstract Instant at();

    @Override
    public abstract PersonId by();

    /** The order. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(order());
    }

    @Override
    public Kind<ErasureCertificate> kind() {
        return KIND;
    }

    /** Checks the reason. */
    @Value.Check
    void check() {
        Checks.text(reason(), "reason");
    }

    @Override
    public Explanation explain() {
        return Explanation.of("The contact of person %s was erased at %s.", person(), at())
                .because("Reason: %s.", reason())
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
    public static final class Builder extends ImmutableErasureCertificate.Builder {
        Builder() {}
    }
}
