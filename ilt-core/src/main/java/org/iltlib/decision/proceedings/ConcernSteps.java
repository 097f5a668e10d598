package org.iltlib.decision.proceedings;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.decision.proceedings.Objection.Life;
import org.iltlib.decision.vote.DecisionProtocol.Objections;
import org.iltlib.decision.vote.Secrecy;

/** What acts on objections and standing aside do to a state. */
final class ConcernSteps {
    private ConcernSteps() {}

    static ProceedingState after(ProceedingState state, Move move, Concern act) {
        if (act instanceof Concern.Raised raised) {
            return raise(state, move, raised);
        } else if (act instanceof Concern.Tested tested) {
            seat(state, move, "test an objection");
            Objection objection = expect(state, tested.objection(), "tested", Life.RAISED);
            judged(state, objection);
            return with(
                    state,
                    objection.toBuilder()
                            .life(tested.valid() ? Life.VALID : Life.INVALID)
                            .testedBy(tested.rule())
                            .build());
        } else if (act instanceof Concern.Integrated integrated) {
            seat(state, move, "work in an objection");
            Objection objection = expect(state, integrated.objection(), "worked into the text", unsettled(state));
            Checks.require(
                    integrated.revision() == state.context().revision(),
                    "Objection %s is said to be worked into revision %s. Expected %s, the text as it stands. Maybe amend the"
                            + " text first.",
                    objection.id(),
                    integrated.revision(),
                    state.context().revision());
            Checks.require(
                    !byNumbers(state) || objection.raisedOn() < integrated.revision(),
                    "Objection %s was raised on revision %s, the text as it stands. Maybe amend the text first, or the"
                            + " objector withdraws it.",
                    objection.id(),
                    objection.raisedOn());
            return settle(state, objection, Life.INTEGRATED, integrated.how());
        } else if (act instanceof Concern.Withdrawn withdrawn) {
            Objection objection =
                    expect(state, withdrawn.objection(), "withdrawn", Life.RAISED, Life.VALID, Life.STANDING);
            Checks.require(
                    objection.person().equals(move.by()),
                    "Objection %s is withdrawn by %s. Expected %s, who raised it. Maybe it is overridden.",
                    objection.id(),
                    move.by(),
                    objection.person());
            return with(state, objection.toBuilder().life(Life.WITHDRAWN).build());
        } else if (act instanceof Concern.Overridden overridden) {
            seat(state, move, "override an objection");
            Objection objection = expect(state, overridden.objection(), "overridden", unsettled(state));
            judged(state, objection);
            return settle(state, objection, Life.OVERRIDDEN, overridden.rule());
        }
        return standAside(state, move, (Concern.StoodAside) act);
    }

    private static ProceedingState raise(ProceedingState state, Move move, Concern.Raised raised) {
        seat(state, move, "object");
        Checks.require(state.isOpen(), "%s objects after the close. Maybe move to reconsider.", move.by());
        Checks.require(
                state.rules().protocol().objections() != Objections.UNHEARD,
                "%s objects under %s, which hears no objections. Maybe vote against it, with the reason on the ballot.",
                move.by(),
                state.rules().protocol().name());
        Checks.require(
                state.context().secrecy() != Secrecy.ANONYMOUS,
                "The vote is anonymous, and %s objects by name. Maybe object in the envelope, with a reason.",
                move.by());
        Checks.require(
                state.findObjection(raised.objection()).isEmpty(),
                "There is an objection %s already. Expected a new id.",
                raised.objection());
        List<Objection> more = new ArrayList<>(state.objections());
        more.add(Objection.builder()
                .id(raised.objection())
                .person(move.by())
                .reason(raised.reason())
                .raisedOn(state.context().revision())
                .life(Life.RAISED)
                .build());
        return state.toBuilder().objections(more).build();
    }

    private static ProceedingState standAside(ProceedingState state, Move move, Concern.StoodAside act) {
        seat(state, move, "stand aside");
        Checks.require(state.isOpen(), "%s stands aside after the close. Maybe write a dissent.", move.by());
        Checks.require(
                state.standAsides().stream().noneMatch(aside -> aside.person().equals(move.by())),
                "%s stands aside already. Expected it once in a step.",
                move.by());
        List<StandAside> more = new ArrayList<>(state.standAsides());
        more.add(new StandAside(move.by(), act.reason(), act.released()));
        return state.toBuilder().standAsides(more).build();
    }

    private static void seat(ProceedingState state, Move move, String verb) {
        Checks.require(
                Count.hasVoice(state, move.by()),
                "%s wants to %s but holds no seat. Maybe the roll is of another body.",
                move.by(),
                verb);
    }

    /** Whether numbers say what comes of an objection, and no single person does. */
    private static boolean byNumbers(ProceedingState state) {
        Objections heard = state.rules().protocol().objections();
        return heard == Objections.CONFIRMED || heard == Objections.COUNTED;
    }

    private static Life[] unsettled(ProceedingState state) {
        return byNumbers(state)
                ? new Life[] {Life.RAISED, Life.VALID, Life.STANDING}
                : new Life[] {Life.VALID, Life.STANDING};
    }

    private static void judged(ProceedingState state, Objection objection) {
        Checks.require(
                !byNumbers(state),
                "Whether objection %s stands under %s is not for one person to say. Expected %s.",
                objection.id(),
                state.rules().protocol().name(),
                state.rules().protocol().objections() == Objections.CONFIRMED
                        ? "the team to be asked, and who confirms it to be recorded"
                        : "the ballots to say so");
    }

    private static Objection expect(ProceedingState state, String id, String verb, Life... lives) {
        Objection objection = state.findObjection(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no objection %s. Known: %s."
                        .formatted(
                                id,
                                state.objections().stream().map(Objection::id).toList())));
        Checks.require(
                List.of(lives).contains(objection.life()),
                "Objection %s cannot be %s: it is %s. Expected it to be %s.",
                id,
                verb,
                objection.life(),
                String.join(" or ", List.of(lives).stream().map(Life::toString).toList()));
        return objection;
    }

    private static ProceedingState settle(ProceedingState state, Objection objection, Life life, String by) {
        return with(state, objection.toBuilder().life(life).settledBy(by).build());
    }

    private static ProceedingState with(ProceedingState state, Objection changed) {
        return state.toBuilder()
                .objections(state.objections().stream()
                        .map(one -> one.id().equals(changed.id()) ? changed : one)
                        .toList())
                .build();
    }
}
