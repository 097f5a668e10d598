package org.iltlib.examples.align;

/** The package cannot be used; the message says why in one line, and the report what became of its parts. */
public final class BrokenPackage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String report;

    BrokenPackage(String message, String report, Throwable cause) {
        super(message.replaceAll("\\R+", " "), cause);
        this.report = report;
    }

    /** The report of the import, a line for each rule that was used; empty if nothing could be read. */
    public String report() {
        return report;
    }
}
