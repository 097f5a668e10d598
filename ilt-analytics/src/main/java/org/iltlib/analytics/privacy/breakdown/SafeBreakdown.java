package org.iltlib.analytics.privacy.breakdown;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.analytics.privacy.CodedShare;
import org.iltlib.analytics.privacy.CountKind;
import org.iltlib.analytics.privacy.PrivacyPolicy;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;

/**
 * A breakdown of which the small numbers, and those that would give them away, are withheld. Immutable.
 *
 * <p>A group is withheld in a unit for all measures or for none: its size, and with it its results. Of a group that is
 * shown the result may be withheld in single measures. Every size and every result of a shown group that is small under
 * the policy has a proof, checked when the breakdown was made: other counts, the same wherever a number is shown and in
 * every sum, in which it is not small. Results inside a withheld group are protected through the group's size; no bound
 * on them alone is promised. Each measure stands for itself: where a group has 70 in one and 69 in another, that one was
 * not measured in both can be read off, and is not protected here; tables for which that matters go through {@link
 * org.iltlib.analytics.privacy.ReleaseLedger}. Nor is it used by the proofs that a withheld number beside shown zeros is
 * none. Where no proof was found, everything of that attribute is withheld in all units.
 */
public final class SafeBreakdown {
    private final Layout layout;
    private final PrivacyPolicy policy;
    private final List<Counts> counts;
    private final Search search;

    SafeBreakdown(Layout layout, PrivacyPolicy policy, List<Counts> counts, Search search) {
        this.layout = layout;
        this.policy = policy;
        this.counts = counts;
        this.search = search;
        long[] wrong = IntStream.range(0, counts.size())
                .parallel()
                .mapToLong(this::failures)
                .toArray();
        if (Arrays.stream(wrong).sum() > 0) {
            throw new IllegalStateException(Arrays.stream(wrong).sum()
                    + " proofs do not hold. This is a fault of the library; nothing is released.");
        }
    }

    private long failures(int measure) {
        ProofCheck check = new ProofCheck(layout, policy, search.smallest());
        return search.proofs.stream()
                .filter(proof ->
                        ProofCheck.isOfAllMeasures(proof) || proof.target().measure() == measure)
                .filter(proof -> !check.holds(proof, counts.get(measure), search.group, search.result.get(measure)))
                .count();
    }

    /** The policy. */
    public PrivacyPolicy policy() {
        return policy;
    }

    /** How many of the group were measured; or that it is withheld, as all are if the policy shows no counts. */
    public Measured<Long> size(int unit, int group, int measure) {
        return search.group[unit][group] || !policy.countsShown()
                ? withheld(policy.hides(CountKind.GROUP, counts.get(measure).size(unit, group)))
                : Measured.of((long) counts.get(measure).size(unit, group));
    }

    /** How many of the group reached the measure; or that it is withheld, as all are if the policy shows no counts. */
    public Measured<Long> reached(int unit, int group, int measure) {
        return policy.countsShown() ? counted(unit, group, measure) : withheld(false);
    }

    private Measured<Long> counted(int unit, int group, int measure) {
        Counts mine = counts.get(measure);
        return search.result.get(measure)[unit][group]
                ? withheld(policy.hides(mine.reached[unit][group], mine.size(unit, group)))
                : Measured.of((long) mine.reached[unit][group]);
    }

    /** The share of the group that reached the measure, as the policy shows it; missing for an empty group. */
    public Measured<CodedShare> share(int unit, int group, int measure) {
        return counted(unit, group, measure)
                .flatMap(reached -> policy.code(reached, counts.get(measure).size(unit, group))
                        .map(Measured::of)
                        .orElseGet(() -> Measured.missing(MissingReason.NO_STUDENTS)));
    }

    private Measured<Long> withheld(boolean small) {
        return Measured.suppressed(
                small ? SuppressionReason.SMALL_GROUP : SuppressionReason.PROTECTS_ANOTHER, policy.name());
    }

    /** The number of cells: units times groups times measures. */
    public long cells() {
        return (long) layout.units() * layout.groups() * counts.size();
    }

    /** How many results are withheld, those of withheld groups included. */
    public long withheldResults() {
        return search.result.stream().mapToLong(SafeBreakdown::marked).sum();
    }

    /** How many results are small under the policy, or of a group that is. */
    public long smallResults() {
        long small = 0;
        for (Counts mine : counts) {
            for (int unit = 0; unit < layout.units(); unit++) {
                for (int g = 0; g < layout.groups(); g++) {
                    small += mine.size(unit, g) > 0 && policy.hides(mine.reached[unit][g], mine.size(unit, g)) ? 1 : 0;
                }
            }
        }
        return small;
    }

    /** How many small numbers have a proof; each was checked, the sizes in every measure. */
    public int proofs() {
        return search.proofs.size();
    }

    private static long marked(boolean[][] hidden) {
        return Arrays.stream(hidden)
                .mapToLong(row ->
                        IntStream.range(0, row.length).filter(g -> row[g]).count())
                .sum();
    }

    /** Such as {@code 204000 results, 61342 withheld (ptac-10)}; never a count. */
    @Override
    public String toString() {
        return cells() + " results, " + withheldResults() + " withheld (" + policy.name() + ")";
    }
}
