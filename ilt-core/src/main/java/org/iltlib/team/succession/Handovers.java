package org.iltlib.team.succession;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.team.Office;

/**
 * Who answers for what, and who may read what is restricted to an office, on any day.
 *
 * <p>A new principal on the seat of the old one changes nothing here. Only a {@link Handover} of the office does, from
 * its day on: then the successor may read all that was ever restricted to the office, and the predecessor nothing more.
 * Others may know how many such entries there are, never which.
 *
 * <p>Immutable. Linear in the number of handovers.
 */
public final class Handovers {
    private final Map<Office, PersonId> first;
    private final List<Handover> handovers;

    private Handovers(Map<Office, PersonId> first, List<Handover> handovers) {
        this.first = first;
        this.handovers = handovers;
    }

    /**
     * These handovers.
     *
     * @param first who had each office before them
     * @param handovers those of one day in the order in which they were made
     * @throws IllegalArgumentException if somebody hands over an office that is not theirs
     */
    public static Handovers of(Map<Office, PersonId> first, Collection<Handover> handovers) {
        List<Handover> ordered =
                handovers.stream().sorted(Comparator.comparing(Handover::on)).toList();
        Map<Office, PersonId> holders = new TreeMap<>(first);
        for (Handover each : ordered) {
            each.office().ifPresent(office -> {
                PersonId holder = holders.get(office);
                Checks.require(
                        each.giver().equals(holder),
                        "%s hands over the office %s, which is %s. Maybe an earlier handover is left out.",
                        each.giver(),
                        office,
                        holder == null ? "nobody's" : holder + "'s");
                holders.put(office, each.receiver());
            });
        }
        return new Handovers(new TreeMap<>(first), ordered);
    }

    /** Who has the office on that day, by handover; empty if it is not known. */
    public Optional<PersonId> findKeeper(Office office, LocalDate day) {
        Optional<PersonId> keeper = Optional.ofNullable(first.get(office));
        for (Handover each : handovers) {
            if (!each.on().isAfter(day) && each.office().filter(office::equals).isPresent()) {
                keeper = Optional.of(each.receiver());
            }
        }
        return keeper;
    }

    /**
     * The thing as it is owned on that day: under the last to whom it was handed over; the new owner is no contributor
     * any more. A handover by somebody who did not own it is passed over.
     */
    public Owned on(Owned thing, LocalDate day) {
        Owned now = thing;
        for (Handover each : handovers) {
            if (!each.on().isAfter(day)
                    && each.entries().contains(thing.entry())
                    && each.giver().equals(now.owner())) {
                List<PersonId> others = now.contributors().stream()
                        .filter(person -> !person.equals(each.receiver()))
                        .toList();
                now = new Owned(thing.entry(), each.receiver(), others);
            }
        }
        return now;
    }

    /** Whether that person may read the entry on that day. */
    public boolean mayRead(PersonId person, Restricted entry, LocalDate day) {
        return !day.isBefore(entry.since())
                && findKeeper(entry.office(), day).filter(person::equals).isPresent();
    }

    /** Those of the entries that the person may read on that day, in order. */
    public List<EntryId> listReadable(PersonId person, Collection<Restricted> entries, LocalDate day) {
        return entries.stream()
                .filter(entry -> mayRead(person, entry, day))
                .map(Restricted::entry)
                .toList();
    }

    /** How many of the entries are restricted on that day and not for that person to read. */
    public int countHidden(PersonId person, Collection<Restricted> entries, LocalDate day) {
        return (int) entries.stream()
                .filter(entry -> !day.isBefore(entry.since()) && !mayRead(person, entry, day))
                .count();
    }
}
