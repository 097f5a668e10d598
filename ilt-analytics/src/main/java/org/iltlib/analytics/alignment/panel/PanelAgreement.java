package org.iltlib.analytics.alignment.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.analytics.measurement.IntraclassCorrelation;
import org.iltlib.analytics.measurement.Kappa;
import org.iltlib.analytics.measurement.KrippendorffAlpha;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.StandardId;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/**
 * How far the raters of one round agree: on the objective, on the standard above it, and on the demand. Two raters who
 * both find an item uncodable agree. Immutable; time grows with the items times the square of the raters.
 *
 * <p>Sources: Webb, N. L. (2005), Web Alignment Tool training manual, for pairwise agreement; Shrout, P. E., &amp; Fleiss,
 * J. L. (1979), doi:10.1037/0033-2909.86.2.420; Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability; Light,
 * R. J. (1971), doi:10.1037/h0031643, for the mean of kappa over pairs.
 */
@Value.Immutable
public abstract class PanelAgreement {
    PanelAgreement() {}

    /** How many raters there are. */
    public abstract int raters();

    /** How many items were judged by someone. */
    public abstract int items();

    /** The share of pairs of judgments of an item that name the same primary objective; missing without a pair. */
    public abstract Measured<Ratio> objective();

    /**
     * The share of pairs whose objectives lie below the same standard, or where one fits it in general; missing without a
     * pair.
     */
    public abstract Measured<Ratio> standard();

    /** The share of pairs with the same demand, among pairs that both have one; missing without such a pair. */
    public abstract Measured<Ratio> demand();

    /** The mean over all pairs of raters of Cohen's kappa on the objective; missing if no pair has one. */
    public abstract Measured<Double> objectiveKappa();

    /** The mean over all pairs of raters of Cohen's kappa on the demand; missing if no pair has one. */
    public abstract Measured<Double> demandKappa();

    /** Krippendorff's alpha on the objective, as names. */
    public abstract Measured<Double> objectiveAlpha();

    /** Krippendorff's alpha on the demand: as ranks on an ordered scale, as names otherwise. */
    public abstract Measured<Double> demandAlpha();

    /**
     * The intraclass correlation of the demand in each of its six forms, over the items that every rater gave one;
     * missing on a scale that has no order.
     */
    public abstract Map<IntraclassCorrelation.Form, Measured<Estimate>> demandCorrelation();

    /** As {@link #of(DemandScale, List, Function)}, each objective being its own standard. */
    public static PanelAgreement of(DemandScale scale, List<AlignmentJudgment> judgments) {
        return of(scale, judgments, Function.identity());
    }

    /**
     * The agreement of the raters of one round.
     *
     * @param scale the scale on which demand was judged
     * @param judgments each rater's judgment of an item once
     * @param standardOf the standard above an objective, and of a standard itself
     * @throws IllegalArgumentException if there is no judgment, a rater judges an item twice, or a demand lies off the
     *     scale
     */
    public static PanelAgreement of(
            DemandScale scale, List<AlignmentJudgment> judgments, Function<StandardId, StandardId> standardOf) {
        Checks.notEmpty(judgments, "judgments");
        judgments.forEach(one -> one.demand().ifPresent(scale::getLevel));
        Codes objectives = new Codes(judgments, one -> Optional.of(code(one)));
        Codes standards = new Codes(judgments, one -> Optional.of(standard(one, standardOf)));
        Codes demands = new Codes(judgments, one -> one.demand().map(String::valueOf));
        Map<IntraclassCorrelation.Form, Measured<Estimate>> correlations =
                new EnumMap<>(IntraclassCorrelation.Form.class);
        double[][] ratings = demands.complete();
        for (IntraclassCorrelation.Form form : IntraclassCorrelation.Form.values()) {
            correlations.put(
                    form,
                    scale.ordered()
                            ? IntraclassCorrelation.withDefaults().of(ratings, form)
                            : Measured.missing(
                                    MissingReason.NOT_APPLICABLE, "the levels of the scale stand in no order"));
        }
        return new Builder()
                .raters(objectives.raters.size())
                .items(objectives.byItem.size())
                .objective(objectives.pairwise())
                .standard(standards.pairwise())
                .demand(demands.pairwise())
                .objectiveKappa(objectives.kappa())
                .demandKappa(demands.kappa())
                .objectiveAlpha(objectives.alpha(KrippendorffAlpha.Scale.NOMINAL))
                .demandAlpha(demands.alpha(
                        scale.ordered() ? KrippendorffAlpha.Scale.ORDINAL : KrippendorffAlpha.Scale.NOMINAL))
                .demandCorrelation(Collections.unmodifiableMap(correlations))
                .build();
    }

