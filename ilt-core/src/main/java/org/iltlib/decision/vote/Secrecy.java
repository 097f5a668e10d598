package org.iltlib.decision.vote;

import org.iltlib.base.Checks;

/** What may be known of single votes, and when; from the most open to the strictest. */
public enum Secrecy {
    /** Every vote is seen as it is cast. */
    OPEN("open"),
    /** Votes are seen after the vote is closed. */
    HIDDEN_UNTIL_CLOSE("hidden until close"),
    /** Votes are never seen with a name; results only as a {@link Disclosure} allows. */
    ANONYMOUS("anonymous");

    private final String words;

    Secrecy(String words) {
        this.words = words;
    }

    /**
     * Whether the rule may be changed to that one. Before the first ballot: to anything, except that anonymity once
     * promised is never taken away. After it: only to a stricter one, since people voted on the promise.
     *
     * @param next the rule wanted
     * @param opened whether voting has begun
     */
    public boolean mayBecome(Secrecy next, boolean opened) {
        return next.compareTo(this) >= 0 || (!opened && this != ANONYMOUS);
    }

    /**
     * The rule wanted, if the change is lawful.
     *
     * @throws IllegalArgumentException otherwise; see {@link #mayBecome}
     */
    public Secrecy become(Secrecy next, boolean opened) {
        Checks.require(
                mayBecome(next, opened),
                "The vote is %s and cannot become %s%s. Expected %s or stricter. Maybe hold a new vote under new rules.",
                this,
                next,
                opened ? " after it was opened" : "",
                this);
        return next;
    }

    /** In words: {@code hidden until close}. */
    @Override
    public String toString() {
        return words;
    }
}
