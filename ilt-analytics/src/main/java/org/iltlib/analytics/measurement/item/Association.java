package org.iltlib.analytics.measurement.item;

import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/** A correlation, grown pair by pair about running means. Not thread-safe. */
final class Association {
    private long n;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    void add(double x, double y) {
        n++;
        double fromX = x - meanX;
        double fromY = y - meanY;
        meanX += fromX / n;
        meanY += fromY / n;
        squaresX += fromX * (x - meanX);
        squaresY += fromY * (y - meanY);
        products += fromX * (y - meanY);
    }

    /** Missing for fewer than two pairs or if either side does not vary. */
    Measured<Double> correlation() {
        if (n < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "fewer than two students have the item and another");
        }
        return squaresX > 1e-12 && squaresY > 1e-12
                ? Measured.of(Math.max(-1, Math.min(1, products / Math.sqrt(squaresX * squaresY))))
                : Measured.missing(MissingReason.UNDEFINED, "the item or the rest does not vary");
    }
}
