package org.iltlib.analytics.equity;

import org.iltlib.base.Checks;

/**
 * How many students of a group have an opportunity: an experienced and certified teacher, an advanced course, materials,
 * enough time, assignments on grade level. Counts add over schools. Immutable.
 *
 * @param have how many have it
 * @param lack how many do not
 * @param unknown of how many it is not known; they are never counted as lacking it
 */
public record OpportunityCount(long have, long lack, long unknown) {
    /** Nobody. */
    public static final OpportunityCount NONE = new OpportunityCount(0, 0, 0);

    /** Checks the numbers. */
    public OpportunityCount {
        Checks.notNegative(have, "have");
        Checks.notNegative(lack, "lack");
        Checks.notNegative(unknown, "unknown");
    }

    /** Both together. */
    public OpportunityCount plus(OpportunityCount other) {
        return new OpportunityCount(have + other.have, lack + other.lack, unknown + other.unknown);
    }

    /** How many there are of whom it is known. */
    public long known() {
        return have + lack;
    }

    /** How many there are. */
    public long all() {
        return have + lack + unknown;
    }
}
