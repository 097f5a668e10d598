package org.iltlib.store;

import java.util.List;

/**
 * A way to open stores by address, found by {@link java.util.ServiceLoader}. Providers are listed both in
 * {@code module-info} and in {@code META-INF/services}.
 */
public interface StoreProvider {

    /** The beginnings of the addresses it can open, each with its colon: {@code mem:}, {@code jdbc:h2:}. */
    List<String> schemes();

    /**
     * Opens the store at the address, which begins with one of the schemes.
     *
     * @throws StoreException if it cannot be opened; passwords in the address are not repeated
     */
    Store open(String address);
}
