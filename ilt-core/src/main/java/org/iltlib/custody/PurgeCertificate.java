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
import org.iltlib.store.DatasetId;
import org.immutables.value.Value;

/**
 * That the rows of a dataset were purged. Its id is the digest of what is gone; entries that cite it stay as they were.
 * Rests on the order. Immutable.
 */
@Value.Immutable
public abstract non-sealed class PurgeCertificate implements Certificate {
    /** The written form. */
    public static final Form<PurgeCertificate> FORM = Form.<PurgeCertificate, Builder>built(
                    PurgeCertificate::builder, Builder::build)
            .field("id", EntryId.FORM, PurgeCertificate::id, Builder::id)
            .field("order", EntryId.FORM, PurgeCertificate::order, Builder::order)
            .field("dataset", DatasetId.FORM, PurgeCertificate::dataset, Builder::dataset)
            .field("size", Forms.LONG, PurgeCertificate::size, Builder::size)
            .field("rule", RetentionRule.FORM, PurgeCertificate::rule, Builder::rule)
            .field("at", Forms.INSTANT, PurgeCertificate::at, Builder::at)
            .field("by", PersonId.FORM, PurgeCertificate::by, Builder::by);

    /** How it stands in a record. */
    public static final Kind<PurgeCertificate> KIND = Kind.of("purge-certificate", 1, PurgeCertificate.class, FORM);

    PurgeCertificate() {}

    @Override
    public abstract EntryId id();

    /** The order that was carried out. */
    public abstract EntryId order();

    /** The dataset: the SHA-256 of the bytes that were there. */
    public abstract DatasetId dataset();

    /** How many bytes it had. */
    public abstract long size();

    /** The rule that asked for it. */
    public abstract RetentionRule rule();

    /** When the store noted the purge. */
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
    public Kind<PurgeCertificate> kind() {
        return KIND;
    }

    /** Checks the size. */
    @Value.Check
    void check() {
        Checks.notNegative(size(), "size");
    }

    @Override
    public Explanation explain() {
        return Explanation.of("Dataset %s was purged at %s.", dataset(), at())
                .because("It had %s bytes; its id is their SHA-256.", size())
                .because("Rule: %s, source read on %s.", rule(), rule().checkedOn())
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
    public static final class Builder extends ImmutablePurgeCertificate.Builder {
        Builder() {}
    }
}
