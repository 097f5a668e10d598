package org.iltlib.analytics.internal;

/** A sum in twice the precision of its terms (Ogita, Rump &amp; Oishi 2005, doi:10.1137/030601818). */
public final class CompensatedSum {
    private double high;
    private double low;

    /** Adds a number. */
    public void add(double value) {
        double sum = high + value;
        double part = sum - high;
        low += (high - (sum - part)) + (value - part);
        high = sum;
    }

    /** Adds a product without rounding it first. */
    public void addProduct(double a, double b) {
        double product = a * b;
        add(product);
        low += Math.fma(a, b, -product);
    }

    /** The sum. */
    public double value() {
        return high + low;
    }
}
