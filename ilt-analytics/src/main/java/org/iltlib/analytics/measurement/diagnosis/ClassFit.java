package org.iltlib.analytics.measurement.diagnosis;

import java.util.Arrays;
import org.iltlib.evidence.response.QMatrix;

/** The state of an EM run over all combinations of skills. Not thread-safe. */
final class ClassFit implements Squared.Climb {
    private static final double EDGE = 1e-10;

    final Patterns patterns;
    final int classes;
    final int[][] groups;
    final double[][] chances;
    final double[] shares;
    private final double[][] right;
    private final double[][] all;
    private final double[] members;
    private final double[] posterior;
    private final double[][] logRight;
    private final double[][] logWrong;

    ClassFit(Patterns patterns, QMatrix q, SkillRule rule) {
        this.patterns = patterns;
        this.classes = 1 << q.attributes().size();
        int items = q.items().size();
        groups = new int[items][classes];
        chances = new double[items][];
        for (int j = 0; j < items; j++) {
            int mask = q.mask(j);
            int skills = Integer.bitCount(mask);
            for (int c = 0; c < classes; c++) {
                groups[j][c] = rule.group(mask, c);
            }
            chances[j] = new double[rule.groups(skills)];
            for (int g = 0; g < chances[j].length; g++) {
                double have = rule == SkillRule.EACH_COMBINATION ? (double) Integer.bitCount(g) / skills : g;
                chances[j][g] = 0.2 + 0.6 * have;
            }
        }
        shares = new double[classes];
        Arrays.fill(shares, 1.0 / classes);
        right = like(chances);
        all = like(chances);
        logRight = like(chances);
        logWrong = like(chances);
        members = new double[classes];
        posterior = new double[classes];
    }

    private static double[][] like(double[][] shape) {
        return Arrays.stream(shape).map(row -> new double[row.length]).toArray(double[][]::new);
    }

    /** Prepares the logarithms of the chances. */
    void prepare() {
        for (int j = 0; j < chances.length; j++) {
            for (int g = 0; g < chances[j].length; g++) {
                double p = Math.min(1 - EDGE, Math.max(EDGE, chances[j][g]));
                logRight[j][g] = StrictMath.log(p);
                logWrong[j][g] = StrictMath.log1p(-p);
            }
        }
    }

    /** Fills {@code into} with the chance of each class given the pattern; the log-likelihood of the pattern. */
    double posterior(int pattern, double[] into) {
        byte[] answers = patterns.answers[pattern];
        for (int c = 0; c < classes; c++) {
            into[c] = shares[c] > 0 ? StrictMath.log(shares[c]) : Double.NEGATIVE_INFINITY;
        }
        for (int j = 0; j < answers.length; j++) {
            if (answers[j] >= 0) {
                double[] logs = answers[j] == 1 ? logRight[j] : logWrong[j];
                int[] group = groups[j];
                for (int c = 0; c < classes; c++) {
                    into[c] += logs[group[c]];
                }
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (double log : into) {
            most = Math.max(most, log);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            into[c] = StrictMath.exp(into[c] - most);
            sum += into[c];
        }
        for (int c = 0; c < classes; c++) {
            into[c] /= sum;
        }
        return most + StrictMath.log(sum);
    }

    /** The log-likelihood of the present parameters, collecting what the next step needs. */
    private double expect() {
        prepare();
        for (int j = 0; j < right.length; j++) {
            Arrays.fill(right[j], 0);
            Arrays.fill(all[j], 0);
        }
        Arrays.fill(members, 0);
        double logLikelihood = 0;
        for (int p = 0; p < patterns.size(); p++) {
            logLikelihood += patterns.counts[p] * posterior(p, posterior);
            byte[] answers = patterns.answers[p];
            for (int c = 0; c < classes; c++) {
                posterior[c] *= patterns.counts[p];
                members[c] += posterior[c];
            }
            for (int j = 0; j < answers.length; j++) {
                if (answers[j] >= 0) {
                    int[] group = groups[j];
                    double[] count = all[j];
                    double[] good = right[j];
                    for (int c = 0; c < classes; c++) {
                        count[group[c]] += posterior[c];
                        good[group[c]] += answers[j] * posterior[c];
                    }
                }
            }
        }
        return logLikelihood;
    }

    /** Moves to the next parameters. */
    private void maximise() {
        for (int j = 0; j < chances.length; j++) {
            for (int g = 0; g < chances[j].length; g++) {
                chances[j][g] = all[j][g] > 0 ? Math.min(1, right[j][g] / all[j][g]) : chances[j][g];
            }
        }
        for (int c = 0; c < classes; c++) {
            shares[c] = members[c] / patterns.people;
        }
    }

    @Override
    public double step(double[] point) {
        read(point);
        double logLikelihood = expect();
        maximise();
        write(point);
        return logLikelihood;
    }

    @Override
    public void repair(double[] point) {
        double sum = 0;
        int firstShare = point.length - classes;
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.min(1 - EDGE, Math.max(i < firstShare ? EDGE : 0, point[i]));
            sum += i < firstShare ? 0 : point[i];
        }
        for (int i = firstShare; i < point.length; i++) {
            point[i] /= sum;
        }
    }

    /** The parameters in a row: the chances item by item, then the shares. */
    double[] point() {
        double[] point = new double[parameters() + 1];
        write(point);
        return point;
    }

    private void write(double[] point) {
        int at = 0;
        for (double[] row : chances) {
            System.arraycopy(row, 0, point, at, row.length);
            at += row.length;
        }
        System.arraycopy(shares, 0, point, at, classes);
    }

    /** Takes the parameters from a row. */
    void read(double[] point) {
        int at = 0;
        for (double[] row : chances) {
            System.arraycopy(point, at, row, 0, row.length);
            at += row.length;
        }
        System.arraycopy(point, at, shares, 0, classes);
    }

    /** The number of free parameters. */
    int parameters() {
        return Arrays.stream(chances).mapToInt(row -> row.length).sum() + classes - 1;
    }
}
