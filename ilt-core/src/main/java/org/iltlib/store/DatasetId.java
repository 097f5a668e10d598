package org.iltlib.store;

import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.record.Digest;

/**
 * The id of a dataset: the SHA-256 of its bytes. Whoever holds the id can tell whether the content is the same.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record DatasetId(String hex) implements Comparable<DatasetId> {
    /** The written form: the digits. */
    public static final Form<DatasetId> FORM = Forms.id(DatasetId::hex, DatasetId::of);

    /** Checks the digits. */
    public DatasetId {
        hex = Digest.of(hex).hex();
    }

    /** The id with these digits. */
    public static DatasetId of(String hex) {
        return new DatasetId(hex);
    }

    /** The id of a dataset of these bytes. */
    public static DatasetId ofBytes(byte[] content) {
        return of(Digest.ofBytes(content).hex());
    }

    @Override
    public int compareTo(DatasetId other) {
        return hex.compareTo(other.hex);
    }

    /** The digits. */
    @Override
    public String toString() {
        return hex;
    }
}
