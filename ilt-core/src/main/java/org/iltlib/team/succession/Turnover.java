package org.iltlib.team.succession;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/**
 * What happens to what members answer for when some of them leave: what stays with its owner, and what is orphaned, with
 * a proposal who might take it on. Nothing is lost: what was owned before is in one of the two lists.
 *
 * @param leavers who sat on the team before and does not now, in the order of seats
 * @param kept what an owner with a seat on the team answers for, in the order given
 * @param orphans what has no such owner, whether the owner left now, left earlier or never had a seat, in the order given
 */
public record Turnover(List<PersonId> leavers, List<Owned> kept, List<Orphan> orphans) {

    /** Copies all three. */
    public Turnover {
        leavers = List.copyOf(leavers);
        kept = List.copyOf(kept);
        orphans = List.copyOf(orphans);
    }

    /**
     * The turnover from one state of a team to the next. For each orphan this is proposed, the first that there is:
     *
     * <ol>
     *   <li>the first contributor who still sits on the team;
     *   <li>the first who has an office of the leaver now, new to the team or not;
     *   <li>the deputy for an office of the leaver;
     *   <li>of those who speak for a unit for which the leaver spoke, the one who answers for the fewest things;
     *   <li>of all members, the one who answers for the fewest things.
     * </ol>
     *
     * <p>Of an owner who had no seat before either, offices and units are not known. Fewest counts what was proposed before; among as many the order of seats decides. Linear in things times seats.
     *
     * @param before the team as it was
     * @param after the team as it is
     * @param owned what is owned and open, each entry once
     * @throws IllegalArgumentException if these are two teams, or an entry is given twice
     */
    public static Turnover of(Team before, Team after, Collection<Owned> owned) {
        Checks.require(
                before.team().equals(after.team()),
                "These are two teams, %s and %s. Expected the same one twice.",
                before.team(),
                after.team());
        Checks.distinct(owned.stream().map(Owned::entry).toList(), "owned");
        List<PersonId> leavers = before.listMembers().stream()
                .filter(member -> after.findSeat(member).isEmpty())
                .toList();
        List<Owned> kept = new ArrayList<>();
        List<Orphan> orphans = new ArrayList<>();
        Map<PersonId, Integer> load =
                new LinkedHashMap<>(Load.of(after.listMembers(), owned).counts());
        for (Owned thing : owned) {
            if (after.findSeat(thing.owner()).isPresent()) {
                kept.add(thing);
                continue;
            }
            Set<Office> offices =
                    before.findSeat(thing.owner()).map(Seat::offices).orElse(Set.of());
            Set<OrgUnitId> units =
                    before.findSeat(thing.owner()).map(Seat::units).orElse(Set.of());
            Orphan orphan = propose(thing, offices, units, before, after, load);
            orphan.receiver().ifPresent(receiver -> load.merge(receiver, 1, Integer::sum));
            orphans.add(orphan);
        }
        return new Turnover(leavers, kept, orphans);
    }

    private static Orphan propose(
            Owned thing,
            Set<Office> offices,
            Set<OrgUnitId> units,
            Team before,
            Team after,
            Map<PersonId, Integer> load) {
        Optional<PersonId> contributor = thing.contributors().stream()
                .filter(person -> after.findSeat(person).isPresent())
                .findFirst();
        if (contributor.isPresent()) {
            return new Orphan(thing, contributor, "works on it already");
        }
        for (Office office : offices) {
            Optional<PersonId> holder = first(after, seat -> seat.offices().contains(office));
            if (holder.isPresent()) {
                boolean already = before.findSeat(holder.get())
                        .filter(seat -> seat.offices().contains(office))
                        .isPresent();
                return new Orphan(thing, holder, already ? "is " + office + " too" : "is the new " + office);
            }
        }
        for (Office office : offices) {
            Optional<PersonId> deputy =
                    first(after, seat -> seat.offices().stream().anyMatch(held -> held.isDeputyOf(office)));
            if (deputy.isPresent()) {
                return new Orphan(thing, deputy, "stands in for the " + office);
            }
        }
        Set<PersonId> neighbours = new LinkedHashSet<>();
        for (Seat seat : after.seats()) {
            Set<OrgUnitId> shared = new LinkedHashSet<>(seat.units());
            shared.retainAll(units);
            if (!shared.isEmpty()) {
                seat.person().ifPresent(neighbours::add);
            }
        }
        Optional<PersonId> neighbour = lightest(neighbours, load);
        return neighbour.isPresent()
                ? new Orphan(thing, neighbour, "speaks for the same unit")
                : new Orphan(thing, lightest(load.keySet(), load), "carries the least");
    }

    private static Optional<PersonId> first(Team team, Predicate<Seat> which) {
        return team.seats().stream()
                .filter(seat -> !seat.isVacant() && which.test(seat))
                .flatMap(seat -> seat.person().stream())
                .findFirst();
    }

    private static Optional<PersonId> lightest(Set<PersonId> among, Map<PersonId, Integer> load) {
        return among.stream().min(Comparator.comparingInt(person -> load.getOrDefault(person, 0)));
    }

    /** The share of things without an owner on the team: how much hangs on those who left. Missing if nothing was owned. */
    public Measured<Fraction> share() {
        int all = kept.size() + orphans.size();
        return all == 0
                ? Measured.missing(MissingReason.UNDEFINED, "nothing was owned")
                : Measured.of(Fraction.of(orphans.size(), all));
    }

    /** What is proposed to each receiver, in the order in which they first come up. */
    public Map<PersonId, List<Owned>> proposals() {
        Map<PersonId, List<Owned>> proposals = new LinkedHashMap<>();
        for (Orphan orphan : orphans) {
            orphan.receiver()
                    .ifPresent(receiver -> proposals
                            .computeIfAbsent(receiver, person -> new ArrayList<>())
                            .add(orphan.owned()));
        }
        proposals.replaceAll((receiver, things) -> List.copyOf(things));
        return Collections.unmodifiableMap(proposals);
    }

    /** Each orphan with its proposal. */
    public Explanation explanation() {
        Explanation text = Explanation.of(
                "%d of %d things lost their owner; %d left.",
                orphans.size(), kept.size() + orphans.size(), leavers.size());
        for (Orphan orphan : orphans) {
            text = text.because(
                    "%s of %s: %s.",
                    orphan.owned().entry(),
                    orphan.owned().owner(),
                    orphan.receiver()
                            .map(receiver -> "to " + receiver + ", who " + orphan.reason())
                            .orElse("nobody is there to take it on"));
        }
        return text;
    }
}
