package org.iltlib.analytics.internal.logistic;

import java.util.List;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.mixed.Factor;
import org.iltlib.analytics.internal.mixed.Shape;
import org.iltlib.analytics.internal.mixed.WeightedFactor;

/** The random terms: ZΛ by rows for the Λ in use, and the factor of Λ′Z′WZΛ + I. */
final class RandomPart {
    private final List<Factor> factors;
    private final Shape shape;
    private final WeightedFactor factor;
    private final double[] scales;
    private final int[] start;
    private final int[] places;
    private final double[] values;
    private double[][] lambda;

    RandomPart(List<Factor> factors, int rows, Executor executor) {
        this.factors = factors;
        shape = new Shape(factors);
        factor = WeightedFactor.of(factors, rows, executor);
        start = new int[rows + 1];
        for (int i = 0; i < rows; i++) {
            start[i + 1] = start[i];
            for (Factor one : factors) {
                start[i + 1] += (one.end(i) - one.first(i)) * one.width();
            }
        }
        places = new int[start[rows]];
        values = new double[start[rows]];
        int at = 0;
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < factors.size(); k++) {
                Factor one = factors.get(k);
                for (int e = one.first(i); e < one.end(i); e++) {
                    for (int c = 0; c < one.width(); c++) {
                        places[at++] = factor.position(k, one.level()[e], c);
                    }
                }
            }
        }
        scales = scales(rows);
        lambda = shape.lambda(new double[shape.size()]);
    }

    /** One over the root mean square of the column behind each place. */
    private double[] scales(int rows) {
        double[] scale = new double[shape.size()];
        for (int a = 0; a < scale.length; a++) {
            Shape.Place place = shape.place(a);
            double squares = 0;
            for (int i = 0; i < rows; i++) {
                double z = factors.get(place.factor()).z(place.row(), i);
                squares += z * z;
            }
            scale[a] = squares > 0 ? Math.sqrt(rows / squares) : 1;
        }
        return scale;
    }

    List<Factor> factors() {
        return factors;
    }

    Shape shape() {
        return shape;
    }

    WeightedFactor factor() {
        return factor;
    }

    double[][] lambda() {
        return lambda;
    }

    /** What θ is counted in while the climb goes on: units in which columns are about 1. */
    double scale(int place) {
        return scales[place];
    }

    /** Computes ZΛ for that θ. */
    void use(double[] theta) {
        lambda = shape.lambda(theta);
        int rows = start.length - 1;
        int at = 0;
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < factors.size(); k++) {
                Factor one = factors.get(k);
                int q = one.width();
                for (int e = one.first(i); e < one.end(i); e++) {
                    double share = one.share(e);
                    for (int c = 0; c < q; c++) {
                        double sum = 0;
                        for (int r = c; r < q; r++) {
                            sum += one.z(r, i) * lambda[k][r * q + c];
                        }
                        values[at++] = share * sum;
                    }
                }
            }
        }
    }

    /** The fixed part plus ZΛu. */
    double[] plus(double[] fixed, double[] u) {
        double[] eta = fixed.clone();
        for (int i = 0; i < eta.length; i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                eta[i] += values[e] * u[places[e]];
            }
        }
        return eta;
    }

    /** Λ′Z′r. */
    double[] sums(double[] ofRows) {
        double[] sums = new double[factor.size()];
        for (int i = 0; i < ofRows.length; i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                sums[places[e]] += values[e] * ofRows[i];
            }
        }
        return sums;
    }

    /** H⁻¹Λ′z of all rows, at the places of each row only; the inverse must have been computed. */
    double[] spread() {
        double[] spread = new double[values.length];
        for (int i = 0; i + 1 < start.length; i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                spread[e] += factor.entry(places[e], places[e]) * values[e];
                for (int f = e + 1; f < start[i + 1]; f++) {
                    double entry = factor.entry(places[e], places[f]);
                    spread[e] += entry * values[f];
                    spread[f] += entry * values[e];
                }
            }
        }
        return spread;
    }

    /** The variance of each row's ZΛu given the data, from {@link #spread}. */
    double[] leverages(double[] spread) {
        double[] leverages = new double[start.length - 1];
        for (int i = 0; i < leverages.length; i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                leverages[i] += values[e] * spread[e];
            }
        }
        return leverages;
    }

    /** Σ over rows of ∂(ZΛ)/∂θ times (one·u + two·v + three·spread), for each place of θ. */
    double[] slopes(double[][] rowValues, double[] u, double[] v, double[] spread) {
        double[] slopes = new double[shape.size()];
        for (int a = 0; a < slopes.length; a++) {
            Shape.Place place = shape.place(a);
            for (int i = 0; i + 1 < start.length; i++) {
                int before = start[i];
                for (int k = 0; k < place.factor(); k++) {
                    before += (factors.get(k).end(i) - factors.get(k).first(i))
                            * factors.get(k).width();
                }
                Factor one = factors.get(place.factor());
                double z = one.z(place.row(), i);
                for (int e = one.first(i); e < one.end(i); e++) {
                    int at = before + (e - one.first(i)) * one.width() + place.column();
                    double sum = rowValues[0][i] * u[places[at]]
                            + rowValues[1][i] * v[places[at]]
                            + rowValues[2][i] * spread[at];
                    slopes[a] += z * one.share(e) * sum;
                }
            }
        }
        return slopes;
    }
}
