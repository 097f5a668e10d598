package org.iltlib.plan.improvement;

import java.util.Set;

/** Where a strategy stands on its way from idea to use. */
public enum StrategyStage {
    /** Somebody put it forward. */
    IDEA,
    /** It is tried on a small scale. */
    PILOT,
    /** It was changed after a trial and waits for the next. */
    ADAPTED,
    /** It is in use where it was tried. */
    ADOPTED,
    /** It is in use wherever it is meant for. */
    SCALED,
    /** It was given up. */
    ABANDONED;

    /** The stages that may follow. */
    public Set<StrategyStage> next() {
        return switch (this) {
            case IDEA -> Set.of(PILOT, ABANDONED);
            case PILOT -> Set.of(ADAPTED, ADOPTED, ABANDONED);
            case ADAPTED -> Set.of(PILOT, ADOPTED, ABANDONED);
            case ADOPTED -> Set.of(ADAPTED, SCALED, ABANDONED);
            case SCALED -> Set.of(ADAPTED, ABANDONED);
            case ABANDONED -> Set.of();
        };
    }

    /** Whether a decision must bring a strategy there: everywhere but to an idea and a first trial. */
    public boolean needsDecision() {
        return this != IDEA && this != PILOT;
    }
}
