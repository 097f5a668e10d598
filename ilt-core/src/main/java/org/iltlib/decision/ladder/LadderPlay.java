package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.jspecify.annotations.Nullable;

/** One walk over a ladder; lives for one call. */
final class LadderPlay {
    private final Ladder ladder;
    private final SchoolDays calendar;
    private final LadderTrail trail = new LadderTrail();
    private int at;
    private LocalDate began;
    private int rounds;
    /** How many sittings of this step were counted; the next is one round more. */
    private int held;

    private int ties;
    private int passes;
    private int returns;
    private @Nullable LocalDate lastPass;
    private @Nullable LocalDate tiedOn;
    private @Nullable Status counted;
    private boolean helped;
    private final LadderText text = new LadderText();
    private @Nullable String poll;
    private Status status = Status.NEEDS_ROUND;
    private String claim = "no vote yet";
    private @Nullable LadderEnd end;
    private boolean asksAuthority;
    private boolean reopened;
    private int recommended;

    LadderPlay(Ladder ladder, LocalDate startedOn, SchoolDays calendar) {
        this.ladder = ladder;
        this.calendar = calendar;
        this.began = startedOn;
    }

    LadderState play(List<? extends LadderEvent> events, LocalDate asOf) {
        LocalDate last = began;
        for (LadderEvent event : events) {
            Checks.require(
                    !event.heldOn().isBefore(last),
                    "Something happened on %s. Expected on %s or later: events stand in order.",
                    event.heldOn(),
                    last);
            last = event.heldOn();
            if (!last.isAfter(asOf)) {
                leaveWhenTimeIsOver(last);
                take(event);
            }
        }
        leaveWhenTimeIsOver(asOf);
        return state(asOf);
    }

    private void take(LadderEvent event) {
        if (event instanceof Sitting sitting) {
            hold(sitting);
        } else if (event instanceof Ruling ruling) {
            rule(ruling);
        } else if (event instanceof LadderEvent.Help help) {
            open(event, "Help");
            Checks.require(
                    step().helper().filter(help.helper()::equals).isPresent(),
                    "On %s the %s helped. Expected %s, in the step \"%s\".",
                    help.heldOn(),
                    help.helper(),
                    step().helper().map(name -> "the " + name).orElse("nobody"),
                    step().name());
            helped = true;
            trail.note("%s, help by the %s: %s", help.heldOn(), help.helper(), help.what());
        } else if (event instanceof LadderEvent.Study study) {
            open(event, "A study");
            text.studied();
            trail.note("%s, the team studied the matter: %s", study.heldOn(), study.findings());
        } else if (event instanceof LadderEvent.WrittenDissent dissent) {
            Checks.require(
                    end != null && end.status() == Status.ADOPTED,
                    "Written dissent came in on %s, and nothing is adopted.",
                    dissent.heldOn());
            trail.dissent(dissent);
        } else if (event instanceof LadderEvent.Reconsideration motion) {
            reopen(motion);
        }
    }

    private void open(LadderEvent event, String what) {
        Checks.require(end == null && !asksAuthority, "%s is of %s, after the end: %s.", what, event.heldOn(), claim);
    }

    private Ladder.Step step() {
        return ladder.steps().get(at);
    }

    private boolean voting() {
        return end == null && !asksAuthority;
    }

    private Optional<LocalDate> deadline() {
        return !voting() || step().schoolDays().isEmpty()
                ? Optional.empty()
                : Optional.of(calendar.after(began, step().schoolDays().getAsInt()));
    }

    private void leaveWhenTimeIsOver(LocalDate day) {
        Optional<LocalDate> until = deadline();
        while (until.isPresent() && day.isAfter(until.get()) && !step().mustDecide()) {
            began = until.get();
            if (step().silenceConsents() && !text.studyOwed() && (counted == null || counted == Status.ADOPTED)) {
                trail.note("Nobody objected to the end of \"%s\" on %s.", step().name(), began);
                climb(began, null);
            } else {
                trail.note("Time box of %s over on %s.", step().name(), began);
                fail(began, counted == null ? Status.REJECTED : counted, null);
            }
            until = deadline();
        }
    }

