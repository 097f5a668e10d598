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
 * That a contact or a dataset is to be removed. Written before the deed, so that a process that dies in between leaves
 * word of what is to be finished, by whose order and why; the certificate, which cites it, is written after. Rests on
 * nothing. Immutable.
 */
@Value.Immutable
public abstract class RemovalOrder implements Recordable {
    /** The written form. */
    public static final Form<RemovalOrder> FORM = Form.<RemovalOrder, Builder>built(
                    RemovalOrder::builder, Builder::build)
            .field("id", EntryId.FORM, RemovalOrder::id, Builder::id)
            .field("holding", removable(), RemovalOrder::holding, Builder::holding)
            .field("reason", Forms.TEXT, RemovalOrder::reason, Builder::reason)
            .maybe("rule", RetentionRule.FORM, RemovalOrder::rule, Builder::rule)
            .field("by", PersonId.FORM, RemovalOrder::by, Builder::by)
            .field("at", Forms.INSTANT, RemovalOrder::at, Builder::at);

    /** How it stands in a record. */
    public static final Kind<RemovalOrder> KIND = Kind.of("removal-order", 1, RemovalOrder.class, FORM);

    private static Form<Holding> removable() {
        return Forms.<Holding>family("holding")
                .when("person", Holding.OfPerson.class, Holding.OfPerson.FORM)
                .when("dataset", Holding.OfDataset.class, Holding.OfDataset.FORM);
    }

    RemovalOrder() {}

    @Override
    public abstract EntryId id();

    /** What is to be removed: a person's contact or a dataset's rows. */
    public abstract Holding holding();

    /** Why, in words that name no person. */
    public abstract String reason();

    /** The rule that asks for it; for datasets always. */
    public abstract Optional<RetentionRule> rule();

    /** Who ordered it. */
    public abstract PersonId by();

    /** When it was ordered. */
    public abstract Instant at();

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<RemovalOrder> kind() {
        return KIND;
    }

    /** Checks that it is a person for a reason or a dataset under a rule. */
    @Value.Check
    void check() {
        Checks.text(reason(), "reason");
        Checks.require(
                holding().sort() == Holding.Sort.CONTACT || holding().sort() == Holding.Sort.DATASET,
                "holding is %s. Expected a person or a dataset. Maybe use TenantDeletion.",
                holding());
        Checks.require(
                rule().isPresent() == (holding().sort() == Holding.Sort.DATASET),
                "rule is %s for %s. Expected one exactly for a dataset.",
                rule(),
                holding());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds an order; every property but the rule must be set. */
    public static final class Builder extends ImmutableRemovalOrder.Builder {
        Builder() {}
    }
}
