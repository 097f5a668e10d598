package org.iltlib.team.bridge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.team.Team;
import org.immutables.value.Value;

/** For whom the members of a team speak, from one day on. A change is a new entry that cites this one. Immutable. */
@Value.Immutable
public abstract class Constituencies implements Recordable {
    /** The written form. */
    public static final Form<Constituencies> FORM = Form.<Constituencies, Builder>built(
                    Constituencies::builder, Builder::build)
            .field("id", EntryId.FORM, Constituencies::id, Builder::id)
            .field("team", EntryId.FORM, Constituencies::team, Builder::team)
            .list("constituencies", Constituency.FORM, Constituencies::constituencies, Builder::addAllConstituencies)
            .field("adopted", Forms.DATE, Constituencies::adopted, Builder::adopted)
            .maybe("replaces", EntryId.FORM, Constituencies::replaces, Builder::replaces);

    /** The kind of entry. */
    public static final Kind<Constituencies> KIND = Kind.of("constituencies", 1, Constituencies.class, FORM);

    Constituencies() {}

    @Override
    public abstract EntryId id();

    /** The entry of the {@link Team} whose members speak. */
    public abstract EntryId team();

    /** The constituencies, one a speaker. */
    public abstract List<Constituency> constituencies();

    /** The day from which it stands so. */
    public abstract LocalDate adopted();

    /** The earlier entry that this one replaces. */
    public abstract Optional<EntryId> replaces();

    /** Checks that each speaker has one constituency. */
    @Value.Check
    void check() {
        Checks.distinct(constituencies().stream().map(Constituency::speaker).toList(), "speakers");
    }

    /** Who speaks for that unit, in order; may be nobody or several. */
    public List<PersonId> listSpeakers(OrgUnitId unit) {
        return constituencies().stream()
                .filter(constituency -> constituency.units().contains(unit))
                .map(Constituency::speaker)
                .toList();
    }

    /** Who speaks for that person, in order; may be nobody or several. */
    public List<PersonId> listSpeakers(PersonId person) {
        return constituencies().stream()
                .filter(constituency -> constituency.people().contains(person))
                .map(Constituency::speaker)
                .toList();
    }

    /**
     * The constituencies whose speaker has no seat on the team as it is now: nobody speaks for them until they are
     * given to another.
     */
    public List<Constituency> listOrphans(Team now) {
        return constituencies().stream()
                .filter(constituency -> now.findSeat(constituency.speaker()).isEmpty())
                .toList();
    }

    /**
     * Which of these units have a way up: somebody who still sits on a team speaks for them.
     *
     * @param units the classrooms, grades or departments that should have one
     * @param all the constituencies of one team or of several
     * @param teams the teams as they are now; a speaker counts who sits on any of them
     */
    public static Reach<OrgUnitId> reach(
            Collection<OrgUnitId> units, Collection<Constituencies> all, Collection<Team> teams) {
        Set<OrgUnitId> spokenFor = new TreeSet<>();
        for (Constituencies each : all) {
            for (Constituency constituency : each.constituencies()) {
                if (teams.stream()
                        .anyMatch(team -> team.findSeat(constituency.speaker()).isPresent())) {
                    spokenFor.addAll(constituency.units());
                }
            }
        }
        return Reach.of(spokenFor, units);
    }

    /** The team's entry and what this replaces. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(team()), replaces().stream()).distinct().toList();
    }

    @Override
    public Kind<Constituencies> kind() {
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

    /** Builds constituencies; id, team and day must be set. */
    public static final class Builder extends ImmutableConstituencies.Builder {
        Builder() {}
    }
}
