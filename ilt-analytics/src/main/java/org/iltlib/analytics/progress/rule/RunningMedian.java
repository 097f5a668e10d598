package org.iltlib.analytics.progress.rule;

import java.util.Collections;
import java.util.PriorityQueue;

/** The median of numbers that come one by one, each in O(log n): two heaps that meet in the middle. */
final class RunningMedian {
    private final PriorityQueue<Double> lower = new PriorityQueue<>(Collections.reverseOrder());
    private final PriorityQueue<Double> upper = new PriorityQueue<>();

    void add(double value) {
        lower.add(value);
        upper.add(lower.remove());
        if (upper.size() > lower.size()) {
            lower.add(upper.remove());
        }
    }

    /** The median of at least one number; of an even number, the mean of the two in the middle. */
    double median() {
        double low = lower.element();
        return lower.size() > upper.size() ? low : (low + upper.element()) / 2;
    }
}
