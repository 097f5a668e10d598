package org.iltlib.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;

/**
 * Which letters of SMART a goal lacks, and why.
 *
 * @param goal the goal
 * @param missing each missing letter with what is wrong, in the order of the letters
 */
public record SmartReport(EntryId goal, Map<SmartLetter, String> missing) {
    /** Copies the letters in their order. */
    public SmartReport {
        Map<SmartLetter, String> ordered = new EnumMap<>(SmartLetter.class);
        ordered.putAll(missing);
        missing = Collections.unmodifiableMap(ordered);
    }

    /** Whether no letter is missing. */
    public boolean isSmart() {
        return missing.isEmpty();
    }

    /** The verdict with a line for each missing letter. */
    public Explanation explanation() {
        Explanation explanation = isSmart()
                ? Explanation.of("Goal %s is specific, measurable, achievable, relevant and time-bound.", goal)
                : Explanation.of("Goal %s lacks %d of the five letters of SMART.", goal, missing.size());
        for (Map.Entry<SmartLetter, String> letter : missing.entrySet()) {
            explanation = explanation.because("%s: %s", letter.getKey().name().charAt(0), letter.getValue());
        }
        return explanation;
    }
}
