package org.iltlib.analytics.coherence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.pacing.PacedUnit;
import org.iltlib.curriculum.pacing.PacingCalendar;
import org.iltlib.curriculum.pacing.SchoolCalendar;
import org.iltlib.learning.enacted.LogDay;
import org.iltlib.learning.enacted.TaughtTime;
import org.iltlib.learning.enacted.TeachingLog;

/** Makes the five curricula from what is recorded. Each is linear in what it is made from. */
public final class Layers {
    private Layers() {}

    /** The standards of the grade that have nothing below them, all of one weight; no demand is rated. */
    public static CurriculumLayer intended(StandardsFramework framework, GradeLevel grade) {
        return intended(framework, grade, DemandScale.DOK, Map.of()).toBuilder()
                .scale(Optional.empty())
                .build();
    }

    /**
     * The standards of the grade that have nothing below them, all of one weight, at the demand that a panel agreed for
     * them.
     *
     * @param framework the framework
     * @param grade the grade
     * @param scale the scale of demand
     * @param demand the level of each standard; those not named are not rated
     * @throws IllegalArgumentException if a level does not lie on the scale
     */
    public static CurriculumLayer intended(
            StandardsFramework framework, GradeLevel grade, DemandScale scale, Map<StandardId, Integer> demand) {
        demand.values().forEach(scale::getLevel);
        CurriculumLayer.Builder layer = CurriculumLayer.builder()
                .name(LayerName.INTENDED)
                .framework(framework.id())
                .unit("standards")
                .scale(scale.id())
                .addAllWholes(wholes(framework, grade));
        framework
                .listLeaves(grade)
                .forEach(one ->
                        layer.putWeights(new ContentCell(one.id(), demand.getOrDefault(one.id(), 0)), Rational.ONE));
        return layer.build();
    }

    /**
     * The standards of a framework that have parts meant for the grade, headings among them: what makes a course that names
     * a whole comparable with a test that names its parts.
     */
    public static List<CurriculumLayer.Whole> wholes(StandardsFramework framework, GradeLevel grade) {
        SortedMap<StandardId, List<StandardId>> parts = new TreeMap<>();
        for (Standard leaf : framework.listLeaves(grade)) {
            framework
                    .listAncestors(leaf.id())
                    .forEach(above -> parts.computeIfAbsent(above.id(), any -> new ArrayList<>())
                            .add(leaf.id()));
        }
        return parts.entrySet().stream()
                .map(one -> new CurriculumLayer.Whole(one.getKey(), one.getValue()))
                .toList();
    }

