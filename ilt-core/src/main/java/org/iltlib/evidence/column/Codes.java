package org.iltlib.evidence.column;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.iltlib.base.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers, each in one, two or four bytes: the narrowest that holds them all. The lowest {@value #RESERVED} numbers
 * of each width stand for something that is no number (a reason why there is none). Immutable, thread-safe.
 */
public final class Codes {
    /** How many things can stand in place of a number. */
    public static final int RESERVED = 32;

    /** The smallest number that can be kept. */
    public static final int LOWEST = Integer.MIN_VALUE + RESERVED;

    private final Cells cells;

    private Codes(Cells cells) {
        this.cells = cells;
    }

    /**
     * That many numbers between two bounds, both included, asked in order.
     *
     * @throws IllegalArgumentException if one lies outside of them
     */
    public static Codes collect(int size, int lowest, int highest, IntUnaryOperator at) {
        Cells cells = new Cells(Cells.widthFor(lowest, highest), size);
        for (int row = 0; row < size; row++) {
            int value = at.applyAsInt(row);
            Checks.require(
                    value >= lowest && value <= highest, "value is %s. Expected %s to %s.", value, lowest, highest);
            cells.set(row, value);
        }
        return new Codes(cells);
    }

    /** How many there are. */
    public int size() {
        return cells.length();
    }

    /** How many bytes each takes: 1, 2 or 4. */
    public int width() {
        return cells.width;
    }

    /** The bytes of all. */
    public long retainedBytes() {
        return (long) size() * width();
    }

    /**
     * The number in that row; of a reserved one, something below all numbers. Constant time.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int get(int row) {
        return cells.get(row);
    }

    /** Which of the reserved things stands in that row, from 0; below zero if a number does. Constant time. */
    public int reserved(int row) {
        return cells.reserved(row);
    }

    /** These rows, in this order. */
    public Codes select(int[] rows) {
        Cells chosen = new Cells(cells.width, rows.length);
        for (int i = 0; i < rows.length; i++) {
            chosen.set(i, cells.get(rows[i]));
        }
        return new Codes(chosen);
    }

    /** Whether width, numbers and reserved things are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Codes codes
                && Arrays.equals(cells.bytes, codes.cells.bytes)
                && Arrays.equals(cells.shorts, codes.cells.shorts)
                && Arrays.equals(cells.ints, codes.cells.ints);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells.bytes) + Arrays.hashCode(cells.shorts) + Arrays.hashCode(cells.ints);
    }

    /** Such as {@code 3 codes of 2 bytes}. */
    @Override
    public String toString() {
        return size() + " codes of " + width() + " bytes";
    }

    /** Grows row by row, and wider when a number needs it. Not thread-safe. */
    public static final class Growing {
        private Cells cells = new Cells(1, 64);
        private int size;

        /** Nothing yet. */
        public Growing() {}

        /** Whether that number can be kept at all. */
        public static boolean holds(long value) {
            return value >= LOWEST && value <= Integer.MAX_VALUE;
        }

        /** Adds a number of at least {@link Codes#LOWEST}. */
        public void add(int value) {
            int needed = Cells.widthFor(value, value);
            if (needed > cells.width) {
                cells = cells.copy(needed, size, cells.length());
            }
            room();
            cells.set(size++, value);
        }

        /** Adds one of the reserved things, 0 to {@value Codes#RESERVED} − 1. */
        public void addReserved(int thing) {
            room();
            cells.set(size++, cells.lowest() + thing);
        }

        /** How many were added. */
        public int size() {
            return size;
        }

        /** As {@link Codes#get}. */
        public int get(int row) {
            return cells.get(row);
        }

        /** As {@link Codes#reserved}. */
        public int reserved(int row) {
            return cells.reserved(row);
        }

        /** Those so far. */
        public Codes freeze() {
            return new Codes(cells.copy(cells.width, size, size));
        }

        private void room() {
            if (size == cells.length()) {
                cells = cells.copy(cells.width, size, size + (size >> 1));
            }
        }
    }

    /** The bytes themselves: only the array of the width has a length. */
    private static final class Cells {
        private final int width;
        private final byte[] bytes;
        private final short[] shorts;
        private final int[] ints;

        Cells(int width, int length) {
            this(
                    width,
                    new byte[width == 1 ? length : 0],
                    new short[width == 2 ? length : 0],
                    new int[width == 4 ? length : 0]);
        }

        private Cells(int width, byte[] bytes, short[] shorts, int[] ints) {
            this.width = width;
            this.bytes = bytes;
            this.shorts = shorts;
            this.ints = ints;
        }

        static int widthFor(int lowest, int highest) {
            if (lowest >= Byte.MIN_VALUE + RESERVED && highest <= Byte.MAX_VALUE) {
                return 1;
            }
            return lowest >= Short.MIN_VALUE + RESERVED && highest <= Short.MAX_VALUE ? 2 : 4;
        }

        int length() {
            return bytes.length + shorts.length + ints.length;
        }

        int lowest() {
            return width == 1 ? Byte.MIN_VALUE : width == 2 ? Short.MIN_VALUE : Integer.MIN_VALUE;
        }

        int get(int row) {
            return width == 1 ? bytes[row] : width == 2 ? shorts[row] : ints[row];
        }

        int reserved(int row) {
            int thing = get(row) - lowest();
            return thing >= 0 && thing < RESERVED ? thing : -1;
        }

        void set(int row, int value) {
            if (width == 1) {
                bytes[row] = (byte) value;
            } else if (width == 2) {
                shorts[row] = (short) value;
            } else {
                ints[row] = value;
            }
        }

        Cells copy(int newWidth, int size, int length) {
            if (newWidth == width) {
                return new Cells(
                        width,
                        Arrays.copyOf(bytes, width == 1 ? length : 0),
                        Arrays.copyOf(shorts, width == 2 ? length : 0),
                        Arrays.copyOf(ints, width == 4 ? length : 0));
            }
            Cells wider = new Cells(newWidth, length);
            for (int row = 0; row < size; row++) {
                int thing = reserved(row);
                wider.set(row, thing < 0 ? get(row) : wider.lowest() + thing);
            }
            return wider;
        }
    }
}
