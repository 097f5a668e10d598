package org.iltlib.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.TeamId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** A standing team and its seats from one day on. A change of members is a new entry that cites this one. Immutable. */
@Value.Immutable
public abstract class Team implements Recordable {
    /** The kind of a school's instructional leadership team. */
    public static final String INSTRUCTIONAL_LEADERSHIP = "instructional leadership team";

    /** The kind of a district's leadership team (Ohio Improvement Process: DLT). */
    public static final String DISTRICT_LEADERSHIP = "district leadership team";

    /** The kind of a teachers' team of one grade or subject (Ohio Improvement Process: TBT). */
    public static final String TEACHER_BASED = "teacher-based team";

    /** The kind of a school site council or school leadership team with parents. */
    public static final String SCHOOL_COUNCIL = "school site council";

    /** The written form. */
    public static final Form<Team> FORM = Form.<Team, Builder>built(Team::builder, Builder::build)
            .field("id", EntryId.FORM, Team::id, Builder::id)
            .field("team", TeamId.FORM, Team::team, Builder::team)
            .field("kindOfTeam", Forms.TEXT, Team::kindOfTeam, Builder::kindOfTeam)
            .field("unit", OrgUnitId.FORM, Team::unit, Builder::unit)
            .field("name", Forms.TEXT, Team::name, Builder::name)
            .list("seats", Seat.FORM, Team::seats, Builder::addAllSeats)
            .field("formed", Forms.DATE, Team::formed, Builder::formed)
            .maybe("replaces", EntryId.FORM, Team::replaces, Builder::replaces)
            .maybe("dissolved", Forms.DATE, Team::dissolved, Builder::dissolved);

    /** The kind of entry. */
    public static final Kind<Team> KIND = Kind.of("team", 1, Team.class, FORM);

    /** How far a team has come. */
    public enum Status {
        /** It has no charter yet. */
        DRAFT,
        /** It has a charter, and has not begun. */
        CHARTERED,
        /** It is at work. */
        ACTIVE,
        /** It is no more. */
        DISSOLVED
    }

    Team() {}

    @Override
    public abstract EntryId id();

    /** The team itself, which outlives a change of members. */
    public abstract TeamId team();

    /** What kind of team it is, such as {@link #INSTRUCTIONAL_LEADERSHIP}. */
    public abstract String kindOfTeam();

    /** The school or district it serves. */
    public abstract OrgUnitId unit();

    /** The name people use. */
    public abstract String name();

    /** The seats, vacant ones included; nobody holds two. */
    public abstract List<Seat> seats();

    /** The day from which it stands so. */
    public abstract LocalDate formed();

    /** The earlier entry that this one replaces. */
    public abstract Optional<EntryId> replaces();

    /** The first day on which it is no more, after {@link #formed()}; a team that goes on has none. */
    public abstract Optional<LocalDate> dissolved();

    /** Checks the texts and days, and that nobody holds two seats. */
    @Value.Check
    void check() {
        dissolved()
                .ifPresent(day -> Checks.require(
                        day.isAfter(formed()),
                        "The team is dissolved on %s, not after it was formed on %s. Maybe the two are swapped.",
                        day,
                        formed()));
        Checks.text(kindOfTeam(), "kindOfTeam");
        Checks.text(name(), "name");
        Checks.distinct(listMembers(), "members");
    }

    /** The holders of seats, in the order of seats. */
    public List<PersonId> listMembers() {
        return seats().stream().flatMap(seat -> seat.person().stream()).toList();
    }

    /** The seat of that person, if there is one. */
    public Optional<Seat> findSeat(PersonId person) {
        return seats().stream()
                .filter(seat -> seat.person().filter(person::equals).isPresent())
                .findFirst();
    }

    /**
     * How far the team has come on that day: a draft until its charter is adopted, chartered until the day from which it
     * stands as it is here, then active until it is dissolved.
     *
     * @param charter its charter, if it has one
     */
    public Status status(Optional<Charter> charter, LocalDate day) {
        if (dissolved().filter(end -> !day.isBefore(end)).isPresent()) {
            return Status.DISSOLVED;
        } else if (charter.filter(found -> !day.isBefore(found.adopted())).isEmpty()) {
            return Status.DRAFT;
        }
        return day.isBefore(formed()) ? Status.CHARTERED : Status.ACTIVE;
    }

    @Override
    public List<EntryId> basedOn() {
        return replaces().stream().toList();
    }

    @Override
    public Kind<Team> kind() {
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

    /** Builds a team; only the seats, the entry it replaces and its end may be left out. */
    public static final class Builder extends ImmutableTeam.Builder {
        Builder() {}
    }
}
