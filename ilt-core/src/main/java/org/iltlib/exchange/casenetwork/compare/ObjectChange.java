package org.iltlib.exchange.casenetwork.compare;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An item or association that came, went or changed.
 *
 * @param identifier its identifier
 * @param kind what happened
 * @param members the names of the members that differ, unknown ones included; empty if it came or went
 */
public record ObjectChange(String identifier, Kind kind, SortedSet<String> members) {
    /** What can happen to an object. */
    public enum Kind {
        /** It was not there before. */
        CAME,
        /** It is there no more. */
        WENT,
        /** Some of its members differ. */
        CHANGED
    }

    /** Copies the set. */
    public ObjectChange {
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }
}
