package org.iltlib.plan.support;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;

/**
 * What was delivered of what was planned, up to a day, in minutes. Only weeks that are over count, on both sides; what
 * goes beyond the plan of one student does not make up for another.
 *
 * @param planned the minutes planned for each student
 * @param received the minutes that each student of the group got
 */
public record Delivery(long planned, Map<PersonId, Long> received) {
    /** Copies the minutes, in the order given. */
    public Delivery {
        Checks.notNegative(planned, "planned");
        Checks.notEmpty(received.keySet(), "received");
        received = Collections.unmodifiableMap(new LinkedHashMap<>(received));
    }

    /**
     * The delivery up to that day. Linear in the weeks times the students.
     *
     * @param intervention the intervention
     * @param weeks what was delivered; weeks of other interventions are left out
     * @param day the day; a week counts from its eighth day on
     * @throws IllegalArgumentException if a week is not one of the intervention's, comes twice, or names a student who is
     *     not of the group
     */
    public static Delivery of(Intervention intervention, Collection<SupportWeek> weeks, LocalDate day) {
        Map<PersonId, Long> received = new LinkedHashMap<>();
        intervention.students().forEach(student -> received.put(student, 0L));
        Set<LocalDate> seen = new HashSet<>();
        for (SupportWeek week : weeks) {
            if (!week.intervention().equals(intervention.id())) {
                continue;
            }
            long days = ChronoUnit.DAYS.between(intervention.startsOn(), week.firstDay());
            Checks.require(
                    days >= 0
                            && days % 7 == 0
                            && days / 7 < intervention.planned().weeks(),
                    "Week %s begins on %s, which is no week of an intervention of %s weeks from %s on.",
                    week.id(),
                    week.firstDay(),
                    intervention.planned().weeks(),
                    intervention.startsOn());
            Checks.require(
                    seen.add(week.firstDay()),
                    "Week %s begins on %s, and so does another. Expected each once. Maybe a correction was recorded.",
                    week.id(),
                    week.firstDay());
            boolean over = !week.firstDay().plusWeeks(1).isAfter(day);
            week.minutes().forEach((id, minutes) -> {
                PersonId student = PersonId.of(id);
                Checks.require(
                        received.containsKey(student), "Week %s names %s, who is not of the group.", week.id(), id);
                received.merge(student, over ? (long) minutes : 0L, Long::sum);
            });
        }
        long weeksOver = Math.max(0, ChronoUnit.DAYS.between(intervention.startsOn(), day) / 7);
        return new Delivery(intervention.planned().minutesIn(weeksOver), received);
    }

    /** The share of the planned minutes that one student got, at most 1; missing before a week is over. */
    public Measured<Fraction> share(PersonId student) {
        Checks.require(received.containsKey(student), "%s is not of the group.", student);
        return share(Math.min(planned, received.getOrDefault(student, 0L)), planned);
    }

    /** The share of the planned minutes of all students that were delivered; missing before a week is over. */
    public Measured<Fraction> share() {
        long sum = received.values().stream()
                .mapToLong(minutes -> Math.min(planned, minutes))
                .sum();
        return share(sum, planned * received.size());
    }

    private static Measured<Fraction> share(long part, long whole) {
        return whole == 0
                ? Measured.missing(MissingReason.TOO_FEW, "no week is over")
                : Measured.of(Fraction.of(part, whole));
    }

    /** The minutes in words. */
    public Explanation explanation() {
        Explanation explanation = Explanation.of("Delivered of what was planned: %s.", share());
        for (Map.Entry<PersonId, Long> one : received.entrySet()) {
            explanation = explanation.because("%s: %d of %d minutes.", one.getKey(), one.getValue(), planned);
        }
        return explanation;
    }
}
