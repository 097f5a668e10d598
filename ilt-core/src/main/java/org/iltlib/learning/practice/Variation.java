package org.iltlib.learning.practice;

/** How a component of a practice is carried out, worst first. */
public enum Variation {
    /** It misses the point. */
    UNACCEPTABLE,
    /** It serves, and could be better. */
    ACCEPTABLE,
    /** As it should be. */
    IDEAL
}
