package org.iltlib.decision.proceedings;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.decision.proceedings.Objection.Life;

/** What acts on objections and standing aside do to a state. */
final class ConcernSteps {
    private ConcernSteps() {}

    static ProceedingState after(ProceedingState state, Move move, Concern act) {
        if (act instanceof Concern.Raised raised) {
            return raise(state, move, raised);
        } else if (act instanceof Concern.Tested tested) {
            Objection objection = expect(state, tested.objection(), "tested", Life.RAISED);
            return with(
                    state,
                    objection.toBuilder()
                            .life(tested.valid() ? Life.VALID : Life.INVALID)
                            .testedBy(tested.rule())
                            .build());
        } else if (act instanceof Concern.Integrated integrated) {
            Objection objection =
                    expect(state, integrated.objection(), "worked into the text", Life.VALID, Life.STANDING);
            Checks.require(
                    integrated.revision() == state.context().revision(),
                    "Objection %s is said to be worked into revision %s. Expected %s, the text as it stands. Maybe amend the"
                            + " text first.",
                    objection.id(),
                    integrated.revision(),
                    state.context().revision());
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
            Objection objection = expect(state, overridden.objection(), "overridden", Life.VALID, Life.STANDING);
            return settle(state, objection, Life.OVERRIDDEN, overridden.rule());
        }
        return standAside(state, move, (Concern.StoodAside) act);
    }

    private static ProceedingState raise(ProceedingState state, Move move, Concern.Raised raised) {
        seat(state, move, "object");
        Checks.require(state.isOpen(), "%s objects after the close. Maybe move to reconsider.", move.by());
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
                state.roll().findSeat(move.by()).isPresent(),
                "%s wants to %s but holds no seat. Maybe the roll is of another body.",
                move.by(),
                verb);
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
