package org.iltlib.learning.coaching;

import java.util.List;
import java.util.Optional;
import org.iltlib.learning.PurposeLimited;

/**
 * What coach and teacher said to each other. Only the journal makes one, and only for one of the two; it has no written
 * form, so it cannot be recorded.
 */
public final class CoachingContent implements PurposeLimited.Growth {
    private final String goal;
    private final List<String> notes;
    private final Optional<ActionStepForGrowth> open;
    private final List<ActionStepForGrowth> mastered;

    CoachingContent(
            String goal, List<String> notes, Optional<ActionStepForGrowth> open, List<ActionStepForGrowth> mastered) {
        this.goal = goal;
        this.notes = List.copyOf(notes);
        this.open = open;
        this.mastered = List.copyOf(mastered);
    }

    /** What the teacher wants students to do or say. */
    public String goal() {
        return goal;
    }

    /** What was noted, in the order of the contacts. */
    public List<String> notes() {
        return notes;
    }

    /** The step that the teacher is trying; one at most. */
    public Optional<ActionStepForGrowth> openStep() {
        return open;
    }

    /** The steps that have become habits, in order. */
    public List<ActionStepForGrowth> mastered() {
        return mastered;
    }

    /** Tells nothing, so that no log does. */
    @Override
    public String toString() {
        return "coaching content";
    }
}
