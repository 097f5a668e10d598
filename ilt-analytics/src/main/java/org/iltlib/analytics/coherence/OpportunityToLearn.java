package org.iltlib.analytics.coherence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.iltlib.base.SuppressionReason;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.StandardId;
import org.iltlib.learning.enacted.LogDay;
import org.iltlib.learning.enacted.TaughtTime;
import org.iltlib.learning.enacted.TeachingLog;
import org.iltlib.learning.enacted.TimeUse;
import org.immutables.value.Value;

/**
 * Which opportunity to learn classes had: time, content, and how it was taught, after Kurz (2014). Kurz's scores weigh
 * higher processes, effective practices and small groups; here each is the plain share of the minutes on which it is known,
 * and which practices and groupings count is the school's own word. None of it is fidelity, and none says what was learned.
 *
 * <p>As a yardstick, classes in the studies of MyiLOGS spent about two thirds of their time on standards, a quarter on custom
 * objectives and a twentieth without instruction, and covered about two thirds of the standards in some 150 days.
 *
 * <p>Figures are of several teachers; a group of fewer is withheld, and so is a student group that is small or whose
 * neighbours would be given away. Immutable; linear in the logged times.
 */
@Value.Immutable
public abstract class OpportunityToLearn {
    OpportunityToLearn() {}

    /** From which level of demand on a process is higher; 2 on Webb's scale. */
    public abstract int higherFrom();

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

    /** Checks the level. */
    @Value.Check
    void check() {
        Checks.positive(higherFrom(), "higherFrom");
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
        return read(List.of(log), intended);
    }

    /** Of all classes together, by minutes; withheld if their teachers are too few. */
    public Measured<OtlReading> of(Collection<TeachingLog> logs, Set<StandardId> intended) {
        long people = logs.stream().map(TeachingLog::teacher).distinct().count();
        if (people == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody logged");
        }
        return teachers().hides(people)
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, teachers().name())
                : Measured.of(read(logs, intended));
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
        parts.forEach((name, some) -> sizes.put(
                name, some.stream().map(TeachingLog::teacher).distinct().count()));
        SmallGroups.Shown shown = SmallGroups.of(teachers()).among(sizes);
        SortedMap<String, Measured<OtlReading>> readings = new TreeMap<>();
        parts.forEach((name, some) -> readings.put(name, shown.show(name, () -> Measured.of(read(some, intended)))));
        return Collections.unmodifiableSortedMap(readings);
    }

    /**
     * What the students of each group met: the reading of every class, weighed by how many of the group sit in it. A share
     * that a class cannot give leaves that class out of it.
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
        SortedMap<String, Set<Object>> adults = new TreeMap<>();
        SortedMap<String, List<Weighed>> classes = new TreeMap<>();
        for (TeachingLog log : logs) {
            OtlReading reading = read(List.of(log), intended);
            seats.getOrDefault(log.section(), Map.of()).forEach((group, count) -> {
                Checks.notNegative(count, "seats");
                if (count > 0) {
                    sizes.merge(group, count, Long::sum);
                    adults.computeIfAbsent(group, any -> new HashSet<>()).add(log.teacher());
                    classes.computeIfAbsent(group, any -> new ArrayList<>()).add(new Weighed(reading, count));
                }
            });
        }
        SmallGroups.Shown shown = SmallGroups.of(students()).among(sizes);
        SortedMap<String, Measured<OtlReading>> readings = new TreeMap<>();
        classes.forEach((group, some) -> readings.put(
                group,
                teachers().hides(adults.getOrDefault(group, Set.of()).size())
                        ? Measured.suppressed(
                                SuppressionReason.SMALL_GROUP, teachers().name())
                        : shown.show(group, () -> Measured.of(mean(some)))));
        return Collections.unmodifiableSortedMap(readings);
    }

    private record Weighed(OtlReading reading, long students) {}

    private static OtlReading mean(List<Weighed> classes) {
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

    private static Measured<Rational> mean(List<Weighed> classes, Function<OtlReading, Measured<Rational>> share) {
        Rational sum = Rational.ZERO;
        long students = 0;
        Measured<Rational> none = Measured.missing(MissingReason.NOT_COLLECTED);
        for (Weighed one : classes) {
            Measured<Rational> value = share.apply(one.reading());
            if (value.isReported()) {
                sum = sum.plus(value.orElse(Rational.ZERO).times(one.students()));
                students += one.students();
            } else {
                none = value;
            }
        }
        return students == 0 ? none : Measured.of(sum.dividedBy(students));
    }

    private OtlReading read(Collection<TeachingLog> logs, Set<StandardId> intended) {
        long allocated = 0;
        int days = 0;
        List<TaughtTime> times = new ArrayList<>();
        for (TeachingLog log : logs) {
            for (LogDay day : log.days()) {
                days++;
                allocated += day.allocated();
                times.addAll(day.times());
            }
        }
        Set<StandardId> taught = new HashSet<>();
        times.forEach(time -> time.standard().filter(intended::contains).ifPresent(taught::add));
        long all = minutes(times);
        return OtlReading.builder()
                .days(days)
                .onStandards(share(minutes(use(times, TimeUse.STANDARD)), allocated, "no day was logged"))
                .onCustom(share(minutes(use(times, TimeUse.CUSTOM)), allocated, "no day was logged"))
                .notInstructed(share(minutes(use(times, TimeUse.NON_INSTRUCTIONAL)), allocated, "no day was logged"))
                .notLogged(share(allocated - all, allocated, "no day was logged"))
                .contentCovered(share(taught.size(), intended.size(), "no standard is intended"))
                .process(process(times))
                .practice(named(times, TaughtTime::strategy, strategies(), "no strategy is logged"))
                .grouping(named(times, TaughtTime::grouping, groupings(), "no grouping is logged"))
                .build();
    }

    private Measured<Rational> process(List<TaughtTime> times) {
        List<TaughtTime> rated = use(times, TimeUse.STANDARD).stream()
                .filter(time -> time.demand().isPresent())
                .toList();
        return share(
                minutes(rated.stream()
                        .filter(time -> time.demand().orElse(0) >= higherFrom())
                        .toList()),
                minutes(rated),
                "no demand is rated");
    }

    private static Measured<Rational> named(
            List<TaughtTime> times, Function<TaughtTime, Optional<String>> word, Set<String> counts, String otherwise) {
        if (counts.isEmpty()) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "the rule names none");
        }
        List<TaughtTime> known = times.stream()
                .filter(time -> time.use() != TimeUse.NON_INSTRUCTIONAL
                        && word.apply(time).isPresent())
                .toList();
        return share(
                minutes(known.stream()
                        .filter(time ->
                                word.apply(time).filter(counts::contains).isPresent())
                        .toList()),
                minutes(known),
                otherwise);
    }

    private static List<TaughtTime> use(List<TaughtTime> times, TimeUse use) {
        return times.stream().filter(time -> time.use() == use).toList();
    }

    private static long minutes(List<TaughtTime> times) {
        return times.stream().mapToLong(TaughtTime::minutes).sum();
    }

    private static Measured<Rational> share(long part, long whole, String otherwise) {
        return whole == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, otherwise)
                : Measured.of(Rational.of(part, whole));
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
