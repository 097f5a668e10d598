package org.iltlib.analytics.alignment.progression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * that is not taught are passed over; see {@link #listGaps}. So are steps between a part and its whole, for a unit that
     * teaches the whole teaches its parts.
     */
    public List<TimingConflict> listConflicts(PrerequisiteGraph graph) {
        return listConflicts(steps(graph));
    }

    /** As {@link #listConflicts(PrerequisiteGraph)}, for any steps, those between subjects say. */
    public List<TimingConflict> listConflicts(List<Prerequisite> steps) {
        Map<StandardId, Teaching> first = first();
        List<TimingConflict> conflicts = new ArrayList<>();
        for (Prerequisite step : steps) {
            Teaching need = first.get(step.before());
            Teaching use = first.get(step.after());
            if (need != null && use != null && Teaching.BY_TIME.compare(need, use) > 0) {
                conflicts.add(new TimingConflict(step, use, Optional.of(need)));
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
     * a whole if all of its parts are.
     */
    public List<TimingConflict> listGaps(PrerequisiteGraph graph) {
        Map<StandardId, Teaching> first = first();
        List<TimingConflict> gaps = new ArrayList<>();
        for (Prerequisite step : steps(graph)) {
            Teaching use = first.get(step.after());
            if (use != null && !isTaught(step.before(), graph, first)) {
                gaps.add(new TimingConflict(step, use, Optional.empty()));
            }
        }
        return List.copyOf(gaps);
    }

    private static boolean isTaught(StandardId one, PrerequisiteGraph graph, Map<StandardId, Teaching> first) {
        for (Optional<StandardId> next = Optional.of(one);
                next.isPresent();
                next = Optional.ofNullable(graph.parts().get(next.get()))) {
            if (first.containsKey(next.get())) {
                return true;
            }
        }
        List<StandardId> parts = graph.parts().entrySet().stream()
                .filter(part -> part.getValue().equals(one))
                .map(Map.Entry::getKey)
                .toList();
        return !parts.isEmpty() && parts.stream().allMatch(first::containsKey);
    }

    private static List<Prerequisite> steps(PrerequisiteGraph graph) {
        return graph.edges().stream()
                .filter(step -> !step.after().equals(graph.parts().get(step.before())))
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
