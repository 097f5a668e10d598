package org.iltlib.analytics.equity;

import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.HedgesG;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WelchTest;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Subject;
import org.iltlib.base.SuppressionReason;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.Gap;
import org.iltlib.finding.StudentGroup;

/**
 * The gap between two groups of a school's students, group less reference, beside the same gap in all other schools.
 * Immutable.
 *
 * <p>A gap is withheld if either group is smaller than the policy allows. Students count as independent. The gap of the
 * others pools their students, so part of it lies between schools.
 *
 * @param group the group that is looked at
 * @param reference the group with which it is compared, of the same column
 * @param policy how small a group may be
 */
public record GroupGap(StudentGroup group, StudentGroup reference, SuppressionPolicy policy) {
    /**
     * What came out.
     *
     * @param ours the gap in the school
     * @param others the gap in all other schools
     * @param excess ours less that of the others, with a normal 95 % interval; missing where the others have no gap
     */
    public record Result(Side ours, Measured<Side> others, Measured<Estimate> excess) {}

    /**
     * A gap.
     *
     * @param difference group mean less reference mean, with its Welch interval
     * @param standardised the same in standard deviations, Hedges' g
     */
    public record Side(Estimate difference, Measured<Estimate> standardised) {}

    /** Checks that the two are different groups of one column. */
    public GroupGap {
        if (!group.by().equals(reference.by()) || group.equals(reference)) {
            throw new IllegalArgumentException("group is \"" + group + "\" and reference \"" + reference
                    + "\". Expected two labels of one column.");
        }
    }

    /** The gap between two labels of a column, the second being the reference. */
    public static GroupGap of(String by, String group, String reference, SuppressionPolicy policy) {
        return new GroupGap(StudentGroup.of(by, group), StudentGroup.of(by, reference), policy);
    }

    /** The gap in that school, subject and grade; withheld or missing where a group is too small. One pass. */
    public Measured<Result> of(ScoreTable table, OrgUnitId school, Subject subject, GradeLevel grade) {
        LabelColumn labels = table.groups(group.by());
        ScoreColumn scores = table.scores(subject);
        int[] codes = {labels.getCode(group.level()), labels.getCode(reference.level())};
        int unit = table.units().getCode(school.value());
        int level = table.grades().getCode(grade.code());
        Moments[] sides = {Moments.EMPTY, Moments.EMPTY, Moments.EMPTY, Moments.EMPTY};
        for (int row = 0; row < table.rows(); row++) {
            int label = labels.code(row) == codes[0] ? 0 : labels.code(row) == codes[1] ? 1 : -1;
            if (label >= 0 && table.grades().code(row) == level && scores.isPresent(row)) {
                int side = label + (table.units().code(row) == unit ? 0 : 2);
                sides[side] = sides[side].with(scores.get(row));
            }
        }
        if (policy.hides(sides[0].n()) || policy.hides(sides[1].n())) {
            return Measured.suppressed(SuppressionReason.SMALL_GROUP, policy.name());
        }
        Measured<Side> others = side(sides[2], sides[3]);
        return side(sides[0], sides[1])
                .map(ours ->
                        new Result(ours, others, others.map(their -> excess(ours.difference(), their.difference()))));
    }

    /** A result as a gap that can be recorded. */
    public Gap gap(EntryId id, Subject subject, GradeLevel grade, Measured<Result> result, EntryId evidence) {
        return Gap.builder()
                .id(id)
                .subject(subject)
                .grade(grade)
                .group(group)
                .reference(reference)
                .difference(result.map(shown -> shown.ours().difference()))
                .standardised(result.flatMap(shown -> shown.ours().standardised()))
                .addEvidence(evidence)
                .explanation(Explanation.of("%s, %s: %s less %s", subject, grade, group, reference)
                        .because("In the school: "
                                + result.map(shown -> shown.ours().difference().toString())
                                        .orElse("not shown"))
                        .because("In the other schools: "
                                + result.flatMap(Result::others)
                                        .map(side -> side.difference().toString())
                                        .orElse("not shown"))
                        .because("Welch interval; students count as independent."))
                .build();
    }

    private static Measured<Side> side(Moments group, Moments reference) {
        return WelchTest.withDefaults()
                .of(group, reference)
                .map(test -> new Side(test.difference(), HedgesG.withDefaults().of(group, reference)));
    }

    private static Estimate excess(Estimate ours, Estimate others) {
        double error = Math.hypot(
                ours.standardError().orElse(0.0), others.standardError().orElse(0.0));
        double value = ours.value() - others.value();
        double reach = error * Distributions.normalQuantile(0.975);
        return Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(0.95)
                .standardError(error)
                .n(ours.n() + others.n())
                .unit(ours.unit())
                .method("difference of two gaps, normal interval")
                .build();
    }
}
