package org.iltlib.decision.proceedings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.form.CanonicalJson;

/** Laws of the log, on moves drawn at random, most of them unlawful. */
class ProceedingsProperties {
    private static final int MEMBERS = 4;
    private static final int MOVES = 60;
    private static final List<DecisionProtocol> PROTOCOLS =
            List.of(Protocols.MAJORITY, Protocols.CONSENSUS, Protocols.CONSENT, Protocols.FIST_TO_FIVE_CLASSIC);

    private static Proceedings opened(Random random, Secrecy secrecy) {
        DecisionProtocol protocol = PROTOCOLS.get(random.nextInt(PROTOCOLS.size()));
        VotingContext context = Members.CONTEXT.toBuilder()
                .secrecy(secrecy)
                .allowed(secrecy == Secrecy.ANONYMOUS ? Set.of() : Set.of(Substitution.Kind.values()))
                .build();
        return Log.opened(
                MEMBERS, context, Rules.of(protocol).toBuilder().schoolDays(1).build());
    }

    private static PersonId person(Random random) {
        return Members.person(random.nextInt(MEMBERS + 1));
    }

    private static Position position(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextBoolean() ? Position.yes() : Position.no();
            case 1 -> Position.stance(List.of(Stand.values()).get(random.nextInt(Stand.values().length)));
            case 2 -> Position.fingers(random.nextInt(6));
            default -> Position.abstain();
        };
    }

    private static Ballot ballot(Random random, PersonId person, ProceedingState state) {
        Ballot.Builder ballot = Ballot.builder();
        ballot.person(person)
                .proposal(state.context().proposal())
                .revision(random.nextInt(9) == 0 ? 1 : state.context().revision())
                .position(position(random));
        if (random.nextBoolean()) {
            ballot.reason("because " + random.nextInt(3));
        }
        if (random.nextInt(9) == 0) {
            ballot.castBy(PersonId.of("p-proxy"));
        } else if (random.nextInt(9) == 0) {
            ballot.casting(true);
        }
        return ballot.build();
    }

    private static Act act(Random random, PersonId by, ProceedingState state) {
        PersonId who = random.nextInt(4) > 0 ? by : person(random);
        String objection = "o-" + random.nextInt(3);
        VotingContext context = state.context();
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4 -> new Voting.Cast(ballot(random, who, state));
            case 5 -> new Voting.Changed(ballot(random, who, state));
            case 6 -> new Voting.TakenBack(who);
            case 7 -> new Voting.Sealed(who, TieBreaks.commitment("seal " + random.nextInt(20)));
            case 8 -> new Voting.Resealed(who, TieBreaks.commitment("seal " + random.nextInt(20)));
            case 9 -> new Attendance.Came(who);
            case 10 -> new Attendance.Went(who);
            case 11 -> new Attendance.Recused(who, "an interest", Optional.empty());
            case 12 ->
                random.nextBoolean()
                        ? new Attendance.RecusalChallenged(who, "no interest")
                        : new Attendance.RecusalRuled(who, random.nextBoolean(), "heard");
            case 13 ->
                new Attendance.Substituted(new Substitution(
                        List.of(Substitution.Kind.values()).get(random.nextInt(3)),
                        Members.person(random.nextInt(2)),
                        Optional.of(Members.person(2 + random.nextInt(4)))));
            case 14 -> new Concern.Raised(objection, "it harms");
            case 15 -> new Concern.Tested(objection, "the test", random.nextBoolean());
            case 16 ->
                switch (random.nextInt(3)) {
                    case 0 -> new Concern.Integrated(objection, context.revision(), "amended");
                    case 1 -> new Concern.Withdrawn(objection);
                    default -> new Concern.Overridden(objection, "the rule");
                };
            case 17 -> new Concern.StoodAside("doubts", random.nextBoolean());
            case 18 ->
                new Procedure.Amended(
                        EntryId.of("proposal-" + (context.revision() + 1)), context.revision() + 1, "other words");
            case 19 -> new Procedure.Tightened(List.of(Secrecy.values()).get(random.nextInt(3)));
            case 20 ->
                random.nextBoolean()
                        ? new Procedure.SeedCommitted(TieBreaks.commitment("seed " + random.nextInt(2)))
                        : new Procedure.SeedsRevealed(List.of("seed " + random.nextInt(2)));
            case 21 -> Procedure.Closed.openly();
            case 22 ->
                random.nextInt(4) > 0
                        ? new Procedure.RoundBegun(context.round() + random.nextInt(2))
                        : new Procedure.StepBegun(
                                context.toBuilder().round(1).build(), Members.roll(MEMBERS), state.rules());
            default -> new Procedure.Reconsidered("new facts");
        };
    }

    private static Move move(Random random, ProceedingState state) {
        PersonId by = person(random);
        long seconds = random.nextInt(20) == 0 ? -1 : random.nextInt(1000) == 0 ? 1_000_000 : random.nextInt(3);
        return new Move(state.at().plusSeconds(seconds), by, act(random, by, state));
    }

    /** A log of those moves of {@link #MOVES} that were lawful. */
    private static Proceedings random(long seed, Secrecy secrecy) {
        Random random = new Random(seed);
        Proceedings log = opened(random, secrecy);
        for (int i = 0; i < MOVES; i++) {
            Move move = move(random, log.state());
            String before = Log.bytes(log.state());
            try {
                log = log.with(move);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).as("why %s is refused", move).isNotBlank();
                assertThat(Log.bytes(log.state())).isEqualTo(before);
            }
        }
        return log;
    }

    @Property(tries = 300)
    void anUnlawfulMoveIsRefusedWithAReasonAndChangesNothing(@ForAll long seed, @ForAll Secrecy secrecy) {
        assertThat(random(seed, secrecy).moves()).isNotEmpty();
    }

    @Property(tries = 60)
    void replayingTheMovesUpToAnInstantGivesTheStateByteForByte(@ForAll long seed, @ForAll Secrecy secrecy) {
        Proceedings log = random(seed, secrecy);
        List<Move> moves = log.moves();
        for (int i = 1; i <= moves.size(); i++) {
            Instant at = moves.get(i - 1).at();
            if (i == moves.size() || at.isBefore(moves.get(i).at())) {
                assertThat(Log.bytes(log.asOf(at)))
                        .isEqualTo(Log.bytes(
                                Proceedings.of(Log.ID, moves.subList(0, i)).state()));
            }
        }
    }

    @Property(tries = 100)
    void logAndStateAreReadBackAsTheyWereWritten(@ForAll long seed, @ForAll Secrecy secrecy) {
        Proceedings log = random(seed, secrecy);
        String json = CanonicalJson.write(Proceedings.FORM.write(log));
        Proceedings back = Proceedings.FORM.read(CanonicalJson.read(json));
        assertThat(back).isEqualTo(log);
        assertThat(CanonicalJson.write(Proceedings.FORM.write(back))).isEqualTo(json);
        assertThat(Log.bytes(back.state())).isEqualTo(Log.bytes(log.state()));
        assertThat(ProceedingState.FORM.read(CanonicalJson.read(Log.bytes(log.state()))))
                .isEqualTo(log.state());
        assertThat(Minutes.of(back)).isEqualTo(Minutes.of(log));
    }

    /** Against a plain reading of the log: the last word of each voter since the last change of text or round. */
    @Property(tries = 200)
    void aVoidedBallotNeverCounts(@ForAll long seed) {
        Proceedings log = random(seed, Secrecy.OPEN);
        Map<String, Ballot> standing = new TreeMap<>();
        int closes = 0;
        for (Move move : log.moves()) {
            if (move.act() instanceof Voting.Cast cast) {
                standing.put(key(cast.ballot()), cast.ballot());
            } else if (move.act() instanceof Voting.Changed changed) {
                standing.put(key(changed.ballot()), changed.ballot());
            } else if (move.act() instanceof Voting.TakenBack back) {
                standing.remove(back.person() + " " + back.casting());
            } else if (move.act() instanceof Procedure.Closed) {
                ProceedingState state = log.listClosed().get(closes++);
                assertThat(state.ballots()).containsExactlyInAnyOrderElementsOf(standing.values());
                assertThat(state.ballots())
                        .allSatisfy(ballot -> assertThat(ballot.revision())
                                .isEqualTo(state.context().revision()));
                int counted = state.outcome().orElseThrow().counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                assertThat(counted).isLessThanOrEqualTo(MEMBERS);
            } else if (move.act() instanceof Procedure.Amended
                    || move.act() instanceof Procedure.RoundBegun
                    || move.act() instanceof Procedure.StepBegun
                    || move.act() instanceof Procedure.Reconsidered) {
                standing.clear();
            }
        }
    }

    private static String key(Ballot ballot) {
        return ballot.person() + " " + ballot.casting();
    }

    /** Two logs that differ only in what one voter's ballots say, before any close, look alike to everybody else. */
    @Property(tries = 300)
    void nobodyLearnsAHiddenBallotBeforeTheClose(@ForAll long seed, @ForAll Secrecy secrecy) {
        Secrecy hidden = secrecy == Secrecy.OPEN ? Secrecy.HIDDEN_UNTIL_CLOSE : secrecy;
        List<Move> moves = new ArrayList<>(random(seed, hidden).moves());
        moves.subList(firstClose(moves), moves.size()).clear();
        PersonId victim = Members.person(1);
        List<Move> others = moves.stream().map(move -> otherwise(move, victim)).toList();
        Proceedings one = Proceedings.of(Log.ID, moves);
        Proceedings other = Proceedings.of(Log.ID, others);
        Set<Instant> instants = new TreeSet<>(moves.stream().map(Move::at).toList());
        for (int viewer = 0; viewer <= MEMBERS; viewer++) {
            PersonId person = Members.person(viewer);
            if (!person.equals(victim)) {
                for (Instant instant : instants) {
                    assertThat(Log.bytes(one.visibleTo(person, instant)))
                            .isEqualTo(Log.bytes(other.visibleTo(person, instant)));
                }
            }
        }
        assertThat(Minutes.of(one)).isEqualTo(Minutes.of(other));
        assertThat(one).hasToString(other.toString());
    }

    private static int firstClose(List<Move> moves) {
        for (int i = 0; i < moves.size(); i++) {
            if (moves.get(i).act() instanceof Procedure.Closed) {
                return i;
            }
        }
        return moves.size();
    }

    private static Move otherwise(Move move, PersonId victim) {
        Act act = move.act();
        if (act instanceof Voting.Cast cast && cast.ballot().person().equals(victim)) {
            act = new Voting.Cast(otherwise(cast.ballot()));
        } else if (act instanceof Voting.Changed changed
                && changed.ballot().person().equals(victim)) {
            act = new Voting.Changed(otherwise(changed.ballot()));
        } else if (act instanceof Voting.Sealed sealed && sealed.person().equals(victim)) {
            act = new Voting.Sealed(victim, TieBreaks.commitment("other " + sealed.commitment()));
        } else if (act instanceof Voting.Resealed sealed && sealed.person().equals(victim)) {
            act = new Voting.Resealed(victim, TieBreaks.commitment("other " + sealed.commitment()));
        }
        return new Move(move.at(), move.by(), act);
    }

    private static Ballot otherwise(Ballot ballot) {
        return ballot.toBuilder()
                .position(Position.grade(7))
                .reason("quite another")
                .build();
    }

    /** The same votes by whom you will: an anonymous log differs in nothing that is recorded but commitments. */
    @Property(tries = 50)
    void whoseBallotIsWhoseDoesNotChangeWhatAnAnonymousVoteRecordsAtItsClose(@ForAll long seed) {
        Random random = new Random(seed);
        Proceedings open = Log.opened(MEMBERS, Protocols.MAJORITY, Secrecy.ANONYMOUS);
        Position[] positions = new Position[MEMBERS];
        for (int i = 0; i < MEMBERS; i++) {
            positions[i] = position(random);
        }
        List<Envelope> envelopes = Log.envelopes(open, positions);
        Procedure.Closed closed = Log.seal(open, envelopes).closing(envelopes);
        List<Envelope> turned = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            Envelope from = envelopes.get((i + 1) % MEMBERS);
            turned.add(new Envelope(
                    Log.ID, from.ballot().toBuilder().person(Members.person(i)).build(), from.nonce()));
        }
        Proceedings sealed = Log.seal(open, turned);
        assertThat(sealed.closing(turned)).isEqualTo(closed);
        Proceedings one = Log.then(Log.seal(open, envelopes), 0, closed);
        Proceedings other = Log.then(sealed, 0, closed);
        assertThat(one.outcome()).isEqualTo(other.outcome());
        assertThat(one.listSittings()).isEqualTo(other.listSittings());
    }
}
