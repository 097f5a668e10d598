package org.iltlib.decision.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.PersonId;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;

/**
 * What may still come where ballots tie: a casting vote that nobody gave yet, and a lot whose seeds are not shown yet.
 */
final class AtTheTie {
    /** Among so many made-up seeds a lot between two falls both ways, but for one chance in 2^31. */
    private static final int SEEDS = 32;

    private final Foresight foresight;

    AtTheTie(Foresight foresight) {
        this.foresight = foresight;
    }

    /** The outcomes that these ballots can lead to, once every vote of the members is in. */
    Set<Outcome.Status> outcomes(List<Ballot> ballots) {
        Set<Outcome.Status> all = EnumSet.noneOf(Outcome.Status.class);
        add(ballots, all);
        for (TiePolicy policy : foresight.context().ties()) {
            if (policy instanceof TiePolicy.Chair chair) {
                chairs(chair, ballots).forEach(person -> casting(person, ballots, all));
            }
        }
        return all;
    }

    /** Who might still give a casting vote under that policy. */
    private List<PersonId> chairs(TiePolicy.Chair policy, List<Ballot> ballots) {
        return foresight.roll().present().stream()
                .filter(person -> foresight
                        .roll()
                        .findSeat(person)
                        .filter(seat -> seat.offices().contains(policy.office()))
                        .isPresent())
                .filter(person -> ballots.stream()
                        .noneMatch(ballot -> ballot.casting() && ballot.person().equals(person)))
                .toList();
    }

    private void casting(PersonId chair, List<Ballot> ballots, Set<Outcome.Status> all) {
        for (Position position : foresight.positions()) {
            List<Ballot> more = new ArrayList<>(ballots);
            more.add(Foresight.supposed(Ballot.casting(chair, foresight.context(), position), position));
            add(more, all);
        }
    }

    private void add(List<Ballot> ballots, Set<Outcome.Status> all) {
        VotingContext context = foresight.context();
        Outcome.Status status =
                foresight.protocol().decide(ballots, foresight.roll(), context).status();
        all.add(status);
        if (status == Outcome.Status.TIED && context.ties().stream().anyMatch(AtTheTie::isOpen)) {
            for (int trial = 0; trial < SEEDS; trial++) {
                all.add(foresight
                        .protocol()
                        .decide(ballots, foresight.roll(), drawn(context, "seed " + trial))
                        .status());
            }
        }
    }

    private static boolean isOpen(TiePolicy policy) {
        return policy instanceof TiePolicy.Lot lot && lot.seeds().isEmpty();
    }

    private static VotingContext drawn(VotingContext context, String seed) {
        TiePolicy lot = new TiePolicy.Lot(List.of(TieBreaks.commitment(seed)), List.of(seed));
        return context.withTies(context.ties().stream()
                .map(policy -> isOpen(policy) ? lot : policy)
                .distinct()
                .toArray(TiePolicy[]::new));
    }
}
