package org.iltlib.exchange.oneroster;

import java.util.List;

/**
 * A file or package from outside that cannot be read at all, or a value that cannot be written in the asked format.
 * Faults of single rows or members are not exceptions but entries of a report.
 */
public final class ExchangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> problems;

    /** An exception with a stable code such as {@code case.syntax}, and a message. */
    public ExchangeException(String code, String message) {
        this(code, message, List.of());
    }

    /** An exception with a stable code, a message and the single problems behind it. */
    public ExchangeException(String code, String message, List<String> problems) {
        super(message);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    /** An exception caused by another; the cause's message is not repeated. */
    public ExchangeException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.problems = List.of();
    }

    /** What kind of trouble, for programs. */
    public String code() {
        return code;
    }

    /** The single problems, where there are several; may be empty. */
    public List<String> problems() {
        return problems == null ? List.of() : problems;
    }
}
