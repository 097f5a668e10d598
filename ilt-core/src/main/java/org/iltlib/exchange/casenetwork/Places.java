package org.iltlib.exchange.casenetwork;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in the text the objects stand that were taken, by the order in which they were. Objects that follow each other in
 * one list take no memory of their own.
 */
final class Places {
    /** Objects one after the other, from that one on, at that place of the list. */
    private record Run(String list, int first, long index) {}

    private final List<Run> runs = new ArrayList<>();
    private int count;

    /** The next object stands at that place of that list. */
    void add(String list, long index) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last == null || !last.list.equals(list) || last.index + count - last.first != index) {
            runs.add(new Run(list, count, index));
        }
        count++;
    }

    private Run find(int number) {
        int low = 0;
        int high = runs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (runs.get(middle).first <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return runs.get(low);
    }

    /** The list in which the object of that number stands. */
    String list(int number) {
        return find(number).list;
    }

    /** Its place in that list. */
    long index(int number) {
        Run run = find(number);
        return run.index + number - run.first;
    }
}
