package org.iltlib.analytics.alignment.vertical;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.Minimum;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.Unit;

/**
 * How much of a course's time goes to the major work of the grade. A unit's days are split evenly over its standards; the
 * days of a unit without standards are not major work.
 *
 * <p>Source of the limit: EdReports, review tool for mathematics, grades K to 8: 65 % at least.
 *
 * @param major the days on major work
 * @param planned all planned days
 * @param unsorted the units without any standard, by title; their days count as other work
 */
public record MajorWork(Ratio major, long planned, List<String> unsorted) {
    /** At least 65 of 100. */
    public static final Minimum MINIMUM = Minimum.atLeast(new Fraction(65, 100));

    /** Copies the list. */
    public MajorWork {
        Checks.notNegative(planned, "planned");
        unsorted = List.copyOf(unsorted);
    }

    /** The major work of a course; linear. */
    public static MajorWork of(Course course, Predicate<StandardId> isMajor) {
        Ratio major = Ratio.ZERO;
        List<String> unsorted = new ArrayList<>();
        for (Unit unit : course.units()) {
            if (unit.standards().isEmpty()) {
                unsorted.add(unit.title());
            } else {
                long found = unit.standards().stream().filter(isMajor).count();
                major = major.plus(
                        Ratio.of(found * unit.plannedDays(), unit.standards().size()));
            }
        }
        return new MajorWork(major, course.plannedDays(), unsorted);
    }

    /** The days on major work as a share of all; missing without a planned day. */
    public Measured<Ratio> share() {
        return planned == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no day is planned")
                : Measured.of(major.dividedBy(planned));
    }

    /** Whether that minimum is reached; decided exactly. */
    public Measured<Boolean> reaches(Minimum minimum) {
        return share().map(share -> {
            int comparison = share.compareTo(
                    Ratio.of(minimum.share().numerator(), minimum.share().denominator()));
            return minimum.exceeded() ? comparison > 0 : comparison >= 0;
        });
    }
}
