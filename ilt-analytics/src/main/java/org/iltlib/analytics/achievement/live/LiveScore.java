package org.iltlib.analytics.achievement.live;

import java.util.List;
import org.iltlib.base.Checks;

/**
 * One student's score, as far as the counts need it.
 *
 * @param unit the smallest unit the student belongs to, the class say
 * @param groups the groups the student belongs to, besides all; each once
 * @param score the score, in points
 */
public record LiveScore(String unit, List<String> groups, double score) {
    /** Copies the groups and checks the score. */
    public LiveScore {
        groups = List.copyOf(Checks.distinct(groups, "groups"));
        Checks.finite(score, "score");
    }
}
