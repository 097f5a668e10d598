package org.iltlib.analytics.measurement.irt;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.internal.ItemSlopes;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.immutables.value.Value;

/**
 * An item with its parameters: from ability to the chance of each number of points. Immutable. All methods are linear in
 * the number of categories.
 */
@Value.Immutable
public abstract class ItemCurve {
    ItemCurve() {}

    /** The name of the item. */
    public abstract String item();

    /** The model. */
    public abstract ItemModel model();

    /** The slope a, in logits for each unit of ability; one unless said otherwise. */
    @Value.Default
    public double slope() {
        return 1;
    }

    /** The intercepts d₁ … d_m, for 1 … m points; falling in the graded response model. */
    public abstract List<Double> intercepts();

    /** The lower asymptote c of the three-parameter model; zero in all others. */
    @Value.Default
    public double lowerAsymptote() {
        return 0;
    }

    /** Checks that the model can have those parameters. */
    @Value.Check
    void check() {
        Checks.text(item(), "item");
        Checks.finite(slope(), "slope");
        Checks.notEmpty(intercepts(), "intercepts").forEach(intercept -> Checks.finite(intercept, "intercept"));
        Checks.require(
                model().takesSeveralPoints() || intercepts().size() == 1,
                "There are %s intercepts. Expected one in the model %s. Maybe the graded response model is meant.",
                intercepts().size(),
                model());
        Checks.require(
                model() == ItemModel.THREE_PARAMETER
                        ? lowerAsymptote() > 0 && lowerAsymptote() < 1
                        : lowerAsymptote() == 0,
                "lowerAsymptote is %s. Expected between 0 and 1 in the three-parameter model, 0 in all others.",
                lowerAsymptote());
        Checks.require(
                model().function().isFeasible(parameters(), categories()),
                "The intercepts are %s. Expected falling ones in the graded response model. Maybe they are difficulties:"
                        + " the intercept is minus slope times difficulty.",
                intercepts());
    }

    /** The number of possible numbers of points, zero included. */
    public int categories() {
        return intercepts().size() + 1;
    }

    /** The most points. */
    public int maximum() {
        return intercepts().size();
    }

    /** The chances of 0, 1, … points at that ability; they sum to one. */
    public List<Double> probabilities(double ability) {
        Checks.finite(ability, "ability");
        List<Double> list = new ArrayList<>();
        for (double probability : chances(ability)) {
            list.add(probability);
        }
        return list;
    }

    /**
     * The chance of that many points.
     *
     * @throws IllegalArgumentException if the item does not give that many
     */
    public double probability(int points, double ability) {
        Checks.require(
                points >= 0 && points < categories(),
                "points is %s. Expected 0 to %s on item %s.",
                points,
                maximum(),
                item());
        return chances(Checks.finite(ability, "ability"))[points];
    }

    /** The derivatives of the chances of 0, 1, … points with respect to ability, at that ability; they sum to zero. */
    public List<Double> derivatives(double ability) {
        ItemSlopes slopes = slopes(Checks.finite(ability, "ability"));
        List<Double> list = new ArrayList<>();
        for (int k = 0; k < categories(); k++) {
            list.add(slopes.chances()[k] * slopes.first()[k]);
        }
        return list;
    }

    /** The points expected at that ability. */
    public double expectedPoints(double ability) {
        double mean = 0;
        double[] chances = chances(Checks.finite(ability, "ability"));
        for (int k = 1; k < chances.length; k++) {
            mean += k * chances[k];
        }
        return mean;
    }

    /** Fisher's information about ability, at that ability. */
    public double information(double ability) {
        return slopes(Checks.finite(ability, "ability")).information();
    }

    /**
     * The ability at which the item discriminates: −d/a, for several points −d_m/(m·a) (partial credit) or the mean of
     * −d_k/a (graded); undefined if the slope is zero.
     */
    public Measured<Double> difficulty() {
        if (slope() == 0) {
            return Measured.missing(MissingReason.UNDEFINED, "item " + item() + " has slope 0");
        }
        int m = maximum();
        double sum = model() == ItemModel.GRADED
                ? intercepts().stream().mapToDouble(Double::doubleValue).sum()
                : intercepts().get(m - 1);
        return Measured.of(-sum / (m * slope()));
    }

    /**
     * The same item on another scale, on which an ability θ is called scale·θ + shift.
     *
     * @throws IllegalArgumentException if the scale is not above zero
     */
    public ItemCurve rescaled(double scale, double shift) {
        Checks.require(scale > 0 && Double.isFinite(scale), "scale is %s. Expected a number above zero.", scale);
        double a = slope() / scale;
        List<Double> moved = new ArrayList<>();
        for (int k = 1; k <= maximum(); k++) {
            int times = model() == ItemModel.GRADED ? 1 : k;
            moved.add(intercepts().get(k - 1) - times * a * shift);
        }
        return builder()
                .item(item())
                .model(model())
                .slope(a)
                .intercepts(moved)
                .lowerAsymptote(lowerAsymptote())
                .build();
    }

    /** The number of parameters that are estimated. */
    public int freeParameters() {
        return maximum() + (model().hasOwnSlope() ? 1 : 0) + (model() == ItemModel.THREE_PARAMETER ? 1 : 0);
    }

    double[] parameters() {
        double[] p = new double[model().function().parameters(categories())];
        p[0] = slope();
        for (int k = 1; k <= maximum(); k++) {
            p[k] = intercepts().get(k - 1);
        }
        if (model() == ItemModel.THREE_PARAMETER) {
            p[2] = StrictMath.log(lowerAsymptote() / (1 - lowerAsymptote()));
        }
        return p;
    }

    double[] chances(double ability) {
        double[] chances = new double[categories()];
        model().function().probabilities(parameters(), categories(), ability, chances);
        return chances;
    }

    ItemSlopes slopes(double ability) {
        return ItemSlopes.of(model().function(), parameters(), categories(), ability);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an item; name, model and intercepts must be set. */
    public static final class Builder extends ImmutableItemCurve.Builder {
        Builder() {}
    }
}
