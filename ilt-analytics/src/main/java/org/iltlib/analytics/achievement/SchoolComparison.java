package org.iltlib.analytics.achievement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.stats.BenjaminiHochberg;
import org.iltlib.analytics.stats.HedgesG;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WelchTest;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Subject;
import org.iltlib.base.SuppressionReason;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.Finding;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Standing;
import org.iltlib.finding.StudentGroup;

/**
 * One school's mean scores against the students of all other schools, by grade, subject and group. Immutable.
 *
 * <p>A cell is a strength if its mean lies above that of the others, the 95 % Welch interval of the difference excludes
 * zero <em>and</em> its p-value, adjusted over all cells by Benjamini and Hochberg, is at most 0.05; a weakness
 * likewise below; neutral otherwise. Students count as independent: that a class shares a teacher is not accounted for,
 * so the rule describes this year's students and proves nothing about the school.
 *
 * <p>Small groups are withheld under the policy. If exactly one group of a column is withheld, or the withheld ones
 * together are still small, the next smallest is withheld too, so that it cannot be had from the total by subtraction.
 * Students without a label are in the total and in no group: no cell is theirs, and what subtraction leaves of them
 * belongs to no group that a reader could name.
 *
 * @param policy how small a group may be
 * @param groups the columns by which students are grouped, besides all together
 */
public record SchoolComparison(SuppressionPolicy policy, List<String> groups) {
    /** The level of the intervals. */
    public static final double LEVEL = 0.95;

    /** The share of false discoveries that the rule accepts. */
    public static final double FALSE_DISCOVERIES = 0.05;

    /** What a finding from here measures. */
    public static final Measure MEASURE = Measure.of(
            "mean-against-others", "mean score against the other schools", "points", Direction.HIGHER_IS_BETTER);

    /** Copies the groups. */
    public SchoolComparison {
        groups = List.copyOf(Checks.distinct(groups, "groups"));
    }

    /** All students together, no groups. */
    public static SchoolComparison withDefaults(SuppressionPolicy policy) {
        return new SchoolComparison(policy, List.of());
    }

    /** A copy with these grouping columns. */
    public SchoolComparison withGroups(List<String> groups) {
        return new SchoolComparison(policy, groups);
    }

    /**
     * One grade, subject and group of the school.
     *
     * @param label which cell it is
     * @param result what came out, or why it is not shown
     */
    public record Cell(Label label, Measured<Result> result) {
        /** As a finding that cites that evidence. */
        public Finding finding(EntryId id, EntryId evidence) {
            return Finding.builder()
                    .id(id)
                    .statement(result.map(shown -> shown.explanation().claim()).orElse(label + ": " + result))
                    .standing(result.map(Result::standing).orElse(Standing.NEUTRAL))
                    .measure(MEASURE)
                    .estimate(result.flatMap(shown -> Measured.of(shown.difference())))
                    .subject(label.subject())
                    .grade(label.grade())
                    .group(label.group())
                    .addEvidence(evidence)
                    .explanation(
                            result.map(Result::explanation).orElse(Explanation.of("Not shown: " + result.toString())))
                    .build();
        }
    }

    /**
     * Which cell.
     *
     * @param subject the subject
     * @param grade the grade
     * @param group the group; empty for all students
     */
    public record Label(Subject subject, GradeLevel grade, Optional<StudentGroup> group) {
        /** Such as {@code mathematics, grade 2, ses F}. */
        @Override
        public String toString() {
            return subject + ", " + grade + group.map(g -> ", " + g).orElse(", all students");
        }
    }

    /** The cells, by subject, grade and group; grades in which the school has no student are left out. */
    public List<Cell> of(ScoreTable table, OrgUnitId school) {
        int unit = table.units().getCode(school.value());
        List<SchoolTally.Raw> raws = new ArrayList<>();
        for (Subject subject : table.subjects()) {
            SchoolTally all = new SchoolTally(table, subject, Optional.empty());
            List<SchoolTally> tallies = groups.stream()
                    .map(by -> new SchoolTally(table, subject, Optional.of(by)))
                    .toList();
            for (int grade = 0; grade < table.gradeLevels().size(); grade++) {
                if (all.expected(unit, grade, 0) > 0) {
                    all.addTo(raws, unit, grade, policy);
                    for (SchoolTally tally : tallies) {
                        tally.addTo(raws, unit, grade, policy);
                    }
                }
            }
        }
        return judged(raws);
    }

