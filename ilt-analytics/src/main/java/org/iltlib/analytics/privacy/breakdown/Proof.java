package org.iltlib.analytics.privacy.breakdown;

import java.util.List;

/** Moves, each so many students, that together leave a small number the possibility not to be small. */
record Proof(Target target, List<Step> steps) {
    /** What is protected: a size of all measures, or who reached or did not in one. */
    record Target(int unit, int group, int measure, Layer layer) {}

    /** What a move counts. */
    enum Layer {
        /** The group itself, in all measures alike. */
        SIZE,
        /** Those who reached instead of those who did not. */
        REACHED,
        /** Those who did not instead of those who reached. */
        MISSED
    }

    /** One move. */
    record Step(Move move, int many) {}

    /** Copies the steps. */
    Proof {
        steps = List.copyOf(steps);
    }
}
