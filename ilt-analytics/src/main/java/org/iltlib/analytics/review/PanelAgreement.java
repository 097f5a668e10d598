package org.iltlib.analytics.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.analytics.measurement.KrippendorffAlpha;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.curriculum.review.ReviewResult;
import org.iltlib.curriculum.review.ReviewerAgreement;
import org.iltlib.curriculum.scorecard.ScorecardResult;

/**
 * How far a panel agreed before it talked: the plain share of pairs, and beside it Krippendorff's alpha for ordered
 * ratings, which takes away what chance gives. Points of criteria that can earn 2 and of criteria that can earn 4 are not
 * on one scale: there is an alpha for each.
 *
 * @param plain the shares of pairs
 * @param alpha by the most points a criterion can earn; missing where no two rated the same, or all gave the same
 */
public record PanelAgreement(ReviewerAgreement plain, SortedMap<Integer, Measured<Double>> alpha) {
    /** Copies. */
    public PanelAgreement {
        alpha = Collections.unmodifiableSortedMap(new TreeMap<>(alpha));
    }

    /** The agreement of a material review, criterion by criterion. */
    public static PanelAgreement of(ReviewResult result) {
        ReviewerAgreement plain = result.agreement();
        SortedMap<Integer, List<List<Double>>> byPoints = new TreeMap<>();
        result.rubric()
                .listCriteria()
                .forEach(criterion -> byPoints.computeIfAbsent(criterion.points(), points -> new ArrayList<>())
                        .add(numbers(plain.ratings().getOrDefault(criterion.id(), List.of()))));
        SortedMap<Integer, Measured<Double>> alpha = new TreeMap<>();
        byPoints.forEach(
                (points, units) -> alpha.put(points, KrippendorffAlpha.of(units, KrippendorffAlpha.Scale.ORDINAL)));
        return new PanelAgreement(plain, alpha);
    }

    /** The agreement of a scorecard review, statement by statement; all on the scorecard's one scale. */
    public static PanelAgreement of(ScorecardResult result) {
        ReviewerAgreement plain = result.agreement();
        List<List<Double>> units =
                plain.ratings().values().stream().map(PanelAgreement::numbers).toList();
        SortedMap<Integer, Measured<Double>> alpha = new TreeMap<>();
        alpha.put(result.scorecard().highest(), KrippendorffAlpha.of(units, KrippendorffAlpha.Scale.ORDINAL));
        return new PanelAgreement(plain, alpha);
    }

    private static List<Double> numbers(List<Integer> given) {
        return given.stream().map(Integer::doubleValue).toList();
    }

    /** The agreement in words. */
    public Explanation explain() {
        Explanation whole = plain.explain();
        for (Map.Entry<Integer, Measured<Double>> one : alpha.entrySet()) {
            whole = whole.because(one.getValue()
                    .value()
                    .map(value -> Explanation.of("Alpha where at most %s can be given: %.2f.", one.getKey(), value))
                    .orElse(Explanation.of("Alpha where at most %s can be given: %s.", one.getKey(), one.getValue())));
        }
        return whole;
    }
}
