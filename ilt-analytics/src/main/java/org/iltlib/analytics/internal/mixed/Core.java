package org.iltlib.analytics.internal.mixed;

/** What is left of the matrix once the sparse part is eliminated: kept dense and factored, or kept sparse and iterated on. */
interface Core {
    /** Sets all entries to zero. */
    void clear();

    /** Sets an entry of the upper triangle. */
    void put(int row, int column, double value);

    /**
     * Takes away the products of some values with each other.
     *
     * @param rows ascending places; the offset is to be taken from them
     */
    void minus(int[] rows, double[] values, int from, int end, int offset);

    /** Makes ready for solving. */
    void factor();

    /** The logarithm of the determinant. */
    double logDeterminant();

    /** Solves in place. */
    void solve(double[] x);
}
