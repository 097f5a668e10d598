package org.iltlib.store.contract;

import java.util.function.Supplier;
import org.iltlib.store.Store;

/** What a check needs of a store: how to open one. */
public interface StoreUnderTest {

    /** Opens a store in which nothing is kept. The check closes it before it asks for another. */
    Store openEmpty();

    /** Opens once more the store that was opened last and is closed, with what it kept. */
    Store reopen();

    /** A store opened in these ways. */
    static StoreUnderTest of(Supplier<Store> openEmpty, Supplier<Store> reopen) {
        return new StoreUnderTest() {
            @Override
            public Store openEmpty() {
                return openEmpty.get();
            }

            @Override
            public Store reopen() {
                return reopen.get();
            }
        };
    }
}
