package org.iltlib.store.contract;

import java.util.function.Supplier;
import org.iltlib.store.Store;

/**
 * What a check needs of a store: how to open one. Checks run one after the other and each closes what it has opened;
 * so it is enough to remember the place that was opened last.
 *
 * <pre>{@code
 * AtomicInteger number = new AtomicInteger();                             // a new place for each check
 * StoreUnderTest mine = StoreUnderTest.of(
 *         () -> new DistrictStore(folder.resolve("s" + number.incrementAndGet())),
 *         () -> new DistrictStore(folder.resolve("s" + number.get())));   // the same place again
 * }</pre>
 *
 * <p>Emptying one place each time does as well, and so does a database that is dropped and created. Give the store as
 * your users open it: the same constructor, the same settings, tables migrated.
 */
public interface StoreUnderTest {

    /**
     * Opens a store in which nothing is kept, of any tenant. The check closes it before it asks for another; closing it
     * again or never does no harm.
     */
    Store openEmpty();

    /**
     * Opens once more the store that {@link #openEmpty()} opened last and that is closed, with what it kept. Asked for
     * by {@link Section#REOPEN} and {@link Section#LARGE} only; a store that does not outlive its process may throw.
     */
    Store reopen();

    /**
     * A store opened in these ways.
     *
     * @param openEmpty as {@link #openEmpty()}; called many times, each time for another empty store
     * @param reopen as {@link #reopen()}; the same address, folder or database as the call of {@code openEmpty} before
     */
    static StoreUnderTest of(Supplier<? extends Store> openEmpty, Supplier<? extends Store> reopen) {
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
