package org.iltlib.choice.single;

/** What to do with a ballot whose next rank holds several alternatives. */
public enum Overvotes {
    /** Those of them that continue share the ballot equally. */
    SHARE,
    /** The rank is passed over. */
    SKIP_RANK,
    /** The ballot counts for nobody from there on. */
    EXHAUST,
    /**
     * If exactly one of them continues, it gets the ballot; if several do, the ballot counts for nobody from there on;
     * if none does, the next rank is looked at.
     */
    EXHAUST_IF_MULTIPLE_CONTINUING
}
