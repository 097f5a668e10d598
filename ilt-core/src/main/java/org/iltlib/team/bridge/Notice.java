package org.iltlib.team.bridge;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Something that a team tells people down the line: what is expected of them, what was decided. A new wording is a new
 * entry that cites the old, and is read anew: who acknowledged the old one did not acknowledge this. Immutable.
 */
@Value.Immutable
public abstract class Notice implements Recordable {
    /** The written form. */
    public static final Form<Notice> FORM = Form.<Notice, Builder>built(Notice::builder, Builder::build)
            .field("id", EntryId.FORM, Notice::id, Builder::id)
            .field("team", EntryId.FORM, Notice::team, Builder::team)
            .field("text", Forms.TEXT, Notice::text, Builder::text)
            .field("on", Forms.DATE, Notice::on, Builder::on)
            .list("addressees", PersonId.FORM, Notice::addressees, Builder::addAllAddressees)
            .list("about", EntryId.FORM, Notice::about, Builder::addAllAbout)
            .maybe("replaces", EntryId.FORM, Notice::replaces, Builder::replaces);

    /** The kind of entry. */
    public static final Kind<Notice> KIND = Kind.of("notice", 1, Notice.class, FORM);

    Notice() {}

    @Override
    public abstract EntryId id();

    /** The entry of the {@link org.iltlib.team.Team} that tells it. */
    public abstract EntryId team();

    /** What is told. */
    public abstract String text();

    /** The day on which it was sent. */
    public abstract LocalDate on();

    /** To whom, at least one, each once. */
    public abstract List<PersonId> addressees();

    /** The entries behind it: a decision, a strategy; each once. */
    public abstract List<EntryId> about();

    /** The earlier wording that this one replaces. */
    public abstract Optional<EntryId> replaces();

    /** Checks text, addressees and entries. */
    @Value.Check
    void check() {
        Checks.text(text(), "text");
        Checks.distinct(Checks.notEmpty(addressees(), "addressees"), "addressees");
        Checks.distinct(about(), "about");
    }

    /**
     * Who of the addressees acknowledged it by that day. Acknowledgements of other notices, among them earlier wordings,
     * those of a day before the notice, and those of people to whom it was not addressed are left out.
     */
    public Reach<PersonId> reach(List<Acknowledgement> acknowledgements, LocalDate day) {
        SortedSet<PersonId> readers = new TreeSet<>();
        for (Acknowledgement each : acknowledgements) {
            if (each.notice().equals(id())
                    && !each.on().isBefore(on())
                    && !each.on().isAfter(day)) {
                readers.add(each.person());
            }
        }
        return Reach.of(Collections.unmodifiableSortedSet(readers), addressees());
    }

    /** The team's entry, what is behind the notice, and what it replaces. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> seen = new TreeSet<>();
        return Stream.of(List.of(team()), about(), replaces().stream().toList())
                .flatMap(List::stream)
                .filter(seen::add)
                .toList();
    }

    @Override
    public Kind<Notice> kind() {
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

    /** Builds a notice; id, team, text, day and addressees must be set. */
    public static final class Builder extends ImmutableNotice.Builder {
        Builder() {}
    }
}
