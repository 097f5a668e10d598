package org.iltlib.analytics.coherence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.StandardId;
import org.iltlib.learning.enacted.LogDay;
import org.iltlib.learning.enacted.TaughtTime;
import org.iltlib.learning.enacted.TeachingLog;
import org.iltlib.learning.enacted.TimeUse;

/**
 * What logs hold, each time with whose it is and the scale of its demand.
 *
 * @param days how many days were logged
 * @param allocated the minutes allocated on them
 * @param times the times
 */
record LoggedTimes(int days, long allocated, List<Logged> times) {
    /** One time. */
    record Logged(PersonId teacher, String scale, TaughtTime time) {}

    static LoggedTimes of(Collection<TeachingLog> logs) {
        long allocated = 0;
        int days = 0;
        List<Logged> times = new ArrayList<>();
        for (TeachingLog log : logs) {
            for (LogDay day : log.days()) {
                days++;
                allocated += day.allocated();
                day.times().forEach(time -> times.add(new Logged(log.teacher(), log.scale(), time)));
            }
        }
        return new LoggedTimes(days, allocated, List.copyOf(times));
    }

    /** The reading; shares of too few teachers are withheld, but for the own eyes of the teacher who kept the log. */
    OtlReading read(OpportunityToLearn rule, Set<StandardId> intended, boolean own) {
        Set<StandardId> taught = new HashSet<>();
        times.forEach(one -> one.time().standard().filter(intended::contains).ifPresent(taught::add));
        long all = minutes(times);
        return OtlReading.builder()
                .days(days)
                .onStandards(share(minutes(use(times, TimeUse.STANDARD)), allocated, "no day was logged"))
                .onCustom(share(minutes(use(times, TimeUse.CUSTOM)), allocated, "no day was logged"))
                .notInstructed(share(minutes(use(times, TimeUse.NON_INSTRUCTIONAL)), allocated, "no day was logged"))
                .notLogged(share(allocated - all, allocated, "no day was logged"))
                .contentCovered(
                        days == 0 && !intended.isEmpty()
                                ? Measured.missing(MissingReason.NOT_COLLECTED, "no day was logged")
                                : share(taught.size(), intended.size(), "no standard is intended"))
                .process(process(rule, own))
                .practice(named(rule, TaughtTime::strategy, rule.strategies(), "no strategy is logged", own))
                .grouping(named(rule, TaughtTime::grouping, rule.groupings(), "no grouping is logged", own))
                .build();
    }

    private Measured<Rational> process(OpportunityToLearn rule, boolean own) {
        List<Logged> rated = use(times, TimeUse.STANDARD).stream()
                .filter(one -> one.time().demand().isPresent())
                .toList();
        Optional<String> other = rated.stream()
                .map(Logged::scale)
                .filter(one -> !one.equals(rule.scale().id()))
                .findFirst();
        if (other.isPresent()) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE,
                    "demand is logged on \"%s\", the rule is for \"%s\""
                            .formatted(other.get(), rule.scale().id()));
        }
        return of(rule, rated, one -> one.demand().orElse(0) >= rule.higherFrom(), "no demand is rated", own);
    }

    private Measured<Rational> named(
            OpportunityToLearn rule,
            Function<TaughtTime, Optional<String>> word,
            Set<String> counts,
            String otherwise,
            boolean own) {
        if (counts.isEmpty()) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "the rule names none");
        }
        List<Logged> known = times.stream()
                .filter(one -> one.time().use() != TimeUse.NON_INSTRUCTIONAL
                        && word.apply(one.time()).isPresent())
                .toList();
        return of(rule, known, time -> word.apply(time).filter(counts::contains).isPresent(), otherwise, own);
    }

    /** The share of those minutes that count; withheld if they are of too few teachers, but for the teacher's own eyes. */
    private static Measured<Rational> of(
            OpportunityToLearn rule, List<Logged> known, Predicate<TaughtTime> counts, String otherwise, boolean own) {
        long people = known.stream().map(Logged::teacher).distinct().count();
        return !own && people > 0 && rule.teachers().hides(people)
                ? Measured.suppressed(
                        SuppressionReason.SMALL_GROUP, rule.teachers().name())
                : share(
                        minutes(known.stream()
                                .filter(one -> counts.test(one.time()))
                                .toList()),
                        minutes(known),
                        otherwise);
    }

    private static List<Logged> use(List<Logged> times, TimeUse use) {
        return times.stream().filter(one -> one.time().use() == use).toList();
    }

    private static long minutes(List<Logged> times) {
        return times.stream().mapToLong(one -> one.time().minutes()).sum();
    }

    private static Measured<Rational> share(long part, long whole, String otherwise) {
        return whole == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, otherwise)
                : Measured.of(Rational.of(part, whole));
    }
}