    /** What a rater says of an item: an objective, a standard in general, or nothing. */
    private static String code(AlignmentJudgment one) {
        return one.primary()
                .map(objective -> "objective " + objective)
                .or(() -> one.generic().map(standard -> "in general " + standard))
                .orElse("uncodable");
    }

    /** The standard that a rater ties an item to, by an objective of it or in general, or nothing. */
    private static String standard(AlignmentJudgment one, Function<StandardId, StandardId> standardOf) {
        return one.primary()
                .or(one::generic)
                .map(standardOf)
                .map(standard -> "standard " + standard)
                .orElse("uncodable");
    }

    /** One word for each rater and item, in the order of items and raters, so that no sum depends on that of judgments. */
    private static final class Codes {
        private final Set<PersonId> raters = new LinkedHashSet<>();
        private final Map<String, Map<PersonId, String>> byItem = new LinkedHashMap<>();

        Codes(List<AlignmentJudgment> judgments, Function<AlignmentJudgment, Optional<String>> coding) {
            List<AlignmentJudgment> inOrder = Alignment.onlyOnce(judgments).stream()
                    .sorted(Comparator.comparing(AlignmentJudgment::item).thenComparing(AlignmentJudgment::rater))
                    .toList();
            inOrder.stream().map(AlignmentJudgment::rater).sorted().forEach(raters::add);
            for (AlignmentJudgment one : inOrder) {
                Map<PersonId, String> row = byItem.computeIfAbsent(one.item(), any -> new LinkedHashMap<>());
                coding.apply(one).ifPresent(code -> row.put(one.rater(), code));
            }
        }

        Measured<Ratio> pairwise() {
            long pairs = 0;
            long same = 0;
            for (Map<PersonId, String> row : byItem.values()) {
                List<String> codes = List.copyOf(row.values());
                for (int i = 0; i < codes.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        pairs++;
                        same += codes.get(i).equals(codes.get(j)) ? 1 : 0;
                    }
                }
            }
            return pairs == 0
                    ? Measured.missing(MissingReason.TOO_FEW, "no item was judged by two raters")
                    : Measured.of(Ratio.of(same, pairs));
        }

        Measured<Double> kappa() {
            List<PersonId> people = List.copyOf(raters);
            List<String> codes = byItem.values().stream()
                    .flatMap(row -> row.values().stream())
                    .distinct()
                    .toList();
            double sum = 0;
            int pairs = 0;
            for (int i = 0; i < people.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double[][] table = new double[codes.size()][codes.size()];
                    for (Map<PersonId, String> row : byItem.values()) {
                        String one = row.get(people.get(j));
                        String other = row.get(people.get(i));
                        if (one != null && other != null) {
                            table[codes.indexOf(one)][codes.indexOf(other)]++;
                        }
                    }
                    Optional<Double> kappa = Kappa.cohen(table).value();
                    sum += kappa.orElse(0.0);
                    pairs += kappa.isPresent() ? 1 : 0;
                }
            }
            return pairs == 0
                    ? Measured.missing(
                            MissingReason.UNDEFINED, "chance alone gives full agreement, or nothing was rated")
                    : Measured.of(sum / pairs);
        }

        Measured<Double> alpha(KrippendorffAlpha.Scale scale) {
            List<String> codes = byItem.values().stream()
                    .flatMap(row -> row.values().stream())
                    .distinct()
                    .toList();
            boolean numbers = scale == KrippendorffAlpha.Scale.ORDINAL;
            return KrippendorffAlpha.of(
                    byItem.values().stream()
                            .map(row -> row.values().stream()
                                    .map(code -> numbers ? Double.parseDouble(code) : (double) codes.indexOf(code))
                                    .toList())
                            .toList(),
                    scale);
        }

        /** A row for each item that every rater gave a number, a column for each rater. */
        double[][] complete() {
            List<double[]> rows = new ArrayList<>();
            for (Map<PersonId, String> row : byItem.values()) {
                if (row.size() == raters.size()) {
                    rows.add(raters.stream()
                            .mapToDouble(rater -> Double.parseDouble(row.getOrDefault(rater, "0")))
                            .toArray());
                }
            }
            return rows.toArray(new double[0][]);
        }
    }

    /** Builds an agreement. */
    static final class Builder extends ImmutablePanelAgreement.Builder {
        Builder() {}
    }
}
