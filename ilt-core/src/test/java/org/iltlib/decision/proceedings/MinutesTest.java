package org.iltlib.decision.proceedings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.Option;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.VotingContext;
import org.junit.jupiter.api.Test;

class MinutesTest {
    private static final Proposal PROPOSAL = Proposal.builder()
            .id(EntryId.of("proposal"))
            .question("How do we learn?")
            .text("Weekly lesson study.")
            .addOptions(Option.of("weekly", "Weekly"), Option.statusQuo("As now"))
            .proposed("weekly")
            .build();

    private static String said(Proceedings log, int by, Act act) {
        List<String> lines = Minutes.of(Log.then(log, by, act)).lines().toList();
        return lines.stream()
                .filter(line -> line.matches(" {2}\\d\\d:\\d\\d .*"))
                .reduce((one, next) -> next)
                .orElseThrow()
                .substring(9);
    }

    /** The whole text, as a secretary would have it. */
    @Test
    void theMinutesOfAVoteAreThese() {
        Rules rules = Rules.of(Protocols.MAJORITY).toBuilder()
                .zone(ZoneId.of("America/New_York"))
                .schoolDays(0)
                .build();
        Proceedings log = Log.opened(4, Members.CONTEXT, rules);
        log = Log.then(log, 0, new Attendance.Went(Members.person(3)));
        log = Log.cast(Log.cast(log, 0, Position.yes()), 1, Position.no(), "too dear.");
        log = Log.then(log, 0, new Attendance.Came(Members.person(3)));
        log = Log.close(Log.cast(log, 3, Position.yes()));
        assertThat(Minutes.of(log, List.of(PROPOSAL))).isEqualTo("""
                        Minutes of m1

                        2026-11-02
                          10:00  p-000 opened the matter: proposal, revision 1.
                                Question: How do we learn?
                                Text, revision 1: Weekly lesson study.
                                Decided by the team, majority (more than 1/2 of the votes cast); open.
                                Present: p-000, p-001, p-002, p-003. Absent: nobody.
                                Votes are taken before 2026-11-03T05:00:00Z.
                          10:01  p-003 left.
                          10:02  p-000: yes.
                          10:03  p-001: no, because: too dear.
                          10:04  p-003 came.
                          10:05  p-003: yes.
                          10:06  p-000 closed the round.
                                Answered: p-000, p-001, p-003.
                                Silent: p-002.
                                Adopted by majority (more than 1/2 of the votes cast): 2 yes of 3.
                                  Eligibility: 3 ballots count, 0 are left out.
                                  Quorum: 4 of 4 present, 3 needed.
                                  Votes: 2 yes, 1 no, 0 abstain.
                                  Threshold: more than 1/2 of the votes cast, that is 2 of 3.
                        """);
    }

    @Test
    void hiddenBallotsStandInTheMinutesAfterTheCloseOnly() {
        Proceedings log = Log.votes(Log.opened(3, Protocols.MAJORITY, Secrecy.HIDDEN_UNTIL_CLOSE), 1, 1);
        assertThat(Minutes.of(log)).contains("p-000 voted.", "p-001 voted.").doesNotContain("yes", ": no.");
        assertThat(Minutes.of(Log.close(log))).contains("p-000 voted.", "p-000: yes.", "p-001: no.");
        Proceedings blocked =
                Log.close(Log.stances(Log.opened(3, Protocols.CONSENSUS, Secrecy.OPEN), Stand.BLOCK, Stand.AGREE));
        assertThat(Minutes.of(blocked)).contains("Next: ask what would remove the block.");
    }

    @Test
    void everyActIsToldInASentence() {
        VotingContext context = Members.CONTEXT.withAllowed(Substitution.Kind.PROXY);
        Proceedings log = Log.opened(4, context, Rules.of(Protocols.CONSENSUS));
        assertThat(said(log, 1, new Attendance.Recused(Members.person(1), "my brother", Optional.empty())))
                .isEqualTo("p-001 stepped back: my brother.");
        Proceedings asked =
                Log.then(log, 0, new Attendance.Recused(Members.person(1), "her brother sells it!", Optional.empty()));
        assertThat(Minutes.of(asked)).contains("p-000 asked that p-001 step back: her brother sells it!\n");
        assertThat(said(asked, 2, new Attendance.RecusalChallenged(Members.person(1), "no share")))
                .isEqualTo("p-002 challenged the recusal of p-001: no share.");
        assertThat(said(asked, 2, new Attendance.RecusalRuled(Members.person(1), true, "a share")))
                .isEqualTo("p-002 ruled that the recusal of p-001 stands: a share.");
        assertThat(said(asked, 2, new Attendance.RecusalRuled(Members.person(1), false, "no share")))
                .contains("does not stand");
        assertThat(said(log, 2, new Attendance.Substituted(Substitution.proxy(Members.person(2), Members.person(1)))))
                .isEqualTo("p-001 stands in for p-002: proxy.");
        assertThat(said(
                        log,
                        2,
                        new Attendance.Substituted(Substitution.revoked(Substitution.Kind.PROXY, Members.person(2)))))
                .isEqualTo("Nobody stands in for p-002 any more: proxy.");
        assertThat(said(log, 0, new Procedure.Tightened(Secrecy.HIDDEN_UNTIL_CLOSE)))
                .isEqualTo("p-000 made the vote more secret: hidden until close.");
        String commitment = TieBreaks.commitment("coin");
        assertThat(said(log, 0, new Procedure.SeedCommitted(commitment)))
                .isEqualTo("p-000 committed to a seed for a lot: " + commitment + ".");
        assertThat(said(log, 0, new Procedure.Amended(EntryId.of("p2"), 2, "shorter")))
                .isEqualTo("p-000 put the text amended, as p2, revision 2, which voids earlier ballots: shorter.");
        assertThat(said(log, 1, new Concern.StoodAside("I doubt it", true)))
                .isEqualTo("p-001 stood aside, released from carrying it out: I doubt it.");
        assertThat(said(log, 1, new Concern.StoodAside("I doubt it", false)))
                .isEqualTo("p-001 stood aside: I doubt it.");
        Proceedings cast = Log.cast(log, 1, Position.stance(Stand.STAND_ASIDE));
        assertThat(said(cast, 1, new Voting.TakenBack(Members.person(1)))).isEqualTo("p-001 took the vote back.");
        assertThat(said(
                        cast,
                        1,
                        new Voting.Changed(Ballot.of(Members.person(1), context, Position.stance(Stand.AGREE)))))
                .isEqualTo("Changed: p-001: agree.");
    }