    private void hold(Sitting sitting) {
        open(sitting, "A sitting");
        Ladder.Step step = step();
        LocalDate day = sitting.heldOn();
        boolean sameText = take(sitting, step);
        Outcome outcome =
                SittingCount.of(step, held + 1, sitting, step.polls() ? Optional.empty() : Optional.ofNullable(poll));
        trail.count(step, held + 1, sitting, outcome);
        status = outcome.status();
        claim = "the step \"%s\" is due".formatted(step.name());
        if (!SittingCount.uses(outcome)) {
            return;
        }
        held++;
        counted = status;
        if (step.body().equals(Ladder.Step.TEAM) && !step.polls()) {
            recommended = SittingCount.recommends(sitting, outcome);
            poll = null;
        }
        if (step.silenceConsents() && status == Status.ADOPTED) {
            trail.note("No objection stands; the time to object runs on.");
            status = Status.NEEDS_ROUND;
            return;
        }
        boolean again = status == Status.TIED && step.tieGoesToNextMeeting() && ties < step.maxTies();
        rounds += again ? 0 : 1;
        ties += again ? 1 : 0;
        tiedOn = again ? day : null;
        LadderEnd vote = new LadderEnd(at, day, status, sitting, outcome);
        if (status == Status.ADOPTED) {
            boolean laterDay = lastPass == null || day.isAfter(lastPass);
            passes = sameText && passes > 0 ? passes + (laterDay ? 1 : 0) : 1;
            lastPass = day;
            pass(vote);
            return;
        }
        passes = 0;
        lastPass = null;
        if (step.polls()) {
            poll = step.name();
        }
        if (status == Status.REJECTED && step.rejectionEnds() && !step.ratifies()) {
            finish(vote, Status.REJECTED, "rejected by \"%s\", things stay as they are".formatted(step.name()));
        } else if (step.mustDecide() && status != Status.REJECTED) {
            trail.note("No decision is no outcome: \"%s\" is voted on again.", step.name());
        } else if (status == Status.ESCALATED || (!again && rounds >= step.maxRounds())) {
            fail(day, status, vote);
        } else if (again) {
            trail.note("A tie: voted on again at the next meeting.");
        }
    }

    /** Checks that the sitting is the one due, takes up its text, and says whether that is the text of before. */
    private boolean take(Sitting sitting, Ladder.Step step) {
        LocalDate day = sitting.heldOn();
        Checks.require(
                sitting.body().equals(step.body()),
                "The sitting on %s is of the %s. Expected one of the %s, whose step \"%s\" is due.",
                day,
                sitting.body(),
                step.body(),
                step.name());
        Checks.require(
                tiedOn == null || day.isAfter(tiedOn),
                "The sitting on %s votes on a tie of that day. Expected the next meeting, on a later day.",
                day);
        boolean first = text.isOpen();
        boolean sameText = text.take(sitting, step);
        if (!sameText) {
            passes = 0;
            if (step.silenceConsents() && !first) {
                began = day;
                counted = null;
                trail.note("%s, the text is changed: the time to object begins anew.", day);
            }
        }
        return sameText;
    }

    private void pass(LadderEnd vote) {
        if (passes < step().inARow()) {
            trail.note("Passed %s of %s times in a row.", passes, step().inARow());
            status = Status.NEEDS_ROUND;
            counted = Status.NEEDS_ROUND;
            if (rounds >= step().maxRounds() && !step().mustDecide()) {
                fail(vote.on(), Status.NEEDS_ROUND, vote);
            }
        } else {
            climb(vote.on(), vote);
        }
    }

    private void climb(LocalDate day, @Nullable LadderEnd vote) {
        poll = null;
        int next = at + 1;
        while (next < ladder.steps().size() && !ladder.steps().get(next).ratifies()) {
            next++;
        }
        if (next == ladder.steps().size()) {
            LadderEnd how = vote == null ? new LadderEnd(at, day, Status.ADOPTED, null, null) : vote;
            finish(how, Status.ADOPTED, "adopted by \"%s\"".formatted(step().name()));
        } else {
            trail.note(
                    "Adopted by \"%s\", to be ratified by the %s.",
                    step().name(), ladder.steps().get(next).body());
            begin(next, day);
        }
    }

    private void fail(LocalDate day, Status why, @Nullable LadderEnd vote) {
        if (step().helper().isPresent() && !helped) {
            trail.note("No help by the %s is recorded.", step().helper().get());
        }
        boolean team =
                at + 1 < ladder.steps().size() && !ladder.steps().get(at + 1).ratifies();
        if (step().ratifies() && returns < ladder.maxReturns()) {
            returns++;
            if (counted != null) {
                text.disapprove();
            }
            trail.note(
                    counted != null
                            ? "Not ratified by the %s: back to the team, to study or alter it."
                            : "The %s has not met in time: back to the team.",
                    step().body());
            begin(0, day);
        } else if (!step().ratifies() && team) {
            String next = ladder.steps().get(at + 1).name();
            trail.note("\"%s\" ended with %s; \"%s\" begins.", step().name(), why, next);
            begin(at + 1, day);
        } else if (ladder.authority().isPresent()) {
            asksAuthority = true;
            began = day;
            status = Status.ESCALATED;
            claim = ladder.authority().get() + " decides";
        } else {
            LadderEnd how = vote == null ? new LadderEnd(at, day, why, null, null) : vote;
            Status shown = why == Status.BLOCKED || why == Status.TIED ? why : Status.REJECTED;
            finish(how, shown, "things stay as they are");
        }
    }

