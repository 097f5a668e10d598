package org.iltlib.analytics.measurement.irt.check;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.measurement.irt.Ability;
import org.iltlib.analytics.measurement.irt.AbilityMethod;
import org.iltlib.analytics.measurement.irt.AbilityScale;
import org.iltlib.analytics.measurement.irt.ItemCurve;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;

/**
 * How far responses to each item lie from what the model expects at the students' abilities (weighted likelihood
 * estimates): mean squares near one if the item fits, above one if it is noisier, below if it is more predictable.
 * Outfit weighs all students alike, so that a few far from the item count much; infit weighs by information. Each has
 * the standardised form of Wilson and Hilferty. Source: Wright &amp; Masters (1982), Rating scale analysis, chapter 5.
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
     * Of each item of the scale that the table has. Missing if an item has fewer than two responses of students with an
     * ability. Linear in the responses.
     *
     * @throws IllegalArgumentException as {@link AbilityScale#abilities}
     */
    public static List<Measured<Line>> of(AbilityScale scale, ResponseTable table) {
        List<Measured<Ability>> abilities = scale.abilities(table, AbilityMethod.WLE);
        List<Measured<Line>> lines = new ArrayList<>();
        for (ItemCurve curve : known(scale, table)) {
            int item = table.getItem(curve.item());
            Sums sums = new Sums();
            for (int row = 0; row < table.students(); row++) {
                if (table.isPresent(row, item) && abilities.get(row).isReported()) {
                    double theta = abilities.get(row).value().orElseThrow().value();
                    sums.add(table.score(row, item), curve.probabilities(theta));
                }
            }
            lines.add(sums.line(curve.item()));
        }
        return lines;
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

        void add(int points, List<Double> chances) {
            double mean = 0;
            for (int k = 1; k < chances.size(); k++) {
                mean += k * chances.get(k);
            }
            double variance = 0;
            double fourth = 0;
            for (int k = 0; k < chances.size(); k++) {
                double square = (k - mean) * (k - mean);
                variance += chances.get(k) * square;
                fourth += chances.get(k) * square * square;
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
