package org.iltlib.decision.proceedings;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;

/** An anonymous vote is counted under labels in the place of persons, so it must not matter which label is whose. */
final class Labels {
    private Labels() {}

    /** Refuses an anonymous vote whose result depends on who says what. */
    static void check(VotingContext context, VotingRoll roll, Rules rules) {
        if (context.secrecy() != Secrecy.ANONYMOUS) {
            return;
        }
        refuse(!rules.protocol().countsHeads(), "by \"" + rules.protocol().name() + "\", which may ask who says what");
        refuse(roll.isWeighted() || context.affiliationsHeardOnce(), "and not every voice counts alike");
        refuse(context.smallestCell() < 2, "and cells of one vote could be shown");
        refuse(
                context.ties().stream().anyMatch(TiePolicy.Chair.class::isInstance),
                "and the chair's vote is to settle a tie");
        refuse(
                context.allowed().stream().anyMatch(kind -> kind != Substitution.Kind.ALTERNATE),
                "and one person's vote may go with another's");
    }

    private static void refuse(boolean told, String why) {
        Checks.require(
                !told,
                "The vote is anonymous, %s. Expected a vote in which only heads are counted. Maybe hide the ballots until the"
                        + " close instead.",
                why);
    }

    /** The roll on which some stand under labels. */
    static VotingRoll of(VotingRoll roll, Map<PersonId, PersonId> labels) {
        Set<PersonId> present = new TreeSet<>();
        roll.present().forEach(person -> present.add(labels.getOrDefault(person, person)));
        return VotingRoll.builder()
                .seats(roll.seats().stream()
                        .map(seat -> seat.toBuilder()
                                .person(seat.person().map(person -> labels.getOrDefault(person, person)))
                                .build())
                        .toList())
                .present(present)
                .recusals(roll.recusals().stream()
                        .map(recusal -> recusal.toBuilder()
                                .person(labels.getOrDefault(recusal.person(), recusal.person()))
                                .build())
                        .toList())
                .substitutions(roll.substitutions().stream()
                        .map(entry -> new Substitution(
                                entry.kind(),
                                labels.getOrDefault(entry.member(), entry.member()),
                                entry.substitute().map(person -> labels.getOrDefault(person, person))))
                        .toList())
                .build();
    }
}
