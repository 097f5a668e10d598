package org.iltlib.decision.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.protocol.Consent;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.VotingContext;
import org.junit.jupiter.api.Test;

/** What nobody can do to the vote of another, and what a count must not tell. */
class SafeguardsTest {
    private static final Proceedings OPEN = Log.opened(5, Protocols.MAJORITY, Secrecy.OPEN);
    private static final PersonId STRANGER = PersonId.of("p-900");
    private static final PersonId DEPUTY = PersonId.of("p-100");
    private static final VotingContext REVIEWED =
            Members.CONTEXT.toBuilder().reviewOn(LocalDate.of(2027, 5, 1)).build();

    private static void refused(Proceedings log, PersonId by, Act act, String words) {
        assertThatThrownBy(() -> log.with(log.state().at(), by, act))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    private static Act accuses(int person) {
        return new Attendance.Recused(Members.person(person), "a friend of the vendor", Optional.empty());
    }

    private static Act upholds(int person) {
        return new Attendance.RecusalRuled(Members.person(person), true, "I say so");
    }

    @Test
    void whoeverIsPartyToARecusalDoesNotRuleOnItNorDoesAStranger() {
        Proceedings accused = Log.then(Log.votes(OPEN, 3, 2), 4, accuses(0));
        refused(accused, Members.person(4), upholds(0), "p-004 rules on a recusal that they declared");
        refused(accused, Members.person(0), upholds(0), "p-000 rules on their own recusal");
        refused(accused, STRANGER, upholds(0), "p-900 rules on a recusal but holds no seat");
        Proceedings challenged =
                Log.then(accused, 1, new Attendance.RecusalChallenged(Members.person(0), "no friend at all"));
        refused(challenged, Members.person(1), upholds(0), "p-001 rules on a recusal that they challenged");
        assertThat(Log.then(challenged, 2, upholds(0)).state().roll().isRecused(Members.person(0)))
                .isTrue();
    }

    @Test
    void anAccusationDoesNotKeepTheAccusedFromSteppingBack() {
        Proceedings accused = Log.then(OPEN, 4, accuses(0));
        refused(accused, Members.person(3), accuses(0), "There is a recusal of p-000 already");
        Proceedings declared = Log.then(accused, 0, accuses(0));
        assertThat(declared.state().roll().isRecused(Members.person(0))).isTrue();
        assertThat(declared.state().roll().recusals()).hasSize(1);
        refused(declared, Members.person(0), accuses(0), "already");
        Proceedings overruled =
                Log.then(accused, 1, new Attendance.RecusalRuled(Members.person(0), false, "no interest"));
        assertThat(Log.then(overruled, 0, accuses(0)).state().roll().isRecused(Members.person(0)))
                .isTrue();
        refused(Log.then(accused, 1, upholds(0)), Members.person(0), accuses(0), "already");
    }

    @Test
    void nobodyButTheMemberPutsAnAlternateInASeatThatHasVoted() {
        VotingContext context = Members.CONTEXT.withAllowed(Substitution.Kind.ALTERNATE);
        Proceedings log = Log.opened(3, context, Rules.of(Protocols.MAJORITY));
        Act seated = new Attendance.Substituted(Substitution.alternate(Members.person(0), DEPUTY));
        refused(log, Members.person(2), seated, "p-000 is there. Expected the member to say so");
        refused(log, STRANGER, seated, "p-900 says who sits for p-000 but holds no seat");
        Proceedings gone = Log.then(Log.cast(log, 0, Position.yes()), 0, new Attendance.Went(Members.person(0)));
        refused(gone, Members.person(2), seated, "that seat has voted in this round");
        Proceedings own = Log.then(Log.cast(log, 0, Position.yes()), 0, seated);
        assertThat(own.state().roll().substitutions()).hasSize(1);
        Proceedings voted = Log.then(own, 2, new Attendance.Came(DEPUTY));
        voted = voted.with(voted.state().at(), DEPUTY, new Voting.Cast(Ballot.of(DEPUTY, context, Position.no())));
        voted = Log.then(voted, 0, new Voting.TakenBack(Members.person(0)));
        Act back = new Attendance.Substituted(Substitution.revoked(Substitution.Kind.ALTERNATE, Members.person(0)));
        refused(voted, Members.person(2), back, "that seat has voted in this round");
        assertThat(Log.then(voted, 0, back).state().roll().substitutions()).hasSize(2);
    }

    @Test
    void aWordAboutAlternatesDoesNotTakeBackTheProxyOfAnother() {
        VotingContext context = Members.CONTEXT.withAllowed(Substitution.Kind.ALTERNATE, Substitution.Kind.PROXY);
        Proceedings log = Log.opened(4, context, Rules.of(Protocols.MAJORITY));
        log = Log.then(log, 3, new Attendance.Went(Members.person(3)));
        log = Log.then(log, 3, new Attendance.Substituted(Substitution.proxy(Members.person(3), Members.person(0))));
        Act back = new Attendance.Substituted(Substitution.revoked(Substitution.Kind.ALTERNATE, Members.person(3)));
        refused(log, Members.person(1), back, "p-003 gave a proxy. Expected the member alone to change that");
    }

    private static Outcome seen(DecisionProtocol protocol, Position... positions) {
        Proceedings log = Log.opened(
                positions.length,
                REVIEWED.toBuilder().secrecy(Secrecy.ANONYMOUS).build(),
                Rules.of(protocol));
        List<Envelope> envelopes = Log.envelopes(log, positions);
        log = Log.seal(log, envelopes);
        Proceedings closed = Log.then(log, 0, log.closing(envelopes));
        return closed.visibleTo(STRANGER, closed.state().at()).outcome().orElseThrow();
    }

    /** Positions that differ may be counted as one, and then all are known to have said that. */
    @Test
    void aCountThatHoldsEverybodyIsWithheldThoughTheyPutItDifferently() {
        Position agree = Position.stance(Stand.AGREE);
        assertThat(seen(
                                Protocols.GENERAL_CONSENT,
                                Position.no(),
                                Position.no(),
                                Position.objection("the aim", "more time"))
                        .counts())
                .isEmpty();
        assertThat(seen(Protocols.CONSENT, agree, agree, agree, Position.stance(Stand.RESERVATIONS))
                        .counts())
                .isEmpty();
        assertThat(seen(Protocols.CONSENT, agree, agree, agree, Position.abstain())
                        .counts())
                .containsEntry("consent", 3);
    }

    @Test
    void whatIsReconsideredIsTheRevisionThatWasVotedOn() {
        Act again = new Procedure.Reconsidered("the price has changed");
        Proceedings rejected = Log.close(Log.votes(OPEN, 0, 5));
        Proceedings amended = Log.then(rejected, 0, new Procedure.Amended(EntryId.of("proposal-2"), 2, "cheaper"));
        Proceedings open = Log.then(amended, 1, again);
        assertThat(open.state().reconsidered()).containsExactly(1);
        Proceedings second = Log.close(Log.votes(open, 0, 5));
        assertThat(Log.then(second, 1, again).state().reconsidered()).containsExactly(1, 2);
    }

    @Test
    void whatWasEscalatedIsNotVotedOnAgainByTheSameRoom() {
        Proceedings log = Log.opened(3, REVIEWED, Rules.of(new Consent(1)));
        log = Log.close(Log.stances(log, Stand.AGREE, Stand.AGREE, Stand.BLOCK));
        assertThat(log.outcome().orElseThrow().status()).isEqualTo(Status.ESCALATED);
        refused(log, Log.CHAIR, new Procedure.RoundBegun(2), "Round 1 ended with escalated, and another begins");
        Act step = new Procedure.StepBegun(REVIEWED, Members.roll(3), Rules.of(Protocols.MAJORITY));
        assertThat(Log.then(log, 0, step).state().isOpen()).isTrue();
        Act again = new Procedure.Reconsidered("the objection was met");
        assertThat(Log.then(log, 2, again).state().context().round()).isEqualTo(2);
        refused(log, Members.person(1), again, "the side that prevailed");
    }
}
