package org.iltlib.decision.proceedings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.decision.ladder.Sitting;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The log of one matter: what happened in the room, move by move, from the opening to the last close. Moves are only ever
 * added; what a later one changes is said by that move. Replaying them gives the state at any instant, byte for byte,
 * since nothing but the moves and the protocol decides. Immutable.
 *
 * <p>{@link #with(Move)} refuses, and says why: a move before the last one in time, a vote after the close or the
 * deadline, by somebody without a vote, for somebody else or a second one, a loosening of secrecy, a close with an
 * objection untested, a commitment to a seed after a vote was seen, a motion to reconsider by somebody of the losing
 * side, and everything else that the acts say of themselves.
 *
 * <p><b>Secret votes.</b> In a vote {@linkplain org.iltlib.decision.vote.Secrecy hidden until its close} this log holds
 * the ballots, and {@link #visibleTo} is what anybody may be shown: whoever can read the stored log can read them, so the
 * host must keep it. In an anonymous vote it never holds who voted how: {@link Envelope} tells what that protects against
 * and what not. Anonymous or not, a unanimous tally reveals every vote.
 */
public final class Proceedings implements Recordable {
    /** The written form. */
    public static final Form<Proceedings> FORM = Form.of(
            "id", EntryId.FORM, Proceedings::id, "moves", Forms.listOf(Move.FORM), Proceedings::moves, Proceedings::of);

    /** The kind of entry. */
    public static final Kind<Proceedings> KIND = Kind.of("proceedings", 1, Proceedings.class, FORM);

    private final EntryId id;
    private final List<Move> moves;
    private final ProceedingState state;

    private Proceedings(EntryId id, List<Move> moves, ProceedingState state) {
        this.id = id;
        this.moves = moves;
        this.state = state;
    }

    /**
     * The log with these moves. Linear in moves, plus one count for each close.
     *
     * @throws IllegalArgumentException if there is none, or one is unlawful after those before it
     */
    public static Proceedings of(EntryId id, List<Move> moves) {
        List<Move> copy = List.copyOf(Checks.notEmpty(moves, "moves"));
        return new Proceedings(id, copy, replay(copy));
    }

    /**
     * The log that begins with an opening.
     *
     * @throws IllegalArgumentException if the move opens nothing
     */
    public static Proceedings open(EntryId id, Move opening) {
        return of(id, List.of(opening));
    }

    /**
     * A copy with one more move at the end; this stays as it is.
     *
     * @throws IllegalArgumentException if the move is unlawful now; the message says why
     */
    public Proceedings with(Move move) {
        ProceedingState next = after(state, move);
        List<Move> longer = new ArrayList<>(moves);
        longer.add(move);
        return new Proceedings(id, List.copyOf(longer), next);
    }

    /** A copy with one more move at the end; see {@link #with(Move)}. */
    public Proceedings with(Instant at, PersonId by, Act act) {
        return with(new Move(at, by, act));
    }

    private static ProceedingState replay(List<Move> moves) {
        Move first = moves.get(0);
        Checks.require(
                first.act() instanceof Procedure.Opened,
                "The first move opens nothing. Expected it to open the matter.");
        ProceedingState state = ProcedureSteps.open(first, (Procedure.Opened) first.act());
        for (Move move : moves.subList(1, moves.size())) {
            state = after(state, move);
        }
        return state;
    }

    private static ProceedingState after(ProceedingState state, Move move) {
        Checks.require(
                !move.at().isBefore(state.at()),
                "The move is made at %s, before the last one, at %s. Expected them in order.",
                move.at(),
                state.at());
        ProceedingState next;
        if (move.act() instanceof Procedure act) {
            next = ProcedureSteps.after(state, move, act);
        } else if (move.act() instanceof Attendance act) {
            next = AttendanceSteps.after(state, move, act);
        } else if (move.act() instanceof Voting act) {
            next = VotingSteps.after(state, move, act);
        } else if (move.act() instanceof Counsel act) {
            next = CounselSteps.after(state, move, act);
        } else {
            next = ConcernSteps.after(state, move, (Concern) move.act());
        }
        return next.toBuilder().at(move.at()).build();
    }

    @Override
    public EntryId id() {
        return id;
    }

    /** What happened, in order; at least the opening. */
    public List<Move> moves() {
        return moves;
    }

    /** How the matter stands after the last move, as the host sees it. */
    public ProceedingState state() {
        return state;
    }

    /** What came of the last round; absent while it is open. */
    public Optional<Outcome> outcome() {
        return state.outcome();
    }

    /**
     * How the matter stood at an instant, with everything that had happened by then, as the host saw it.
     *
     * @throws IllegalArgumentException for an instant before the opening
     */
    public ProceedingState asOf(Instant instant) {
        List<Move> until =
                moves.stream().filter(move -> !move.at().isAfter(instant)).toList();
        Checks.require(
                !until.isEmpty(),
                "The matter was opened at %s. Expected that or a later instant, not %s.",
                moves.get(0).at(),
                instant);
        return replay(until);
    }

    /**
     * As much of {@link #asOf} as that person may see; the same for the chair as for all others. Before the close of a
     * hidden or anonymous vote, who has voted, and the viewer's own ballot or envelope. After the close of an anonymous
     * one, its outcome, with numbers only where they reveal no vote.
     *
     * @param person whoever looks, with a seat or without
     * @throws IllegalArgumentException for an instant before the opening
     */
    public ProceedingState visibleTo(PersonId person, Instant instant) {
        return Sight.of(asOf(instant), person);
    }

    /** The state at the close of each round, a lot that was drawn after included, in order. */
    public List<ProceedingState> listClosed() {
        List<ProceedingState> closed = new ArrayList<>();
        List<ProceedingState> states = listStates();
        for (int i = 0; i < states.size(); i++) {
            Act act = moves.get(i).act();
            if (act instanceof Procedure.SeedsRevealed) {
                closed.set(closed.size() - 1, states.get(i));
            } else if (act instanceof Procedure.Closed) {
                closed.add(states.get(i));
            }
        }
        return List.copyOf(closed);
    }

    /** The state after each move. */
    List<ProceedingState> listStates() {
        List<ProceedingState> states = new ArrayList<>();
        states.add(replay(moves.subList(0, 1)));
        for (Move move : moves.subList(1, moves.size())) {
            states.add(after(states.get(states.size() - 1), move));
        }
        return states;
    }

    /**
     * What a ladder is played with: each closed round as a sitting, in order, with the ballots as they were counted; of an
     * anonymous vote, with papers that bear no name nor reason, in the order of receipts.
     */
    public List<Sitting> listSittings() {
        return listClosed().stream().map(Sittings::of).toList();
    }

    /** Whose words could stand as dissent from what was decided; empty while nothing is. */
    public List<DissentCandidate> listDissent() {
        return state.isOpen() ? List.of() : DissentCandidate.list(state);
    }

    /**
     * Whether an envelope was opened as it was sealed: its receipt stands among the opened ballots of a round, with the
     * same position and reason. For its voter, who alone has the nonce.
     */
    public boolean holds(Envelope envelope) {
        return envelope.matter().equals(id)
                && moves.stream()
                        .anyMatch(move -> move.act() instanceof Procedure.Closed closed
                                && closed.opened().contains(envelope.open()));
    }

    /**
     * The close of an anonymous round, with these envelopes opened, to be moved as it is.
     *
     * @param envelopes those of everybody who gave the nonce, in any order; of those whose ballot would not count, none
     *     is opened
     * @throws IllegalArgumentException if one does not fit what its voter handed in
     */
    public Procedure.Closed closing(List<Envelope> envelopes) {
        return Sight.closing(id, state, envelopes);
    }

    /** The proposals voted on: each revision of the text, in order. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        for (Move move : moves) {
            if (move.act() instanceof Procedure.Opened opened) {
                ids.add(opened.context().proposal());
            } else if (move.act() instanceof Procedure.Amended amended) {
                ids.add(amended.proposal());
            }
        }
        return List.copyOf(ids);
    }

    @Override
    public Kind<Proceedings> kind() {
        return KIND;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Proceedings that && id.equals(that.id) && moves.equals(that.moves);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + moves.hashCode();
    }

    /** The id, the number of moves and how it stands; never a ballot. */
    @Override
    public String toString() {
        return "Proceedings[" + id + ", " + moves.size() + " moves, "
                + state.outcome().map(outcome -> outcome.status().toString()).orElse("open") + "]";
    }
}
