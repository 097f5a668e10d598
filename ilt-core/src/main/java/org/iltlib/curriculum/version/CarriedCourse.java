package org.iltlib.curriculum.version;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Lesson;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.Unit;

/**
 * A course brought to a later version of its framework. Links that are carried or resolved go to their new standards; open
 * ones are taken out and listed, so that the course names standards of one version only and nothing is lost.
 *
 * @param course the course under the later version, replacing the earlier one
 * @param open where which standard is still open, in the order of the course
 */
public record CarriedCourse(Course course, List<OpenLink> open) {
    /**
     * A link that waits for a person's word.
     *
     * @param where the unit, or {@code unit: lesson}
     * @param standard the standard of the earlier version
     */
    public record OpenLink(String where, StandardId standard) {}

    /** Copies. */
    public CarriedCourse {
        open = List.copyOf(open);
    }

    /**
     * Carries a course. Linear.
     *
     * @param course a course of the earlier version
     * @param migration the account of the links
     * @param id the id of the new course
     * @throws IllegalArgumentException if the course cites another framework
     */
    public static CarriedCourse of(Course course, FrameworkMigration migration, EntryId id) {
        Checks.require(
                course.framework().equals(migration.before()),
                "The course cites \"%s\". Expected \"%s\", the earlier version.",
                course.framework(),
                migration.before());
        List<OpenLink> open = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        for (Unit unit : course.units()) {
            List<Lesson> lessons = new ArrayList<>();
            List<StandardId> standards = carry(unit.id(), unit.standards(), migration, open);
            for (Lesson lesson : unit.lessons()) {
                lessons.add(new Lesson(
                        lesson.title(),
                        carry(unit.id() + ": " + lesson.title(), lesson.standards(), migration, open),
                        lesson.minutes()));
            }
            units.add(unit.toBuilder().standards(standards).lessons(lessons).build());
        }
        Course young = course.toBuilder()
                .id(id)
                .framework(migration.after())
                .replaces(course.id())
                .units(units)
                .build();
        return new CarriedCourse(young, open);
    }

    private static List<StandardId> carry(
            String where, List<StandardId> standards, FrameworkMigration migration, List<OpenLink> open) {
        Set<StandardId> carried = new LinkedHashSet<>();
        for (StandardId standard : standards) {
            Optional<List<StandardId>> to = migration.successors(standard);
            to.ifPresent(carried::addAll);
            if (to.isEmpty()) {
                open.add(new OpenLink(where, standard));
            }
        }
        return List.copyOf(carried);
    }
}
