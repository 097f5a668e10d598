package org.iltlib.examples.river;

import java.util.Arrays;
import java.util.Random;

/** Three windows, two subjects, thirty items: which answers of each student are right, from a seed. */
final class Answers {
    static final int WINDOWS = 6;
    static final int ITEMS = 30;

    /** The first student of each school, and behind the last school the number of students. */
    final int[] starts = new int[River.SCHOOLS + 1];

    private final byte[][] right;

    Answers(long seed) {
        for (int school = 0; school < River.SCHOOLS; school++) {
            starts[school + 1] = starts[school] + River.students(school);
        }
        right = new byte[WINDOWS][students() * ITEMS];
        for (int window = 0; window < WINDOWS; window++) {
            Random random = new Random(seed * 31 + window);
            for (int student = 0; student < students(); student++) {
                double ability = random.nextGaussian() + 0.1 * growth(window);
                for (int item = 0; item < ITEMS; item++) {
                    double difficulty = -1.5 + 3.0 * item / (ITEMS - 1);
                    double chance = 1 / (1 + Math.exp(difficulty - ability));
                    right[window][student * ITEMS + item] = (byte) (random.nextDouble() < chance ? 1 : 0);
                }
            }
        }
    }

    /** What a student of average ability gains by that window; two subjects are tested in each. */
    private static int growth(int window) {
        return window / 2;
    }

    int students() {
        return starts[River.SCHOOLS];
    }

    /** All answers of all windows. */
    long responses() {
        return Arrays.stream(right).mapToLong(window -> window.length).sum();
    }

    /** The answers of a school in a window: a row for each student, a column for each item. */
    double[][] of(int window, int school) {
        double[][] rows = new double[River.students(school)][ITEMS];
        for (int i = 0; i < rows.length; i++) {
            int at = (starts[school] + i) * ITEMS;
            for (int item = 0; item < ITEMS; item++) {
                rows[i][item] = right[window][at + item];
            }
        }
        return rows;
    }

    /** The answers of the district in a window. */
    double[][] of(int window) {
        double[][] rows = new double[students()][];
        for (int school = 0; school < River.SCHOOLS; school++) {
            double[][] some = of(window, school);
            System.arraycopy(some, 0, rows, starts[school], some.length);
        }
        return rows;
    }
}
