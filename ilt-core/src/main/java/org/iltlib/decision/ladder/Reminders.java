package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.iltlib.decision.SchoolDays;

/** What is due, from where a ladder stands. */
final class Reminders {
    private final Ladder ladder;
    private final SchoolDays calendar;
    private final TreeSet<Reminder> reminders = new TreeSet<>();

    private Reminders(Ladder ladder, SchoolDays calendar) {
        this.ladder = ladder;
        this.calendar = calendar;
    }

    /**
     * All that is due.
     *
     * @param since the day on which the step that is due began, or the authority's turn
     */
    static NavigableSet<Reminder> of(Ladder ladder, SchoolDays calendar, LadderState state, LocalDate since) {
        Reminders all = new Reminders(ladder, calendar);
        state.step().ifPresent(step -> all.step(step, state, since));
        state.authority().ifPresent(authority -> {
            ladder.mustConsult().forEach(group -> all.add(since, authority, "hear the " + group));
            all.add(since, authority, "decide");
        });
        all.ahead(state.reconsiderUntil(), Ladder.Step.TEAM, "last day to reconsider");
        if (ladder.dissentSchoolDays() > 0) {
            all.ahead(state.dissentUntil(), Ladder.Step.TEAM, "last day for written dissent");
        }
        state.effectiveOn().ifPresent(day -> all.add(day, Ladder.Step.TEAM, "what was adopted takes effect"));
        return all.reminders;
    }

    private void step(Ladder.Step step, LadderState state, LocalDate since) {
        if (state.studyOwed()) {
            add(since, step.body(), "study or alter the text");
        }
        step.helper().ifPresent(helper -> add(since, helper, "help with \"%s\"".formatted(step.name())));
        ahead(
                state.deadline(),
                step.body(),
                (step.mustDecide() ? "last day to vote by \"%s\"; no decision is no outcome" : "last day of \"%s\"")
                        .formatted(step.name()));
        if (step.meetsEverySchoolDays().isPresent() && state.deadline().isPresent()) {
            int meeting = 1;
            LocalDate day = calendar.after(since, step.meetsEverySchoolDays().getAsInt());
            while (!day.isAfter(state.deadline().get())) {
                add(day, step.body(), "meeting %s of \"%s\"".formatted(meeting++, step.name()));
                day = calendar.after(day, step.meetsEverySchoolDays().getAsInt());
            }
        }
    }

    private void ahead(Optional<LocalDate> last, String whom, String what) {
        if (last.isEmpty()) {
            return;
        }
        add(last.get(), whom, what);
        if (ladder.remindSchoolDaysBefore() > 0) {
            LocalDate day = last.get();
            for (int left = ladder.remindSchoolDaysBefore(); left > 0; ) {
                day = day.minusDays(1);
                left -= calendar.isSchoolDay(day) ? 1 : 0;
            }
            add(day, whom, "%s: %s".formatted(what, last.get()));
        }
    }

    private void add(LocalDate day, String whom, String what) {
        reminders.add(new Reminder(day, whom, what));
    }
}
