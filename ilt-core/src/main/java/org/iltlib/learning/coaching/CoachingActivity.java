package org.iltlib.learning.coaching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.learning.PurposeLimited;
import org.immutables.value.Value;

/**
 * That coaching took place: who, when, how long, how often. This is all that others than the two may see, and the type
 * has no place for more: no text, no step, no word of success. It serves growth only. Immutable.
 *
 * <p>It rests on nothing in the record into which it goes, since the cycle stands in another.
 */
@Value.Immutable
public abstract class CoachingActivity implements Recordable, PurposeLimited.Growth {
    /** The written form. */
    public static final Form<CoachingActivity> FORM = Form.<CoachingActivity, Builder>built(
                    CoachingActivity::builder, Builder::build)
            .field("id", EntryId.FORM, CoachingActivity::id, Builder::id)
            .field("coach", PersonId.FORM, CoachingActivity::coach, Builder::coach)
            .field("teacher", PersonId.FORM, CoachingActivity::teacher, Builder::teacher)
            .field("start", Forms.DATE, CoachingActivity::start, Builder::start)
            .field("end", Forms.DATE, CoachingActivity::end, Builder::end)
            .list("contacts", Forms.DATE, CoachingActivity::contacts, Builder::addAllContacts)
            .field("minutes", Forms.LONG, CoachingActivity::minutes, Builder::minutes);

    /** The kind of entry. */
    public static final Kind<CoachingActivity> KIND = Kind.of("coaching-activity", 1, CoachingActivity.class, FORM);

    CoachingActivity() {}

    @Override
    public abstract EntryId id();

    /** Who coaches. */
    public abstract PersonId coach();

    /** Who is coached. */
    public abstract PersonId teacher();

    /** The first day of the cycle. */
    public abstract LocalDate start();

    /** The last day for which it is meant. */
    public abstract LocalDate end();

    /** The days of the contacts, ascending; a day stands as often as there were contacts. */
    public abstract List<LocalDate> contacts();

    /** The minutes of all contacts. */
    public abstract long minutes();

    /** Checks people, days and minutes. */
    @Value.Check
    void check() {
        Checks.require(!coach().equals(teacher()), "coach and teacher are both \"%s\". Expected two people.", coach());
        Checks.require(!end().isBefore(start()), "end is %s. Expected on or after the start %s.", end(), start());
        Checks.require(
                contacts().equals(contacts().stream().sorted().toList()),
                "contacts are %s. Expected ascending days.",
                contacts());
        Checks.require(
                contacts().isEmpty() || !contacts().get(0).isBefore(start()),
                "The first contact is on %s. Expected none before the start %s.",
                contacts().isEmpty() ? "" : contacts().get(0),
                start());
        Checks.require(
                minutes() >= contacts().size(),
                "minutes are %s for %s contacts. Expected one for each at least.",
                minutes(),
                contacts().size());
    }

    /** The last contact on or before that day, if there was one. */
    public Optional<LocalDate> findLastContact(LocalDate day) {
        return contacts().stream().filter(on -> !on.isAfter(day)).reduce((one, later) -> later);
    }

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<CoachingActivity> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an activity; the contacts may be left out. */
    public static final class Builder extends ImmutableCoachingActivity.Builder {
        Builder() {}
    }
}
