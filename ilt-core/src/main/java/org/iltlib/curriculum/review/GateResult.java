package org.iltlib.curriculum.review;

import org.iltlib.base.Measured;

/**
 * How materials stand at one gate. A gate that was not opened, or not rated by enough reviewers, has neither points nor
 * band, and the reason says why: not rated is not zero.
 *
 * @param gate the gate
 * @param points the sum of points
 * @param band the band of the sum
 */
public record GateResult(ReviewGate gate, Measured<Integer> points, Measured<Band> band) {
    /** The gate with that sum of points, or with why there is none. */
    static GateResult of(ReviewGate gate, Measured<Integer> points) {
        return new GateResult(gate, points, points.map(gate::bandOf));
    }

    /** Whether the gate has a band. */
    public boolean isRated() {
        return band.isReported();
    }

    /** Whether it is rated and reaches that band. */
    public boolean reaches(Band least) {
        return band.value().filter(own -> own.reaches(least)).isPresent();
    }

    /** {@code gate-1: 13 of 14, meets}, or why it is not rated. */
    @Override
    public String toString() {
        return points.isReported()
                ? gate.id() + ": " + points + " of " + gate.points() + ", " + band
                : gate.id() + ": not rated, " + points;
    }
}
