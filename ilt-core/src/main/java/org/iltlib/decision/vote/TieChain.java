package org.iltlib.decision.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.vote.TiePolicy.Settled;

/** The policies for ties, tried one after another on one tie. */
final class TieChain {
    private final VotingRoll roll;
    private final VotingContext context;
    private final Seating seating;
    private final Sorting sorting;
    private final List<String> tied;
    private final Function<Position, Optional<String>> preferred;
    private final Optional<String> statusQuo;
    private final List<String> path = new ArrayList<>();

    TieChain(
            VotingRoll roll,
            VotingContext context,
            Seating seating,
            Sorting sorting,
            List<String> tied,
            Function<Position, Optional<String>> preferred,
            Optional<String> statusQuo) {
        Checks.require(tied.size() > 1, "tied is %s. Expected at least two ids.", tied);
        this.roll = roll;
        this.context = context;
        this.seating = seating;
        this.sorting = sorting;
        this.tied = Checks.distinct(tied, "tied").stream().sorted().toList();
        this.preferred = preferred;
        this.statusQuo = statusQuo;
    }

    /** What {@link #settle} found, and whose casting vote it opened. */
    record Result(Settled settled, Optional<PersonId> opened) {}

    Result settle() {
        for (TiePolicy policy : context.ties()) {
            Optional<Result> result = attempt(policy);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return stands(Optional.empty());
    }

    private Optional<Result> attempt(TiePolicy policy) {
        if (policy instanceof TiePolicy.Chair chair) {
            return chair(chair);
        } else if (policy instanceof TiePolicy.NextMeeting next) {
            if (context.round() > next.most()) {
                return goOn(policy, "this is round %s already".formatted(context.round()));
            }
            path.add(policy + ": put off");
            return Optional.of(stands(Optional.of("put it to the next meeting")));
        } else if (policy instanceof TiePolicy.Lot lot) {
            return lot(lot);
        }
        return statusQuo.filter(tied::contains).isPresent()
                ? won(policy, statusQuo.get(), Optional.empty())
                : goOn(policy, "it is not one of the tied");
    }

    private Optional<Result> chair(TiePolicy.Chair policy) {
        List<PersonId> chairs = roll.present().stream()
                .filter(person -> roll.findSeat(person)
                        .filter(seat -> seat.offices().contains(policy.office()))
                        .isPresent())
                .toList();
        if (chairs.size() != 1) {
            return goOn(policy, "%s present hold the office, one can decide".formatted(chairs.size()));
        }
        PersonId chair = chairs.get(0);
        if (seating.excluded(chair)) {
            return goOn(policy, chair + " is recused");
        } else if (!policy.second()) {
            Optional<String> barred = barred(chair);
            if (barred.isPresent()) {
                return goOn(policy, barred.get());
            }
        }
        Optional<Ballot> cast = sorting.castingOf(chair);
        if (cast.isEmpty()) {
            return goOn(policy, chair + " cast none");
        }
        Optional<String> pick = preferred.apply(cast.get().position()).filter(tied::contains);
        return pick.isEmpty()
                ? goOn(policy, chair + " prefers none of the tied")
                : won(policy, pick.get(), Optional.of(chair));
    }

    /** Why the chair has no vote as a member any more; an alternate's is that of the seat. */
    private Optional<String> barred(PersonId chair) {
        PersonId seated = seating.alternateOf(chair).orElse(chair);
        if (!roll.listMembers().contains(chair)) {
            return Optional.of(chair + " has no vote as a member");
        } else if (sorting.heard().contains(seated) || sorting.illegal().contains(seated)) {
            return Optional.of(seated + (seated.equals(chair) ? "" : ", who sits in the seat,") + " has voted already");
        }
        return Optional.empty();
    }

    private Optional<Result> lot(TiePolicy.Lot lot) {
        if (lot.seeds().isEmpty()) {
            path.add(lot + ": the seeds are not shown yet");
            return Optional.of(stands(Optional.of("show the seeds that were committed to")));
        }
        return won(lot, order(tied, lot).get(0), Optional.empty());
    }

    /** The ids in the order of the lot; their own order does not matter. */
    static List<String> order(List<String> ids, TiePolicy.Lot lot) {
        String seed = String.join("\n", lot.seeds());
        TreeMap<String, String> drawn = new TreeMap<>(Comparator.naturalOrder());
        ids.forEach(id -> drawn.put(TieBreaks.commitment(seed + "\n" + id), id));
        return List.copyOf(drawn.values());
    }

    private Optional<Result> goOn(TiePolicy policy, String why) {
        path.add(policy + ": " + why);
        return Optional.empty();
    }

    private Optional<Result> won(TiePolicy policy, String winner, Optional<PersonId> opened) {
        path.add(policy + ": " + winner);
        return Optional.of(new Result(new Settled(Optional.of(winner), path, Optional.empty()), opened));
    }

    private Result stands(Optional<String> nextStep) {
        return new Result(new Settled(Optional.empty(), path, nextStep), Optional.empty());
    }
}
