package org.iltlib.exchange.oneroster;

import java.nio.file.Path;
import java.util.Map;
import org.iltlib.base.Checks;

/**
 * Reads a OneRoster CSV package, version 1.2 or 1.1, bulk or delta, from a directory or a ZIP. Immutable, thread-safe.
 *
 * <p>The strict profile refuses the package if there is any error. The lenient one repairs what is on a closed list (names
 * of files and columns in another case, unnamed trailing columns, booleans and vocabulary in another case, filled status
 * in bulk, a date for a time, line breaks), reports each repair, and refuses only the rows that stay wrong and those
 * that refer to them. Users of version 1.1 become users and roles, the first org being the primary one.
 *
 * <p>Bad data never throws; only a package that cannot be opened does. Linear in the size of the package.
 */
public final class OneRosterReader {
    private final boolean lenient;
    private final long maxBytes;

    private OneRosterReader(boolean lenient, long maxBytes) {
        this.lenient = lenient;
        this.maxBytes = maxBytes;
    }

    /** A reader that refuses a package with any error. */
    public static OneRosterReader strict() {
        return new OneRosterReader(false, 512L << 20);
    }

    /** A reader that repairs and reports. */
    public static OneRosterReader lenient() {
        return new OneRosterReader(true, 512L << 20);
    }

    /** A copy that refuses packages of more than so many bytes, unpacked; 512 MiB by default. */
    public OneRosterReader withMaxBytes(long bytes) {
        return new OneRosterReader(lenient, Checks.positive(bytes, "bytes"));
    }

    /**
     * Reads the package in that directory or ZIP.
     *
     * @throws ExchangeException if it cannot be opened, or is hostile: too large, a path in a name, a name twice
     */
    public RosterImport read(Path source) {
        return read(PackageFiles.read(source, maxBytes));
    }

    RosterImport read(Map<String, byte[]> files) {
        return new PackageReading(files, lenient).read();
    }
}
