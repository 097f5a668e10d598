package org.iltlib.analytics.voters;

/** A law by which voters come to their preferences. Implementations are immutable. */
public interface VoterModel {
    /** What it is called, with its parameters: {@code Mallows (dispersion 0.7)}. */
    String modelName();

    /** The number of alternatives. */
    int alternatives();

    /**
     * Draws voters. The same arguments give the same electorate everywhere.
     *
     * @param voters how many, at least 1
     * @param seed the seed of chance
     */
    Electorate draw(int voters, long seed);
}
