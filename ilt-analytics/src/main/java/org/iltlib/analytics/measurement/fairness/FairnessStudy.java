package org.iltlib.analytics.measurement.fairness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.analytics.stats.BenjaminiHochberg;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.response.ResponseTable;

/**
 * Differential functioning of every item of a test between two groups. Immutable. Linear in items times responses.
 *
 * <p>Below the smallest group nothing is computed: of few students the classes are noise. The default of 100 in the smaller
 * group is ours; testing programmes ask for 200 and more before they act.
 *
 * <p>With purification, items that are not of class A in a first run are taken out of the total by which students are
 * matched in the second; each item stays in its own total. Source: Holland and Thayer (1988).
 */
public final class FairnessStudy {
    private final String reference;
    private final String focal;
    private final long smallest;
    private final boolean purified;

    private FairnessStudy(String reference, String focal, long smallest, boolean purified) {
        this.reference = reference;
        this.focal = focal;
        this.smallest = smallest;
        this.purified = purified;
    }

    /**
     * Between a reference group and a focal group, without purification.
     *
     * @throws IllegalArgumentException if both are the same
     */
    public static FairnessStudy between(String reference, String focal) {
        Checks.require(!reference.equals(focal), "both groups are \"%s\". Expected two.", focal);
        return new FairnessStudy(Checks.text(reference, "reference"), Checks.text(focal, "focal"), 100, false);
    }

    /** A copy that asks for so many students in each group, at least 1. */
    public FairnessStudy withSmallestGroup(long students) {
        Checks.positive(students, "smallest group");
        return new FairnessStudy(reference, focal, students, purified);
    }

    /** A copy with purification in two stages. */
    public FairnessStudy withPurification() {
        return new FairnessStudy(reference, focal, smallest, true);
    }

    /**
     * What was found about each item, in the order of the table.
     *
     * @param groups a row for each row of the table
     * @throws IllegalArgumentException if rows do not fit or no student is in one of the groups
     */
    public List<ItemFairness> of(ResponseTable table, LabelColumn groups) {
        Set<String> all = new LinkedHashSet<>(table.itemNames());
        List<ItemFairness> first = run(table, groups, all);
        if (!purified) {
            return adjusted(first);
        }
        Set<String> kept = new LinkedHashSet<>();
        for (ItemFairness item : first) {
            if (item.dif().orElse(DifClass.A) == DifClass.A) {
                kept.add(item.item());
            }
        }
        return adjusted(kept.size() == all.size() ? first : run(table, groups, kept));
    }

    private List<ItemFairness> run(ResponseTable table, LabelColumn groups, Set<String> matching) {
        List<ItemFairness> found = new ArrayList<>();
        for (String item : table.itemNames()) {
            DifCounts counts = DifCounts.of(table, groups, reference, focal, item, matching);
            boolean small = Math.min(counts.reference(), counts.focal()) < smallest;
            found.add(ItemFairness.builder()
                    .item(item)
                    .reference(counts.reference())
                    .focal(counts.focal())
                    .mantelHaenszel(small ? few() : MantelHaenszel.of(counts))
                    .mantel(small ? few() : MantelScore.of(counts))
                    .logistic(small ? few() : LogisticDif.of(counts))
                    .adjustedPValue(few())
                    .isMatching(matching.contains(item))
                    .build());
        }
        return found;
    }

    private <T> Measured<T> few() {
        return Measured.missing(MissingReason.TOO_FEW, "fewer than " + smallest + " students in a group");
    }

    private static List<ItemFairness> adjusted(List<ItemFairness> found) {
        double[] known = found.stream()
                .flatMap(item -> item.pValue().value().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] after = BenjaminiHochberg.adjust(known);
        List<ItemFairness> items = new ArrayList<>();
        int next = 0;
        for (ItemFairness item : found) {
            items.add(
                    item.pValue().isReported()
                            ? item.toBuilder()
                                    .adjustedPValue(Measured.of(after[next++]))
                                    .build()
                            : item.toBuilder().adjustedPValue(item.pValue()).build());
        }
        return List.copyOf(items);
    }
}
