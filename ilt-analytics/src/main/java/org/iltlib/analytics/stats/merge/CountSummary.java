package org.iltlib.analytics.stats.merge;

/**
 * A summary from which cases can be taken away again, for a correction or to leave a part out: {@code
 * whole.merge(part).less(part)} is {@code whole} to the bit.
 *
 * @param <S> the kind of summary
 */
public interface CountSummary<S extends CountSummary<S>> extends Summary<S> {
    /**
     * The summary without those cases.
     *
     * @throws IllegalArgumentException if a count would fall below zero, or the two are of different grids, levels or
     *     columns
     */
    S less(S other);
}