    /**
     * The planned days of instruction up to a day, those of a unit shared equally by the standards that it names. A unit
     * without standards weighs nothing.
     *
     * @throws IllegalArgumentException if plan, calendar and course do not belong together, or more days are planned than
     *     there are
     */
    public static CurriculumLayer written(Course course, PacingCalendar plan, SchoolCalendar calendar, LocalDate upTo) {
        Checks.require(
                plan.course().equals(course.id()) && plan.calendar().equals(calendar.id()),
                "The plan is of \"%s\" and \"%s\". Expected \"%s\" and \"%s\".",
                plan.course(),
                plan.calendar(),
                course.id(),
                calendar.id());
        int today = calendar.countUpTo(upTo);
        SortedMap<ContentCell, Rational> days = new TreeMap<>();
        SortedMap<StandardId, LocalDate> first = new TreeMap<>();
        for (PacedUnit unit : plan.units()) {
            List<StandardId> standards = course.findUnit(unit.unit())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The course has no unit \"%s\". Maybe it is an earlier version.".formatted(unit.unit())))
                    .standards();
            int gone = Math.min(today, unit.lastDay()) - unit.firstDay() + 1;
            if (gone > 0) {
                LocalDate begun = calendar.getDay(unit.firstDay());
                for (StandardId standard : standards) {
                    days.merge(ContentCell.of(standard), Rational.of(gone, standards.size()), Rational::plus);
                    earliest(first, standard, begun);
                }
            }
        }
        return CurriculumLayer.builder()
                .name(LayerName.WRITTEN)
                .framework(course.framework())
                .unit("days")
                .putAllWeights(days)
                .putAllFirstDays(first)
                .build();
    }

    /**
     * The minutes on each standard that the classes of several teachers logged up to a day. Withheld if the teachers
     * who logged a minute on a standard by then are fewer than the policy allows: of one teacher it is data on that person,
     * who may look at {@link #own}.
     *
     * @param logs the logs of classes, all on standards of that framework
     * @param framework the framework
     * @param upTo the last day that counts
     * @param policy how few teachers are too few
     */
    public static Measured<CurriculumLayer> enacted(
            Collection<TeachingLog> logs, EntryId framework, LocalDate upTo, SuppressionPolicy policy) {
        long teachers = logs.stream()
                .filter(log -> log.days().stream()
                        .filter(day -> !day.on().isAfter(upTo))
                        .flatMap(day -> day.times().stream())
                        .anyMatch(time -> time.minutes() > 0 && time.standard().isPresent()))
                .map(TeachingLog::teacher)
                .distinct()
                .count();
        if (teachers == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody logged");
        }
        return policy.hides(teachers)
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, policy.name())
                : Measured.of(minutes(logs, framework, upTo));
    }

    /** The minutes on each standard of one log, for the eyes of the teacher who kept it. */
    public static CurriculumLayer own(TeachingLog log, EntryId framework, LocalDate upTo) {
        return minutes(List.of(log), framework, upTo);
    }

    private static CurriculumLayer minutes(Collection<TeachingLog> logs, EntryId framework, LocalDate upTo) {
        SortedMap<ContentCell, Rational> minutes = new TreeMap<>();
        SortedMap<StandardId, LocalDate> first = new TreeMap<>();
        Checks.require(
                logs.stream().map(TeachingLog::scale).distinct().count() <= 1,
                "The logs are on several scales of demand: %s. Expected one.",
                logs.stream().map(TeachingLog::scale).distinct().sorted().toList());
        for (TeachingLog log : logs) {
            for (LogDay day : log.days()) {
                for (TaughtTime time : day.on().isAfter(upTo) ? List.<TaughtTime>of() : day.times()) {
                    time.standard().ifPresent(standard -> {
                        ContentCell cell =
                                new ContentCell(standard, time.demand().orElse(0));
                        minutes.merge(cell, Rational.of(time.minutes()), Rational::plus);
                        earliest(first, standard, day.on());
                    });
                }
            }
        }
        return CurriculumLayer.builder()
                .name(LayerName.ENACTED)
                .framework(framework)
                .unit("minutes")
                .scale(logs.stream().map(TeachingLog::scale).findFirst())
                .putAllWeights(minutes)
                .putAllFirstDays(first)
                .build();
    }

    /**
     * The items of the tests that were given up to a day. An item weighs 1, shared equally by its raters and then by the
     * objectives that a rater names; what a rater cannot code weighs nothing.
     *
     * @throws IllegalArgumentException if a test is judged against another framework, or two of them on two scales of demand
     */
    public static CurriculumLayer assessed(Collection<AssessedOn> tests, EntryId framework, LocalDate upTo) {
        List<String> scales = tests.stream()
                .filter(test -> !test.on().isAfter(upTo))
                .map(test -> test.alignment().scale())
                .distinct()
                .toList();
        Checks.require(
                scales.size() <= 1,
                "The tests are judged on several scales of demand: %s. Expected one."
                        + " Maybe make a curriculum of each, and translate one by a declared crosswalk.",
                scales.stream().sorted().toList());
        SortedMap<ContentCell, Rational> items = new TreeMap<>();
        SortedMap<StandardId, LocalDate> first = new TreeMap<>();
        for (AssessedOn test : tests) {
            Checks.require(
                    test.alignment().framework().equals(framework),
                    "\"%s\" is judged against \"%s\". Expected \"%s\". Maybe carry the judgments to the later version.",
                    test.alignment().id(),
                    test.alignment().framework(),
                    framework);
            if (test.on().isAfter(upTo)) {
                continue;
            }
            List<AlignmentJudgment> judgments = test.alignment().listRound(test.round());
            Map<String, Long> raters =
                    judgments.stream().collect(Collectors.groupingBy(AlignmentJudgment::item, Collectors.counting()));
            for (AlignmentJudgment one : judgments) {
                List<StandardId> objectives = one.listObjectives();
                for (StandardId objective : objectives) {
                    ContentCell cell = new ContentCell(objective, one.demand().orElse(0));
                    long parts = Math.multiplyExact(raters.getOrDefault(one.item(), 1L), (long) objectives.size());
                    items.merge(cell, Rational.of(1, parts), Rational::plus);
                    earliest(first, objective, test.on());
                }
            }
        }
        return CurriculumLayer.builder()
                .name(LayerName.ASSESSED)
                .framework(framework)
                .unit("items")
                .scale(scales.stream().findFirst())
                .putAllWeights(items)
                .putAllFirstDays(first)
                .build();
    }

    /**
     * What students show, by standard: shares of a group that somebody measured, never rows. As weights they give the
     * profile of what was attained, each share over their sum; what is withheld or missing is unknown, not zero.
     */
    public static CurriculumLayer attained(
            Map<StandardId, Measured<Fraction>> results, EntryId framework, LocalDate on) {
        CurriculumLayer.Builder layer = CurriculumLayer.builder()
                .name(LayerName.ATTAINED)
                .framework(framework)
                .unit("share of students");
        SortedSet<StandardId> unknown = new TreeSet<>();
        results.forEach((standard, result) -> {
            if (result.isReported()) {
                Fraction share = result.orElse(Fraction.ONE);
                layer.putWeights(ContentCell.of(standard), Rational.of(share.numerator(), share.denominator()));
                layer.putFirstDays(standard, on);
            } else {
                unknown.add(standard);
            }
        });
        return layer.addAllUnknown(unknown).build();
    }

    private static void earliest(SortedMap<StandardId, LocalDate> first, StandardId standard, LocalDate day) {
        first.merge(standard, day, (one, other) -> one.isBefore(other) ? one : other);
    }
}
