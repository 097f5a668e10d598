package org.iltlib.analytics.achievement.standing;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.finding.Finding;
import org.iltlib.finding.Standing;

/**
 * Whether every grade shows a strength and evidence of rigor, or which do not. Immutable.
 *
 * @param grades the grades of the school, at least one
 * @param withoutStrength those of which no finding names a strength
 * @param withoutRigor those for which no evidence of rigor is cited: judged tasks, alignment, walks
 */
public record GradeCompleteness(
        SortedSet<GradeLevel> grades, SortedSet<GradeLevel> withoutStrength, SortedSet<GradeLevel> withoutRigor) {
    /** Copies the sets and checks that the grades hold the others. */
    public GradeCompleteness {
        grades = copy(Checks.notEmpty(grades, "grades"));
        withoutStrength = copy(withoutStrength);
        withoutRigor = copy(withoutRigor);
        Checks.require(
                grades.containsAll(withoutStrength) && grades.containsAll(withoutRigor),
                "%s and %s are not all of %s.",
                withoutStrength,
                withoutRigor,
                grades);
    }

    private static SortedSet<GradeLevel> copy(Collection<GradeLevel> grades) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(grades));
    }

    /**
     * What is there for each grade. A finding without a grade speaks for none.
     *
     * @param grades the grades of the school
     * @param findings the findings
     * @param rigor the evidence of rigor, by grade
     */
    public static GradeCompleteness of(
            Collection<GradeLevel> grades,
            Collection<Finding> findings,
            Map<GradeLevel, ? extends Collection<EntryId>> rigor) {
        NavigableSet<GradeLevel> strengths = new TreeSet<>(grades);
        findings.stream()
                .filter(finding -> finding.standing() == Standing.STRENGTH)
                .flatMap(finding -> finding.grade().stream())
                .forEach(strengths::remove);
        NavigableSet<GradeLevel> rigors = new TreeSet<>(grades);
        rigor.forEach((grade, evidence) -> {
            if (!evidence.isEmpty()) {
                rigors.remove(grade);
            }
        });
        return new GradeCompleteness(new TreeSet<>(grades), strengths, rigors);
    }

    /** Whether every grade has both. */
    public boolean isComplete() {
        return withoutStrength.isEmpty() && withoutRigor.isEmpty();
    }

    /** In words, naming the grades. */
    public Explanation explanation() {
        return Explanation.of(
                        isComplete()
                                ? "Every grade shows a strength and evidence of rigor."
                                : "Not every grade shows a strength and evidence of rigor.")
                .because("%d grades: %s.", grades.size(), words(grades))
                .because("Without a strength: %s.", words(withoutStrength))
                .because("Without evidence of rigor: %s.", words(withoutRigor));
    }

    private static String words(SortedSet<GradeLevel> grades) {
        return grades.isEmpty()
                ? "none"
                : String.join(", ", grades.stream().map(GradeLevel::toString).toList());
    }
}
