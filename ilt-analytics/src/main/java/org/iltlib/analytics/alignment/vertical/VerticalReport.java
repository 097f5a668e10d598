package org.iltlib.analytics.alignment.vertical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.StandardId;

/**
 * How the objectives of a grade stand to the grade before, strand by strand, with the panel's agreement. Exact; linear in
 * the judgments times the raters.
 *
 * @param strands a line for each strand, in order of first judgment
 * @param agreement the share of pairs of judgments of an objective that name the same class; missing without a pair
 */
public record VerticalReport(List<Strand> strands, Measured<Ratio> agreement) {
    /**
     * One strand.
     *
     * @param name the strand
     * @param shares the share of judgments of each class; every class is there
     * @param clear the share of judgments that find the wording clear
     */
    public record Strand(String name, Map<VerticalClass, Ratio> shares, Ratio clear) {
        /** Copies the map in the order of the classes. */
        public Strand {
            shares = Collections.unmodifiableMap(new EnumMap<>(shares));
        }
    }

    /** Copies the list. */
    public VerticalReport {
        strands = List.copyOf(strands);
    }

    /**
     * The report of a panel.
     *
     * @throws IllegalArgumentException if there is no judgment or a rater judges an objective twice
     */
    public static VerticalReport of(List<VerticalJudgment> judgments) {
        Checks.notEmpty(judgments, "judgments");
        Map<String, List<VerticalJudgment>> byStrand = new LinkedHashMap<>();
        Map<StandardId, Map<PersonId, VerticalClass>> byObjective = new LinkedHashMap<>();
        for (VerticalJudgment one : judgments) {
            byStrand.computeIfAbsent(one.strand(), any -> new ArrayList<>()).add(one);
            Checks.require(
                    byObjective
                                    .computeIfAbsent(one.objective(), any -> new LinkedHashMap<>())
                                    .put(one.rater(), one.change())
                            == null,
                    "rater \"%s\" judges objective \"%s\" twice. Expected it once.",
                    one.rater(),
                    one.objective());
        }
        List<Strand> strands = new ArrayList<>();
        byStrand.forEach((name, own) -> strands.add(strand(name, own)));
        return new VerticalReport(strands, agreement(byObjective));
    }

    private static Strand strand(String name, List<VerticalJudgment> judgments) {
        Map<VerticalClass, Ratio> shares = new EnumMap<>(VerticalClass.class);
        for (VerticalClass change : VerticalClass.values()) {
            shares.put(
                    change,
                    Ratio.of(
                            judgments.stream()
                                    .filter(one -> one.change() == change)
                                    .count(),
                            judgments.size()));
        }
        return new Strand(
                name,
                shares,
                Ratio.of(judgments.stream().filter(VerticalJudgment::clear).count(), judgments.size()));
    }

    private static Measured<Ratio> agreement(Map<StandardId, Map<PersonId, VerticalClass>> byObjective) {
        long pairs = 0;
        long same = 0;
        for (Map<PersonId, VerticalClass> row : byObjective.values()) {
            List<VerticalClass> changes = List.copyOf(row.values());
            for (int i = 0; i < changes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    pairs++;
                    same += changes.get(i) == changes.get(j) ? 1 : 0;
                }
            }
        }
        return pairs == 0
                ? Measured.missing(MissingReason.TOO_FEW, "no objective was judged by two raters")
                : Measured.of(Ratio.of(same, pairs));
    }
}
