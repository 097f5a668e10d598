package org.iltlib.analytics.internal.joint;

/** The best of the points that a path has come through, as far as a proof needs it. Holds its memory. */
final class Kept {
    private final TauBlock[] taus;
    private final PairBlock[] pairs;
    private final double[][] coefficients;
    private final double[][] a;
    private final double[][][] lambda;
    private final double[] lambdaAll;
    private final double[][] b;
    private double least = Double.POSITIVE_INFINITY;

    Kept(TauBlock[] taus, PairBlock[] pairs, double[][] coefficients) {
        this.taus = taus;
        this.pairs = pairs;
        this.coefficients = coefficients;
        this.a = new double[taus.length][];
        this.b = new double[taus.length][];
        this.lambda = new double[pairs.length][][];
        this.lambdaAll = new double[pairs.length];
    }

    /** Keeps the present point if it lacks less than any before, and says whether it does. */
    boolean offer(double lacks) {
        if (!(lacks < least)) {
            return false;
        }
        least = lacks;
        for (int j = 0; j < a.length; j++) {
            a[j] = taus[j].a.clone();
            b[j] = coefficients[j].clone();
        }
        for (int j = 0; j < lambda.length; j++) {
            lambda[j] = ScoreTables.copy(pairs[j].lambda);
            lambdaAll[j] = pairs[j].lambdaAll;
        }
        return true;
    }

    /** Puts the best point back; the path cannot go on from there. */
    void restore() {
        if (least == Double.POSITIVE_INFINITY) {
            return;
        }
        for (int j = 0; j < a.length; j++) {
            System.arraycopy(a[j], 0, taus[j].a, 0, a[j].length);
            System.arraycopy(b[j], 0, coefficients[j], 0, b[j].length);
        }
        for (int j = 0; j < lambda.length; j++) {
            for (int l = 0; l < lambda[j].length; l++) {
                System.arraycopy(lambda[j][l], 0, pairs[j].lambda[l], 0, lambda[j][l].length);
            }
            pairs[j].lambdaAll = lambdaAll[j];
        }
    }
}
