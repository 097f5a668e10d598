package org.iltlib.analytics.achievement;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.ScoreColumn;
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

    private record Raw(Label label, Moments ours, Moments others, long expected, boolean hidden, double rank) {}

    /** The cells, by subject, grade and group; grades in which the school has no student are left out. */
    public List<Cell> of(ScoreTable table, OrgUnitId school) {
        int unit = table.units().getCode(school.value());
        List<Raw> raws = new ArrayList<>();
        for (Subject subject : table.subjects()) {
            Tally all = new Tally(table, subject, Optional.empty());
            List<Tally> tallies = groups.stream()
                    .map(by -> new Tally(table, subject, Optional.of(by)))
                    .toList();
            for (int grade = 0; grade < table.gradeLevels().size(); grade++) {
                if (all.expected(unit, grade, 0) > 0) {
                    all.addTo(raws, unit, grade, policy);
                    for (Tally tally : tallies) {
                        tally.addTo(raws, unit, grade, policy);
                    }
                }
            }
        }
        return judged(raws);
    }

    private List<Cell> judged(List<Raw> raws) {
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
            Raw raw = raws.get(i);
            double p = tests.get(i).isReported() ? adjusted[at++] : 1;
            cells.add(new Cell(
                    raw.label(),
                    tests.get(i)
                            .map(test -> Result.of(
                                    raw.label(), raw.ours(), raw.others(), raw.expected(), test, p, raw.rank()))));
        }
        return List.copyOf(cells);
    }

    /** Counts and moments by unit, grade and label. */
    private static final class Tally {
        private final ScoreTable table;
        private final Subject subject;
        private final Optional<LabelColumn> labels;
        private final int width;
        private final Moments[] scored;
        private final long[] expected;

        Tally(ScoreTable table, Subject subject, Optional<String> by) {
            this.table = table;
            this.subject = subject;
            this.labels = by.map(table::groups);
            this.width = labels.map(column -> column.levels().size()).orElse(0) + 1;
            int size = table.units().levels().size() * table.gradeLevels().size() * width;
            this.scored = new Moments[size];
            this.expected = new long[size];
            Arrays.fill(scored, Moments.EMPTY);
            ScoreColumn scores = table.scores(subject);
            for (int row = 0; row < table.rows(); row++) {
                int code = labels.isPresent() ? labels.get().code(row) : 0;
                int cell = cell(
                        table.units().code(row), table.grades().code(row), code == LabelColumn.NONE ? width - 1 : code);
                expected[cell]++;
                if (scores.isPresent(row)) {
                    scored[cell] = scored[cell].with(scores.get(row));
                }
            }
        }

        private int cell(int unit, int grade, int label) {
            return (unit * table.gradeLevels().size() + grade) * width + label;
        }

        long expected(int unit, int grade, int label) {
            return expected[cell(unit, grade, label)];
        }

        void addTo(List<Raw> raws, int unit, int grade, SuppressionPolicy policy) {
            boolean[] hidden = hidden(unit, grade, policy);
            int shown = labels.isPresent() ? width - 1 : 1;
            for (int label = 0; label < shown; label++) {
                int code = label;
                Optional<StudentGroup> group = labels.map(
                        column -> StudentGroup.of(column.name(), column.levels().get(code)));
                Moments ours = scored[cell(unit, grade, label)];
                Moments others = Moments.EMPTY;
                int below = 0;
                int ties = 0;
                int schools = 0;
                for (int u = 0; u < table.units().levels().size(); u++) {
                    Moments theirs = scored[cell(u, grade, label)];
                    if (u != unit && theirs.n() > 0) {
                        others = others.merge(theirs);
                        schools++;
                        below += theirs.mean() < ours.mean() ? 1 : 0;
                        ties += theirs.mean() == ours.mean() ? 1 : 0;
                    }
                }
                double rank = schools == 0 ? 0 : 100.0 * (below + ties / 2.0) / schools;
                Label name = new Label(subject, table.gradeLevels().get(grade), group);
                raws.add(new Raw(name, ours, others, expected(unit, grade, label), hidden[label], rank));
            }
        }

        private boolean[] hidden(int unit, int grade, SuppressionPolicy policy) {
            boolean[] hidden = new boolean[width];
            int groups = labels.isPresent() ? width - 1 : width;
            long sum = 0;
            int count = 0;
            for (int label = 0; label < groups; label++) {
                long n = scored[cell(unit, grade, label)].n();
                if (policy.hides(n) || policy.hides(expected(unit, grade, label))) {
                    hidden[label] = true;
                    sum += n;
                    count++;
                }
            }
            while (count > 0 && (count == 1 || sum < policy.minimumN())) {
                int next = -1;
                for (int label = 0; label < groups; label++) {
                    long n = scored[cell(unit, grade, label)].n();
                    if (!hidden[label] && n > 0 && (next < 0 || n < scored[cell(unit, grade, next)].n())) {
                        next = label;
                    }
                }
                if (next < 0) {
                    break; // nothing is left to shield it
                }
                hidden[next] = true;
                sum += scored[cell(unit, grade, next)].n();
                count++;
            }
            return hidden;
        }
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
