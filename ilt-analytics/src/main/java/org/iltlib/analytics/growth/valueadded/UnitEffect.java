package org.iltlib.analytics.growth.valueadded;

import java.util.Locale;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * What is predicted of a teacher or a school.
 *
 * @param unit the code that the caller gave it
 * @param effect in points, shrunken towards zero, with the interval of the prediction, its n the whole students; withheld if
 *     the unit has too few students, or would give away another that has; missing if the model finds no difference between units
 * @param students how many there were, each once, a shared one by its share; withheld with the effect
 * @param reliability the share of the variance of such a prediction that is not chance: 1 less its error over the
 *     variance between units; it is also how much of what was seen is left after shrinking
 * @param comparison the effect with the interval of how the unit differs from the mean of all units of its kind, by which
 *     units are told apart
 */
public record UnitEffect(
        String unit,
        Measured<Estimate> effect,
        Measured<Double> students,
        Measured<Double> reliability,
        Measured<Estimate> comparison) {
    /** Such as {@code 17: 2.1 [-0.3, 4.5] points (n = 24), reliability 0.53}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %s, reliability %s",
                unit,
                effect,
                reliability.map(share -> String.format(Locale.ROOT, "%.2f", share)));
    }
}
