package org.iltlib.examples;

/** The command line or the input cannot be used; the message is one line that says what was expected. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A fault with its message, one line. */
    public UsageException(String message) {
        super(message.replaceAll("\\R+", " "));
    }

    /** A fault with its message, one line, and where it came from. */
    public UsageException(String message, Throwable cause) {
        super(message.replaceAll("\\R+", " "), cause);
    }
}
