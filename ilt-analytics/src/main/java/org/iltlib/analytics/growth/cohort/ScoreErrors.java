package org.iltlib.analytics.growth.cohort;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The conditional standard error of measurement of a test: given at some scores, and between them by a natural cubic
 * spline, as {@code splinefun(scores, errors, method = "natural")} in R; beyond them it goes on in a straight line. Never
 * below zero. Immutable.
 *
 * @param scores ascending, at least two
 * @param errors at each score, in points, zero or more
 */
public record ScoreErrors(List<Double> scores, List<Double> errors) {
    /** The written form. */
    public static final Form<ScoreErrors> FORM = Form.of(
            "scores",
            Forms.listOf(Forms.NUMBER),
            ScoreErrors::scores,
            "errors",
            Forms.listOf(Forms.NUMBER),
            ScoreErrors::errors,
            ScoreErrors::new);

    /** Checks the table. */
    public ScoreErrors {
        scores = List.copyOf(scores);
        errors = List.copyOf(errors);
        Checks.require(
                scores.size() == errors.size() && scores.size() >= 2,
                "There are %s scores and %s errors. Expected as many, at least two.",
                scores.size(),
                errors.size());
        for (int i = 0; i < scores.size(); i++) {
            Checks.finite(scores.get(i), "score");
            Checks.finite(errors.get(i), "error");
            Checks.require(
                    errors.get(i) >= 0,
                    "error is %s at score %s. Expected zero or more.",
                    errors.get(i),
                    scores.get(i));
            Checks.require(
                    i == 0 || scores.get(i) > scores.get(i - 1),
                    "score %s stands behind %s. Expected ascending scores, each once.",
                    scores.get(i),
                    i == 0 ? "" : scores.get(i - 1));
        }
    }

    /** The same error at every score. */
    public static ScoreErrors constant(double error) {
        return new ScoreErrors(List.of(0.0, 1.0), List.of(error, error));
    }

    /** The errors at those scores. Linear in the table and, for each score, logarithmic in it. */
    public double[] at(double... wanted) {
        double[] curvature = curvature();
        double[] found = new double[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            found[i] = Math.max(0, value(Checks.finite(wanted[i], "score"), curvature));
        }
        return found;
    }

    private double value(double score, double[] curvature) {
        int last = scores.size() - 1;
        if (score <= scores.get(0) || score >= scores.get(last)) {
            int end = score <= scores.get(0) ? 0 : last;
            int from = end == 0 ? 0 : last - 1;
            double step = scores.get(from + 1) - scores.get(from);
            double slope = (errors.get(from + 1) - errors.get(from)) / step
                    + (end == 0 ? -curvature[from + 1] : curvature[from]) * step / 6;
            return errors.get(end) + slope * (score - scores.get(end));
        }
        int low = 0;
        int high = last;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (scores.get(middle) <= score) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double step = scores.get(high) - scores.get(low);
        double a = (scores.get(high) - score) / step;
        double b = 1 - a;
        return a * errors.get(low)
                + b * errors.get(high)
                + ((a * a * a - a) * curvature[low] + (b * b * b - b) * curvature[high]) * step * step / 6;
    }

    /** Second derivatives at the scores, zero at both ends: a tridiagonal system, solved forwards and back. */
    private double[] curvature() {
        int n = scores.size();
        double[] second = new double[n];
        double[] above = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double left = scores.get(i) - scores.get(i - 1);
            double right = scores.get(i + 1) - scores.get(i);
            double bend = (errors.get(i + 1) - errors.get(i)) / right - (errors.get(i) - errors.get(i - 1)) / left;
            double pivot = 2 * (left + right) - left * above[i - 1];
            above[i] = right / pivot;
            second[i] = (6 * bend - left * second[i - 1]) / pivot;
        }
        for (int i = n - 2; i > 0; i--) {
            second[i] -= above[i] * second[i + 1];
        }
        return second;
    }
}
