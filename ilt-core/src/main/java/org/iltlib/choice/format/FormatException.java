package org.iltlib.choice.format;

/** A file of ballots that cannot be read: which line, and what was expected there. */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The line, from 1; 0 if the file as a whole is meant. */
    private final int line;

    /** Names the line and the trouble; the message is one line, whatever the file holds. */
    public FormatException(int line, String message) {
        super((line > 0 ? "Line " + line + ": " + message : message).replaceAll("\\R+", " "));
        this.line = line;
    }

    /** Names the line and passes on the trouble with its cause. */
    FormatException(int line, String message, Throwable cause) {
        this(line, message);
        initCause(cause);
    }

    /** The line, from 1; 0 if the file as a whole is meant. */
    public int line() {
        return line;
    }
}
