package org.iltlib.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * A need and its place among the others.
 *
 * @param rank 1 for the first
 * @param need the need
 * @param explanation why it stands there
 */
public record PriorityNeed(int rank, Need need, Explanation explanation) {
    private static final Comparator<Need> ORDER = Comparator.comparingDouble(Need::severity)
            .thenComparingLong(Need::reach)
            .reversed()
            .thenComparing(Need::id);

    /** Checks the rank. */
    public PriorityNeed {
        Checks.positive(rank, "rank");
    }

    /** The needs in order: the more severe first, then the one that reaches more, then by id. */
    public static List<PriorityNeed> rank(Collection<Need> needs) {
        List<PriorityNeed> ranked = new ArrayList<>();
        for (Need need : needs.stream().sorted(ORDER).toList()) {
            int rank = ranked.size() + 1;
            ranked.add(new PriorityNeed(
                    rank,
                    need,
                    Explanation.of("Priority %d of %d: %s", rank, needs.size(), need.statement())
                            .because("Severity %.2f standard deviations, reach %d.", need.severity(), need.reach())
                            .because("Needs are ranked by severity, then by reach, then by id.")));
        }
        return List.copyOf(ranked);
    }
}
