package org.iltlib.analytics.privacy;

/** What a number counts, as far as policies tell numbers apart. */
public enum CountKind {
    /** Everybody in a group: a denominator. */
    GROUP,
    /** Those of a group who have the trait that is measured: a numerator. */
    WITH,
    /** Those of a group who have it not. */
    WITHOUT
}
