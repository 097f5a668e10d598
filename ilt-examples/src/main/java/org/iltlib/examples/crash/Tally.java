package org.iltlib.examples.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was found so far: counts, and a sentence for each fault. */
public final class Tally {
    private final List<String> faults = new ArrayList<>();
    private long rounds;
    private long lost;
    private long torn;
    private long acknowledged;
    private long unacknowledged;

    /** Nothing found yet. */
    public Tally() {}

    void round() {
        rounds++;
    }

    void acknowledged() {
        acknowledged++;
    }

    void storedUnacknowledged() {
        unacknowledged++;
    }

    /** An acknowledged write is not in the store. */
    void lost(String what) {
        lost++;
        faults.add("Lost: " + what);
    }

    /** Something is in the store that nobody wrote so: half a batch, a broken chain, a feed with a gap. */
    void torn(String what) {
        torn++;
        faults.add("Torn: " + what);
    }

    void add(Tally other) {
        lost += other.lost;
        torn += other.torn;
        acknowledged += other.acknowledged;
        unacknowledged += other.unacknowledged;
        faults.addAll(other.faults);
    }

    /** Whether nothing was lost and nothing torn. */
    public boolean isWhole() {
        return lost == 0 && torn == 0;
    }

    /** Writes that were acknowledged. */
    public long acknowledgements() {
        return acknowledged;
    }

    /** Writes whose acknowledgement did not come, and that are stored all the same, as they may be. */
    public long storedWithout() {
        return unacknowledged;
    }

    /** A sentence for each fault, in the order in which they were found. */
    public List<String> faults() {
        return Collections.unmodifiableList(faults);
    }

    /** {@code 200 rounds, 0 lost, 0 torn}. */
    @Override
    public String toString() {
        return rounds + " rounds, " + lost + " lost, " + torn + " torn";
    }
}
