package org.iltlib.evidence;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Trouble with a source of evidence as a whole: it cannot be read, is cut off, is empty or has the wrong header. A
 * single bad row is no such trouble; it is rejected and stands in the {@link ImportReport}.
 *
 * <p>The message never holds the content of a data cell.
 */
public final class EvidenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The row, or 0 where there is none. */
    private final long row;

    EvidenceException(String message) {
        super(message);
        this.row = 0;
    }

    /**
     * For whoever reads evidence.
     *
     * @param message what is wrong, without the content of a cell
     * @param row the line, the header being line 1; 0 where there is none
     * @param cause what went wrong below, if anything did
     */
    public EvidenceException(String message, long row, @Nullable Throwable cause) {
        super(message, cause);
        this.row = row;
    }

    /** The line at which reading stopped, the header being line 1; empty if no line is to blame. */
    public OptionalLong row() {
        return row == 0 ? OptionalLong.empty() : OptionalLong.of(row);
    }
}
