package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.decision.SchoolDays;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** A matter that a team takes up a ladder: on which ladder, on what, from when, by which calendar. Immutable. */
@Value.Immutable
public abstract class LadderMatter implements Recordable {
    /** The written form. */
    public static final Form<LadderMatter> FORM = Form.<LadderMatter, Builder>built(
                    LadderMatter::builder, Builder::build)
            .field("id", EntryId.FORM, LadderMatter::id, Builder::id)
            .field("ladder", EntryId.FORM, LadderMatter::ladder, Builder::ladder)
            .field("proposal", EntryId.FORM, LadderMatter::proposal, Builder::proposal)
            .field("startedOn", Forms.DATE, LadderMatter::startedOn, Builder::startedOn)
            .field("calendar", SchoolDays.FORM, LadderMatter::calendar, Builder::calendar);

    /** The kind of entry. */
    public static final Kind<LadderMatter> KIND = Kind.of("ladder-matter", 1, LadderMatter.class, FORM);

    LadderMatter() {}

    @Override
    public abstract EntryId id();

    /** The {@link AdoptedLadder} that it is decided by. */
    public abstract EntryId ladder();

    /** The proposal that it began with. */
    public abstract EntryId proposal();

    /** The day on which the first step began. */
    public abstract LocalDate startedOn();

    /** The school's days, as known when it began. */
    public abstract SchoolDays calendar();

    /** The ladder and the proposal. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(ladder(), proposal());
    }

    @Override
    public Kind<LadderMatter> kind() {
        return KIND;
    }

    /**
     * Where the matter stands on a day, from what is recorded of it.
     *
     * @param adopted the ladder that it cites
     * @param recorded what happened, in the order of the record; what is of another matter is passed over
     * @param asOf the day on which one asks
     * @throws IllegalArgumentException if the ladder is not the one cited, or as {@link Ladder#play} does
     */
    public LadderState play(AdoptedLadder adopted, List<LadderEntry> recorded, LocalDate asOf) {
        Checks.require(
                adopted.id().equals(ladder()),
                "The ladder is %s. Expected %s, by which %s is decided.",
                adopted.id(),
                ladder(),
                id());
        List<LadderEvent> events = recorded.stream()
                .filter(entry -> entry.matter().equals(id()))
                .map(LadderEntry::event)
                .toList();
        return adopted.ladder().play(startedOn(), events, asOf, calendar());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a matter; all must be set. */
    public static final class Builder extends ImmutableLadderMatter.Builder {
        Builder() {}
    }
}
