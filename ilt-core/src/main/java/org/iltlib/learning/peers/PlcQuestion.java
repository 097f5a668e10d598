package org.iltlib.learning.peers;

/** The four questions of a professional learning community, commonly told after DuFour; in our own words. */
public enum PlcQuestion {
    /** What shall students learn? */
    WHAT_TO_LEARN,
    /** How do we see that they have? */
    HOW_WE_KNOW,
    /** What do we do for those who have not? */
    IF_NOT_YET,
    /** What do we do for those who had already? */
    IF_ALREADY
}
