package org.iltlib.analytics.coherence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.transition.ReadyShare;
import org.iltlib.curriculum.transition.TransitionPoint;

/**
 * What is lost where students move on: for each prerequisite the share that was ready at the end of the one grade less the
 * share that is ready at the start of the next. Exact. The two tests may differ and so may the students; the figure says
 * where to look, not why. Immutable; linear, but for sorting.
 *
 * @param rows the prerequisites in the order of the transition point
 */
public record TransitionLoss(List<Row> rows) {
    /**
     * One prerequisite.
     *
     * @param standard the standard
     * @param before the share that was ready when they left
     * @param after the share that is ready when they come
     */
    public record Row(StandardId standard, Measured<Fraction> before, Measured<Fraction> after) {
        /** The share that was lost, below zero if more are ready than before; withheld or missing where a share is. */
        public Measured<Rational> loss() {
            return before.flatMap(was -> after.map(is -> exact(was).minus(exact(is))));
        }

        private static Rational exact(Fraction share) {
            return Rational.of(share.numerator(), share.denominator());
        }
    }

    /** Copies. */
    public TransitionLoss {
        rows = List.copyOf(rows);
    }

    /** The losses at that point; a prerequisite that one side does not tell of is missing. */
    public static TransitionLoss of(
            TransitionPoint point, Collection<ReadyShare> before, Collection<ReadyShare> after) {
        Map<StandardId, Measured<Fraction>> was = byStandard(before, "before");
        Map<StandardId, Measured<Fraction>> is = byStandard(after, "after");
        Measured<Fraction> none = Measured.missing(MissingReason.NOT_COLLECTED, "nobody tells of it");
        List<Row> rows = new ArrayList<>();
        for (StandardId standard : point.prerequisites()) {
            rows.add(new Row(standard, was.getOrDefault(standard, none), is.getOrDefault(standard, none)));
        }
        return new TransitionLoss(rows);
    }

    private static Map<StandardId, Measured<Fraction>> byStandard(Collection<ReadyShare> shares, String name) {
        Checks.distinct(shares.stream().map(ReadyShare::standard).toList(), name);
        Map<StandardId, Measured<Fraction>> byStandard = new HashMap<>();
        shares.forEach(one -> byStandard.put(one.standard(), one.share()));
        return byStandard;
    }

    /** The prerequisites on which something was lost, most first, then in order. */
    public List<Row> listLost() {
        return rows.stream()
                .filter(row -> row.loss().orElse(Rational.ZERO).signum() > 0)
                .sorted(Comparator.comparing((Row row) -> row.loss().orElse(Rational.ZERO))
                        .reversed())
                .toList();
    }

    /** The greatest loss; no gain elsewhere makes up for it. */
    public Optional<Row> worst() {
        return listLost().stream().findFirst();
    }

    /** The prerequisites of which nothing can be said, in order. */
    public List<StandardId> listUnknown() {
        return rows.stream()
                .filter(row -> !row.loss().isReported())
                .map(Row::standard)
                .toList();
    }

    /** In words. */
    public Explanation explanation() {
        Explanation why = Explanation.of(
                worst().map(row -> "Most is lost on " + row.standard() + ".").orElse("Nothing is known to be lost."));
        for (Row row : rows) {
            why = why.because(
                    "%s: %s were ready, %s are; lost: %s.", row.standard(), row.before(), row.after(), row.loss());
        }
        return why;
    }
}
