package org.iltlib.evidence.column;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Numbers as they stand in a file, with something reserved for each that is missing. A column whose numbers have few
 * decimals is kept as whole numbers of tenths, hundredths …; any other as doubles. Immutable, thread-safe.
 *
 * <p>What {@link #get} gives is the very double that {@link Double#parseDouble} gives: a whole number below 2^53 and a
 * power of ten up to 10^22 are exact doubles, and their quotient is rounded once, to the double nearest to the decimal
 * number (D. Goldberg, What every computer scientist should know about floating-point arithmetic, 1991; W. D. Clinger,
 * How to read floating point numbers accurately, 1990).
 */
public final class Decimals {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    /** A double that is no number, below which there is room for what is reserved. */
    private static final long NO_NUMBER = 0x7ff8_0000_0000_0000L;

    private final Codes codes;
    private final double unit;
    private final long[] wide;

    private Decimals(Codes codes, double unit, long[] wide) {
        this.codes = codes;
        this.unit = unit;
        this.wide = wide;
    }

    /** How many there are, missing or not. */
    public int size() {
        return codes.size() + wide.length;
    }

    /** How many bytes each takes: 1, 2, 4 or 8. */
    public int width() {
        return wide.length > 0 ? Long.BYTES : codes.width();
    }

    /** The bytes of all. */
    public long retainedBytes() {
        return (long) size() * width();
    }

    /** Which of the reserved things stands in that row; below zero if a number does. Constant time. */
    public int reserved(int row) {
        return wide.length == 0 ? codes.reserved(row) : reservedIn(wide[row]);
    }

    /** The number in that row; meaningless for a reserved one. Constant time. */
    public double get(int row) {
        return wide.length == 0 ? codes.get(row) / unit : Double.longBitsToDouble(wide[row]);
    }

    /** These rows, in this order. */
    public Decimals select(int[] rows) {
        return wide.length == 0
                ? new Decimals(codes.select(rows), unit, wide)
                : new Decimals(
                        codes,
                        unit,
                        IntStream.of(rows).mapToLong(row -> wide[row]).toArray());
    }

    private static int reservedIn(long bits) {
        return Double.isNaN(Double.longBitsToDouble(bits)) ? (int) (bits - NO_NUMBER) : -1;
    }

    /** Grows cell by cell: {@link #read} or {@link #missing} says what comes next, {@link #commit} adds it. Not thread-safe. */
    public static final class Growing {
        private Codes.Growing codes = new Codes.Growing();
        private int scale;
        private int largest;
        private long[] wide = {};
        private int wideSize;
        private boolean isWide;

        private int nextReserved;
        private boolean nextWhole;
        private int nextDigits;
        private int nextScale;
        private double nextNumber;

        /** Nothing yet. */
        public Growing() {}

        /** The next cell has no number, but that reserved thing. */
        public void missing(int thing) {
            nextReserved = thing;
        }

        /** The next cell is that text (see {@link Texts}), without blanks around it, not empty; answers whether it is a finite number. */
        public boolean read(byte[] text, int from, int to) {
            nextReserved = -1;
            nextWhole = readPlain(text, from, to);
            return nextWhole || readOther(Texts.decoded(text, from, to));
        }

        private boolean readPlain(byte[] text, int from, int to) {
            boolean negative = text[from] == '-';
            int at = negative || text[from] == '+' ? from + 1 : from;
            long digits = 0;
            int point = -1;
            int seen = 0;
            for (; at < to; at++) {
                byte c = text[at];
                if (c >= '0' && c <= '9') {
                    digits = digits * 10 + (c - '0');
                    seen++;
                    if (digits > Integer.MAX_VALUE) {
                        return false;
                    }
                } else if (c == '.' && point < 0) {
                    point = at;
                } else {
                    return false;
                }
            }
            int decimals = point < 0 ? 0 : to - point - 1;
            while (decimals > 0 && digits % 10 == 0) {
                digits /= 10;
                decimals--;
            }
            if (seen == 0 || decimals >= POWERS.length || (negative && digits == 0)) {
                return false; // minus zero is another double than zero
            }
            nextDigits = (int) (negative ? -digits : digits);
            nextScale = decimals;
            return Codes.Growing.holds(nextDigits);
        }

        private boolean readOther(String text) {
            char last = text.charAt(text.length() - 1);
            if ((last != '.' && !Character.isDigit(last)) || text.startsWith("0x")) {
                return false; // Double.parseDouble would take "1d", "NaN" and "Infinity"
            }
            try {
                nextNumber = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return false;
            }
            boolean minusZero = nextNumber == 0 && Math.copySign(1, nextNumber) < 0;
            if (nextNumber == Math.rint(nextNumber)
                    && !minusZero
                    && Math.abs(nextNumber) < Integer.MAX_VALUE - Codes.RESERVED) {
                nextWhole = true;
                nextDigits = (int) nextNumber;
                nextScale = 0;
            }
            return Double.isFinite(nextNumber);
        }

        /** Adds what comes next; answers whether it is a number. */
        public boolean commit() {
            if (nextReserved < 0 && !isWide && !fits()) {
                widen();
            }
            if (isWide) {
                if (wideSize == wide.length) {
                    wide = Arrays.copyOf(wide, Math.max(64, wideSize + (wideSize >> 1)));
                }
                wide[wideSize++] = nextReserved >= 0
                        ? NO_NUMBER + nextReserved
                        : Double.doubleToRawLongBits(nextWhole ? nextDigits / POWERS[nextScale] : nextNumber);
            } else if (nextReserved >= 0) {
                codes.addReserved(nextReserved);
            } else {
                int digits = nextDigits * (int) POWERS[scale - nextScale];
                largest = Math.max(largest, Math.abs(digits));
                codes.add(digits);
            }
            return nextReserved < 0;
        }

        /** Whether the next number fits among the others as whole numbers; makes the unit finer where that helps. */
        private boolean fits() {
            if (!nextWhole) {
                return false;
            }
            int finer = Math.max(scale, nextScale);
            double most = Integer.MAX_VALUE - Codes.RESERVED;
            if (Math.abs((double) nextDigits) * POWERS[finer - nextScale] > most
                    || largest * POWERS[finer - scale] > most) {
                return false;
            }
            if (finer > scale) {
                int factor = (int) POWERS[finer - scale];
                Codes.Growing coarse = codes;
                codes = new Codes.Growing();
                for (int row = 0; row < coarse.size(); row++) {
                    int thing = coarse.reserved(row);
                    if (thing >= 0) {
                        codes.addReserved(thing);
                    } else {
                        codes.add(coarse.get(row) * factor);
                    }
                }
                largest *= factor;
                scale = finer;
            }
            return true;
        }

        private void widen() {
            isWide = true;
            wideSize = codes.size();
            wide = new long[Math.max(64, wideSize + 1)];
            for (int row = 0; row < wideSize; row++) {
                int thing = codes.reserved(row);
                wide[row] = thing >= 0 ? NO_NUMBER + thing : Double.doubleToRawLongBits(codes.get(row) / POWERS[scale]);
            }
            codes = new Codes.Growing();
        }

        /** Those so far. */
        public Decimals freeze() {
            return new Decimals(codes.freeze(), POWERS[scale], Arrays.copyOf(wide, wideSize));
        }
    }
}
