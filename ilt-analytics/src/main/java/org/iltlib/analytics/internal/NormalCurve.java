package org.iltlib.analytics.internal;

/**
 * The standard normal density and probability for inner loops, the same bits on every machine.
 *
 * <p>The probability uses the rational approximations of W. J. Cody (1969), doi:10.1090/S0025-5718-1969-0247736-4, with a
 * relative error of about 1e-15 on either tail.
 */
public final class NormalCurve {
    private static final double ROOT_TWO_PI = 2.5066282746310002;
    private static final double INVERSE_ROOT = 1 / ROOT_TWO_PI;
    private static final double ROOT_32 = 5.656854249492381;
    private static final double SMALL = 0.67448975;
    private static final double FAR = 38.5; // beyond, the smaller tail is zero

    private static final double[] MIDDLE_TOP = {
        0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.981253343560
    };
    private static final double[] MIDDLE_BOTTOM = {
        1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673
    };
    private static final double[] TAIL_TOP = {
        1.0765576773720192e-8,
        0.39894151208813466,
        8.883149794388377,
        93.50665613217785,
        597.2702763948002,
        2494.5375852903726,
        6848.190450536283,
        11602.65143764735,
        9842.714838383978
    };
    private static final double[] TAIL_BOTTOM = {
        1,
        22.266688044328117,
        235.387901782625,
        1519.3775994075547,
        6485.558298266761,
        18615.571640885097,
        34900.95272114598,
        38912.00328609327,
        19685.429676859992
    };
    private static final double[] FAR_TOP = {
        0.02307344176494017,
        0.215898534057957,
        0.12740116116024736,
        0.022235277870649807,
        0.0014216191932278936,
        2.9112874951168793e-5
    };
    private static final double[] FAR_BOTTOM = {
        1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5
    };

    private NormalCurve() {}

    /** The density. */
    public static double density(double x) {
        return x == Double.NEGATIVE_INFINITY || x == Double.POSITIVE_INFINITY
                ? 0
                : INVERSE_ROOT * StrictMath.exp(-x * x / 2);
    }

    /** The probability of at most x; x may be infinite. */
    public static double below(double x) {
        if (x >= SMALL) {
            return 1 - tail(x);
        }
        return x <= -SMALL ? tail(-x) : 0.5 + middle(x);
    }

    /** The probability between the two, without cancellation in the tails; either may be infinite. */
    public static double between(double low, double high) {
        if (low >= SMALL) {
            return tail(low) - tail(high);
        }
        if (high <= -SMALL) {
            return tail(-high) - tail(-low);
        }
        if (low > -SMALL && high < SMALL) {
            return middle(high) - middle(low);
        }
        double above = high >= SMALL ? tail(high) : 0.5 - middle(high);
        double under = low <= -SMALL ? tail(-low) : 0.5 + middle(low);
        return 1 - above - under;
    }

    /** The probability between zero and x, for a small x. */
    private static double middle(double x) {
        double square = x * x;
        return x * ratio(MIDDLE_TOP, MIDDLE_BOTTOM, square);
    }

    /** The probability beyond x, for x of {@code SMALL} or more. */
    private static double tail(double x) {
        if (x > FAR) {
            return 0;
        }
        double whole = StrictMath.floor(x * 16) / 16; // so that the square is exact
        double rest = (x - whole) * (x + whole);
        double scale = StrictMath.exp(-whole * whole / 2) * StrictMath.exp(-rest / 2);
        if (x <= ROOT_32) {
            return scale * ratio(TAIL_TOP, TAIL_BOTTOM, x);
        }
        double square = 1 / (x * x);
        return scale * (INVERSE_ROOT - square * ratio(FAR_TOP, FAR_BOTTOM, square)) / x;
    }

    private static double ratio(double[] top, double[] bottom, double x) {
        double above = top[0];
        double below = bottom[0];
        for (int i = 1; i < top.length; i++) {
            above = above * x + top[i];
            below = below * x + bottom[i];
        }
        return above / below;
    }
}
