package org.iltlib.curriculum.transition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.TeamId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * The receiving team has read a hand-off, and says what it will do about it. Immutable.
 */
@Value.Immutable
public abstract class HandOffReceipt implements Recordable {
    /** The written form. */
    public static final Form<HandOffReceipt> FORM = Form.<HandOffReceipt, Builder>built(
                    HandOffReceipt::builder, Builder::build)
            .field("id", EntryId.FORM, HandOffReceipt::id, Builder::id)
            .field("handOff", EntryId.FORM, HandOffReceipt::handOff, Builder::handOff)
            .field("by", TeamId.FORM, HandOffReceipt::by, Builder::by)
            .field("on", Forms.DATE, HandOffReceipt::on, Builder::on)
            .set("adjusted", Forms.TEXT, HandOffReceipt::adjusted, Builder::addAllAdjusted)
            .set("answered", Forms.TEXT, HandOffReceipt::answered, Builder::addAllAnswered)
            .maybe("question", Forms.TEXT, HandOffReceipt::question, Builder::question);

    /** The kind of entry. */
    public static final Kind<HandOffReceipt> KIND = Kind.of("hand-off-receipt", 1, HandOffReceipt.class, FORM);

    HandOffReceipt() {}

    @Override
    public abstract EntryId id();

    /** The recorded hand-off. */
    public abstract EntryId handOff();

    /** The team that received it. */
    public abstract TeamId by();

    /** The day. */
    public abstract LocalDate on();

    /** The units that it will change for these students, by id. */
    @Value.NaturalOrder
    public abstract SortedSet<String> adjusted();

    /** The concerns that it takes up, in the words of the hand-off. */
    @Value.NaturalOrder
    public abstract SortedSet<String> answered();

    /** What it wants to know. */
    public abstract Optional<String> question();

    /** Checks the parts. */
    @Value.Check
    void check() {
        adjusted().forEach(unit -> Checks.id(unit, "adjusted"));
        question().ifPresent(text -> Checks.text(text, "question"));
    }

    /** The hand-off. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(handOff());
    }

    @Override
    public Kind<HandOffReceipt> kind() {
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

    /** Builds a receipt; what is adjusted, answered and asked may be left out. */
    public static final class Builder extends ImmutableHandOffReceipt.Builder {
        Builder() {}
    }
}
