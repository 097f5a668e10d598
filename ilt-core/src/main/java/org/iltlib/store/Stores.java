package org.iltlib.store;

import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Opens stores by address. */
public final class Stores {
    private Stores() {}

    /**
     * The store at that address, one of these, or of any {@link StoreProvider} on the class or module path:
     *
     * <ul>
     *   <li>{@code mem:} a new store in the heap, gone when closed;
     *   <li>{@code jdbc:h2:./folder/name} an H2 database in a file (one file belongs to one version of H2: to move,
     *       export and import), or {@code jdbc:h2:mem:name};
     *   <li>{@code jdbc:postgresql://host/database?user=…}, {@code jdbc:sqlite:file}.
     * </ul>
     *
     * <p>Opening a {@code jdbc:} address <b>creates or migrates the tables</b> it needs. To have none of that, give a
     * {@code DataSource} to a {@code JdbcStore}.
     *
     * @throws IllegalArgumentException if no provider knows the scheme; it lists those that are known
     * @throws StoreException if the store cannot be opened
     */
    public static Store open(String address) {
        List<StoreProvider> providers = StreamSupport.stream(
                        ServiceLoader.load(StoreProvider.class).spliterator(), false)
                .toList();
        TreeSet<String> known = new TreeSet<>();
        for (StoreProvider provider : providers) {
            for (String scheme : provider.schemes()) {
                if (address.startsWith(scheme)) {
                    return provider.open(address);
                }
                known.add(scheme);
            }
        }
        throw new IllegalArgumentException("No store is known for \"" + scheme(address) + "\". Expected one of " + known
                + ". Maybe a module or jar is missing.");
    }

    /** What stands before the last colon that belongs to the scheme; never more, for a password may follow. */
    private static String scheme(String address) {
        int colon = address.indexOf(':');
        if (colon == 4 && address.startsWith("jdbc")) {
            colon = address.indexOf(':', colon + 1);
        }
        return colon < 0 ? "" : address.substring(0, colon + 1);
    }
}
