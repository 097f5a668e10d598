package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.VotingContext;
import org.jspecify.annotations.Nullable;

/** One walk over a ladder; lives for one call. */
final class LadderPlay {
    private final Ladder ladder;
    private final SchoolDays calendar;
    private final List<LadderState.Leg> trail = new ArrayList<>();
    private final List<Explanation> steps = new ArrayList<>();
    private int at;
    private LocalDate began;
    private int rounds;
    private int passes;
    private @Nullable LocalDate lastPass;
    private @Nullable EntryId text;
    private int revision = 1;
    private Status status = Status.NEEDS_ROUND;
    private String claim = "no vote yet";
    private boolean over;

    LadderPlay(Ladder ladder, LocalDate startedOn, SchoolDays calendar) {
        this.ladder = ladder;
        this.calendar = calendar;
        this.began = startedOn;
    }

    LadderState play(List<Sitting> sittings, LocalDate asOf) {
        LocalDate last = began;
        for (Sitting sitting : sittings) {
            Checks.require(
                    !sitting.heldOn().isBefore(last) && !sitting.heldOn().isAfter(asOf),
                    "A sitting was held on %s. Expected from %s to %s, in order.",
                    sitting.heldOn(),
                    last,
                    asOf);
            last = sitting.heldOn();
            leaveWhenTimeIsOver(last);
            Checks.require(!over, "A sitting was held on %s, after the end: %s.", last, claim);
            hold(sitting);
        }
        leaveWhenTimeIsOver(asOf);
        return state(last);
    }

    private Ladder.Step step() {
        return ladder.steps().get(at);
    }

    private Optional<LocalDate> deadline() {
        return over || step().schoolDays().isEmpty()
                ? Optional.empty()
                : Optional.of(calendar.after(began, step().schoolDays().getAsInt()));
    }

    private void leaveWhenTimeIsOver(LocalDate day) {
        Optional<LocalDate> until = deadline();
        while (until.isPresent() && day.isAfter(until.get())) {
            began = until.get();
            note("Time box of %s over on %s.", step().name(), began);
            fail(began, Status.REJECTED);
            until = deadline();
        }
    }

    private void hold(Sitting sitting) {
        Ladder.Step step = step();
        Checks.require(
                sitting.body().equals(step.body()),
                "The sitting on %s is of the %s. Expected one of the %s, whose step \"%s\" is due.",
                sitting.heldOn(),
                sitting.body(),
                step.body(),
                step.name());
        Checks.require(
                sitting.revision() >= revision,
                "The sitting on %s votes on revision %s after revision %s.",
                sitting.heldOn(),
                sitting.revision(),
                revision);
        boolean sameText = sitting.proposal().equals(text) && sitting.revision() == revision;
        Checks.require(
                sameText || !step.ratifies(),
                "The sitting on %s ratifies %s, revision %s. Expected %s, revision %s, which the team adopted.",
                sitting.heldOn(),
                sitting.proposal(),
                sitting.revision(),
                text == null ? "a text" : text,
                revision);
        text = sitting.proposal();
        revision = sitting.revision();
        VotingContext.Builder context = VotingContext.builder();
        context.proposal(sitting.proposal())
                .revision(sitting.revision())
                .round(rounds + 1)
                .quorum(step.quorum())
                .recusalPolicy(step.recusalPolicy())
                .asked(sitting.asked())
                .reviewOn(sitting.reviewOn());
        Outcome outcome = step.protocol().decide(sitting.ballots(), sitting.roll(), context.build());
        trail.add(new LadderState.Leg(step.name(), sitting.heldOn(), outcome));
        steps.add(new Explanation(
                "%s, \"%s\", round %s, revision %s: %s"
                        .formatted(
                                sitting.heldOn(),
                                step.name(),
                                rounds + 1,
                                revision,
                                outcome.explanation().claim()),
                outcome.explanation().steps()));
        status = outcome.status();
        claim = "the step \"%s\" is due".formatted(step.name());
        if (status == Status.NO_QUORUM || status == Status.INVALID) {
            return;
        }
        boolean again = status == Status.TIED && step.tieGoesToNextMeeting();
        rounds += again ? 0 : 1;
        if (status == Status.ADOPTED) {
            boolean laterDay = lastPass == null || sitting.heldOn().isAfter(lastPass);
            passes = sameText && passes > 0 ? passes + (laterDay ? 1 : 0) : 1;
            lastPass = sitting.heldOn();
            pass(sitting.heldOn());
        } else {
            passes = 0;
            lastPass = null;
            if (status == Status.REJECTED && step.rejectionEnds() && !step.ratifies()) {
                end(Status.REJECTED, "rejected by \"%s\", things stay as they are".formatted(step.name()));
            } else if (status == Status.ESCALATED || (!again && rounds >= step.maxRounds())) {
                fail(sitting.heldOn(), status);
            } else if (again) {
                note("A tie: voted on again at the next meeting.");
            }
        }
    }

