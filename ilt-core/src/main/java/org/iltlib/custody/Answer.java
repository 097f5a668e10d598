package org.iltlib.custody;

import java.util.Optional;
import org.iltlib.base.Explanation;

/**
 * What was asked for, or why it is not given. A refusal is expected, so it is a value.
 *
 * @param <T> what was asked for
 * @param value what was asked for; empty if it is not given
 * @param why why it is given or not; names ids only
 */
public record Answer<T>(Optional<T> value, Explanation why) {

    static <T> Answer<T> given(T value, Explanation why) {
        return new Answer<>(Optional.of(value), why);
    }

    static <T> Answer<T> not(Explanation why) {
        return new Answer<>(Optional.empty(), why);
    }

    /** Whether it is given. */
    public boolean isGiven() {
        return value.isPresent();
    }

    /**
     * What was asked for.
     *
     * @throws IllegalStateException if it is not given; the message is the reason
     */
    public T get() {
        return value.orElseThrow(() -> new IllegalStateException(why + " Maybe ask isGiven() first."));
    }

    /** The reason only, so that nothing personal reaches a log. */
    @Override
    public String toString() {
        return why.toString();
    }
}
