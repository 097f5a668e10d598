package org.iltlib.curriculum.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How far people who rate the same things agree, exactly: of all pairs of raters on the same thing, the share that gave the
 * same, and the share no more than one step apart. Pairs are pooled over the things rated. Not corrected for chance: beside
 * it stands Krippendorff's alpha where the analytics are at hand. Immutable.
 */
public final class ReviewerAgreement {
    private final Map<String, List<Integer>> ratings;

    private ReviewerAgreement(Map<String, List<Integer>> ratings) {
        this.ratings = Collections.unmodifiableMap(ratings);
    }

    /** Of the independent ratings of those who count, criterion by criterion in the order of the rubric. */
    public static ReviewerAgreement of(ReviewRubric rubric, MaterialReview review) {
        Map<String, List<Integer>> ratings = new LinkedHashMap<>();
        for (ReviewCriterion criterion : rubric.listCriteria()) {
            ratings.put(
                    criterion.id(),
                    review.listCounted(criterion.id()).stream()
                            .map(CriterionRating::points)
                            .toList());
        }
        return new ReviewerAgreement(ratings);
    }

    /** Of ratings, by what is rated, in the order of the map. */
    public static ReviewerAgreement of(Map<String, List<Integer>> ratings) {
        Map<String, List<Integer>> copy = new LinkedHashMap<>();
        ratings.forEach((thing, given) -> copy.put(thing, List.copyOf(given)));
        return new ReviewerAgreement(copy);
    }

    /** The ratings, by what is rated. */
    public Map<String, List<Integer>> ratings() {
        return ratings;
    }

    /** How many pairs of ratings of the same thing there are. */
    public long pairs() {
        return ratings.values().stream().mapToLong(given -> pairs(given.size())).sum();
    }

    private static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    /** The share of pairs that gave the same; missing if there is no pair. */
    public Measured<Fraction> same() {
        return within(0);
    }

    /**
     * The share of pairs that are no more than so many steps apart; missing if there is no pair.
     *
     * @param steps zero or more
     */
    public Measured<Fraction> within(int steps) {
        Checks.notNegative(steps, "steps");
        return share(new ArrayList<>(ratings.values()), steps);
    }

    /** The share of pairs that gave the same, for each thing with a pair of raters; those agreed on least first. */
    public Map<String, Fraction> byCriterion() {
        Map<String, Fraction> shares = new LinkedHashMap<>();
        ratings.forEach(
                (thing, given) -> share(List.of(given), 0).value().ifPresent(share -> shares.put(thing, share)));
        Map<String, Fraction> sorted = new LinkedHashMap<>();
        shares.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return Collections.unmodifiableMap(sorted);
    }

    private static Measured<Fraction> share(List<List<Integer>> things, int steps) {
        long close = 0;
        long all = 0;
        for (List<Integer> given : things) {
            all += pairs(given.size());
            for (int i = 0; i < given.size(); i++) {
                for (int j = 0; j < i; j++) {
                    close += Math.abs((long) given.get(i) - given.get(j)) <= steps ? 1 : 0;
                }
            }
        }
        return all == 0
                ? Measured.missing(MissingReason.TOO_FEW, "nothing was rated by two who count")
                : Measured.of(Fraction.of(close, all));
    }

    /** The agreement in words. */
    public Explanation explain() {
        return Explanation.of("Of %s pairs of independent ratings, %s are the same.", pairs(), same())
                .because("No more than one step apart: %s.", within(1));
    }
}
