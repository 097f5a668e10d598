package org.iltlib.analytics.growth.cohort;

import java.util.Locale;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.immutables.value.Value;

/**
 * What became of every row and of every student: the counts add up. Immutable.
 *
 * <p>A row counts under the first of the reasons that holds, in the order below.
 */
@Value.Immutable
public abstract class Intake {
    Intake() {}

    /** The rows that were there. */
    public abstract long rows();

    /** Rows of another subject. */
    public abstract long otherSubject();

    /** Rows of a year that the progression does not have. */
    public abstract long otherYear();

    /** Rows without a score. */
    public abstract long noScore();

    /** Rows of a student who has several scores in one year: nobody knows which is right, so none is taken. */
    public abstract long duplicates();

    /** Rows of a grade that is not the progression's grade of that year: the student repeated or skipped one. */
    public abstract long otherGrade();

    /** Rows that were taken. */
    public abstract long taken();

    /** Students with a row that was taken. */
    public abstract long students();

    /** Of them, those with the newest score and the one before: only of them is growth known. */
    public abstract long complete();

    /** Of them, those with the newest score but not the one before. */
    public abstract long withoutPrior();

    /** Of them, those without the newest score; their older scores still place the knots. */
    public abstract long withoutCurrent();

    /** Checks that the counts add up. */
    @Value.Check
    void check() {
        Checks.require(
                otherSubject() + otherYear() + noScore() + duplicates() + otherGrade() + taken() == rows(),
                "The counts of rows do not add up to %s.",
                rows());
        Checks.require(
                complete() + withoutPrior() + withoutCurrent() == students(),
                "The counts of students do not add up to %s.",
                students());
    }

    /** In sentences. */
    public Explanation explanation() {
        return Explanation.of("Of %d rows, %d were taken; growth is known of %d students.", rows(), taken(), complete())
                .because("%d rows were of another subject, %d of another year.", otherSubject(), otherYear())
                .because(
                        "%d had no score; %d were of students with several scores in one year; %d were of a grade outside"
                                + " the progression.",
                        noScore(), duplicates(), otherGrade())
                .because(
                        "Of %d students, %d had no score in the year before, %d none in the newest year.",
                        students(), withoutPrior(), withoutCurrent());
    }

    /** Such as {@code 1200 of 1200 rows, 600 of 600 students}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d of %d rows, %d of %d students", taken(), rows(), complete(), students());
    }

    /** Builds an account. */
    static final class Builder extends ImmutableIntake.Builder {
        Builder() {}
    }
}
