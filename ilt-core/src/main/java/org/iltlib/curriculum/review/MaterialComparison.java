package org.iltlib.curriculum.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;

/**
 * Several materials reviewed by the same rubric, side by side. Nothing is averaged over gates: material that fails one is
 * out, whatever it has elsewhere; of two eligible ones, one is ahead of the other only if it is nowhere in a lower band or
 * of a smaller weighted share and somewhere in a higher one. What remains is for a team to decide. Immutable.
 *
 * @param results one for each material, in the order given
 */
public record MaterialComparison(List<ReviewResult> results) {
    /**
     * Checks that there are some, by one version of one rubric, each material once.
     *
     * @throws IllegalArgumentException otherwise
     */
    public MaterialComparison {
        results = List.copyOf(Checks.notEmpty(results, "results"));
        ReviewRubric first = results.get(0).rubric();
        results.forEach(one -> Checks.require(
                one.rubric().equals(first),
                "The reviews use %s %s and %s %s. Points of two rubrics are not compared.",
                first.name(),
                first.version(),
                one.rubric().name(),
                one.rubric().version()));
        Checks.distinct(
                results.stream().map(one -> one.review().material().id()).toList(), "materials");
    }

    /** Of those results. */
    public static MaterialComparison of(Collection<ReviewResult> results) {
        return new MaterialComparison(List.copyOf(results));
    }

    /** The eligible ones, the largest weighted share first, those without one last; equals in the order given. */
    public List<ReviewResult> listEligible() {
        return results.stream()
                .filter(ReviewResult::isEligible)
                .sorted(Comparator.comparing(MaterialComparison::share).reversed())
                .toList();
    }

    /** The others, in the order given: failed at a gate, or not rated to the end. */
    public List<ReviewResult> listNotEligible() {
        return results.stream().filter(one -> !one.isEligible()).toList();
    }

    /** The eligible ones that no other is ahead of; among these a team must weigh for itself. */
    public List<ReviewResult> listUnsurpassed() {
        List<ReviewResult> eligible = listEligible();
        return eligible.stream()
                .filter(one -> eligible.stream().noneMatch(other -> isAhead(other, one)))
                .toList();
    }

    /**
     * Whether one material is ahead of another: eligible while the other failed; or, both eligible, nowhere in a lower band
     * and of no smaller weighted share, and somewhere better. Where only one of them has a weighted share, neither is ahead:
     * what was not weighed is not zero.
     */
    public boolean isAhead(ReviewResult first, ReviewResult second) {
        if (!first.isEligible() || !second.isEligible()) {
            return first.isEligible() && second.findFailed().isPresent();
        }
        List<Integer> signs = IntStream.range(0, first.gates().size())
                .mapToObj(i -> Integer.signum(band(first, i).compareTo(band(second, i))))
                .toList();
        Measured<Fraction> own = first.weightedShare();
        Measured<Fraction> others = second.weightedShare();
        if (own.isReported() != others.isReported()) {
            return false;
        }
        int weighted = Integer.signum(share(first).compareTo(share(second)));
        boolean worse = signs.contains(-1) || weighted < 0;
        boolean better = signs.contains(1) || weighted > 0;
        return better && !worse;
    }

    private static Band band(ReviewResult result, int gate) {
        return result.gates().get(gate).band().orElse(Band.DOES_NOT_MEET);
    }

    /** The weighted share for putting in order; what has none comes last. */
    private static Fraction share(ReviewResult result) {
        return result.weightedShare().orElse(Fraction.of(0, 1));
    }

    /** The reviews, for the decision to cite. */
    public List<EntryId> citations() {
        return results.stream().map(one -> one.review().id()).toList();
    }

    /** The comparison in words. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                "Of %s materials %s are eligible; no other is ahead of %s.",
                results.size(),
                listEligible().size(),
                listUnsurpassed().stream()
                        .map(one -> one.review().material().title())
                        .toList());
        for (ReviewResult one : results) {
            whole = whole.because(one.explain());
        }
        return whole;
    }
}
