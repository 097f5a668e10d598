package org.iltlib.analytics.internal.mixed;

import java.util.OptionalInt;
import org.iltlib.analytics.internal.GramFactor;

/** The direction and length of the steps of a search, and the places of θ that are held next to zero meanwhile. */
final class Steps {
    static final double SHRINK = 0.1;
    private static final double NEGLIGIBLE = 1e-4;

    private final Profile profile;
    private final Lessons lessons;
    private final double[] scale;
    private final boolean[] held;

    Steps(Profile profile, Lessons lessons) {
        this.profile = profile;
        this.lessons = lessons;
        scale = scales(profile);
        held = new boolean[scale.length];
    }

    /** How large a standard deviation is that just begins to count, by place. */
    double[] scale() {
        return scale;
    }

    /** Which places are held; the search holds and releases them here. */
    boolean[] held() {
        return held;
    }

    /** A standard deviation in units of σ, by place, at which the levels of a term would just begin to differ. */
    static double[] scales(Profile profile) {
        double[] scale = new double[profile.shape().size()];
        for (int a = 0; a < scale.length; a++) {
            Shape.Place place = profile.shape().place(a);
            Factor factor = profile.data().factors().get(place.factor());
            int q = factor.width();
            double sum = 0;
            for (int u = 0; u < factor.levels(); u++) {
                sum += profile.data().own(place.factor())[(u * q + place.row()) * q + place.row()];
            }
            scale[a] = Math.sqrt(factor.levels() / sum);
        }
        return scale;
    }

    boolean anyHeld() {
        boolean any = false;
        for (boolean one : held) {
            any |= one;
        }
        return any;
    }

    /** The share of the step at which no place moves by more than three times its size. */
    double longest(double[] theta, double[] direction) {
        double longest = 1;
        for (int a = 0; a < direction.length; a++) {
            double size = 3 * Math.max(Math.abs(theta[a]), scale[a]);
            longest = Math.min(longest, size / Math.max(size, Math.abs(direction[a])));
        }
        return longest;
    }

    boolean hold(double[] theta) {
        boolean newly = false;
        for (int a = 0; a < theta.length; a++) {
            boolean tiny = profile.shape().place(a).isDiagonal() && theta[a] <= NEGLIGIBLE * scale[a];
            newly |= tiny && !held[a];
            held[a] |= tiny;
        }
        return newly;
    }

    double[] least() {
        double[] least = new double[scale.length];
        for (int a = 0; a < least.length; a++) {
            least[a] = NEGLIGIBLE * scale[a];
        }
        return least;
    }

    double[] stepped(double[] from, double[] direction, double length) {
        double[] theta = from.clone();
        for (int a = 0; a < theta.length; a++) {
            theta[a] += length * direction[a];
            if (profile.shape().place(a).isDiagonal() && !held[a]) {
                double least = Math.max(SHRINK * from[a], NEGLIGIBLE * scale[a]);
                theta[a] = Math.max(theta[a], least);
            }
        }
        return theta;
    }

    double[] direction(Profile.Slope slope, double ridge) {
        int size = slope.gradient().length;
        double[][] curvature = curvature(slope, true);
        OptionalInt bad =
                ridge > 0 ? OptionalInt.of(0) : GramFactor.of(curvature).deficientColumn();
        if (bad.isPresent()) {
            curvature = curvature(slope, false);
            for (int a = 0; a < size; a++) {
                double unit = 1 / (scale[a] * scale[a]);
                curvature[a][a] += Math.max(1e-8, ridge) * Math.max(curvature[a][a], unit);
            }
        }
        lessons.correct(curvature);
        GramFactor factor = GramFactor.of(curvature);
        double[] down = new double[size];
        for (int a = 0; a < size; a++) {
            down[a] = held[a] ? 0 : -slope.gradient()[a];
        }
        if (factor.deficientColumn().isPresent()) {
            for (int a = 0; a < size; a++) {
                down[a] /= Math.max(curvature[a][a], 1e-8);
            }
            return down;
        }
        return factor.solve(down);
    }

    double[][] curvature(Profile.Slope slope, boolean excess) {
        int size = held.length;
        double[][] curvature = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                if (held[a] || held[b]) {
                    curvature[a][b] = a == b ? 1 : 0;
                    continue;
                }
                curvature[a][b] = slope.information()[a][b];
                boolean alone = slope.excess()[a][a] > 0 || a != b;
                if (excess && alone) {
                    curvature[a][b] += slope.excess()[a][b];
                }
            }
        }
        return curvature;
    }
}
