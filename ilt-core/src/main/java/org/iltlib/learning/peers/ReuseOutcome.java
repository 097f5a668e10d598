package org.iltlib.learning.peers;

/** What came of it when somebody used a colleague's practice. */
public enum ReuseOutcome {
    /** It helped. */
    HELPED,
    /** It helped some students and not others. */
    MIXED,
    /** It did not help. */
    DID_NOT_HELP,
    /** Nobody can say yet. */
    NOT_YET_KNOWN
}
