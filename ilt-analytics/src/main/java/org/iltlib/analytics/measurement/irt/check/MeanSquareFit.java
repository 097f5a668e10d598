package org.iltlib.analytics.measurement.irt.check;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.measurement.irt.AbilityScale;
import org.iltlib.analytics.measurement.irt.ItemCurve;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;

/**
 * How far responses to each item lie from what the model expects of the students: mean squares near one if the item fits,
 * above one if it is noisier, below if it is more predictable. Outfit weighs all students alike, so that a few far from the
 * item count much; infit weighs by variance. Each has the standardised form of Wilson and Hilferty.
 *
 * <p>What is expected of a student on an item is the mean of the model's chances over the ability that the student's
 * <em>other</em> responses, with the group's distribution, leave possible. So no response is compared with an estimate that
 * it has moved itself: if the model and its parameters hold, both mean squares are one on average on tests of any length,
 * and about one item in twenty has a standardised form beyond 1.96. Residuals about an estimate from all responses, as many
 * programs print them, lie below one on short tests and reject items that fit; these numbers are not those.
 *
 * <p>Sources: Wright &amp; Masters (1982), Rating scale analysis, chapter 5, for the forms; Smith, Schumacker &amp; Bush
 * (1998), Journal of Outcome Measurement 2, 66–78, for the bias.
 */
public final class MeanSquareFit {
    /**
     * One mean square.
     *
     * @param value near one
     * @param standardised roughly standard normal if the item fits
     */
    public record MeanSquare(double value, double standardised) {}

    /**
     * One item.
     *
     * @param item its name
     * @param infit weighted by information
     * @param outfit unweighted
     */
    public record Line(String item, MeanSquare infit, MeanSquare outfit) {}

    private MeanSquareFit() {}

    /**
     * Of each item of the scale that the table has. Missing if an item has fewer than two responses of students who have
     * another one. Linear in the responses and the nodes of the scale.
     *
     * @throws IllegalArgumentException as {@link AbilityScale#abilities}
     */
    public static List<Measured<Line>> of(AbilityScale scale, ResponseTable table) {
        List<ItemCurve> curves = known(scale, table);
        Checks.require(
                !curves.isEmpty(), "The table has the items %s. Expected one of the scale's.", table.itemNames());
        List<AbilityScale.Node> grid = scale.grid();
        double[] shares =
                grid.stream().mapToDouble(node -> StrictMath.log(node.share())).toArray();
        double[][][] chances = new double[curves.size()][][];
        double[][][] logs = new double[curves.size()][][];
        int[] items = new int[curves.size()];
        List<Sums> sums = new ArrayList<>();
        for (int j = 0; j < items.length; j++) {
            items[j] = table.getItem(curves.get(j).item());
            Checks.require(
                    table.largest(items[j]) <= curves.get(j).maximum(),
                    "Item \"%s\" gave %s points. Expected at most %s.",
                    curves.get(j).item(),
                    table.largest(items[j]),
                    curves.get(j).maximum());
            sums.add(new Sums());
            chances[j] = new double[curves.get(j).categories()][shares.length];
            logs[j] = new double[curves.get(j).categories()][shares.length];
            for (int q = 0; q < shares.length; q++) {
                List<Double> at = curves.get(j).probabilities(grid.get(q).ability());
                for (int k = 0; k < at.size(); k++) {
                    chances[j][k][q] = at.get(k);
                    logs[j][k][q] = StrictMath.log(at.get(k));
                }
            }
        }
        int[] codes = new int[items.length];
        for (int row = 0; row < table.students(); row++) {
            for (int j = 0; j < items.length; j++) {
                codes[j] = table.isPresent(row, items[j]) ? table.score(row, items[j]) : -1;
            }
            addStudent(codes, shares, chances, logs, sums);
        }
        List<Measured<Line>> lines = new ArrayList<>();
        for (int j = 0; j < items.length; j++) {
            lines.add(sums.get(j).line(curves.get(j).item()));
        }
        return lines;
    }

    private static void addStudent(
            int[] codes, double[] shares, double[][][] chances, double[][][] logs, List<Sums> sums) {
        double[] posterior = shares.clone();
        int answers = 0;
        for (int j = 0; j < codes.length; j++) {
            if (codes[j] >= 0) {
                answers++;
                double[] log = logs[j][codes[j]];
                for (int q = 0; q < posterior.length; q++) {
                    posterior[q] += log[q];
                }
            }
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (double log : posterior) {
            highest = Math.max(highest, log);
        }
        for (int q = 0; q < posterior.length; q++) {
            posterior[q] = StrictMath.exp(posterior[q] - highest);
        }
        double[] others = new double[posterior.length];
        for (int j = 0; j < codes.length && answers > 1; j++) {
            if (codes[j] >= 0) {
                double[] own = chances[j][codes[j]];
                double whole = 0;
                for (int q = 0; q < others.length; q++) {
                    others[q] = posterior[q] > 0 ? posterior[q] / own[q] : 0;
                    whole += others[q];
                }
                double[] expected = new double[chances[j].length];
                for (int k = 0; k < expected.length; k++) {
                    double sum = 0;
                    for (int q = 0; q < others.length; q++) {
                        sum += others[q] * chances[j][k][q];
                    }
                    expected[k] = sum / whole;
                }
                sums.get(j).add(codes[j], expected);
            }
        }
    }

    /** The items of the scale that the table has. */
    static List<ItemCurve> known(AbilityScale scale, ResponseTable table) {
        return scale.curves().stream()
                .filter(curve -> table.findItem(curve.item()).isPresent())
                .toList();
    }

    private static final class Sums {
        private int n;
        private double squares;
        private double variances;
        private double standardised;
        private double outfitSpread;
        private double infitSpread;

        void add(int points, double[] chances) {
            double mean = 0;
            for (int k = 1; k < chances.length; k++) {
                mean += k * chances[k];
            }
            double variance = 0;
            double fourth = 0;
            for (int k = 0; k < chances.length; k++) {
                double square = (k - mean) * (k - mean);
                variance += chances[k] * square;
                fourth += chances[k] * square * square;
            }
            double square = (points - mean) * (points - mean);
            n++;
            squares += square;
            variances += variance;
            standardised += square / variance;
            outfitSpread += fourth / (variance * variance) - 1;
            infitSpread += fourth - variance * variance;
        }

        Measured<Line> line(String item) {
            if (n < 2) {
                return Measured.missing(MissingReason.TOO_FEW, "item " + item + ": " + n + " responses");
            }
            if (!Double.isFinite(standardised + outfitSpread)) {
                return Measured.missing(MissingReason.UNDEFINED, "item " + item + ": a response that cannot be");
            }
            return Measured.of(new Line(
                    item,
                    meanSquare(squares / variances, Math.sqrt(infitSpread) / variances),
                    meanSquare(standardised / n, Math.sqrt(outfitSpread) / n)));
        }

        private static MeanSquare meanSquare(double value, double spread) {
            double z = spread > 0 ? (StrictMath.cbrt(value) - 1) * 3 / spread + spread / 3 : 0;
            return new MeanSquare(value, z);
        }
    }
}
