package org.iltlib.analytics.achievement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Subject;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.finding.StudentGroup;

/** Counts and moments by unit, grade and label. */
final class SchoolTally {
    /** One cell before it is judged. */
    record Raw(
            SchoolComparison.Label label, Moments ours, Moments others, long expected, boolean hidden, double rank) {}

    private final ScoreTable table;
    private final Subject subject;
    private final Optional<LabelColumn> labels;
    private final int width;
    private final Moments[] scored;
    private final long[] expected;

    SchoolTally(ScoreTable table, Subject subject, Optional<String> by) {
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
            SchoolComparison.Label name =
                    new SchoolComparison.Label(subject, table.gradeLevels().get(grade), group);
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
