package org.iltlib.decision.proceedings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.decision.options.DotVoting;
import org.iltlib.decision.protocol.BlockRule;
import org.iltlib.decision.protocol.Consensus;
import org.iltlib.decision.protocol.Consent;
import org.iltlib.decision.protocol.FistToFive;
import org.iltlib.decision.protocol.GeneralConsent;
import org.iltlib.decision.protocol.GradientsOfAgreement;
import org.iltlib.decision.protocol.Majority;
import org.iltlib.decision.protocol.ShowOfStanding;
import org.iltlib.decision.protocol.Thumbs;
import org.iltlib.decision.protocol.TwoSided;
import org.iltlib.decision.protocol.Unanimity;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;

/** An anonymous vote is counted under labels in the place of persons, so it must not matter which label is whose. */
final class Labels {
    private static final List<Class<? extends DecisionProtocol>> COUNT_HEADS = List.of(
            Consent.class,
            DotVoting.class,
            FistToFive.class,
            GeneralConsent.class,
            GradientsOfAgreement.class,
            Majority.class,
            ShowOfStanding.class,
            Unanimity.class);

    private Labels() {}

    /** Refuses an anonymous vote whose result depends on who says what. */
    static void check(VotingContext context, VotingRoll roll, Rules rules) {
        if (context.secrecy() != Secrecy.ANONYMOUS) {
            return;
        }
        refuse(!countsHeads(rules.protocol()), "by \"" + rules.protocol().name() + "\", which may ask who says what");
        refuse(roll.isWeighted() || context.affiliationsHeardOnce(), "and not every voice counts alike");
        refuse(context.smallestCell() < 2, "and cells of one vote could be shown");
        refuse(
                context.ties().stream().anyMatch(TiePolicy.Chair.class::isInstance),
                "and the chair's vote is to settle a tie");
        refuse(
                context.allowed().stream().anyMatch(kind -> kind != Substitution.Kind.ALTERNATE),
                "and one person's vote may go with another's");
    }

    private static boolean countsHeads(DecisionProtocol protocol) {
        if (protocol instanceof Consensus consensus) {
            return consensus.blocksAllowed().isEmpty() && !(consensus.blocks() instanceof BlockRule.Confirmed);
        } else if (protocol instanceof TwoSided sides) {
            return sides.participants().isEmpty();
        } else if (protocol instanceof Thumbs thumbs) {
            return countsHeads(thumbs.protocol());
        }
        return COUNT_HEADS.contains(protocol.getClass());
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