    private void begin(int step, LocalDate day) {
        at = step;
        began = day;
        rounds = 0;
        held = 0;
        ties = 0;
        passes = 0;
        lastPass = null;
        tiedOn = null;
        counted = null;
        helped = false;
        status = Status.NEEDS_ROUND;
        claim = "the step \"%s\" is due".formatted(step().name());
    }

    private void finish(LadderEnd how, Status shown, String words) {
        status = shown;
        claim = words;
        end = how.as(shown);
    }

    private void rule(Ruling ruling) {
        Checks.require(
                asksAuthority
                        && ladder.authority().filter(ruling.authority()::equals).isPresent(),
                "The %s ruled on %s. Expected %s.",
                ruling.authority(),
                ruling.heldOn(),
                asksAuthority ? "the " + ladder.authority().orElse("") : "none yet: " + claim);
        boolean sameText = text.is(ruling.proposal(), ruling.revision(), ruling.heldOn());
        Outcome outcome = RulingCount.of(ladder, ruling, sameText, recommended, trail.size());
        trail.rule(ruling, outcome);
        if (outcome.status() != Status.INVALID) {
            asksAuthority = false;
            text.take(ruling);
            String words = (ruling.adopts() ? "adopted" : "rejected") + " by the " + ruling.authority();
            finish(new LadderEnd(at, ruling.heldOn(), outcome.status(), null, outcome), outcome.status(), words);
        }
    }

    private Optional<LocalDate> reconsiderUntil() {
        return end == null
                        || end.sitting() == null
                        || reopened
                        || ladder.reconsiderSchoolDays().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        calendar.after(end.on(), ladder.reconsiderSchoolDays().getAsInt()));
    }

    private void reopen(LadderEvent.Reconsideration motion) {
        LocalDate until = reconsiderUntil()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Reconsideration was moved on %s. Expected a vote that ended the matter and may be reconsidered, once."
                                .formatted(motion.heldOn())));
        Checks.require(
                !motion.heldOn().isAfter(until),
                "Reconsideration was moved on %s. Expected by %s.",
                motion.heldOn(),
                until);
        LadderEnd vote = Objects.requireNonNull(end);
        Checks.require(
                vote.prevailed(motion.movedBy()),
                "%s moved reconsideration. Expected somebody who voted openly on the side that prevailed.",
                motion.movedBy());
        trail.note("%s, %s moved to reconsider: %s", motion.heldOn(), motion.movedBy(), motion.reason());
        reopened = true;
        end = null;
        int before = held;
        begin(vote.step(), motion.heldOn());
        held = before;
    }

    private LadderState state(LocalDate asOf) {
        boolean shows = !voting() || status == Status.NO_QUORUM || status == Status.INVALID;
        Outcome.Builder outcome =
                trail.outcome(ladder.name(), shows ? status : Status.NEEDS_ROUND, claim, text.revision());
        LadderState.Builder state = LadderState.builder();
        if (voting()) {
            outcome.nextStep("the %s votes by %s"
                    .formatted(step().body(), step().protocol().name()));
            state.step(step())
                    .roundsHeld(rounds)
                    .deadline(deadline())
                    .studyOwed(text.studyOwed())
                    .overdue(deadline().filter(asOf::isAfter).isPresent());
        } else if (end == null) {
            outcome.nextStep(claim);
            state.authority(ladder.authority());
        } else if (status == Status.ADOPTED) {
            LocalDate until = calendar.after(end.on(), ladder.dissentSchoolDays());
            end.count()
                    .ifPresent(adopting -> outcome.counts(adopting.counts())
                            .base(adopting.base())
                            .threshold(adopting.threshold()));
            state.dissentUntil(until).effectiveOn(ladder.dissentSchoolDays() == 0 ? until : calendar.after(until, 1));
        }
        LadderState without = trail.into(state)
                .outcome(outcome.build())
                .reconsiderUntil(reconsiderUntil())
                .build();
        return LadderState.builder()
                .from(without)
                .reminders(Reminders.of(ladder, calendar, without, began))
                .build();
    }
}