    private void pass(LocalDate day) {
        if (passes < step().inARow()) {
            note("Passed %s of %s times in a row.", passes, step().inARow());
            status = Status.NEEDS_ROUND;
            if (rounds >= step().maxRounds()) {
                fail(day, Status.NEEDS_ROUND);
            }
            return;
        }
        int next = at + 1;
        while (next < ladder.steps().size() && !ladder.steps().get(next).ratifies()) {
            next++;
        }
        if (next == ladder.steps().size()) {
            end(Status.ADOPTED, "adopted by \"%s\"".formatted(step().name()));
        } else {
            note(
                    "Adopted by \"%s\", to be ratified by the %s.",
                    step().name(), ladder.steps().get(next).body());
            begin(next, day);
        }
    }

    private void fail(LocalDate day, Status why) {
        if (step().ratifies()) {
            note("Not ratified by the %s: back to the team, to study or alter it.", step().body());
            begin(0, day);
        } else if (at + 1 < ladder.steps().size() && !ladder.steps().get(at + 1).ratifies()) {
            note(
                    "\"%s\" ended with %s; \"%s\" begins.",
                    step().name(), why, ladder.steps().get(at + 1).name());
            begin(at + 1, day);
        } else if (ladder.authority().isPresent()) {
            end(Status.ESCALATED, ladder.authority().get() + " decides");
        } else {
            end(why == Status.BLOCKED || why == Status.TIED ? why : Status.REJECTED, "things stay as they are");
        }
    }

    private void begin(int step, LocalDate day) {
        at = step;
        began = day;
        rounds = 0;
        passes = 0;
        lastPass = null;
        status = Status.NEEDS_ROUND;
        claim = "the step \"%s\" is due".formatted(step().name());
    }

    private void end(Status how, String words) {
        status = how;
        claim = words;
        over = true;
    }

    private void note(String template, Object... arguments) {
        steps.add(Explanation.of(template, arguments));
    }

    private LadderState state(LocalDate last) {
        Outcome.Builder outcome = Outcome.builder();
        Status shown = over || status == Status.NO_QUORUM || status == Status.INVALID ? status : Status.NEEDS_ROUND;
        outcome.status(shown)
                .protocol(ladder.name())
                .round(Math.max(1, trail.size()))
                .revision(revision)
                .explanation(new Explanation("%s by %s: %s.".formatted(shown, ladder.name(), claim), steps));
        LadderState.Builder state = LadderState.builder();
        if (!over) {
            outcome.nextStep("the %s votes by %s"
                    .formatted(step().body(), step().protocol().name()));
            state.step(step()).roundsHeld(rounds).deadline(deadline());
        } else if (status == Status.ESCALATED) {
            outcome.nextStep(claim);
        } else if (status == Status.ADOPTED) {
            Outcome adopting = trail.get(trail.size() - 1).outcome();
            outcome.counts(adopting.counts()).base(adopting.base()).threshold(adopting.threshold());
            state.effectiveOn(calendar.after(last, ladder.dissentSchoolDays()));
        }
        return state.outcome(outcome.build()).addAllTrail(trail).build();
    }
}
