package org.iltlib.analytics.simulation;

import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;

/**
 * Draws students in classes in schools with a planted effect: score = mean + sd·(school + class + student + effect if
 * treated), the three parts normal and independent, their variances adding up to 1. In each school half of the classes
 * are treated, drawn at random (the smaller half if their number is odd). Immutable options; {@link #of(long)} draws.
 *
 * <p>Chance is SplitMix64 with strict arithmetic: the same seed gives the same students on any Java virtual machine.
 * O(number of students).
 */
public final class SchoolSimulation {
    private final int schools;
    private final int classes;
    private final int students;
    private final double effect;
    private final double schoolShare;
    private final double classShare;
    private final double missing;
    private final double mean;
    private final double deviation;

    private SchoolSimulation(Builder from) {
        schools = from.schools;
        classes = from.classes;
        students = from.students;
        effect = from.effect;
        schoolShare = from.schoolShare;
        classShare = from.classShare;
        missing = from.missing;
        mean = from.mean;
        deviation = from.deviation;
    }

    /**
     * 20 schools of 4 classes of 20 students, no effect, 15 % of the variance between schools, 5 % between classes of a
     * school, nobody absent, mean 500 and standard deviation 50.
     */
    public static SchoolSimulation withDefaults() {
        return new SchoolSimulation(new Builder());
    }

    /** A copy with so many schools, at least 1. */
    public SchoolSimulation withSchools(int number) {
        Builder copy = copy();
        copy.schools = (int) Checks.positive(number, "schools");
        return new SchoolSimulation(copy);
    }

    /** A copy with so many classes a school, at least 2. */
    public SchoolSimulation withClasses(int number) {
        Checks.require(number >= 2, "classes is %s. Expected at least 2, so that one can be treated.", number);
        Builder copy = copy();
        copy.classes = number;
        return new SchoolSimulation(copy);
    }

    /** A copy with so many students a class, at least 1. */
    public SchoolSimulation withStudents(int number) {
        Builder copy = copy();
        copy.students = (int) Checks.positive(number, "students");
        return new SchoolSimulation(copy);
    }

    /** A copy with this effect of the treatment, in standard deviations of students. */
    public SchoolSimulation withEffect(double standardDeviations) {
        Builder copy = copy();
        copy.effect = Checks.finite(standardDeviations, "effect");
        return new SchoolSimulation(copy);
    }

    /**
     * A copy with these shares of the variance between schools and between the classes of a school.
     *
     * @throws IllegalArgumentException if one is negative or nothing is left for students
     */
    public SchoolSimulation withVarianceShares(double betweenSchools, double betweenClasses) {
        Checks.share(betweenSchools, "betweenSchools");
        Checks.share(betweenClasses, "betweenClasses");
        Checks.require(
                betweenSchools + betweenClasses < 1,
                "The shares %s and %s leave nothing for students. Expected a sum below 1.",
                betweenSchools,
                betweenClasses);
        Builder copy = copy();
        copy.schoolShare = betweenSchools;
        copy.classShare = betweenClasses;
        return new SchoolSimulation(copy);
    }

    /** A copy in which each student is absent with this chance, whatever the score. */
    public SchoolSimulation withMissing(double chance) {
        Builder copy = copy();
        copy.missing = Checks.share(chance, "missing");
        return new SchoolSimulation(copy);
    }

    /**
     * A copy on another scale of scores.
     *
     * @throws IllegalArgumentException if the deviation is not more than zero
     */
    public SchoolSimulation withScale(double newMean, double newDeviation) {
        Builder copy = copy();
        copy.mean = Checks.finite(newMean, "mean");
        copy.deviation = Checks.finite(newDeviation, "deviation");
        Checks.require(newDeviation > 0, "deviation is %s. Expected more than zero.", newDeviation);
        return new SchoolSimulation(copy);
    }

    /** The planted effect in points. */
    public double effectInPoints() {
        return effect * deviation;
    }

    /** Students drawn from that seed. */
    public SimulatedStudents of(long seed) {
        SplitMix chance = SplitMix.of(seed);
        int n = Math.multiplyExact(Math.multiplyExact(schools, classes), students);
        double[] score = new double[n];
        boolean[] treated = new boolean[n];
        int[] school = new int[n];
        int[] classroom = new int[n];
        double schoolSpread = Math.sqrt(schoolShare);
        double classSpread = Math.sqrt(classShare);
        double studentSpread = Math.sqrt(1 - schoolShare - classShare);
        int row = 0;
        for (int s = 0; s < schools; s++) {
            double ofSchool = schoolSpread * chance.nextGaussian();
            boolean[] drawn = drawClasses(chance);
            for (int c = 0; c < classes; c++) {
                double ofClass = ofSchool + classSpread * chance.nextGaussian() + (drawn[c] ? effect : 0);
                for (int i = 0; i < students; i++, row++) {
                    double value = mean + deviation * (ofClass + studentSpread * chance.nextGaussian());
                    score[row] = chance.nextDouble() < missing ? Double.NaN : value;
                    treated[row] = drawn[c];
                    school[row] = s;
                    classroom[row] = s * classes + c;
                }
            }
        }
        return new SimulatedStudents(score, treated, school, classroom);
    }

    private boolean[] drawClasses(SplitMix chance) {
        int[] order = new int[classes];
        for (int c = 0; c < classes; c++) {
            order[c] = c;
        }
        chance.shuffle(order, classes / 2);
        boolean[] drawn = new boolean[classes];
        for (int c = 0; c < classes / 2; c++) {
            drawn[order[c]] = true;
        }
        return drawn;
    }

    private Builder copy() {
        Builder copy = new Builder();
        copy.schools = schools;
        copy.classes = classes;
        copy.students = students;
        copy.effect = effect;
        copy.schoolShare = schoolShare;
        copy.classShare = classShare;
        copy.missing = missing;
        copy.mean = mean;
        copy.deviation = deviation;
        return copy;
    }

    private static final class Builder {
        private int schools = 20;
        private int classes = 4;
        private int students = 20;
        private double effect;
        private double schoolShare = 0.15;
        private double classShare = 0.05;
        private double missing;
        private double mean = 500;
        private double deviation = 50;
    }
}
