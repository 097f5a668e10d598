package org.iltlib.decision.proceedings;

import org.iltlib.decision.ladder.Sitting;
import org.iltlib.decision.ladder.SittingRules;
import org.iltlib.decision.vote.Secrecy;

/** A closed round as a ladder takes it. */
final class Sittings {
    private Sittings() {}

    static Sitting of(ProceedingState state) {
        Count count = Count.of(state);
        Sitting.Builder sitting = Sitting.builder();
        sitting.heldOn(state.rules().day(state.closedAt().orElseThrow()))
                .body(state.rules().body())
                .proposal(state.context().proposal())
                .revision(state.context().revision())
                .roll(state.roll())
                .asked(state.context().asked())
                .reviewOn(state.context().reviewOn())
                .groundwork(count.context().groundwork())
                .rules(SittingRules.of(state.rules().protocol(), state.context()));
        if (state.context().secrecy() == Secrecy.ANONYMOUS) {
            for (int i = 0; i < state.opened().size(); i++) {
                OpenedBallot opened = state.opened().get(i);
                String number = String.valueOf(i + 1);
                sitting.addPapers(opened.position());
                opened.reason().ifPresent(reason -> sitting.putReasons(number, reason));
            }
        } else {
            sitting.ballots(count.ballots());
        }
        return sitting.build();
    }
}
