package org.iltlib.form;

/**
 * A written value cannot be read: something is missing, or of another shape than expected. Says where (a JSON pointer)
 * and what was expected. The forms never repeat the value itself, which may be personal; where the constructor of a value
 * refuses its parts, its own words are passed on.
 */
public final class FormException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String problem;

    /**
     * A problem at the place itself; the forms around it add the path to it.
     *
     * @param problem what was expected and what was found, a sentence without its full stop
     */
    public FormException(String problem) {
        this("", problem, null);
    }

    private FormException(String pointer, String problem, @org.jspecify.annotations.Nullable Throwable cause) {
        super("At \"" + pointer + "\": " + problem + ".", cause);
        this.pointer = pointer;
        this.problem = problem;
    }

    /** Where, as a JSON pointer (RFC 6901); empty for the whole value. */
    public String pointer() {
        return pointer;
    }

    /** What was expected and what was found. */
    public String problem() {
        return problem;
    }

    FormException inside(String step) {
        String escaped = step.replace("~", "~0").replace("/", "~1");
        return new FormException("/" + escaped + pointer, problem, this);
    }
}
