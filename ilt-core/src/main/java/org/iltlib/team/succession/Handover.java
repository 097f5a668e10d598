package org.iltlib.team.succession;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.team.Office;
import org.immutables.value.Value;

/**
 * One person hands over to another: an office, with all that is restricted to it, or single things, or both. The record
 * keeps what the first person did; from this day on the second answers. Immutable.
 */
@Value.Immutable
public abstract class Handover implements Recordable {
    /** The written form. */
    public static final Form<Handover> FORM = Form.<Handover, Builder>built(Handover::builder, Builder::build)
            .field("id", EntryId.FORM, Handover::id, Builder::id)
            .field("team", EntryId.FORM, Handover::team, Builder::team)
            .field("giver", PersonId.FORM, Handover::giver, Builder::giver)
            .field("receiver", PersonId.FORM, Handover::receiver, Builder::receiver)
            .maybe("office", Office.FORM, Handover::office, Builder::office)
            .list("entries", EntryId.FORM, Handover::entries, Builder::addAllEntries)
            .field("on", Forms.DATE, Handover::on, Builder::on);

    /** The kind of entry. */
    public static final Kind<Handover> KIND = Kind.of("handover", 1, Handover.class, FORM);

    Handover() {}

    @Override
    public abstract EntryId id();

    /** The entry of the {@link org.iltlib.team.Team} within which it happens. */
    public abstract EntryId team();

    /** Who had it. */
    public abstract PersonId giver();

    /** Who has it now; another. */
    public abstract PersonId receiver();

    /** The office handed over, with what is restricted to it. */
    public abstract Optional<Office> office();

    /** The things handed over one by one, each once: commitments, decisions to review, open items. */
    public abstract List<EntryId> entries();

    /** The day from which the receiver answers. */
    public abstract LocalDate on();

    /** Checks that something goes from one person to another. */
    @Value.Check
    void check() {
        Checks.require(!giver().equals(receiver()), "%s hands over to themselves.", giver());
        Checks.distinct(entries(), "entries");
        Checks.require(
                office().isPresent() || !entries().isEmpty(),
                "%s hands over nothing to %s. Expected an office, an entry or both.",
                giver(),
                receiver());
    }

    /** The team's entry, then what is handed over. */
    @Override
    public List<EntryId> basedOn() {
        List<EntryId> ids = new ArrayList<>(List.of(team()));
        entries().stream().filter(entry -> !entry.equals(team())).forEach(ids::add);
        return List.copyOf(ids);
    }

    @Override
    public Kind<Handover> kind() {
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

    /** Builds a handover; id, team, both persons and the day must be set. */
    public static final class Builder extends ImmutableHandover.Builder {
        Builder() {}
    }
}
