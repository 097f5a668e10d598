package org.iltlib.analytics.measurement.irt.check;

import org.iltlib.analytics.measurement.irt.Ability;
import org.iltlib.analytics.measurement.irt.AbilityDistribution;
import org.iltlib.analytics.measurement.irt.ItemCurve;
import org.iltlib.base.Checks;

/**
 * From one scale of ability to another: θ becomes scale·θ + shift.
 *
 * @param scale above zero
 * @param shift in logits of the target
 */
public record ScaleLink(double scale, double shift) {
    /** Checks the numbers. */
    public ScaleLink {
        Checks.finite(scale, "scale");
        Checks.finite(shift, "shift");
        Checks.require(scale > 0, "scale is %s. Expected above zero.", scale);
    }

    /** The ability on the target scale. */
    public double ability(double ability) {
        return scale * ability + shift;
    }

    /** The ability on the target scale, with its error; that of the link is not in it. */
    public Ability ability(Ability ability) {
        return new Ability(ability(ability.value()), scale * ability.standardError());
    }

    /** The item on the target scale. */
    public ItemCurve curve(ItemCurve curve) {
        return curve.rescaled(scale, shift);
    }

    /** The distribution on the target scale. */
    public AbilityDistribution distribution(AbilityDistribution distribution) {
        return new AbilityDistribution(ability(distribution.mean()), scale * distribution.standardDeviation());
    }

    /** The way back. */
    public ScaleLink inverse() {
        return new ScaleLink(1 / scale, -shift / scale);
    }
}
