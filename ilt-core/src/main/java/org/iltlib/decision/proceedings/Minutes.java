package org.iltlib.decision.proceedings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Secrecy;

/**
 * The log of a matter for people to read: who was there, what was moved, how it was counted and what came of it, as plain
 * text. Persons stand by their ids. Hidden ballots stand in it only after their close, anonymous ones never, and numbers
 * of an anonymous vote only where they reveal none. The same log gives the same text.
 */
public final class Minutes {
    private static final PersonId NOBODY = PersonId.of("nobody");

    private final StringBuilder text = new StringBuilder();
    private final Map<EntryId, Proposal> proposals;
    private Optional<LocalDate> day = Optional.empty();

    private Minutes(Collection<Proposal> proposals) {
        this.proposals = new java.util.TreeMap<>();
        proposals.forEach(proposal -> this.proposals.put(proposal.id(), proposal));
    }

    /**
     * The minutes of these proceedings. Linear in moves, plus the counts.
     *
     * @param proposals the proposals whose texts are to be printed; others stand by their ids
     */
    public static String of(Proceedings proceedings, Collection<Proposal> proposals) {
        Minutes minutes = new Minutes(proposals);
        minutes.line(0, "Minutes of " + proceedings.id());
        List<ProceedingState> states = proceedings.listStates();
        for (int i = 0; i < states.size(); i++) {
            minutes.move(proceedings.moves().get(i), states.get(i));
        }
        return minutes.text.toString();
    }

    /** The minutes of these proceedings, proposals by their ids. */
    public static String of(Proceedings proceedings) {
        return of(proceedings, List.of());
    }

    private void move(Move move, ProceedingState after) {
        LocalDate on = after.rules().day(move.at());
        if (!Optional.of(on).equals(day)) {
            day = Optional.of(on);
            text.append('\n');
            line(0, on.toString());
        }
        LocalTime time = move.at().atZone(after.rules().zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        if (CastingVotes.isAbout(move.act()) && after.context().secrecy() != Secrecy.OPEN) {
            return;
        }
        line(1, time + "  " + Phrases.of(move, after.context().secrecy()));
        if (move.act() instanceof Procedure.Opened || move.act() instanceof Procedure.StepBegun) {
            begun(after);
        } else if (move.act() instanceof Procedure.Amended amended) {
            proposal(amended.proposal());
        } else if (move.act() instanceof Procedure.Closed) {
            closed(after);
        } else if (move.act() instanceof Procedure.SeedsRevealed) {
            outcome(after);
        }
    }

    private void begun(ProceedingState state) {
        proposal(state.context().proposal());
        line(
                4,
                "Decided by the %s, %s; %s."
                        .formatted(
                                state.rules().body(),
                                state.rules().protocol().name(),
                                state.context().secrecy()));
        List<PersonId> there = List.copyOf(state.roll().present());
        List<PersonId> away = state.roll().listMembers().stream()
                .filter(person -> !there.contains(person))
                .sorted()
                .toList();
        line(4, "Present: %s. Absent: %s.".formatted(Phrases.of(there), Phrases.of(away)));
        state.deadline().ifPresent(deadline -> line(4, "Votes are taken before %s.".formatted(deadline)));
    }

    private void proposal(EntryId id) {
        Optional.ofNullable(proposals.get(id)).ifPresent(proposal -> {
            line(4, "Question: " + proposal.question());
            line(4, "Text, revision %s: %s".formatted(proposal.revision(), proposal.text()));
        });
    }

    private void closed(ProceedingState state) {
        Map<Answer, StringJoiner> byAnswer = new EnumMap<>(Answer.class);
        state.answers()
                .forEach((person, answer) -> byAnswer.computeIfAbsent(answer, one -> new StringJoiner(", "))
                        .add(person));
        byAnswer.forEach((answer, persons) -> line(4, Phrases.capital(answer.toString()) + ": " + persons + "."));
        if (state.context().secrecy() == Secrecy.HIDDEN_UNTIL_CLOSE) {
            state.ballots().forEach(ballot -> line(4, Phrases.of(ballot)));
        } else {
            state.ballots().stream().filter(Ballot::casting).forEach(ballot -> line(4, Phrases.of(ballot)));
        }
        outcome(state);
    }

    private void outcome(ProceedingState state) {
        Outcome outcome = Sight.of(state, NOBODY).outcome().orElseThrow();
        explain(4, outcome.explanation());
        outcome.nextStep().ifPresent(next -> line(4, "Next: " + next + "."));
    }

    private void explain(int indent, Explanation explanation) {
        line(indent, explanation.claim());
        explanation.steps().forEach(step -> explain(indent + 1, step));
    }

    private void line(int indent, String words) {
        text.append("  ".repeat(indent))
                .append(words.replaceAll("\\R+", " ").strip())
                .append('\n');
    }
}
