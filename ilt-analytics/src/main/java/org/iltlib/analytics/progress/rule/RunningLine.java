package org.iltlib.analytics.progress.rule;

/** The least-squares line through points that come one by one, each in O(1) (Welford 1962, doi:10.2307/1266577). */
final class RunningLine {
    private static final double ROUNDING = 1e-9;

    private int n;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    void add(double x, double y) {
        n++;
        double dx = x - meanX;
        double dy = y - meanY;
        meanX += dx / n;
        meanY += dy / n;
        squaresX += dx * (x - meanX);
        squaresY += dy * (y - meanY);
        products += dx * (y - meanY);
    }

    int n() {
        return n;
    }

    double squaresX() {
        return squaresX;
    }

    /** The slope, of at least two points; what is left by rounding alone is 0. */
    double slope() {
        double slope = products / squaresX;
        return Math.abs(slope) <= ROUNDING * Math.sqrt(squaresY / squaresX) ? 0 : slope;
    }

    /** The standard deviation around the line, of at least three points. */
    double deviation() {
        double rest = squaresY - products * products / squaresX;
        return rest <= ROUNDING * ROUNDING * squaresY ? 0 : Math.sqrt(rest / (n - 2));
    }

    /** The standard error of the slope, of at least three points. */
    double standardError() {
        return deviation() / Math.sqrt(squaresX);
    }
}
