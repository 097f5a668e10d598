package org.iltlib.analytics.alignment.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.analytics.alignment.WebbCriteria;
import org.iltlib.analytics.alignment.WebbResult;
import org.iltlib.analytics.alignment.WebbStandard;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.StandardId;

/**
 * Webb's four criteria for each standard, each beside the agreement of the raters on the items that some of them tied to
 * it.
 *
 * @param lines a line for each standard, in the order given
 * @param agreement the agreement on all items
 * @param uncodable for each item that some rater found uncodable, how many did
 */
public record WebbReport(List<Line> lines, PanelAgreement agreement, Map<String, Integer> uncodable) {
    /**
     * One standard.
     *
     * @param standard the standard
     * @param result its four criteria
     * @param agreement the agreement on the items that some rater tied to it; missing if no item was
     */
    public record Line(StandardId standard, WebbResult result, Measured<PanelAgreement> agreement) {}

    /** Copies the lists. */
    public WebbReport {
        lines = List.copyOf(lines);
        uncodable = Collections.unmodifiableMap(new LinkedHashMap<>(uncodable));
    }

    /**
     * The report on one round of judging. The scale must have an order, since the demand of items is compared with that of
     * objectives.
     *
     * @throws IllegalArgumentException if the scale is not declared, has no order, nobody judged in that round, or an
     *     objective belongs to two of the standards
     */
    public static WebbReport of(Alignment alignment, int round, List<WebbStandard> standards) {
        DemandScale scale = scale(alignment);
        Checks.require(
                scale.ordered(),
                "The levels of \"%s\" stand in no order. Expected an ordered scale."
                        + " Maybe the alignment index suits it, which needs none.",
                scale.id());
        List<AlignmentJudgment> judgments = alignment.listRound(round);
        Checks.require(!judgments.isEmpty(), "Nobody judged in round %s of \"%s\".", round, alignment.id());
        Map<StandardId, StandardId> above = new LinkedHashMap<>();
        for (WebbStandard standard : standards) {
            for (StandardId objective : standard.objectives().keySet()) {
                Checks.require(
                        !above.containsKey(objective),
                        "objective \"%s\" belongs to \"%s\" and \"%s\".",
                        objective,
                        above.getOrDefault(objective, standard.id()),
                        standard.id());
                above.put(objective, standard.id());
            }
        }
        List<Line> lines = new ArrayList<>();
        for (WebbStandard standard : standards) {
            Set<String> items = new LinkedHashSet<>();
            for (AlignmentJudgment one : judgments) {
                if (one.listObjectives().stream().anyMatch(standard.objectives()::containsKey)
                        || one.generic().filter(standard.id()::equals).isPresent()) {
                    items.add(one.item());
                }
            }
            List<AlignmentJudgment> own =
                    judgments.stream().filter(one -> items.contains(one.item())).toList();
            lines.add(new Line(
                    standard.id(),
                    WebbCriteria.of(standard, judgments),
                    own.isEmpty()
                            ? Measured.missing(MissingReason.TOO_FEW, "no item was tied to it")
                            : Measured.of(agreement(scale, own, above))));
        }
        Map<String, Integer> uncodable = new LinkedHashMap<>();
        judgments.stream()
                .filter(AlignmentJudgment::uncodable)
                .forEach(one -> uncodable.merge(one.item(), 1, Integer::sum));
        return new WebbReport(lines, agreement(scale, judgments, above), uncodable);
    }

    private static PanelAgreement agreement(
            DemandScale scale, List<AlignmentJudgment> judgments, Map<StandardId, StandardId> above) {
        return PanelAgreement.of(scale, judgments, objective -> above.getOrDefault(objective, objective));
    }

    static DemandScale scale(Alignment alignment) {
        return alignment
                .findScale()
                .orElseThrow(() -> new IllegalArgumentException("The scale \"" + alignment.scale() + "\" of \""
                        + alignment.id() + "\" is not declared. Maybe set demandScale."));
    }
}
