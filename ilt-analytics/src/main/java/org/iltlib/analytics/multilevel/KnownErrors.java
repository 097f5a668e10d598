package org.iltlib.analytics.multilevel;

import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.mixed.MixedEngine;

/**
 * Fits where each row's outcome has a known error variance besides the unknown σ²: for each σ² the rows' weights are
 * known, so that the criterion is a function of one number more, which is minimised by golden section and parabolas.
 */
final class KnownErrors {
    private static final double GOLDEN = 0.381966011250105;
    private static final double LOWEST = 1e-4;
    private static final int STEPS = 60;
    private static final double WIDTH = 1e-6;

    private KnownErrors() {}

    /** Whether the search ended at its lower end: the errors given leave nothing for σ². */
    static boolean isAtBound(MixedEngine fit, double around) {
        return fit.variance() < 1.01 * LOWEST * around;
    }

    /** The fit, σ² being sought between a ten-thousandth of the given variance and four times it. */
    static MixedEngine fit(MixedDesign design, boolean restricted, Executor executor, double around) {
        double low = StrictMath.log(LOWEST * around);
        double high = StrictMath.log(4 * around);
        double x = low + GOLDEN * (high - low);
        MixedEngine best = at(design, restricted, executor, x);
        double second = x;
        double third = x;
        double secondValue = best.criterion();
        double thirdValue = secondValue;
        double last = 0;
        double step = 0;
        for (int i = 0; i < STEPS && high - low > WIDTH; i++) {
            double middle = 0.5 * (low + high);
            double r = (x - second) * (best.criterion() - thirdValue);
            double q = (x - third) * (best.criterion() - secondValue);
            double top = (x - third) * q - (x - second) * r;
            double bottom = 2 * (q - r);
            double parabola = bottom == 0 ? Double.NaN : -top / bottom;
            boolean usable = Math.abs(parabola) < 0.5 * Math.abs(last) && x + parabola > low && x + parabola < high;
            last = usable ? step : (x < middle ? high - x : low - x);
            step = usable ? parabola : GOLDEN * last;
            if (Math.abs(step) < 0.2 * WIDTH) {
                step = Math.copySign(0.2 * WIDTH, middle - x);
            }
            double next = x + step;
            MixedEngine fit = at(design, restricted, executor, next);
            if (fit.criterion() <= best.criterion()) {
                low = next >= x ? x : low;
                high = next >= x ? high : x;
                third = second;
                thirdValue = secondValue;
                second = x;
                secondValue = best.criterion();
                x = next;
                best = fit;
            } else {
                low = next < x ? next : low;
                high = next < x ? high : next;
                if (fit.criterion() <= secondValue || second == x) {
                    third = second;
                    thirdValue = secondValue;
                    second = next;
                    secondValue = fit.criterion();
                } else if (fit.criterion() <= thirdValue || third == x || third == second) {
                    third = next;
                    thirdValue = fit.criterion();
                }
            }
        }
        return best;
    }

    private static MixedEngine at(MixedDesign design, boolean restricted, Executor executor, double log) {
        double variance = StrictMath.exp(log);
        double[] weights = new double[design.rows()];
        for (int i = 0; i < weights.length; i++) {
            double own = design.weights().length == 0 ? variance : variance / design.weights()[i];
            weights[i] = variance / (own + design.errorVariances()[i]);
        }
        return MixedEngine.of(MixedModel.products(design, weights), restricted, variance, executor);
    }
}
