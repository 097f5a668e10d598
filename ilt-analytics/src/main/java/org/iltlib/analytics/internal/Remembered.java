package org.iltlib.analytics.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers the last answers of a costly question whose answer depends on the question alone, so that nobody can tell
 * whether it was remembered. Safe for several threads; two that ask at once may both compute.
 *
 * @param <Q> the question, compared by {@code equals}
 * @param <A> the answer, immutable
 */
public final class Remembered<Q, A> {
    private final Map<Q, A> answers;

    /** Remembers at most that many. */
    public Remembered(int most) {
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
                return size() > most;
            }
        };
    }

    /** The answer, computed if it is not remembered. */
    public A get(Q question, Supplier<A> compute) {
        synchronized (answers) {
            A known = answers.get(question);
            if (known != null) {
                return known;
            }
        }
        A answer = compute.get();
        synchronized (answers) {
            answers.put(question, answer);
        }
        return answer;
    }
}
