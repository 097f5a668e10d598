package org.iltlib.store.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.iltlib.store.StoredDataset;
import org.jspecify.annotations.Nullable;

/** The bytes of a dataset; fails at the end, before a store takes them, if they are not those of its id. */
final class ExpectedBytes extends InputStream {
    private final InputStream in;
    private final StoredDataset dataset;
    private final MessageDigest sha = Tally.sha256();
    private long size;
    private boolean checked;
    private @Nullable IOException problem;

    ExpectedBytes(InputStream in, StoredDataset dataset) {
        this.in = in;
        this.dataset = dataset;
    }

    /** Why reading failed, if it has. */
    @Nullable
    IOException problem() {
        return problem;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            if (checked || length == 0) {
                return length == 0 ? 0 : -1;
            }
            int count = in.read(into, offset, length);
            if (count >= 0) {
                sha.update(into, offset, count);
                size += count;
            }
            if (size > dataset.size() || (count < 0 && !fits())) {
                throw new IOException("The bytes of dataset " + dataset.id() + " are not those of its id.");
            }
            return count;
        } catch (IOException e) {
            problem = e;
            throw e;
        }
    }

    private boolean fits() {
        checked = true;
        return size == dataset.size()
                && Tally.digest(sha).hex().equals(dataset.id().hex());
    }

    /** Reads and checks all. */
    void skipAll() throws IOException {
        byte[] buffer = new byte[1 << 16];
        int count = 0;
        while (count >= 0) {
            count = read(buffer, 0, buffer.length);
        }
    }
}
