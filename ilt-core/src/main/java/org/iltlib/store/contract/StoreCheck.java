package org.iltlib.store.contract;

import java.util.function.Consumer;

/**
 * One sentence of the contract, and the way to hold a store against it.
 *
 * @param section the part of the contract
 * @param name the sentence
 * @param body what to do; throws an {@link AssertionError} if the store does otherwise
 */
public record StoreCheck(Section section, String name, Consumer<StoreUnderTest> body) {

    /**
     * Holds the store against this sentence.
     *
     * @throws AssertionError if the store does otherwise; it says what was expected and found
     */
    public void verify(StoreUnderTest store) {
        try {
            body.accept(store);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Not so: " + name + ". " + e.getMessage(), e);
        }
    }

    /** The section and the sentence. */
    @Override
    public String toString() {
        return section + ": " + name;
    }
}
