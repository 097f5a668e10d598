package org.iltlib.analytics.coherence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.StandardId;
import org.iltlib.learning.enacted.TeachingLog;
import org.immutables.value.Value;

/**
 * Which opportunity to learn classes had: time, content, and how it was taught, after Kurz (2014). Kurz's scores weigh
 * higher processes, effective practices and small groups; here each is the plain share of the minutes on which it is known,
 * and which practices and groupings count is the school's own word. None of it is fidelity, and none says what was learned.
 *
 * <p>As a yardstick, classes in the studies of MyiLOGS spent about two thirds of their time on standards, a quarter on custom
 * objectives and a twentieth without instruction, and covered about two thirds of the standards in some 150 days.
 *
 * <p>Figures are of several teachers who logged; each single share counts only those whose minutes are in it, and is withheld
 * if they are too few. Withheld is also a student group that is small or whose neighbours would be given away. Immutable; linear in the logged times.
 */
@Value.Immutable
public abstract class OpportunityToLearn {
    OpportunityToLearn() {}

    /** From which level of demand on a process is higher; 2 on Webb's scale. */
    public abstract int higherFrom();

    /**
     * The scale on which a level of demand is higher; Webb's unless set. It must have an order. Of logs on another scale there
     * is no share of higher processes: a level of one scale is no level of another.
     */
    @Value.Default
    public DemandScale scale() {
        return DemandScale.DOK;
    }

    /** The strategies that count as effective, in the words of the logs. */
    @Value.NaturalOrder
    public abstract SortedSet<String> strategies();

    /** The groupings that count, in the words of the logs: one by one, small groups. */
    @Value.NaturalOrder
    public abstract SortedSet<String> groupings();

    /** How few teachers are too few. */
    public abstract SuppressionPolicy teachers();

    /** How few students are too few. */
    public abstract SuppressionPolicy students();

    /** Checks the level and the scale. */
    @Value.Check
    void check() {
        scale().getLevel(higherFrom());
        Checks.require(
                scale().ordered(),
                "The levels of \"%s\" stand in no order, so none is higher. Expected an ordered scale.",
                scale().id());
    }

    /** From level 2; no strategies or groupings named yet; the usual floors for adults and students. */
    public static OpportunityToLearn withDefaults() {
        return builder()
                .higherFrom(2)
                .teachers(SuppressionPolicy.ADULTS)
                .students(SuppressionPolicy.NCES_2011_603)
                .build();
    }

    /** Of one log, for the eyes of the teacher who kept it. */
    public OtlReading own(TeachingLog log, Set<StandardId> intended) {
        return LoggedTimes.of(List.of(log)).read(this, intended, true);
    }

