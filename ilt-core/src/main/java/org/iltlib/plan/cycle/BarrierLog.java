package org.iltlib.plan.cycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * The barriers as of a day: which stand, which wait for an answer longer than agreed, and how fast they are answered and
 * removed. The first answer counts; a resolution is an answer too.
 *
 * @param cases the barriers raised up to that day, in the order given
 * @param day the day
 */
public record BarrierLog(List<Case> cases, LocalDate day) {
    /** Copies the list. */
    public BarrierLog {
        cases = List.copyOf(cases);
    }

    /**
     * A barrier and what became of it.
     *
     * @param barrier the barrier
     * @param answeredOn the day of the first news of it
     * @param closing the news that closed it, resolved or lived with: of the earliest day, and of several that day the first
     */
    public record Case(Barrier barrier, Optional<LocalDate> answeredOn, Optional<BarrierUpdate> closing) {
        /** Whether it still stands. */
        public boolean isOpen() {
            return closing.isEmpty();
        }

        /** Whether the answer came in the agreed time, or the time has not yet run out on that day. */
        public boolean isInTime(LocalDate day) {
            return !answeredOn.orElse(day).isAfter(barrier.answerBy());
        }
    }

    /**
     * The log as of that day.
     *
     * @param barriers the barriers, each once; those raised later are left out
     * @param updates their news, in the order of recording; later news is left out
     * @throws IllegalArgumentException if news is of a barrier that is not there, or from before it was raised
     */
    public static BarrierLog of(Collection<Barrier> barriers, List<BarrierUpdate> updates, LocalDate day) {
        Checks.distinct(barriers.stream().map(Barrier::id).toList(), "barriers");
        Map<EntryId, List<BarrierUpdate>> news = new HashMap<>();
        barriers.forEach(barrier -> news.put(barrier.id(), new ArrayList<>()));
        for (BarrierUpdate update : updates) {
            List<BarrierUpdate> own = news.get(update.barrier());
            if (own == null) {
                throw new IllegalArgumentException("Update %s is of barrier \"%s\", which is not among them."
                        .formatted(update.id(), update.barrier()));
            }
            if (!update.on().isAfter(day)) {
                own.add(update);
            }
        }
        List<Case> cases = new ArrayList<>();
        for (Barrier barrier : barriers) {
            if (!barrier.raisedOn().isAfter(day)) {
                cases.add(caseOf(barrier, news.getOrDefault(barrier.id(), List.of())));
            }
        }
        return new BarrierLog(cases, day);
    }

    private static Case caseOf(Barrier barrier, List<BarrierUpdate> news) {
        for (BarrierUpdate update : news) {
            Checks.require(
                    !update.on().isBefore(barrier.raisedOn()),
                    "Update %s is on %s, before the barrier was raised on %s.",
                    update.id(),
                    update.on(),
                    barrier.raisedOn());
        }
        return new Case(
                barrier,
                news.stream().map(BarrierUpdate::on).min(LocalDate::compareTo),
                news.stream()
                        .filter(update -> update.status() != BarrierUpdate.Status.ANSWERED)
                        .min(java.util.Comparator.comparing(BarrierUpdate::on)));
    }

    private List<Barrier> list(Predicate<Case> which) {
        return cases.stream().filter(which).map(Case::barrier).toList();
    }

    /** Those that still stand, in order. */
    public List<Barrier> listOpen() {
        return list(Case::isOpen);
    }

    /** Those that wait for a first answer longer than agreed, in order. */
    public List<Barrier> listUnanswered() {
        return list(one -> one.answeredOn().isEmpty() && !one.isInTime(day));
    }

    /** Those that were lived with and cite no adaptation, in order: what was planned does not yet take them into account. */
    public List<Barrier> listNotAdaptedTo(Collection<Adaptation> adaptations) {
        Set<EntryId> adapted = new HashSet<>();
        adaptations.forEach(adaptation -> adapted.add(adaptation.barrier()));
        return list(one -> one.closing()
                .filter(update -> update.status() == BarrierUpdate.Status.LIVED_WITH)
                .filter(update -> !adapted.contains(one.barrier().id()))
                .isPresent());
    }

    /**
     * Of those answered, or overdue for it, the share answered in the agreed time; missing if there are none. What still
     * has time does not count.
     */
    public Measured<Fraction> answeredInTime() {
        long late = cases.stream().filter(one -> !one.isInTime(day)).count();
        long inTime = cases.stream()
                .filter(one -> one.answeredOn().isPresent() && one.isInTime(day))
                .count();
        return late + inTime == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no answer is due")
                : Measured.of(Fraction.of(inTime, late + inTime));
    }

    /** The median days from raising to the first answer, of those answered; missing if none is. */
    public Measured<Rational> medianDaysToAnswer() {
        return CycleCounts.median(days(Case::answeredOn));
    }

    /** The median days from raising to closing, of those closed; missing if none is. */
    public Measured<Rational> medianDaysToClose() {
        return CycleCounts.median(days(one -> one.closing().map(BarrierUpdate::on)));
    }

    private List<Long> days(Function<Case, Optional<LocalDate>> until) {
        List<Long> days = new ArrayList<>();
        for (Case one : cases) {
            until.apply(one)
                    .ifPresent(
                            on -> days.add(ChronoUnit.DAYS.between(one.barrier().raisedOn(), on)));
        }
        return days;
    }

    /** The log in a few lines. */
    public Explanation explanation() {
        Explanation explanation = Explanation.of(
                        "%d of %d barriers stand on %s.", listOpen().size(), cases.size(), day)
                .because("Answered in the agreed time: %s.", answeredInTime())
                .because("Median days to an answer: %s, to the end: %s.", medianDaysToAnswer(), medianDaysToClose());
        for (Barrier barrier : listUnanswered()) {
            explanation = explanation.because(
                    "%s waits for an answer since %s: %s.", barrier.id(), barrier.answerBy(), barrier.what());
        }
        return explanation;
    }
}
