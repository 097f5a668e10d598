package org.iltlib.decision.proceedings;

import java.time.Instant;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.form.CanonicalJson;

/** Proceedings of members numbered from 0, a move a minute, beginning on Monday 2 November 2026 at 15:00 UTC. */
final class Log {
    static final EntryId ID = EntryId.of("m1");
    static final Instant START = Instant.parse("2026-11-02T15:00:00Z");
    static final PersonId CHAIR = Members.person(0);

    private Log() {}

    static Instant minute(long minute) {
        return START.plusSeconds(60 * minute);
    }

    static Proceedings opened(int members, DecisionProtocol protocol, Secrecy secrecy) {
        VotingContext context = Members.CONTEXT.toBuilder().secrecy(secrecy).build();
        return opened(members, context, Rules.of(protocol));
    }

    static Proceedings opened(int members, VotingContext context, Rules rules) {
        return Proceedings.open(
                ID, new Move(START, CHAIR, new Procedure.Opened(context, Members.roll(members), rules)));
    }

    /** One more move by that member, a minute after the last. */
    static Proceedings then(Proceedings log, int member, Act act) {
        return log.with(log.state().at().plusSeconds(60), Members.person(member), act);
    }

    static Proceedings cast(Proceedings log, int member, Position position) {
        return then(
                log,
                member,
                new Voting.Cast(Ballot.of(Members.person(member), log.state().context(), position)));
    }

    static Proceedings cast(Proceedings log, int member, Position position, String reason) {
        return then(
                log,
                member,
                new Voting.Cast(Ballot.of(Members.person(member), log.state().context(), position, reason)));
    }

    static Proceedings votes(Proceedings log, int yes, int no) {
        Proceedings longer = log;
        for (int i = 0; i < yes + no; i++) {
            longer = cast(longer, i, i < yes ? Position.yes() : Position.no());
        }
        return longer;
    }

    static Proceedings stances(Proceedings log, Stand... stands) {
        Proceedings longer = log;
        for (int i = 0; i < stands.length; i++) {
            longer = stands[i] == Stand.BLOCK
                    ? cast(longer, i, Position.stance(stands[i]), "it harms the aim")
                    : cast(longer, i, Position.stance(stands[i]));
        }
        return longer;
    }

    static Proceedings close(Proceedings log) {
        return then(log, 0, Procedure.Closed.openly());
    }

    static String bytes(ProceedingState state) {
        return CanonicalJson.write(ProceedingState.FORM.write(state));
    }

    static List<Envelope> envelopes(Proceedings log, Position... positions) {
        List<Envelope> envelopes = new java.util.ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            envelopes.add(new Envelope(
                    ID,
                    Ballot.of(Members.person(i), log.state().context(), positions[i]),
                    "a nonce of 16 or more: %03d".formatted(i)));
        }
        return envelopes;
    }

    static Proceedings seal(Proceedings log, List<Envelope> envelopes) {
        Proceedings longer = log;
        for (Envelope envelope : envelopes) {
            PersonId person = envelope.ballot().person();
            longer = longer.with(
                    longer.state().at().plusSeconds(60), person, new Voting.Sealed(person, envelope.commitment()));
        }
        return longer;
    }
}
