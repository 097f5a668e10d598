package org.iltlib.learning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * The deadlines of a teacher's induction: a mentor within 30 days, goals within 60, an hour of mentoring a week on
 * average, for two years (California Commission on Teacher Credentialing, induction preconditions). Whole days and
 * minutes; nothing is rounded. Immutable.
 */
public final class InductionClock {
    private static final int MENTOR_DAYS = 30;
    private static final int GOAL_DAYS = 60;
    private static final int YEARS = 2;
    private static final int MINUTES_A_WEEK = 60;
    private static final int SOON = 7;
    private static final int SILENT_DAYS = 14;

    private InductionClock() {}

    /** The Californian deadlines. */
    public static InductionClock withDefaults() {
        return new InductionClock();
    }

    /** The day on which induction that starts on that day may end. */
    public LocalDate endOf(LocalDate start) {
        return start.plusYears(YEARS);
    }

    /**
     * The rules that are broken on that day, each in a sentence; empty if none is.
     *
     * @param start the day on which induction starts
     * @param progress what has happened up to that day
     * @param day the day of the question, not before the start
     */
    public List<String> breaches(LocalDate start, Progress progress, LocalDate day) {
        checkDay(start, day);
        List<String> breaches = new ArrayList<>();
        late("A mentor", progress.mentorAssigned(), start, MENTOR_DAYS, day).ifPresent(breaches::add);
        late("Goals of the learning plan", progress.goalsSet(), start, GOAL_DAYS, day)
                .ifPresent(breaches::add);
        long weeks = weeks(start, progress, day);
        if (progress.minutes() < weeks * MINUTES_A_WEEK) {
            breaches.add("Mentoring: " + progress.minutes() + " minutes in " + weeks
                    + " weeks; an hour a week on average is expected.");
        }
        return List.copyOf(breaches);
    }

    /**
     * What may become a breach, told while there is time: a deadline within seven days, or no contact for fourteen days
     * or more. The lead times are our own. Empty when induction is over.
     *
     * @param start the day on which induction starts
     * @param progress what has happened up to that day
     * @param contacts the contacts with the mentor; those after the day are not known yet
     * @param day the day of the question, not before the start
     */
    public List<String> warnings(
            LocalDate start, Progress progress, Collection<MentorContact> contacts, LocalDate day) {
        checkDay(start, day);
        List<String> warnings = new ArrayList<>();
        if (day.isAfter(endOf(start))) {
            return List.of();
        }
        soon("A mentor", progress.mentorAssigned(), start.plusDays(MENTOR_DAYS), day)
                .ifPresent(warnings::add);
        soon("Goals of the learning plan", progress.goalsSet(), start.plusDays(GOAL_DAYS), day)
                .ifPresent(warnings::add);
        progress.mentorAssigned().filter(on -> !on.isAfter(day)).ifPresent(assigned -> {
            LocalDate last = contacts.stream()
                    .map(MentorContact::on)
                    .filter(on -> !on.isAfter(day) && on.isAfter(assigned))
                    .max(LocalDate::compareTo)
                    .orElse(assigned);
            long silent = ChronoUnit.DAYS.between(last, day);
            if (silent >= SILENT_DAYS) {
                warnings.add("No contact since " + last + ", for " + silent
                        + " days. Maybe mentor and teacher have no time in common.");
            }
        });
        return List.copyOf(warnings);
    }

    private static void checkDay(LocalDate start, LocalDate day) {
        Checks.require(!day.isBefore(start), "day is %s. Expected on or after the start %s.", day, start);
    }

    /** The whole weeks from the day on which there was a mentor to that day, or to the end if that is earlier. */
    private long weeks(LocalDate start, Progress progress, LocalDate day) {
        LocalDate from = progress.mentorAssigned().filter(m -> !m.isAfter(day)).orElse(day);
        LocalDate until = day.isAfter(endOf(start)) ? endOf(start) : day;
        return Math.max(0, ChronoUnit.DAYS.between(from, until) / 7);
    }

    private static Optional<String> late(
            String what, Optional<LocalDate> done, LocalDate start, int allowed, LocalDate day) {
        LocalDate reached = done.filter(d -> !d.isAfter(day)).orElse(day);
        long days = ChronoUnit.DAYS.between(start, reached);
        boolean missing = done.isEmpty() || done.get().isAfter(day);
        return days <= allowed
                ? Optional.empty()
                : Optional.of(what + ": " + (missing ? "still missing on day " : "only on day ") + days + "; within "
                        + allowed + " days is expected.");
    }

    private static Optional<String> soon(String what, Optional<LocalDate> done, LocalDate deadline, LocalDate day) {
        boolean missing = done.isEmpty() || done.get().isAfter(day);
        long left = ChronoUnit.DAYS.between(day, deadline);
        return missing && left >= 0 && left <= SOON
                ? Optional.of(what + ": missing, and due in " + left + " days.")
                : Optional.empty();
    }

    /**
     * How far an induction has come.
     *
     * @param mentorAssigned the day on which a mentor was assigned
     * @param goalsSet the day on which the goals of the learning plan were set
     * @param minutes the minutes of mentoring so far, zero or more
     */
    public record Progress(Optional<LocalDate> mentorAssigned, Optional<LocalDate> goalsSet, long minutes) {
        /** Checks the minutes. */
        public Progress {
            Checks.notNegative(minutes, "minutes");
        }

        /**
         * How far an induction has come by that day.
         *
         * @param pair the mentorship, if there is one; its term starts on the day of pairing
         * @param plan the learning plan, if there is one; its term starts on the day on which goals were set
         * @param contacts the contacts, of which those after the day do not count
         * @param day the day
         * @throws IllegalArgumentException if a contact is of another mentorship
         */
        public static Progress upTo(
                Optional<Mentorship> pair,
                Optional<IndividualLearningPlan> plan,
                Collection<MentorContact> contacts,
                LocalDate day) {
            for (MentorContact contact : contacts) {
                Checks.require(
                        pair.map(Mentorship::id)
                                .filter(contact.mentorship()::equals)
                                .isPresent(),
                        "Contact %s is of \"%s\". Expected one of \"%s\".",
                        contact.id(),
                        contact.mentorship(),
                        pair.map(one -> one.id().value()).orElse("no mentorship"));
            }
            long minutes = contacts.stream()
                    .filter(contact -> !contact.on().isAfter(day))
                    .mapToLong(MentorContact::minutes)
                    .sum();
            return new Progress(
                    pair.map(one -> one.term().first()),
                    plan.map(one -> one.term().first()),
                    minutes);
        }
    }
}
