package org.iltlib.analytics.simulation;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * How a verdict "the mean of n students reaches the threshold" behaves: how often it is given for a true mean, and so
 * how often it is a false alarm or a miss. Immutable.
 *
 * <p>The mean of n students is taken as normal with standard error sd/√n: the students are a sample of those whom the
 * school might have had, one school year standing for others. Closed form, O(1). The name is the statistician's: the
 * chance of passing as a function of the truth is the operating characteristic of a rule (Dodge &amp; Romig 1929,
 * doi:10.1002/j.1538-7305.1929.tb01240.x).
 *
 * @param threshold the mean that must be reached
 * @param students the number of students, at least 1
 * @param deviation the standard deviation of single students, in the same unit, more than zero
 */
public record OperatingCharacteristic(double threshold, long students, double deviation) {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Checks that the numbers are possible. */
    public OperatingCharacteristic {
        Checks.finite(threshold, "threshold");
        Checks.positive(students, "students");
        Checks.finite(deviation, "deviation");
        Checks.require(deviation > 0, "deviation is %s. Expected more than zero.", deviation);
    }

    /** The verdict "the mean of so many students, who spread by so much, reaches the threshold". */
    public static OperatingCharacteristic ofMean(double threshold, long students, double deviation) {
        return new OperatingCharacteristic(threshold, students, deviation);
    }

    /** The standard error of the mean, in points. */
    public double standardError() {
        return deviation / Math.sqrt((double) students);
    }

    /** The chance that the mean reaches the threshold if the true mean is this. */
    public double passes(double trueMean) {
        return NORMAL.cumulativeProbability((Checks.finite(trueMean, "trueMean") - threshold) / standardError());
    }

    /** The chance that the mean falls short of the threshold if the true mean is this. */
    public double fails(double trueMean) {
        return NORMAL.cumulativeProbability((threshold - Checks.finite(trueMean, "trueMean")) / standardError());
    }

    /**
     * The true mean that passes with this chance.
     *
     * @throws IllegalArgumentException if the chance is not between 0 and 1, both excluded
     */
    public double trueMeanThatPasses(double chance) {
        Checks.require(chance > 0 && chance < 1, "chance is %s. Expected between 0 and 1, such as 0.8.", chance);
        return threshold + standardError() * NORMAL.inverseCumulativeProbability(chance);
    }

    /**
     * The error rates in words: the false alarm if nothing changed, the miss if the hoped-for came true.
     *
     * @param unchanged the true mean if nothing changed
     * @param hoped the true mean if what was hoped for came true
     */
    public Explanation explain(double unchanged, double hoped) {
        return Explanation.of(
                        "The verdict \"the mean reaches %.2f\" is a false alarm %.1f %% of the time and a miss %.1f %%.",
                        threshold, 100 * passes(unchanged), 100 * fails(hoped))
                .because(
                        "The mean of %d students who spread by %.2f has a standard error of %.2f ÷ √%d = %.2f.",
                        students, deviation, deviation, students, standardError())
                .because(
                        "False alarm: the true mean is still %.2f, and chance carries the result to %.2f.",
                        unchanged, threshold)
                .because("Miss: the true mean is %.2f, and chance keeps the result below %.2f.", hoped, threshold)
                .because(
                        "With a true mean of %.2f the verdict would come eight times in ten.", trueMeanThatPasses(0.8));
    }
}
