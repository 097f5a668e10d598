package org.iltlib.choice;

/** What a ranking says of the alternatives that it does not list. The choice changes pairwise counts and winners. */
public enum Unranked {
    /** They are tied, below every listed one. */
    TIED_LAST,
    /** It says nothing: not of two unlisted ones, nor of an unlisted and a listed one. */
    UNKNOWN
}
