package org.iltlib.analytics.alignment.progression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iltlib.analytics.alignment.Prerequisite;
import org.iltlib.analytics.alignment.PrerequisiteGraph;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.Unit;

/**
 * When courses teach which standard, and where that goes against what needs what. All courses of a grade begin on the
 * same day. Immutable; answers are linear in teachings and steps.
 *
 * @param teachings every teaching, in the order given
 */
public record Pacing(List<Teaching> teachings) {
    /** Copies the list. */
    public Pacing {
        teachings = List.copyOf(teachings);
    }

    /**
     * The pacing that courses plan: their units one after the other, each for its planned days.
     *
     * @throws IllegalArgumentException if two courses have the same title
     */
    public static Pacing of(List<Course> courses) {
        Checks.distinct(courses.stream().map(Course::title).toList(), "courses");
        List<Teaching> teachings = new ArrayList<>();
        for (Course course : courses) {
            int day = 1;
            for (Unit unit : course.units()) {
                for (StandardId standard : unit.standards()) {
                    teachings.add(Teaching.builder()
                            .standard(standard)
                            .course(course.title())
                            .subject(course.subject())
                            .unit(unit.title())
                            .grade(course.grade())
                            .firstDay(day)
                            .lastDay(day + unit.plannedDays() - 1)
                            .build());
                }
                day += unit.plannedDays();
            }
        }
        return new Pacing(teachings);
    }

    /** Where each standard is first taught; of two that begin together, the one given first. */
    private Map<StandardId, Teaching> first() {
        Map<StandardId, Teaching> first = new LinkedHashMap<>();
        for (Teaching one : teachings) {
            first.merge(
                    one.standard(), one, (known, other) -> Teaching.BY_TIME.compare(other, known) < 0 ? other : known);
        }
        return first;
    }

    /**
     * The steps of the graph that the courses go against: what is needed begins after what needs it. Steps with an end
     * that is not taught are passed over; see {@link #listGaps}.
     *
     * <p>A unit that teaches a whole teaches its parts. A whole that no unit names is taught with its parts: what needs it
     * must wait for the last of them, if all are taught, and what it needs must come before the first. Steps between a part
     * and its whole are passed over.
     */
    public List<TimingConflict> listConflicts(PrerequisiteGraph graph) {
        TaughtParts taught = new TaughtParts(first(), graph.parts());
        return conflicts(steps(graph), taught::findNeed, taught::findUse);
    }

    /** As {@link #listConflicts(PrerequisiteGraph)}, for any steps, those between subjects say; parts are not known. */
    public List<TimingConflict> listConflicts(List<Prerequisite> steps) {
        TaughtParts taught = new TaughtParts(first(), Map.of());
        return conflicts(steps, taught::findNeed, taught::findUse);
    }

    private static List<TimingConflict> conflicts(
            List<Prerequisite> steps,
            Function<StandardId, Optional<Teaching>> needs,
            Function<StandardId, Optional<Teaching>> uses) {
        List<TimingConflict> conflicts = new ArrayList<>();
        for (Prerequisite step : steps) {
            Optional<Teaching> need = needs.apply(step.before());
            Optional<Teaching> use = uses.apply(step.after());
            if (need.isPresent() && use.isPresent() && Teaching.BY_TIME.compare(need.get(), use.get()) > 0) {
                conflicts.add(new TimingConflict(step, use.get(), need));
            }
        }
        return List.copyOf(conflicts);
    }

    /** Of the conflicts over those steps, the ones between two subjects: one subject waits for another. */
    public List<TimingConflict> listCrossSubjectConflicts(List<Prerequisite> steps) {
        return listConflicts(steps).stream()
                .filter(TimingConflict::crossSubject)
                .toList();
    }

    /**
     * The steps of the graph whose end is taught and whose start is not. A standard counts as taught if its whole is, and
     * a whole if all of its parts are; what a whole needs is missing as soon as one of its parts is taught.
     */
    public List<TimingConflict> listGaps(PrerequisiteGraph graph) {
        TaughtParts taught = new TaughtParts(first(), graph.parts());
        List<TimingConflict> gaps = new ArrayList<>();
        for (Prerequisite step : steps(graph)) {
            Optional<Teaching> use = taught.findUse(step.after());
            if (use.isPresent() && taught.findNeed(step.before()).isEmpty()) {
                gaps.add(new TimingConflict(step, use.get(), Optional.empty()));
            }
        }
        return List.copyOf(gaps);
    }

    private static List<Prerequisite> steps(PrerequisiteGraph graph) {
        return graph.edges().stream()
                .filter(step -> !graph.isOneFamily(step.before(), step.after()))
                .toList();
    }

    /** The standards that more than one unit teaches, each with its teachings, in order of first teaching given. */
    public Map<StandardId, List<Teaching>> listRepeats() {
        Map<StandardId, List<Teaching>> all = new LinkedHashMap<>();
        teachings.forEach(one ->
                all.computeIfAbsent(one.standard(), any -> new ArrayList<>()).add(one));
        all.values().removeIf(found -> found.size() < 2);
        all.replaceAll((standard, found) -> List.copyOf(found));
        return all;
    }

    /** The standards in the order in which they are first taught; what begins together stays in the order given. */
    public List<StandardId> listSchedule() {
        return first().values().stream()
                .sorted(Teaching.BY_TIME)
                .map(Teaching::standard)
                .toList();
    }
}
