package org.iltlib.team;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One meeting as it was: when, who was there, what was dealt with, who spoke, which norms were kept. Immutable. */
@Value.Immutable
public abstract class Meeting implements Recordable {
    /** The written form. */
    public static final Form<Meeting> FORM = Form.<Meeting, Builder>built(Meeting::builder, Builder::build)
            .field("id", EntryId.FORM, Meeting::id, Builder::id)
            .field("team", EntryId.FORM, Meeting::team, Builder::team)
            .field("start", Forms.INSTANT, Meeting::start, Builder::start)
            .field("end", Forms.INSTANT, Meeting::end, Builder::end)
            .list("agenda", AgendaItem.FORM, Meeting::agenda, Builder::addAllAgenda)
            .set("present", PersonId.FORM, Meeting::present, Builder::addAllPresent)
            .set("absent", PersonId.FORM, Meeting::absent, Builder::addAllAbsent)
            .map("roles", PersonId.FORM, Meeting::roles, Builder::putAllRoles)
            .list("contributions", Contribution.FORM, Meeting::contributions, Builder::addAllContributions)
            .map("normsKept", Forms.FLAG, Meeting::normsKept, Builder::putAllNormsKept)
            .maybe("agendaPublished", Forms.INSTANT, Meeting::agendaPublished, Builder::agendaPublished)
            .maybe("minutesPublished", Forms.INSTANT, Meeting::minutesPublished, Builder::minutesPublished);

    /** The kind of entry. */
    public static final Kind<Meeting> KIND = Kind.of("meeting", 1, Meeting.class, FORM);

    Meeting() {}

    @Override
    public abstract EntryId id();

    /** The entry of the {@link Team} that met. */
    public abstract EntryId team();

    /** When it began. */
    public abstract Instant start();

    /** When it ended, after {@link #start()}. */
    public abstract Instant end();

    /** The points, in order. */
    public abstract List<AgendaItem> agenda();

    /** Who was there. */
    public abstract Set<PersonId> present();

    /** Which members were not. */
    public abstract Set<PersonId> absent();

    /** Who had which duty in this meeting, by the name of the {@link Office}; it rotates. */
    public abstract Map<String, PersonId> roles();

    /** How much each person said; each person at most once. */
    public abstract List<Contribution> contributions();

    /** Which {@link Norm} was kept, by its id, as checked at the end. */
    public abstract Map<String, Boolean> normsKept();

    /** When the agenda was sent to everybody. */
    public abstract Optional<Instant> agendaPublished();

    /** When the minutes were sent to everybody. */
    public abstract Optional<Instant> minutesPublished();

    /** Checks the times, that nobody was both present and absent, and that only those present spoke or had a duty. */
    @Value.Check
    void check() {
        Checks.require(end().isAfter(start()), "The meeting ends at %s, not after it starts at %s.", end(), start());
        for (PersonId person : absent()) {
            Checks.require(!present().contains(person), "%s is both present and absent.", person);
        }
        Checks.distinct(contributions().stream().map(Contribution::person).toList(), "contributions");
        for (Contribution contribution : contributions()) {
            Checks.require(
                    present().contains(contribution.person()),
                    "%s spoke but is not among those present. Maybe add the person there.",
                    contribution.person());
        }
        roles().forEach((office, person) ->
                Checks.require(present().contains(person), "%s is %s but is not among those present.", person, office));
    }

    /** The team's entry, then what the points are about. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(team());
        agenda().forEach(item -> ids.addAll(item.about()));
        return List.copyOf(ids);
    }

    @Override
    public Kind<Meeting> kind() {
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

    /** Builds a meeting; id, team, start and end must be set. */
    public static final class Builder extends ImmutableMeeting.Builder {
        Builder() {}
    }
}
