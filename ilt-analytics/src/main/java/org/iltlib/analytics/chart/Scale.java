package org.iltlib.analytics.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;

/** A linear scale from numbers to pixels, with ticks at round numbers (1, 2 or 5 times a power of ten). */
final class Scale {
    private final double low;
    private final double high;
    private final double from;
    private final double to;
    private final List<Double> ticks;
    private final int decimals;

    private Scale(double low, double high, double from, double to, List<Double> ticks, int decimals) {
        this.low = low;
        this.high = high;
        this.from = from;
        this.to = to;
        this.ticks = ticks;
        this.decimals = decimals;
    }

    /** A scale whose ends are ticks around the numbers; at most so many ticks, at least two. */
    static Scale around(double min, double max, int mostTicks) {
        Checks.require(min <= max, "min %s lies above max %s.", min, max);
        double spread = max - min > Math.abs(max) * 1e-9 ? max - min : Math.max(Math.abs(max) * 0.1, 1);
        double low = max - min == spread ? min : min - spread / 2;
        double high = max - min == spread ? max : max + spread / 2;
        BigDecimal power = new BigDecimal(spread).round(new java.math.MathContext(1, java.math.RoundingMode.DOWN));
        int exponent = power.precision() - power.scale() - 3;
        for (; ; exponent++) {
            for (int digit : new int[] {1, 2, 5}) {
                BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                double size = step.doubleValue();
                double first = Math.floor(low / size + 1e-9);
                double last = Math.ceil(high / size - 1e-9);
                if (last - first + 1 <= mostTicks) {
                    List<Double> ticks = new ArrayList<>();
                    for (double k = first; k <= last; k++) {
                        ticks.add(step.multiply(new BigDecimal(k)).doubleValue());
                    }
                    return new Scale(
                            ticks.get(0),
                            ticks.get(ticks.size() - 1),
                            0,
                            1,
                            List.copyOf(ticks),
                            Math.min(Math.max(-exponent, 0), 6));
                }
            }
        }
    }

    /** The same scale onto those pixels. */
    Scale onto(double from, double to) {
        return new Scale(low, high, from, to, ticks, decimals);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    List<Double> ticks() {
        return ticks;
    }

    String label(double tick) {
        return Numerals.decimal(tick, decimals);
    }
}
