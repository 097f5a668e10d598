package org.iltlib.analytics.stats.merge;

import java.util.Collection;

/**
 * What is known of some cases, in a form that merges: {@code merge} is commutative and associative, and every kind has
 * an empty summary that changes nothing. So a table may be cut into parts in any way, the parts summarised anywhere and
 * merged in any order and shape: the result has the same bits.
 *
 * @param <S> the kind of summary
 */
public interface Summary<S extends Summary<S>> {
    /**
     * The summary of the cases of both.
     *
     * @throws IllegalArgumentException if the two are of different grids, levels or columns
     */
    S merge(S other);

    /** The summary of all parts, beginning with the empty one. */
    static <S extends Summary<S>> S merge(S empty, Collection<? extends S> parts) {
        S all = empty;
        for (S part : parts) {
            all = all.merge(part);
        }
        return all;
    }
}
