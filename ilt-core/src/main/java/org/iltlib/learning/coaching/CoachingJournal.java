package org.iltlib.learning.coaching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;

/**
 * A cycle with its contacts, in order of days. It holds the law of coaching that only one step is open at a time: a
 * second is refused until a contact says what became of the first. Immutable.
 */
public final class CoachingJournal {
    private final CoachingCycle cycle;
    private final List<CoachingContact> contacts;
    private final Optional<CoachingContact> open;
    private final List<ActionStepForGrowth> mastered;

    private CoachingJournal(CoachingCycle cycle, List<CoachingContact> contacts) {
        this.cycle = cycle;
        this.contacts = contacts;
        this.mastered = new ArrayList<>();
        Optional<CoachingContact> current = Optional.empty();
        for (CoachingContact contact : contacts) {
            Checks.require(
                    contact.cycle().equals(cycle.id()),
                    "Contact %s is of \"%s\". Expected one of \"%s\".",
                    contact.id(),
                    contact.cycle(),
                    cycle.id());
            Checks.require(
                    !contact.on().isBefore(cycle.start()),
                    "Contact %s is on %s. Expected none before the start %s.",
                    contact.id(),
                    contact.on(),
                    cycle.start());
            current = after(contact, current);
        }
        this.open = current;
    }

    private Optional<CoachingContact> after(CoachingContact contact, Optional<CoachingContact> current) {
        Optional<CoachingContact> still = current;
        if (contact.mastered().isPresent()) {
            Checks.require(
                    current.map(CoachingContact::id).equals(contact.after()),
                    "Contact %s closes the step of \"%s\". Expected that of the open one: %s.",
                    contact.id(),
                    contact.after().map(EntryId::value).orElse(""),
                    current.map(one -> one.id().value()).orElse("none is open"));
            if (contact.mastered().get()) {
                current.flatMap(CoachingContact::step).ifPresent(mastered::add);
            }
            still = Optional.empty();
        }
        Checks.require(
                contact.step().isEmpty() || still.isEmpty(),
                "Contact %s agrees on a step while that of \"%s\" is open. Expected one step at a time. Maybe say first"
                        + " what became of it.",
                contact.id(),
                still.map(one -> one.id().value()).orElse(""));
        return contact.step().isPresent() ? Optional.of(contact) : still;
    }

    /**
     * The journal of a cycle. Of contacts on one day, one that closes a step comes before one that agrees on the next.
     * Quadratic in the contacts.
     *
     * @param cycle the cycle
     * @param contacts its contacts in any order, each once
     * @throws IllegalArgumentException if a contact is of another cycle, two steps are open at once, or a step is closed
     *     that is not open
     */
    public static CoachingJournal of(CoachingCycle cycle, Collection<CoachingContact> contacts) {
        Checks.distinct(contacts.stream().map(CoachingContact::id).toList(), "contacts");
        return new CoachingJournal(
                cycle,
                inOrder(contacts.stream()
                        .sorted(Comparator.comparing(CoachingContact::on).thenComparing(CoachingContact::id))
                        .toList()));
    }

    /** On one day a step is closed before the next is opened; else in order of the ids. */
    private static List<CoachingContact> inOrder(List<CoachingContact> sorted) {
        List<CoachingContact> left = new ArrayList<>(sorted);
        List<CoachingContact> ordered = new ArrayList<>();
        Optional<EntryId> open = Optional.empty();
        while (!left.isEmpty()) {
            LocalDate day = left.get(0).on();
            List<CoachingContact> today =
                    left.stream().filter(one -> one.on().equals(day)).toList();
            Optional<EntryId> current = open;
            CoachingContact next = today.stream()
                    .filter(one -> follows(one, current) && !staysOpen(one, today))
                    .findFirst()
                    .or(() ->
                            today.stream().filter(one -> follows(one, current)).findFirst())
                    .orElse(today.get(0));
            left.remove(next);
            ordered.add(next);
            open = next.step().isPresent()
                    ? Optional.of(next.id())
                    : next.mastered().isPresent() ? Optional.empty() : open;
        }
        return ordered;
    }

    private static boolean follows(CoachingContact contact, Optional<EntryId> open) {
        return contact.mastered().isPresent()
                ? contact.after().equals(open)
                : contact.step().isEmpty() || open.isEmpty();
    }

    /** Whether a step is open after the contact and those of the day that close its step and the steps after it. */
    private static boolean staysOpen(CoachingContact contact, List<CoachingContact> today) {
        Optional<CoachingContact> at = Optional.of(contact);
        for (int i = 0; i < today.size() && at.isPresent(); i++) {
            CoachingContact opener = at.get();
            if (opener.step().isEmpty()) {
                return false;
            }
            at = today.stream()
                    .filter(one -> one.mastered().isPresent())
                    .filter(one -> one.after().equals(Optional.of(opener.id())))
                    .findFirst();
        }
        return at.isEmpty();
    }

    /** What was said and agreed, for coach and teacher; empty for anybody else. */
    public Optional<CoachingContent> findContent(PersonId reader) {
        if (!cycle.isBetween(reader)) {
            return Optional.empty();
        }
        List<String> notes =
                contacts.stream().flatMap(contact -> contact.note().stream()).toList();
        return Optional.of(new CoachingContent(cycle.goal(), notes, open.flatMap(CoachingContact::step), mastered));
    }

    /** For coach and teacher: whether the open step is to be looked at again on that day. Empty for anybody else. */
    public Optional<Boolean> isCheckBackDue(PersonId reader, LocalDate day) {
        return cycle.isBetween(reader)
                ? Optional.of(open.flatMap(CoachingContact::step)
                        .filter(step -> !step.checkBackOn().isAfter(day))
                        .isPresent())
                : Optional.empty();
    }

    /** What others may see. */
    public CoachingActivity activity() {
        return CoachingActivity.builder()
                .id(EntryId.of("activity/" + cycle.id()))
                .coach(cycle.coach())
                .teacher(cycle.teacher())
                .start(cycle.start())
                .end(cycle.end())
                .addAllContacts(contacts.stream().map(CoachingContact::on).toList())
                .minutes(contacts.stream().mapToLong(CoachingContact::minutes).sum())
                .build();
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "journal of " + cycle + ", " + contacts.size() + " contacts";
    }
}
