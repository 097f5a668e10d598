package org.iltlib.learning;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What an evaluator saw of a person's work, announced as an observation that counts. Immutable. */
@Value.Immutable
public abstract non-sealed class FormalObservation implements Recordable, PurposeLimited.Evaluative {
    /** The written form. */
    public static final Form<FormalObservation> FORM = Form.<FormalObservation, Builder>built(
                    FormalObservation::builder, Builder::build)
            .field("id", EntryId.FORM, FormalObservation::id, Builder::id)
            .field("person", PersonId.FORM, FormalObservation::person, Builder::person)
            .field("observer", PersonId.FORM, FormalObservation::observer, Builder::observer)
            .field("on", Forms.DATE, FormalObservation::on, Builder::on)
            .field("seen", Forms.TEXT, FormalObservation::seen, Builder::seen);

    /** The kind of entry. */
    public static final Kind<FormalObservation> KIND = Kind.of("formal-observation", 1, FormalObservation.class, FORM);

    FormalObservation() {}

    @Override
    public abstract EntryId id();

    /** Who was observed. */
    public abstract PersonId person();

    /** Who observed; another person. */
    public abstract PersonId observer();

    /** The day. */
    public abstract LocalDate on();

    /** What was seen, in words. */
    public abstract String seen();

    /** Checks the people and the text. */
    @Value.Check
    void check() {
        Checks.text(seen(), "seen");
        Checks.require(
                !person().equals(observer()), "person and observer are both \"%s\". Expected two people.", person());
    }

    /** Nothing: what was seen stands first. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<FormalObservation> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an observation; every property must be set. */
    public static final class Builder extends ImmutableFormalObservation.Builder {
        Builder() {}
    }
}
