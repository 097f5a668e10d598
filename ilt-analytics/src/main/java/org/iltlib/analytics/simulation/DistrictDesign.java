package org.iltlib.analytics.simulation;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.immutables.value.Value;

/**
 * How a district that never was is made: its size, what makes its students' scores differ, how its students move and
 * miss tests, and what was tried in it. All spreads are standard deviations in points of the scale. Immutable; every
 * property has a default.
 */
@Value.Immutable
public abstract class DistrictDesign {
    private static final int MOST = 50_000_000;

    DistrictDesign() {}

    /** How many schools; 12 unless said otherwise. */
    @Value.Default
    public int schools() {
        return 12;
    }

    /** How many students a school has in a grade, before anyone moves; 75 unless said otherwise. */
    @Value.Default
    public int studentsInGrade() {
        return 75;
    }

    /** How many students a teacher has, at most; 25 unless said otherwise. */
    @Value.Default
    public int classSize() {
        return 25;
    }

    /** The number of the lowest grade that is tested; 3 unless said otherwise. */
    @Value.Default
    public int firstGrade() {
        return 3;
    }

    /** How many grades are tested; 6 unless said otherwise. */
    @Value.Default
    public int grades() {
        return 6;
    }

    /** How many years are seen; 4 unless said otherwise. */
    @Value.Default
    public int years() {
        return 4;
    }

    /** The mean of the lowest grade; 500 unless said otherwise. */
    @Value.Default
    public double mean() {
        return 500;
    }

    /** What a student gains from grade to grade on average; 30 unless said otherwise. */
    @Value.Default
    public double gain() {
        return 30;
    }

    /** The spread of what students bring with them; 40 unless said otherwise. */
    @Value.Default
    public double studentSpread() {
        return 40;
    }

    /** The spread of the students' own gains in a year, beyond school and teacher; 12 unless said otherwise. */
    @Value.Default
    public double gainSpread() {
        return 12;
    }

    /** The spread of what the students of a school bring with them in common; 12 unless said otherwise. */
    @Value.Default
    public double intakeSpread() {
        return 12;
    }

    /** The spread of what schools add to each year's gain; 3 unless said otherwise. */
    @Value.Default
    public double schoolSpread() {
        return 3;
    }

    /** The spread of what teachers add to the gain of the year in which they teach; 6 unless said otherwise. */
    @Value.Default
    public double teacherSpread() {
        return 6;
    }

    /** What share of a teacher's part is still there each year after; all of it unless said otherwise. */
    @Value.Default
    public double persistence() {
        return 1;
    }

    /** The standard error of measurement in the middle of the scale; 14 unless said otherwise. */
    @Value.Default
    public double error() {
        return 14;
    }

    /**
     * How much wider the error is far from the middle: at z standard deviations of students it is 1 + widening·z² times
     * as wide; 0.15 unless said otherwise.
     */
    @Value.Default
    public double widening() {
        return 0.15;
    }

    /** The chance that a student goes to another school of the district in a summer; 0.08 unless said otherwise. */
    @Value.Default
    public double mobility() {
        return 0.08;
    }

    /** The chance that a student in the middle of the scale misses a test; 0.04 unless said otherwise. */
    @Value.Default
    public double missing() {
        return 0.04;
    }

    /**
     * By how much the logarithm of the odds of missing a test rises for each standard deviation that a student lies
     * below the middle: 0, missing at random, unless said otherwise.
     */
    @Value.Default
    public double missingSlope() {
        return 0;
    }

    /** Whether scores are rounded to whole points; so unless said otherwise. */
    @Value.Default
    public boolean wholePoints() {
        return true;
    }

    /** What was tried; nothing unless said otherwise. */
    public abstract Optional<PlantedEffect> planted();

    /** Checks that such a district can be. */
    @Value.Check
    void check() {
        Checks.positive(schools(), "schools");
        Checks.positive(studentsInGrade(), "studentsInGrade");
        Checks.positive(classSize(), "classSize");
        Checks.require(firstGrade() >= 0, "firstGrade is %s. Expected 0 for kindergarten, or more.", firstGrade());
        Checks.positive(grades(), "grades");
        Checks.positive(years(), "years");
        double rows = (double) schools() * studentsInGrade() * grades() * years();
        Checks.require(rows <= MOST, "The district has %s rows. Expected at most %s.", (long) rows, MOST);
        Checks.finite(mean(), "mean");
        Checks.finite(gain(), "gain");
        spread(studentSpread(), "studentSpread");
        spread(gainSpread(), "gainSpread");
        spread(intakeSpread(), "intakeSpread");
        spread(schoolSpread(), "schoolSpread");
        spread(teacherSpread(), "teacherSpread");
        spread(error(), "error");
        spread(widening(), "widening");
        Checks.share(persistence(), "persistence");
        Checks.share(mobility(), "mobility");
        Checks.require(missing() >= 0 && missing() < 1, "missing is %s. Expected from 0 to less than 1.", missing());
        Checks.finite(missingSlope(), "missingSlope");
        Checks.require(schools() > 1 || mobility() == 0, "mobility is %s, but there is one school only.", mobility());
        planted()
                .ifPresent(effect -> Checks.require(
                        effect.fromYear() < years(),
                        "The planted effect begins in year %s, counted from 0. Expected below %s, the number of years.",
                        effect.fromYear(),
                        years()));
    }

    private static void spread(double value, String name) {
        Checks.require(Checks.finite(value, name) >= 0, "%s is %s. Expected zero or more.", name, value);
    }

    /** The middle of the scale in the grade at that place, counted from 0. */
    double middle(int grade) {
        return mean() + grade * gain();
    }

    /** The standard error of measurement of a true score in a grade. */
    double errorAt(double score, int grade) {
        double spread = Math.hypot(studentSpread(), intakeSpread());
        double z = spread > 0 ? (score - middle(grade)) / spread : 0;
        return error() * (1 + widening() * Math.min(z * z, 9));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a design; every property has a default. */
    public static final class Builder extends ImmutableDistrictDesign.Builder {
        Builder() {}
    }
}
