package org.iltlib.analytics.measurement.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.Ascent;
import org.iltlib.analytics.internal.ConditionalLikelihood;
import org.iltlib.analytics.internal.Curvature;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * The Rasch or partial credit model by conditional maximum likelihood: given a student's score, the ability drops out, so
 * that nothing is supposed of how ability spreads. Students with no or all points tell nothing. Difficulties have mean
 * zero. A pass costs J·S² for J items and S scores, whatever the number of students. Immutable.
 *
 * <p>Sources: Andersen (1972), doi:10.1111/j.2517-6161.1972.tb00887.x; Gustafsson (1980), Educational and Psychological
 * Measurement 40, for the symmetric functions, here as distributions of the sum score, which neither over- nor underflow.
 */
public final class ConditionalRasch {
    private static final double LEAST_INFORMATION = 1e-4;

    private final List<ItemCurve> curves;
    private final double[][] covariance;
    private final Ascent.Summit summit;

    private ConditionalRasch(List<ItemCurve> curves, double[][] covariance, Ascent.Summit summit) {
        this.curves = curves;
        this.covariance = covariance;
        this.summit = summit;
    }

    /**
     * The fit. Missing, with the reason: fewer than {@value IrtModel#FEWEST_STUDENTS} students or two items, an item to
     * which all gave the same answer, a number of points that nobody earned, or items that the data do not link.
     */
    public static Measured<ConditionalRasch> of(RaschCounts counts) {
        int items = counts.itemNames().size();
        if (counts.students() < IrtModel.FEWEST_STUDENTS || items < 2) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    counts.students() + " students, " + items + " items; at least " + IrtModel.FEWEST_STUDENTS
                            + " and 2 are needed");
        }
        double[][] totals = new double[items][];
        for (int item = 0; item < items; item++) {
            totals[item] = new double[counts.largest(item) + 1];
            for (int k = 0; k < totals[item].length; k++) {
                totals[item][k] = counts.count(item, k);
                if (totals[item][k] == 0 || totals[item].length == 1) {
                    return Measured.missing(
                            MissingReason.UNDEFINED,
                            "item " + counts.itemNames().get(item) + ": all gave the same answer, or nobody got " + k
                                    + " points");
                }
            }
        }
        ConditionalLikelihood likelihood = new ConditionalLikelihood(counts.list(), totals);
        Ascent.Summit summit = Ascent.of(1e-7, 500).climb(likelihood, likelihood.start());
        double[][] information = Curvature.of(likelihood, summit.point());
        GramFactor factor = GramFactor.of(information);
        boolean told = IntStream.range(0, information.length).allMatch(v -> information[v][v] > LEAST_INFORMATION);
        if (!summit.reached() || !told || factor.deficientColumn().isPresent()) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "no convergence: the responses do not link the items, or one runs away");
        }
        return Measured.of(centred(counts.itemNames(), totals, summit, factor.inverse()));
    }

    private static ConditionalRasch centred(
            List<String> names, double[][] totals, Ascent.Summit summit, double[][] inverse) {
        int all = summit.point().length + 1;
        // d′(j, k) = d(j, k) − k·(mean over items l of d(l, m)/m), the first item's last intercept being zero
        double[][] map = new double[all][all - 1];
        int row = 0;
        for (double[] total : totals) {
            for (int k = 1; k < total.length; k++) {
                int last = totals[0].length - 2;
                if (row != last) {
                    map[row][row < last ? row : row - 1] += 1;
                }
                int at = 0;
                for (double[] other : totals) {
                    at += other.length - 1;
                    int place = at - 1;
                    if (place != last) {
                        map[row][place - 1] -= (double) k / (totals.length * (other.length - 1.0));
                    }
                }
                row++;
            }
        }
        double[] moved = new double[all];
        double[][] covariance = new double[all][all];
        for (int i = 0; i < all; i++) {
            double[] line = new double[all - 1];
            for (int v = 0; v < all - 1; v++) {
                line[v] = GramFactor.dot(map[i], inverse[v], all - 1);
            }
            moved[i] = GramFactor.dot(map[i], summit.point(), all - 1);
            for (int j = 0; j < all; j++) {
                covariance[i][j] = GramFactor.dot(map[j], line, all - 1);
            }
        }
        List<ItemCurve> curves = new ArrayList<>();
        int at = 0;
        for (int item = 0; item < totals.length; item++) {
            int steps = totals[item].length - 1;
            curves.add(ItemCurve.builder()
                    .item(names.get(item))
                    .model(ItemModel.RASCH)
                    .intercepts(Arrays.stream(moved, at, at + steps).boxed().toList())
                    .build());
            at += steps;
        }
        return new ConditionalRasch(List.copyOf(curves), covariance, summit);
    }

    /** The items; the mean of their difficulties is zero. */
    public List<ItemCurve> curves() {
        return curves;
    }

    /**
     * The standard error of an intercept.
     *
     * @param item the place of the item, from 0
     * @param points the number of points to which the intercept belongs, from 1
     * @throws IllegalArgumentException if there is no such intercept
     */
    public double standardError(int item, int points) {
        Checks.require(
                item >= 0
                        && item < curves.size()
                        && points >= 1
                        && points <= curves.get(item).maximum(),
                "There is no intercept of %s points of item %s.",
                points,
                item);
        int at = points - 1;
        for (int j = 0; j < item; j++) {
            at += curves.get(j).maximum();
        }
        return Math.sqrt(covariance[at][at]);
    }

    /** The logarithm of the conditional likelihood. */
    public double logLikelihood() {
        return summit.value();
    }

    /** The largest absolute derivative that is left. */
    public double gradientNorm() {
        return summit.gradientNorm();
    }
}
