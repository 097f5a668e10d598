package org.iltlib.learning.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * A need of teachers and its place among the others.
 *
 * @param rank 1 for the first; needs of equal priority share a rank
 * @param need the need
 * @param explanation why it stands there
 */
public record PriorityTeacherNeed(int rank, TeacherNeed need, Explanation explanation) {
    private static final Comparator<TeacherNeed> ORDER = Comparator.comparing(TeacherNeed::isTriangulated)
            .thenComparingLong(TeacherNeed::priority)
            .reversed()
            .thenComparing(TeacherNeed::id);

    /** Checks the rank. */
    public PriorityTeacherNeed {
        Checks.positive(rank, "rank");
    }

    /**
     * The needs in order: those to which two independent sources point come first, whatever their numbers; then by
     * severity × reach × changeability; equals by id, with the same rank. O(n log n).
     */
    public static List<PriorityTeacherNeed> rank(Collection<TeacherNeed> needs) {
        List<PriorityTeacherNeed> ranked = new ArrayList<>();
        for (TeacherNeed need : needs.stream().sorted(ORDER).toList()) {
            int place = ranked.size() + 1;
            PriorityTeacherNeed last = ranked.isEmpty() ? null : ranked.get(ranked.size() - 1);
            boolean tied = last != null
                    && last.need.priority() == need.priority()
                    && last.need.isTriangulated() == need.isTriangulated();
            int rank = tied && last != null ? last.rank : place;
            ranked.add(new PriorityTeacherNeed(rank, need, why(rank, need, needs.size())));
        }
        return List.copyOf(ranked);
    }

    private static Explanation why(int rank, TeacherNeed need, int all) {
        Explanation why = Explanation.of("Priority %d of %d: %s", rank, all, need.statement())
                .because(
                        "Severity %d × %d teachers of %d × changeability %d = %d.",
                        need.severity(), need.concerned(), need.asked(), need.changeability(), need.priority());
        for (NeedSignal signal : need.signals()) {
            why = why.because("%s: %s", signal.source(), signal.says());
        }
        return need.isTriangulated()
                ? why
                : why.because("Only one source points to it. Maybe ask, visit or look at results before acting.");
    }
}
