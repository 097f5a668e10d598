package org.iltlib.decision.proceedings;

import org.iltlib.decision.ladder.Sitting;

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
                .roll(count.roll())
                .ballots(count.ballots())
                .asked(state.context().asked())
                .reviewOn(state.context().reviewOn());
        return sitting.build();
    }
}
