package org.iltlib.custody;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.store.DatasetId;
import org.immutables.value.Value;

/**
 * That a dataset is kept under a rule from a day on. The rule stands here as it was, so that a later one changes nothing
 * behind anybody's back. A dataset with several terms is kept to the end of the last. Rests on nothing. Immutable.
 */
@Value.Immutable
public abstract class RetentionTerm implements Recordable {
    /** The written form. */
    public static final Form<RetentionTerm> FORM = Form.<RetentionTerm, Builder>built(
                    RetentionTerm::builder, Builder::build)
            .field("id", EntryId.FORM, RetentionTerm::id, Builder::id)
            .field("dataset", DatasetId.FORM, RetentionTerm::dataset, Builder::dataset)
            .field("rule", RetentionRule.FORM, RetentionTerm::rule, Builder::rule)
            .field("keptFrom", Forms.DATE, RetentionTerm::keptFrom, Builder::keptFrom);

    /** How it stands in a record. */
    public static final Kind<RetentionTerm> KIND = Kind.of("retention-term", 1, RetentionTerm.class, FORM);

    RetentionTerm() {}

    @Override
    public abstract EntryId id();

    /** The dataset. */
    public abstract DatasetId dataset();

    /** The rule as it was when the dataset was put under it. */
    public abstract RetentionRule rule();

    /** The day from which the rule counts: the end of the school year, say. */
    public abstract LocalDate keptFrom();

    /** The first day on which the dataset is due to be purged. */
    public LocalDate keepUntil() {
        return rule().keepUntil(keptFrom());
    }

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<RetentionTerm> kind() {
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

    /** Builds a term; all must be set. */
    public static final class Builder extends ImmutableRetentionTerm.Builder {
        Builder() {}
    }
}
