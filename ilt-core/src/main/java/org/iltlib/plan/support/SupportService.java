package org.iltlib.plan.support;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.choice.Rational;
import org.iltlib.finding.StudentGroup;

/**
 * Whether students who need support get it, and how soon. A need is served by the first intervention that cites it and has
 * the student in its group.
 *
 * @param cases the needs seen up to the day, in the order given, each with the day on which support began
 * @param day the day
 */
public record SupportService(List<Case> cases, LocalDate day) {
    /** Copies the list. */
    public SupportService {
        cases = List.copyOf(cases);
    }

    /**
     * A need and when support for it began.
     *
     * @param need the need
     * @param startedOn the first day of support; absent while the student waits
     */
    public record Case(LearnerNeed need, Optional<LocalDate> startedOn) {
        /** The days from the need to the support, zero if support was there before; absent while the student waits. */
        public Optional<Long> days() {
            return startedOn.map(on -> Math.max(0, ChronoUnit.DAYS.between(need.seenOn(), on)));
        }
    }

    /** The service as of that day. Linear in needs times interventions; needs and interventions from later are left out. */
    public static SupportService of(
            Collection<LearnerNeed> needs, Collection<Intervention> interventions, LocalDate day) {
        Checks.distinct(needs.stream().map(LearnerNeed::id).toList(), "needs");
        List<Case> cases = new ArrayList<>();
        for (LearnerNeed need : needs) {
            if (!need.seenOn().isAfter(day)) {
                Optional<LocalDate> started = interventions.stream()
                        .filter(one -> one.needs().contains(need.id()))
                        .filter(one -> one.students().contains(need.student()))
                        .map(Intervention::startsOn)
                        .filter(on -> !on.isAfter(day))
                        .min(LocalDate::compareTo);
                cases.add(new Case(need, started));
            }
        }
        return new SupportService(cases, day);
    }

    private List<Long> days() {
        return cases.stream().flatMap(one -> one.days().stream()).sorted().toList();
    }

    /** How many needs are served. */
    public int served() {
        return days().size();
    }

    /** The share of needs that are served; missing if there are none. */
    public Measured<Fraction> shareServed() {
        return cases.isEmpty()
                ? Measured.missing(MissingReason.NO_STUDENTS, "no needs")
                : Measured.of(Fraction.of(served(), cases.size()));
    }

    /** The median days from a need to its support, of those served; missing if none is. Read it beside the waiting list. */
    public Measured<Rational> medianDays() {
        List<Long> days = days();
        int n = days.size();
        return n == 0
                ? Measured.missing(MissingReason.TOO_FEW, "none is served")
                : Measured.of(Rational.of(days.get((n - 1) / 2) + days.get(n / 2), 2));
    }

    /** The needs that wait, the longest first, then by id. */
    public List<LearnerNeed> waitlist() {
        return cases.stream()
                .filter(one -> one.startedOn().isEmpty())
                .map(Case::need)
                .sorted(Comparator.comparing(LearnerNeed::seenOn).thenComparing(LearnerNeed::id))
                .toList();
    }

    /**
     * How many needs wait, by group. Counts below the least are withheld; if only one is, the next smallest is withheld
     * as well, so that nobody can work it out from the length of the waiting list. Not for tables whose margins are
     * published elsewhere.
     *
     * @param by the column, such as {@code el}; students without a label in it are not counted
     * @param least the smallest count that is shown, at least 1
     */
    public Map<StudentGroup, Measured<Long>> waitlistBy(String by, long least) {
        Checks.positive(least, "least");
        Map<String, Long> counts = new TreeMap<>();
        for (LearnerNeed need : waitlist()) {
            need.groups().stream()
                    .filter(group -> group.by().equals(by))
                    .forEach(group -> counts.merge(group.level(), 1L, Long::sum));
        }
        List<String> small = counts.keySet().stream()
                .filter(level -> counts.getOrDefault(level, 0L) < least)
                .toList();
        Optional<String> other = counts.keySet().stream()
                .filter(level -> small.size() == 1 && !small.contains(level))
                .min(Comparator.comparing((String level) -> counts.getOrDefault(level, 0L))
                        .thenComparing(Comparator.naturalOrder()));
        Map<StudentGroup, Measured<Long>> shown = new java.util.LinkedHashMap<>();
        counts.forEach((level, count) -> shown.put(
                StudentGroup.of(by, level),
                small.contains(level)
                        ? Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than " + least)
                        : other.filter(level::equals).isPresent()
                                ? Measured.suppressed(SuppressionReason.PROTECTS_ANOTHER, "fewer than " + least)
                                : Measured.of(count)));
        return java.util.Collections.unmodifiableMap(shown);
    }

    /** The service in a few lines, no student named. */
    public Explanation explanation() {
        return Explanation.of("%d of %d needs are served on %s.", served(), cases.size(), day)
                .because("Median days from need to support: %s.", medianDays())
                .because("%d wait.", waitlist().size());
    }
}
