package org.iltlib.examples.year;

import java.util.Comparator;
import java.util.Optional;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.PersonId;
import org.immutables.value.Value;

/** What the study tells of a teacher. */
@Value.Immutable
abstract class Teacher {
    /** The most experienced first; unknown experience last; then by number. */
    static final Comparator<Teacher> BY_EXPERIENCE = Comparator.comparingDouble(
                    (Teacher teacher) -> -teacher.years().orElse(-1.0))
            .thenComparingInt(Teacher::number);

    Teacher() {}

    /** The number in the study. */
    abstract int number();

    /** The grade taught in the study. */
    abstract GradeLevel grade();

    /** Years of teaching, if known. */
    abstract Optional<Double> years();

    /** The highest degree, if known. */
    abstract Optional<String> degree();

    /** The step on the career ladder, if known: {@code 1} to {@code 3}, {@code APPR}, {@code PROB} … */
    abstract Optional<String> ladder();

    /** The pseudonymous id. */
    PersonId person() {
        return PersonId.of("teacher-" + number());
    }

    /** The career-ladder step as a number, 0 if it is none of the three upper steps. */
    int step() {
        return ladder().filter(text -> text.matches("[123]"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Such as {@code teacher 867, grade 1, 2 years, BS/BA}. */
    String words() {
        return "teacher " + number() + ", " + grade()
                + years().map(years ->
                                String.format(java.util.Locale.ROOT, ", %.0f year%s", years, years == 1 ? "" : "s"))
                        .orElse(", experience unknown")
                + degree().map(degree -> ", " + degree).orElse("");
    }

    static ImmutableTeacher.Builder builder() {
        return ImmutableTeacher.builder();
    }
}
