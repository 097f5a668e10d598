package org.iltlib.evidence.column;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Different texts in their natural order, kept as bytes; a String is made when one is asked for. Finding one is
 * logarithmic. Immutable, thread-safe.
 */
public final class PooledLabels extends AbstractList<String> implements RandomAccess {
    private final byte[] bytes;
    private final int[] ends;

    /** If all texts have that many bytes, their ends need not be kept; otherwise −1. */
    private final int fixed;

    private final int size;

    /** Which text of the pool stands where; only while a column is made. */
    private final int[] order;

    PooledLabels(byte[] bytes, int[] ends, int[] order) {
        this.bytes = bytes;
        this.size = ends.length;
        this.order = order;
        int length = size == 0 ? 0 : ends[0];
        boolean same = true;
        for (int i = 1; i < size; i++) {
            same &= ends[i] - ends[i - 1] == length;
        }
        this.fixed = same ? length : -1;
        this.ends = same ? new int[0] : ends;
    }

    private PooledLabels(PooledLabels labels) {
        this.bytes = labels.bytes;
        this.ends = labels.ends;
        this.fixed = labels.fixed;
        this.size = labels.size;
        this.order = new int[0];
    }

    /** The place of each text of the pool in this list, by its code; of one that is not here, 0. */
    public int[] places(int poolSize) {
        int[] places = new int[poolSize];
        for (int i = 0; i < order.length; i++) {
            places[order[i]] = i;
        }
        return places;
    }

    /** The same texts, without the memory of where they were in the pool. */
    public PooledLabels alone() {
        return new PooledLabels(this);
    }

    /** The bytes that the texts and their ends take. */
    public long retainedBytes() {
        return bytes.length + (long) Integer.BYTES * ends.length;
    }

    private int end(int index) {
        return fixed >= 0 ? (index + 1) * fixed : ends[index];
    }

    private int start(int index) {
        return index == 0 ? 0 : end(index - 1);
    }

    @Override
    public String get(int index) {
        Objects.checkIndex(index, size);
        return Texts.decoded(bytes, start(index), end(index));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int indexOf(@Nullable Object label) {
        if (!(label instanceof String wanted)) {
            return -1;
        }
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int comparison = get(middle).compareTo(wanted);
            if (comparison == 0) {
                return middle;
            } else if (comparison < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object label) {
        return indexOf(label);
    }

    @Override
    public boolean contains(@Nullable Object label) {
        return indexOf(label) >= 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PooledLabels labels
                ? size == labels.size
                        && Arrays.equals(bytes, labels.bytes)
                        && fixed == labels.fixed
                        && Arrays.equals(ends, labels.ends)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
