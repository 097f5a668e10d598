package org.iltlib.curriculum.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Lesson;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.Unit;
import org.immutables.value.Value;

/**
 * A course against the standards of its grade: which of them it teaches, and which of its parts teach none. Only standards
 * that are meant for the grade and have nothing below them count; a unit that names a heading covers no standard below it.
 * Immutable; made in time linear in course and framework.
 */
@Value.Immutable
public abstract class CourseCoverage {
    CourseCoverage() {}

    /** The standards of the grade that a unit or lesson names, in the order of the framework. */
    public abstract List<Standard> covered();

    /** The standards of the grade that nothing names, in the order of the framework. */
    public abstract List<Standard> uncovered();

    /** Units that name no standard, and lessons that name none, as {@code unit} and {@code unit: lesson}. */
    public abstract List<String> unaligned();

    /** What the course names and the framework does not have, each once: a wrong code, or another version. */
    public abstract List<StandardId> unknown();

    /** What the course names and has it of another grade, or a heading; each once, in the order of the course. */
    public abstract List<Standard> outsideOfGrade();

    /** The roots of the framework under which the grade has standards and the course teaches none, in order. */
    public abstract List<Standard> domainsMissing();

    /**
     * The coverage of that course.
     *
     * @throws IllegalArgumentException if the course cites another framework
     */
    public static CourseCoverage of(StandardsFramework framework, Course course) {
        Checks.require(
                course.framework().equals(framework.id()),
                "The course cites \"%s\". Expected \"%s\". Maybe a newer version of the framework.",
                course.framework(),
                framework.id());
        Set<StandardId> named = new LinkedHashSet<>();
        List<String> unaligned = new ArrayList<>();
        for (Unit unit : course.units()) {
            Set<StandardId> here = new LinkedHashSet<>(unit.standards());
            for (Lesson lesson : unit.lessons()) {
                here.addAll(lesson.standards());
                if (lesson.standards().isEmpty()) {
                    unaligned.add(unit.id() + ": " + lesson.title());
                }
            }
            if (here.isEmpty()) {
                unaligned.add(unit.id());
            }
            named.addAll(here);
        }
        List<Standard> applicable = framework.listLeaves(course.grade());
        List<Standard> covered =
                applicable.stream().filter(one -> named.contains(one.id())).toList();
        List<Standard> known = named.stream()
                .flatMap(id -> framework.findStandard(id).stream())
                .toList();
        Set<Standard> domains = roots(framework, applicable);
        domains.removeAll(roots(framework, covered));
        return new Builder()
                .addAllCovered(covered)
                .addAllUncovered(applicable.stream()
                        .filter(one -> !named.contains(one.id()))
                        .toList())
                .addAllUnaligned(unaligned)
                .addAllUnknown(named.stream()
                        .filter(id -> framework.findStandard(id).isEmpty())
                        .toList())
                .addAllOutsideOfGrade(
                        known.stream().filter(one -> !applicable.contains(one)).toList())
                .addAllDomainsMissing(domains)
                .build();
    }

    private static Set<Standard> roots(StandardsFramework framework, List<Standard> standards) {
        Set<Standard> roots = new LinkedHashSet<>();
        for (Standard one : standards) {
            List<Standard> above = framework.listAncestors(one.id());
            roots.add(above.stream()
                    .filter(ancestor -> ancestor.parent().isEmpty())
                    .findFirst()
                    .orElse(one));
        }
        return roots;
    }

    /** The covered standards as a share of those of the grade; missing if there are none. */
    public Measured<Fraction> share() {
        int all = covered().size() + uncovered().size();
        return all == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no standard is meant for this grade")
                : Measured.of(Fraction.of(covered().size(), all));
    }

    /** In words. */
    public Explanation explanation() {
        return Explanation.of(
                        "%s of %s standards of the grade are taught.",
                        covered().size(), covered().size() + uncovered().size())
                .because(
                        "Not taught: %s.",
                        uncovered().stream().map(Standard::label).toList())
                .because("Units and lessons that teach no standard: %s.", unaligned())
                .because("Not in the framework: %s.", unknown())
                .because(
                        "Headings, or of another grade: %s.",
                        outsideOfGrade().stream().map(Standard::label).toList())
                .because(
                        "Missing altogether: %s.",
                        domainsMissing().stream().map(Standard::label).toList());
    }

    static final class Builder extends ImmutableCourseCoverage.Builder {
        Builder() {}
    }
}
