package org.iltlib.analytics.alignment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/**
 * Which standards of a grade the items of assessments ask for. Only standards that are meant for the grade and have
 * nothing below them count; an item that names a heading covers no standard below it.
 *
 * @param covered the applicable standards that at least one judgment names, in the order of the framework
 * @param uncovered the applicable standards that no judgment names, in the order of the framework
 * @param unaligned the items that no rater could tie to a standard of the framework, by name
 */
public record Coverage(List<Standard> covered, List<Standard> uncovered, List<String> unaligned) {
    /** Copies the lists. */
    public Coverage {
        covered = List.copyOf(covered);
        uncovered = List.copyOf(uncovered);
        unaligned = List.copyOf(unaligned);
    }

    /**
     * The coverage of that grade's standards; primary and secondary objectives both count. Linear.
     *
     * @throws IllegalArgumentException if an alignment is about another framework
     */
    public static Coverage of(StandardsFramework framework, GradeLevel grade, List<Alignment> alignments) {
        Set<StandardId> named = new LinkedHashSet<>();
        Set<String> unaligned = new TreeSet<>();
        for (Alignment alignment : alignments) {
            Checks.require(
                    alignment.framework().equals(framework.id()),
                    "alignment \"%s\" is about \"%s\". Expected \"%s\". Maybe a newer version of the framework.",
                    alignment.id(),
                    alignment.framework(),
                    framework.id());
            Set<String> loose = new TreeSet<>(alignment.listItems());
            for (AlignmentJudgment judgment : alignment.judgments()) {
                for (StandardId objective : judgment.listObjectives()) {
                    if (framework.findStandard(objective).isPresent()) {
                        named.add(objective);
                        loose.remove(judgment.item());
                    }
                }
            }
            unaligned.addAll(loose);
        }
        List<Standard> applicable = framework.listLeaves(grade);
        return new Coverage(
                applicable.stream().filter(one -> named.contains(one.id())).toList(),
                applicable.stream().filter(one -> !named.contains(one.id())).toList(),
                List.copyOf(unaligned));
    }

    /** The covered standards as a share of the applicable ones; missing if none applies. */
    public Measured<Ratio> share() {
        int applicable = covered.size() + uncovered.size();
        return applicable == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no standard is meant for this grade")
                : Measured.of(Ratio.of(covered.size(), applicable));
    }

    /** Why, for a principal. */
    public Explanation explanation() {
        return Explanation.of("%d of %d standards are covered.", covered.size(), covered.size() + uncovered.size())
                .because(
                        "Not covered: %s.",
                        uncovered.stream().map(Standard::label).toList())
                .because("Items that ask for no standard: %s.", unaligned);
    }
}
