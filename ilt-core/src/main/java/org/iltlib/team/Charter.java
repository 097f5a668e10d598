package org.iltlib.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What the team is for and how it works: purpose, decision rights, norms, and when all this is looked at again. Immutable. */
@Value.Immutable
public abstract class Charter implements Recordable {
    /** The written form. */
    public static final Form<Charter> FORM = Form.<Charter, Builder>built(Charter::builder, Builder::build)
            .field("id", EntryId.FORM, Charter::id, Builder::id)
            .field("team", EntryId.FORM, Charter::team, Builder::team)
            .field("purpose", Forms.TEXT, Charter::purpose, Builder::purpose)
            .list("decisionRights", DecisionRight.FORM, Charter::decisionRights, Builder::addAllDecisionRights)
            .list("norms", Norm.FORM, Charter::norms, Builder::addAllNorms)
            .list("policies", Forms.TEXT, Charter::policies, Builder::addAllPolicies)
            .maybe("conflictOfInterest", Forms.TEXT, Charter::conflictOfInterest, Builder::conflictOfInterest)
            .maybe("communication", Forms.TEXT, Charter::communication, Builder::communication)
            .maybe("mission", Forms.TEXT, Charter::mission, Builder::mission)
            .list("duties", Office.FORM, Charter::duties, Builder::addAllDuties)
            .list("calendar", Forms.DATE, Charter::calendar, Builder::addAllCalendar)
            .field("adopted", Forms.DATE, Charter::adopted, Builder::adopted)
            .field("reviewOn", Forms.DATE, Charter::reviewOn, Builder::reviewOn)
            .maybe("replaces", EntryId.FORM, Charter::replaces, Builder::replaces);

    /** The kind of entry. */
    public static final Kind<Charter> KIND = Kind.of("charter", 1, Charter.class, FORM);

    Charter() {}

    @Override
    public abstract EntryId id();

    /** The entry of the {@link Team} whose charter it is. */
    public abstract EntryId team();

    /** What the team is for. */
    public abstract String purpose();

    /** What the team may decide, one matter each. */
    public abstract List<DecisionRight> decisionRights();

    /** How its members behave; each id once. */
    public abstract List<Norm> norms();

    /** The names of the {@link PolicyPack policy packs} that bind it. */
    public abstract List<String> policies();

    /** What a member with a personal interest does. */
    public abstract Optional<String> conflictOfInterest();

    /** Who is told what, and when. */
    public abstract Optional<String> communication();

    /** What the team wants to bring about. */
    public abstract Optional<String> mission();

    /** The duties that go round among the members, each once. */
    public abstract List<Office> duties();

    /** The days on which the team meets, in rising order, each once, as published at the start of the year. */
    public abstract List<LocalDate> calendar();

    /** The day it was adopted. */
    public abstract LocalDate adopted();

    /** The day on which it is looked at again, after {@link #adopted()}. */
    public abstract LocalDate reviewOn();

    /** The earlier charter that this one replaces. */
    public abstract Optional<EntryId> replaces();

    /** Checks texts, norms, matters and dates. */
    @Value.Check
    void check() {
        Checks.text(purpose(), "purpose");
        Checks.distinct(norms().stream().map(Norm::id).toList(), "norms");
        Checks.distinct(
                decisionRights().stream()
                        .map(right -> right.matter().toLowerCase(Locale.ROOT))
                        .toList(),
                "matters");
        mission().ifPresent(text -> Checks.text(text, "mission"));
        Checks.distinct(duties(), "duties");
        for (int i = 1; i < calendar().size(); i++) {
            Checks.require(
                    calendar().get(i).isAfter(calendar().get(i - 1)),
                    "The calendar has %s after %s. Expected rising days, each once. Maybe sort them.",
                    calendar().get(i),
                    calendar().get(i - 1));
        }
        Checks.require(
                reviewOn().isAfter(adopted()),
                "The charter is to be reviewed on %s, not after its adoption on %s. Maybe the two are swapped.",
                reviewOn(),
                adopted());
    }

    /** What the team may do about that matter, if the charter says. */
    public Optional<DecisionRight> findRight(String matter) {
        return decisionRights().stream()
                .filter(right -> right.matter().equalsIgnoreCase(matter.strip()))
                .findFirst();
    }

    /** Whether its review is due on that day. */
    public boolean isDue(LocalDate day) {
        return !day.isBefore(reviewOn());
    }

    /** The team's entry and the charter replaced. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(team()), replaces().stream()).distinct().toList();
    }

    @Override
    public Kind<Charter> kind() {
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

    /** Builds a charter; id, team, purpose and both dates must be set. */
    public static final class Builder extends ImmutableCharter.Builder {
        Builder() {}
    }
}
