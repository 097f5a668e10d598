package org.iltlib.analytics.measurement.irt.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.measurement.irt.IrtFit;
import org.iltlib.analytics.measurement.irt.IrtModel;
import org.iltlib.analytics.measurement.irt.ItemCurve;
import org.iltlib.analytics.measurement.irt.Responses;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Differential item functioning by the likelihood ratio: each item in turn gets parameters of its own in each group, all
 * others being anchors, and the log-likelihood is compared with that of the model in which no item is free. The groups'
 * distributions of ability are free, so a difference in ability is not taken for one of the item.
 *
 * <p>With one item in ten amiss the anchors are amiss too: free the worst item with {@link IrtModel#withFreeItems} and
 * test again. Source: Thissen, Steinberg &amp; Wainer (1993).
 */
public final class LikelihoodRatioDif {
    /**
     * One item.
     *
     * @param item its name
     * @param test twice the gain in log-likelihood, with one degree of freedom for each parameter more
     * @param shift of the difficulty, the last group's less the reference's, in logits; above zero if the item is harder
     *     for that group than for students of the same ability in the reference
     */
    public record Line(String item, Measured<ChiSquare> test, Measured<Double> shift) {}

    private LikelihoodRatioDif() {}

    /**
     * Of those items. Each costs a fit.
     *
     * @param model the model; items that it has free already stay so
     * @param reference the group whose ability has mean zero
     * @param groups two or more, by name
     * @param items which to test
     * @throws IllegalArgumentException as {@link IrtModel#of(String, Map)}
     */
    public static List<Line> of(
            IrtModel model, String reference, Map<String, ? extends Responses> groups, List<String> items) {
        Measured<IrtFit> compact = model.of(reference, groups);
        List<Line> lines = new ArrayList<>();
        for (String item : items) {
            Measured<IrtFit> augmented = model.withFreeItems(List.of(item)).of(reference, groups);
            Measured<ChiSquare> test = compact.flatMap(less -> augmented.map(more -> ChiSquare.of(
                    2 * (more.logLikelihood() - less.logLikelihood()),
                    Math.max(1, more.freeParameters() - less.freeParameters()))));
            lines.add(new Line(item, test, augmented.flatMap(fit -> shift(fit, item))));
        }
        return lines;
    }

    private static Measured<Double> shift(IrtFit fit, String item) {
        String last = fit.groups().get(fit.groups().size() - 1);
        return difficulty(fit.curves(last), item)
                .flatMap(focal -> difficulty(fit.curves(), item).map(reference -> focal - reference));
    }

    private static Measured<Double> difficulty(List<ItemCurve> curves, String item) {
        return curves.stream()
                .filter(curve -> curve.item().equals(item))
                .findFirst()
                .map(ItemCurve::difficulty)
                .orElseGet(() -> Measured.missing(MissingReason.NOT_ADMINISTERED));
    }
}
