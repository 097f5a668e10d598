package org.iltlib.choice.single;

/** What to do if several are lowest and one must leave the count. */
public enum EliminationTies {
    /** Follow every order: whoever can win under one of them is a winner ("parallel universes"). */
    ALL_ORDERS,
    /** All of them leave together; if nobody would be left, all of them win. */
    TOGETHER,
    /** A tie chain chooses who leaves; if it cannot, all that it leaves tied leave together. */
    CHAIN
}
