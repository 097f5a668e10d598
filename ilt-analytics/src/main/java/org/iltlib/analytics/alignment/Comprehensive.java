package org.iltlib.analytics.alignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/**
 * Whether the courses of a band of grades make a whole: how many of the standards that are meant for the band some course
 * of the right grade teaches, whether every domain is there, and whether the planned days fit into the year.
 *
 * @param bands a reading for each band, in the order given
 */
public record Comprehensive(List<Band> bands) {
    /**
     * One domain in one band.
     *
     * @param name the domain
     * @param covered how many of its applicable standards some course teaches
     * @param applicable how many standards of it are meant for the band, at least 1
     */
    public record Domain(String name, int covered, int applicable) {
        /** Whether any of it is taught. */
        public boolean present() {
            return covered > 0;
        }
    }

    /**
     * One course that plans more days than there are.
     *
     * @param course its title
     * @param planned the days planned for its units
     * @param available the days that there are
     */
    public record Overrun(String course, int planned, int available) {}

    /**
     * One band of grades.
     *
     * @param grades the grades, youngest first
     * @param domains every domain that has applicable standards, in the order of the framework
     * @param open what is wanting
     */
    public record Band(List<GradeLevel> grades, List<Domain> domains, Open open) {
        /** Copies the lists. */
        public Band {
            grades = List.copyOf(grades);
            domains = List.copyOf(domains);
        }

        /** Covered standards over applicable ones; missing if none applies. */
        public Measured<Ratio> coverage() {
            long applicable = domains.stream().mapToLong(Domain::applicable).sum();
            return applicable == 0
                    ? Measured.missing(MissingReason.NOT_APPLICABLE, "no standard is meant for these grades")
                    : Measured.of(
                            Ratio.of(domains.stream().mapToLong(Domain::covered).sum(), applicable));
        }

        /** The domains of which nothing is taught. */
        public List<String> listMissingDomains() {
            return domains.stream()
                    .filter(domain -> !domain.present())
                    .map(Domain::name)
                    .toList();
        }

        /** Whether every standard is covered, every domain present, and every course fits. */
        public boolean whole() {
            return open.uncovered().isEmpty() && open.overruns().isEmpty() && !domains.isEmpty();
        }
    }

    /**
     * What is wanting in a band.
     *
     * @param uncovered the applicable standards that no course teaches, in the order of the framework
     * @param overruns the courses that plan more days than there are
     */
    public record Open(List<Standard> uncovered, List<Overrun> overruns) {
        /** Copies the lists. */
        public Open {
            uncovered = List.copyOf(uncovered);
            overruns = List.copyOf(overruns);
        }
    }

    /** Copies the list. */
    public Comprehensive {
        bands = List.copyOf(bands);
    }

    /**
     * The reading of those courses. A standard without anything below it is applicable to a band if it is meant for a
     * grade of it, and covered if a course of such a grade teaches it or something above it.
     *
     * @param bands the bands, each its grades
     * @param domainOf the domain of a standard, by name
     * @param availableDays the school days of a year
     * @throws IllegalArgumentException if a course cites another framework or there is no day
     */
    public static Comprehensive of(
            StandardsFramework framework,
            List<Course> courses,
            List<List<GradeLevel>> bands,
            Function<Standard, String> domainOf,
            int availableDays) {
        Checks.positive(availableDays, "availableDays");
        for (Course course : courses) {
            Checks.require(
                    course.framework().equals(framework.id()),
                    "course \"%s\" cites \"%s\". Expected \"%s\". Maybe a newer version of the framework.",
                    course.title(),
                    course.framework(),
                    framework.id());
        }
        List<Band> readings = new ArrayList<>();
        for (List<GradeLevel> grades : bands) {
            Checks.notEmpty(grades, "grades");
            List<Course> own = courses.stream()
                    .filter(course -> grades.contains(course.grade()))
                    .toList();
            readings.add(band(framework, own, grades, domainOf, availableDays));
        }
        return new Comprehensive(readings);
    }

    private static Band band(
            StandardsFramework framework,
            List<Course> courses,
            List<GradeLevel> grades,
            Function<Standard, String> domainOf,
            int availableDays) {
        Map<GradeLevel, Set<StandardId>> taught = new LinkedHashMap<>();
        courses.forEach(course -> taught.computeIfAbsent(course.grade(), any -> new LinkedHashSet<>())
                .addAll(course.listStandards()));
        Set<Standard> applicable = new LinkedHashSet<>();
        grades.stream().sorted().forEach(grade -> applicable.addAll(framework.listLeaves(grade)));
        Map<String, int[]> domains = new LinkedHashMap<>();
        List<Standard> uncovered = new ArrayList<>();
        for (Standard standard : framework.items()) {
            if (applicable.contains(standard)) {
                boolean covered = grades.stream()
                        .filter(standard::appliesTo)
                        .anyMatch(grade -> teaches(framework, taught.getOrDefault(grade, Set.of()), standard));
                int[] counts = domains.computeIfAbsent(domainOf.apply(standard), any -> new int[2]);
                counts[0] += covered ? 1 : 0;
                counts[1]++;
                if (!covered) {
                    uncovered.add(standard);
                }
            }
        }
        List<Domain> read = new ArrayList<>();
        domains.forEach((name, counts) -> read.add(new Domain(name, counts[0], counts[1])));
        List<Overrun> overruns = courses.stream()
                .filter(course -> course.plannedDays() > availableDays)
                .map(course -> new Overrun(course.title(), course.plannedDays(), availableDays))
                .toList();
        return new Band(grades.stream().sorted().toList(), read, new Open(uncovered, overruns));
    }

    private static boolean teaches(StandardsFramework framework, Set<StandardId> taught, Standard standard) {
        return taught.contains(standard.id())
                || framework.listAncestors(standard.id()).stream().anyMatch(above -> taught.contains(above.id()));
    }

    /** Why, for a principal. */
    public Explanation explanation() {
        Explanation explanation = Explanation.of(
                bands.stream().allMatch(Band::whole) ? "The curriculum is whole." : "The curriculum is not whole.");
        for (Band band : bands) {
            Explanation line = Explanation.of("%s: %s of the standards are taught.", band.grades(), band.coverage());
            if (!band.listMissingDomains().isEmpty()) {
                line = line.because("Domains of which nothing is taught: %s.", band.listMissingDomains());
            }
            for (Overrun overrun : band.open().overruns()) {
                line = line.because(
                        "%s plans %s days of %s.", overrun.course(), overrun.planned(), overrun.available());
            }
            explanation = explanation.because(line);
        }
        return explanation;
    }
}
