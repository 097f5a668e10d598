package org.iltlib.decision.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Explanation;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;

/** What is kept of a walk: every outcome, every line of the explanation, every dissent. Lives for one call. */
final class LadderTrail {
    private final List<LadderState.Leg> legs = new ArrayList<>();
    private final List<Explanation> lines = new ArrayList<>();
    private final List<LadderEvent.WrittenDissent> dissents = new ArrayList<>();
    private Optional<Ruling> ruling = Optional.empty();

    int size() {
        return legs.size();
    }

    void note(String template, Object... arguments) {
        lines.add(Explanation.of(template, arguments));
    }

    void count(Ladder.Step step, int round, Sitting sitting, Outcome outcome) {
        legs.add(new LadderState.Leg(step.name(), sitting.heldOn(), outcome));
        lines.add(new Explanation(
                "%s, \"%s\", round %s, revision %s: %s"
                        .formatted(
                                sitting.heldOn(),
                                step.name(),
                                round,
                                sitting.revision(),
                                outcome.explanation().claim()),
                outcome.explanation().steps()));
    }

    void rule(Ruling made, Outcome outcome) {
        legs.add(new LadderState.Leg(made.authority(), made.heldOn(), outcome));
        lines.add(new Explanation(
                "%s, revision %s: %s"
                        .formatted(
                                made.heldOn(),
                                made.revision(),
                                outcome.explanation().claim()),
                outcome.explanation().steps()));
        ruling = outcome.status() == Status.INVALID ? Optional.empty() : Optional.of(made);
    }

    void dissent(LadderEvent.WrittenDissent dissent) {
        dissents.add(dissent);
        note(
                "%s, written dissent%s: %s",
                dissent.heldOn(),
                dissent.dissent().person().map(person -> " by " + person).orElse(""),
                dissent.dissent().reason());
    }

    Outcome.Builder outcome(String protocol, Status status, String claim, int revision) {
        Outcome.Builder outcome = Outcome.builder();
        outcome.status(status)
                .protocol(protocol)
                .round(Math.max(1, legs.size()))
                .revision(revision)
                .explanation(new Explanation("%s by %s: %s.".formatted(status, protocol, claim), lines));
        return outcome;
    }

    LadderState.Builder into(LadderState.Builder state) {
        state.trail(legs).dissent(dissents).ruling(ruling);
        return state;
    }
}
