package org.iltlib.analytics.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.StraightLine;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WelchTest;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.finding.Estimate;

/**
 * The growth of a school's students from each grade to the next, beside that of all other schools. Immutable.
 *
 * <p>A pair is a student with a score in two consecutive grades; it counts for the school of the later grade, wherever
 * the student was before. The gain is later less earlier score. The conditional gain is what the later score exceeds the
 * one expected from the earlier: the residual of one least-squares line over the pairs of all schools, school means
 * plain and not shrunken. Both count students as independent. The earlier score is measured with error, so a school
 * whose students began low looks a little worse in conditional gain than it is.
 *
 * <p>Where a school has fewer pairs than the policy's minimum it is withheld, and with it those from which it would follow,
 * as in {@link SmallGroups}: the others' mean tells of one other school, and of all that are withheld what the shown leave.
 *
 * @param policy how few pairs may be shown
 */
public record SchoolGrowth(SuppressionPolicy policy) {
    /**
     * One subject and step.
     *
     * @param subject the subject
     * @param to the later grade
     * @param result what came out, or why it is not shown
     */
    public record Cell(Subject subject, GradeLevel to, Measured<Result> result) {}

    /**
     * The growth of the school's pairs.
     *
     * @param gain the gain and how it compares
     * @param conditional the conditional gain and how it compares
     * @param explanation why
     */
    public record Result(Growth gain, Growth conditional, Explanation explanation) {}

    /**
     * A mean growth.
     *
     * @param ours the mean of the school's pairs, with its interval
     * @param others the mean of all other pairs, with its interval
     * @param difference ours less theirs, with its Welch interval
     */
    public record Growth(Estimate ours, Estimate others, Estimate difference) {}

    /** Under that policy. */
    public static SchoolGrowth withDefaults(SuppressionPolicy policy) {
        return new SchoolGrowth(policy);
    }

    /** The cells, by subject and grade; steps for which the school has no pair are missing. Two passes a step. */
    public List<Cell> of(ScoreTable table, OrgUnitId school) {
        int unit = table.units().getCode(school.value());
        List<Cell> cells = new ArrayList<>();
        for (Subject subject : table.subjects()) {
            for (int to = 1; to < table.gradeLevels().size(); to++) {
                GradeLevel later = table.gradeLevels().get(to);
                if (table.gradeLevels().get(to - 1).next().equals(later)) {
                    cells.add(new Cell(subject, later, step(table, table.scores(subject), unit, to)));
                }
            }
        }
        return List.copyOf(cells);
    }

    private Measured<Result> step(ScoreTable table, ScoreColumn scores, int unit, int to) {
        int[] before = new int[table.students().levels().size()];
        Arrays.fill(before, -1);
        for (int row = 0; row < table.rows(); row++) {
            if (table.grades().code(row) == to - 1 && scores.isPresent(row)) {
                before[table.students().code(row)] = row;
            }
        }
        int[] now = new int[table.rows()];
        int pairs = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (table.grades().code(row) == to
                    && scores.isPresent(row)
                    && before[table.students().code(row)] >= 0) {
                now[pairs++] = row;
            }
        }
        double[] prior = new double[pairs];
        double[] current = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            prior[i] = scores.get(before[table.students().code(now[i])]);
            current[i] = scores.get(now[i]);
        }
        int count = pairs;
        return StraightLine.withDefaults().of(prior, current).flatMap(line -> {
            Moments[] sides = {Moments.EMPTY, Moments.EMPTY, Moments.EMPTY, Moments.EMPTY};
            Map<String, Long> sizes = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                sizes.merge(Integer.toString(table.units().code(now[i])), 1L, Long::sum);
                int side = table.units().code(now[i]) == unit ? 0 : 1;
                sides[side] = sides[side].with(current[i] - prior[i]);
                sides[side + 2] = sides[side + 2].with(current[i] - line.at(prior[i]));
            }
            return SmallGroups.of(policy)
                    .among(sizes)
                    .show(
                            Integer.toString(unit),
                            () -> growth(sides[0], sides[1])
                                    .flatMap(gain -> growth(sides[2], sides[3])
                                            .map(conditional ->
                                                    new Result(gain, conditional, why(gain, conditional, line)))));
        });
    }

    private static Measured<Growth> growth(Moments ours, Moments others) {
        MeanInterval mean = MeanInterval.withDefaults();
        return WelchTest.withDefaults()
                .of(ours, others)
                .flatMap(test -> mean.of(ours)
                        .flatMap(our -> mean.of(others).map(their -> new Growth(our, their, test.difference()))));
    }

    private static Explanation why(Growth gain, Growth conditional, StraightLine.Result line) {
        return Explanation.of(
                        "Students gained %.1f points, those of the other schools %.1f.",
                        gain.ours().value(), gain.others().value())
                .because(
                        "%d students with both scores; difference %.1f, 95 %% interval %.1f to %.1f (Welch).",
                        gain.ours().n(),
                        gain.difference().value(),
                        gain.difference().lower(),
                        gain.difference().upper())
                .because(
                        "Beside students who began alike: %.1f points, 95 %% interval %.1f to %.1f.",
                        conditional.difference().value(),
                        conditional.difference().lower(),
                        conditional.difference().upper())
                .because(
                        "Expected score = %.2f + %.4f times the earlier score, one line over all schools.",
                        line.intercept(), line.slope().value())
                .because("A student counts for the school of the later grade; students count as independent.");
    }
}