    /** Of all classes together, by minutes; withheld if the teachers who logged a day are too few. */
    public Measured<OtlReading> of(Collection<TeachingLog> logs, Set<StandardId> intended) {
        long people = people(logs);
        if (people == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody logged");
        }
        return teachers().hides(people)
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, teachers().name())
                : Measured.of(LoggedTimes.of(logs).read(this, intended, false));
    }

    /** How many teachers logged a day. */
    private static long people(Collection<TeachingLog> logs) {
        return logs.stream()
                .filter(log -> !log.days().isEmpty())
                .map(TeachingLog::teacher)
                .distinct()
                .count();
    }

    /**
     * Of groups of classes, such as schools or courses: withheld where the teachers are too few, and where another's could
     * be worked out.
     *
     * @param logs the logs
     * @param intended the standards that should be covered
     * @param group the group of each section that counts; sections without a group are left out
     */
    public SortedMap<String, Measured<OtlReading>> bySectionGroup(
            Collection<TeachingLog> logs, Set<StandardId> intended, Map<String, String> group) {
        SortedMap<String, List<TeachingLog>> parts = new TreeMap<>();
        for (TeachingLog log : logs) {
            String name = group.get(log.section());
            if (name != null) {
                parts.computeIfAbsent(name, any -> new ArrayList<>()).add(log);
            }
        }
        Map<String, Long> sizes = new HashMap<>();
        parts.forEach((name, some) -> {
            if (people(some) > 0) {
                sizes.put(name, people(some));
            }
        });
        SmallGroups.Shown shown = SmallGroups.of(teachers()).among(sizes);
        SortedMap<String, Measured<OtlReading>> readings = new TreeMap<>();
        parts.forEach((name, some) -> readings.put(
                name,
                sizes.containsKey(name)
                        ? shown.show(
                                name, () -> Measured.of(LoggedTimes.of(some).read(this, intended, false)))
                        : Measured.missing(MissingReason.NOT_COLLECTED, "nobody logged")));
        return Collections.unmodifiableSortedMap(readings);
    }

    /**
     * What the students of each group met: the reading of every class with a logged day, weighed by how many of the group sit
     * in it. A share that a class cannot give leaves that class out of it, and is withheld if the teachers or the students
     * who are left are too few.
     *
     * @param logs one log a section
     * @param intended the standards that should be covered
     * @param seats how many students of each group sit in each section, by section and then group; each student in one
     *     group and one section
     */
    public SortedMap<String, Measured<OtlReading>> byStudentGroup(
            Collection<TeachingLog> logs, Set<StandardId> intended, Map<String, Map<String, Long>> seats) {
        Checks.distinct(logs.stream().map(TeachingLog::section).toList(), "sections of the logs");
        Map<String, Long> sizes = new TreeMap<>();
        SortedMap<String, List<Weighed>> classes = new TreeMap<>();
        for (TeachingLog log : logs) {
            OtlReading reading = LoggedTimes.of(List.of(log)).read(this, intended, true);
            seats.getOrDefault(log.section(), Map.of()).forEach((group, count) -> {
                Checks.notNegative(count, "seats");
                if (count > 0) {
                    List<Weighed> own = classes.computeIfAbsent(group, any -> new ArrayList<>());
                    if (!log.days().isEmpty()) {
                        sizes.merge(group, count, Long::sum);
                        own.add(new Weighed(log.teacher(), reading, count));
                    }
                }
            });
        }
        SmallGroups.Shown shown = SmallGroups.of(students()).among(sizes);
        SortedMap<String, Measured<OtlReading>> readings = new TreeMap<>();
        classes.forEach((group, some) -> readings.put(group, shown(shown, group, some)));
        return Collections.unmodifiableSortedMap(readings);
    }

    private Measured<OtlReading> shown(SmallGroups.Shown shown, String group, List<Weighed> classes) {
        if (classes.isEmpty()) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody logged");
        }
        return teachers().hides(people(classes))
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, teachers().name())
                : shown.show(group, () -> Measured.of(mean(classes)));
    }

    private record Weighed(PersonId teacher, OtlReading reading, long students) {}

    private static long people(List<Weighed> classes) {
        return classes.stream().map(Weighed::teacher).distinct().count();
    }

    private OtlReading mean(List<Weighed> classes) {
        return OtlReading.builder()
                .days(classes.stream().mapToInt(one -> one.reading().days()).sum())
                .onStandards(mean(classes, OtlReading::onStandards))
                .onCustom(mean(classes, OtlReading::onCustom))
                .notInstructed(mean(classes, OtlReading::notInstructed))
                .notLogged(mean(classes, OtlReading::notLogged))
                .contentCovered(mean(classes, OtlReading::contentCovered))
                .process(mean(classes, OtlReading::process))
                .practice(mean(classes, OtlReading::practice))
                .grouping(mean(classes, OtlReading::grouping))
                .build();
    }

    private Measured<Rational> mean(List<Weighed> classes, Function<OtlReading, Measured<Rational>> share) {
        Rational sum = Rational.ZERO;
        List<Weighed> known = new ArrayList<>();
        Measured<Rational> none = Measured.missing(MissingReason.NOT_COLLECTED);
        for (Weighed one : classes) {
            Measured<Rational> value = share.apply(one.reading());
            if (value.isReported()) {
                sum = sum.plus(value.orElse(Rational.ZERO).times(one.students()));
                known.add(one);
            } else {
                none = value;
            }
        }
        long students = known.stream().mapToLong(Weighed::students).sum();
        if (students == 0) {
            return none;
        }
        if (teachers().hides(people(known))) {
            return Measured.suppressed(SuppressionReason.SMALL_GROUP, teachers().name());
        }
        return students().hides(students)
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, students().name())
                : Measured.of(sum.dividedBy(students));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a rule; strategies and groupings may be left out. */
    public static final class Builder extends ImmutableOpportunityToLearn.Builder {
        Builder() {}
    }
}
