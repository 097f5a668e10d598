package org.iltlib.analytics.alignment.vertical;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;

/**
 * A topic as one grade teaches it.
 *
 * @param grade the grade
 * @param level how demanding it gets, the place on an ordered scale, 1 being the lowest
 * @param expectations what is expected, each in the same words wherever it is the same; their number is the breadth
 */
public record TaughtTopic(GradeLevel grade, int level, Set<String> expectations) {
    /** Checks the level and copies the set. */
    public TaughtTopic {
        Checks.positive(level, "level");
        expectations.forEach(one -> Checks.text(one, "expectation"));
        expectations = Collections.unmodifiableSet(new TreeSet<>(expectations));
    }
}