    @Test
    void anObjectionIsToldFromStageToStage() {
        Proceedings log = Log.opened(3, Protocols.CONSENSUS, Secrecy.OPEN);
        Act raised = new Concern.Raised("o-1", "it harms");
        assertThat(said(log, 1, raised)).isEqualTo("p-001 raised objection o-1: it harms.");
        Proceedings open = Log.then(log, 1, raised);
        assertThat(said(open, 1, new Concern.Withdrawn("o-1"))).isEqualTo("p-001 withdrew objection o-1.");
        assertThat(said(open, 0, new Concern.Tested("o-1", "the aim", false)))
                .isEqualTo("p-000 noted objection o-1 as invalid, by the rule: the aim.");
        Proceedings valid = Log.then(open, 0, new Concern.Tested("o-1", "the aim", true));
        assertThat(Minutes.of(valid)).contains("noted objection o-1 as valid");
        assertThat(said(valid, 0, new Concern.Overridden("o-1", "90 %")))
                .isEqualTo("p-000 noted objection o-1 as overridden, by the rule: 90 %.");
        assertThat(said(valid, 0, new Concern.Integrated("o-1", 1, "a shorter term")))
                .isEqualTo("p-000 noted objection o-1 as worked into revision 1: a shorter term.");
    }

    @Test
    void roundsStepsLotsAndEnvelopesAreTold() {
        Proceedings log = Log.then(
                Log.opened(3, Protocols.MAJORITY, Secrecy.OPEN),
                0,
                new Procedure.SeedCommitted(TieBreaks.commitment("coin")));
        Proceedings tied = Log.close(Log.votes(log, 1, 1));
        assertThat(said(tied, 0, new Procedure.SeedsRevealed(List.of("coin"))))
                .isEqualTo("p-000 revealed the seeds of the lot: coin.");
        assertThat(said(tied, 0, new Procedure.RoundBegun(2))).isEqualTo("p-000 began round 2.");
        Act step = new Procedure.StepBegun(Members.CONTEXT, Members.roll(3), Rules.of(Protocols.TWO_THIRDS));
        assertThat(said(tied, 0, step)).isEqualTo("p-000 began the next step, on proposal, revision 1.");
        Proceedings adopted = Log.close(Log.votes(log, 2, 0));
        assertThat(said(adopted, 0, new Procedure.Reconsidered("new facts")))
                .isEqualTo("p-000 moved to reconsider, a new round: new facts.");
        Proceedings secret = Log.opened(4, Protocols.MAJORITY, Secrecy.ANONYMOUS);
        List<Envelope> envelopes = Log.envelopes(secret, Position.yes(), Position.no());
        Proceedings sealed = Log.seal(secret, envelopes);
        assertThat(Minutes.of(sealed)).contains("p-001 handed in an envelope.");
        assertThat(said(sealed, 0, new Voting.Resealed(Log.CHAIR, TieBreaks.commitment("x"))))
                .isEqualTo("p-000 handed in another envelope.");
        assertThat(said(sealed, 0, sealed.closing(envelopes.subList(0, 1))))
                .isEqualTo("p-000 closed the round. Not opened: the envelopes of p-001.");
    }

    @Test
    void everyPositionIsToldInWords() {
        assertThat(Phrases.of(Position.fingers(4))).isEqualTo("4 fingers");
        assertThat(Phrases.of(Position.grade(2))).isEqualTo("level 2");
        assertThat(Phrases.of(Position.abstain())).isEqualTo("abstain");
        assertThat(Phrases.of(Position.thumb(Position.Way.SIDEWAYS))).isEqualTo("thumb sideways");
        assertThat(Phrases.of(Position.objection("the aim", "more time")))
                .isEqualTo("objection, harms: the aim, remedy: more time");
        assertThat(Phrases.of(Position.ranking(List.of(List.of("a", "b"), List.of("c")))))
                .isEqualTo("ranks a = b > c");
        assertThat(Phrases.of(Position.approval(Set.of("a")))).isEqualTo("approves a");
        assertThat(Phrases.of(Position.dots(Map.of("a", 2)))).isEqualTo("dots {a=2}");
        assertThat(Phrases.of(Position.scores(Map.of("a", 2)))).isEqualTo("scores {a=2}");
        assertThat(Phrases.of(Position.marks(Map.of("a", Map.of("b", 2))))).isEqualTo("marks {a={b=2}}");
    }

    @Test
    void aLineBreakInSomebodysWordsDoesNotMakeALine() {
        Proceedings log =
                Log.cast(Log.opened(3, Protocols.MAJORITY, Secrecy.OPEN), 1, Position.no(), "no\n  10:00  p-000: yes.");
        assertThat(Minutes.of(log)).doesNotContain("\n  10:00");
        assertThat(Minutes.of(log)).contains("p-001: no, because: no ");
    }
}
