package org.iltlib.curriculum.review;

import java.util.Locale;

/** How far materials come up to what a gate expects; the lowest first. There is no band for what was not rated. */
public enum Band {
    /** They do not. */
    DOES_NOT_MEET,
    /** In part. */
    PARTIALLY_MEETS,
    /** They do. */
    MEETS;

    /** Whether it is that band or a higher one. */
    public boolean reaches(Band least) {
        return compareTo(least) >= 0;
    }

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
