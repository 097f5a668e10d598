package org.iltlib.decision.proceedings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.decision.protocol.Advice;
import org.iltlib.decision.vote.BlockTest;
import org.iltlib.decision.vote.DecisionProtocol.Objections;
import org.iltlib.decision.vote.GivenAdvice;
import org.iltlib.decision.vote.Groundwork;
import org.iltlib.decision.vote.VotingContext;

/** What asking others does to a state. */
final class CounselSteps {
    private CounselSteps() {}

    static ProceedingState after(ProceedingState state, Move move, Counsel act) {
        Checks.require(
                state.isOpen(),
                "Counsel is taken after the close of round %s. Maybe begin another round.",
                state.context().round());
        if (act instanceof Counsel.AdviceAsked asked) {
            seat(state, move.by());
            return ask(state, asked);
        } else if (act instanceof Counsel.AdviceGiven given) {
            return give(state, move, given);
        } else if (act instanceof Counsel.AdviceUsed used) {
            return use(state, move, used);
        }
        seat(state, move.by());
        return confirm(state, (Counsel.BlockConfirmed) act);
    }

    private static ProceedingState ask(ProceedingState state, Counsel.AdviceAsked act) {
        Groundwork before = state.context().groundwork();
        Optional<LocalDate> due = before.adviceDueOn();
        Checks.require(
                due.isEmpty() || act.dueOn().isEmpty() || !act.dueOn().get().isBefore(due.get()),
                "Advice is due on %s, and some have until %s. Expected that day or a later one.",
                act.dueOn().map(Object::toString).orElse("no day"),
                due.map(Object::toString).orElse("no day"));
        Set<PersonId> asked = new TreeSet<>(state.context().asked());
        asked.addAll(act.persons());
        VotingContext.Builder context = state.context().toBuilder();
        context.asked(asked)
                .groundwork(before.toBuilder()
                        .adviceDueOn(act.dueOn().or(() -> due))
                        .build());
        return state.toBuilder().context(context.build()).build();
    }

    private static ProceedingState give(ProceedingState state, Move move, Counsel.AdviceGiven act) {
        Groundwork before = state.context().groundwork();
        Checks.require(
                state.context().asked().contains(move.by()),
                "%s gives advice unasked. Expected one of %s.",
                move.by(),
                new TreeSet<>(state.context().asked()));
        Checks.require(
                before.findAdvice(move.by()).isEmpty(), "%s has given advice already. Expected it once.", move.by());
        GivenAdvice given = new GivenAdvice(move.by(), act.advice(), Optional.empty());
        return with(state, before.toBuilder().addAdvice(given).build());
    }

    private static ProceedingState use(ProceedingState state, Move move, Counsel.AdviceUsed act) {
        if (state.rules().protocol() instanceof Advice process) {
            Checks.require(
                    move.by().equals(process.decider()),
                    "%s tells how the advice of %s was used. Expected %s, who decides.",
                    move.by(),
                    act.adviser(),
                    process.decider());
        } else {
            seat(state, move.by());
        }
        Groundwork before = state.context().groundwork();
        Checks.require(
                before.findAdvice(act.adviser()).isPresent(),
                "It is told how the advice of %s was used, and none was given. Maybe it is awaited.",
                act.adviser());
        List<GivenAdvice> advice = before.advice().stream()
                .map(one -> one.adviser().equals(act.adviser())
                        ? GivenAdvice.of(one.adviser(), one.advice(), act.use())
                        : one)
                .toList();
        return with(state, before.toBuilder().advice(advice).build());
    }

    private static ProceedingState confirm(ProceedingState state, Counsel.BlockConfirmed act) {
        PersonId blocker = act.test().blocker();
        Checks.require(
                state.rules().protocol().objections() == Objections.CONFIRMED,
                "The team is asked about the block of %s under %s, which does not ask for that.",
                blocker,
                state.rules().protocol().name());
        Checks.require(Count.hasVoice(state, blocker), "%s is said to block but holds no seat.", blocker);
        List<PersonId> missed = Count.assembly(state).stream()
                .filter(person -> !act.asked().contains(person) && !person.equals(blocker))
                .toList();
        Checks.require(
                missed.isEmpty(),
                "The team is asked about the block of %s without %s. Expected everybody present who may vote.",
                blocker,
                missed);
        Groundwork before = state.context().groundwork();
        List<BlockTest> tests = Stream.concat(
                        before.blockTests().stream()
                                .filter(test -> !test.blocker().equals(blocker)),
                        Stream.of(act.test()))
                .toList();
        return with(state, before.toBuilder().blockTests(tests).build());
    }

    private static void seat(ProceedingState state, PersonId person) {
        Checks.require(
                Count.hasVoice(state, person),
                "%s wants to take counsel but holds no seat. Maybe the roll is of another body.",
                person);
    }

    private static ProceedingState with(ProceedingState state, Groundwork groundwork) {
        return state.toBuilder()
                .context(state.context().toBuilder().groundwork(groundwork).build())
                .build();
    }
}