    private List<Cell> judged(List<SchoolTally.Raw> raws) {
        WelchTest welch = WelchTest.withDefaults().withLevel(LEVEL);
        List<Measured<WelchTest.Result>> tests = raws.stream()
                .map(raw -> raw.hidden()
                        ? Measured.<WelchTest.Result>suppressed(SuppressionReason.SMALL_GROUP, policy.name())
                        : welch.of(raw.ours(), raw.others()))
                .toList();
        double[] adjusted = BenjaminiHochberg.adjust(tests.stream()
                .flatMap(test -> test.value().stream())
                .mapToDouble(WelchTest.Result::pValue)
                .toArray());
        List<Cell> cells = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < raws.size(); i++) {
            SchoolTally.Raw raw = raws.get(i);
            double p = tests.get(i).isReported() ? adjusted[at++] : 1;
            cells.add(new Cell(
                    raw.label(),
                    tests.get(i)
                            .map(test -> Result.of(
                                    raw.label(), raw.ours(), raw.others(), raw.expected(), test, p, raw.rank()))));
        }
        return List.copyOf(cells);
    }

    /**
     * What came out for a cell.
     *
     * @param figures the school's figures
     * @param comparison how they compare with the other schools
     * @param explanation why
     */
    public record Result(Figures figures, Comparison comparison, Explanation explanation) {
        static Result of(
                Label label,
                Moments ours,
                Moments others,
                long expected,
                WelchTest.Result test,
                double adjusted,
                double rank) {
            Estimate difference = test.difference();
            Standing standing = !difference.excludes(0) || adjusted > FALSE_DISCOVERIES
                    ? Standing.NEUTRAL
                    : difference.value() > 0 ? Standing.STRENGTH : Standing.WEAKNESS;
            Explanation why = Explanation.of(
                            "%s: %s; the mean lies %.1f points %s that of the other schools.",
                            label, standing, Math.abs(difference.value()), difference.value() < 0 ? "below" : "above")
                    .because(
                            "Ours: mean %.1f of %d scores among %d students; others: mean %.1f of %d scores.",
                            ours.mean(), ours.n(), expected, others.mean(), others.n())
                    .because(
                            "Difference %.2f, 95 %% interval %.2f to %.2f (Welch); students count as independent.",
                            difference.value(), difference.lower(), difference.upper())
                    .because(
                            "Adjusted for all comparisons made (Benjamini and Hochberg), p is %.4f; the rule asks for "
                                    + "0.05 or less and an interval without zero.",
                            adjusted);
            return new Result(
                    new Figures(
                            expected,
                            MeanInterval.withDefaults().withLevel(LEVEL).of(ours),
                            ours),
                    new Comparison(
                            others, difference, HedgesG.withDefaults().of(ours, others), adjusted, rank, standing),
                    why);
        }

        /** The school's mean less that of the others. */
        public Estimate difference() {
            return comparison.difference();
        }

        /** Strength, weakness or neither. */
        public Standing standing() {
            return comparison.standing();
        }
    }

    /**
     * The school's own figures.
     *
     * @param expected the students in the grade and group, scored or not
     * @param mean the mean with its interval
     * @param scores count, mean and spread
     */
    public record Figures(long expected, Measured<Estimate> mean, Moments scores) {
        /** The share of the expected students who have a score, from 0 to 1. */
        public Measured<Double> coverage() {
            return expected == 0
                    ? Measured.missing(MissingReason.NO_STUDENTS)
                    : Measured.of((double) scores.n() / expected);
        }
    }

    /**
     * The school beside the others.
     *
     * @param others count, mean and spread of the other schools' students
     * @param difference ours less theirs
     * @param standardised the same in standard deviations, Hedges' g
     * @param adjustedP the p-value adjusted over all cells
     * @param percentileRank the share of other schools with a lower mean, in per cent, ties counted half
     * @param standing strength, weakness or neither
     */
    public record Comparison(
            Moments others,
            Estimate difference,
            Measured<Estimate> standardised,
            double adjustedP,
            double percentileRank,
            Standing standing) {}
}
