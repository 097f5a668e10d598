package org.iltlib.base;

/** Why there is no value, although somebody asked for one. Never a zero. */
public enum MissingReason {
    /** There is nobody of whom it could be known. */
    NO_STUDENTS("no students"),
    /** The question does not arise. */
    NOT_APPLICABLE("not applicable"),
    /** Nobody asked or measured. */
    NOT_COLLECTED("not collected"),
    /** It exists somewhere, but has not been brought in. */
    NOT_LOADED("not loaded"),
    /** The student was not shown it: another form of the test, an item that was not reached by design. */
    NOT_ADMINISTERED("not administered"),
    /** The student was not there. */
    ABSENT("absent"),
    /** The student was excused, by a rule. */
    EXEMPT("exempt"),
    /** The student was shown it and gave no answer. */
    OMITTED("omitted"),
    /** The student's time was over before it. */
    NOT_REACHED("not reached"),
    /** There is too little to compute from. */
    TOO_FEW("too few values"),
    /** The formula has no value here: a division by zero, a spread of nothing. */
    UNDEFINED("undefined"),
    /** Nobody knows why. */
    UNKNOWN("unknown");

    private final String words;

    MissingReason(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
