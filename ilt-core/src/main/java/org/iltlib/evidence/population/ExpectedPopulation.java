package org.iltlib.evidence.population;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.evidence.response.ResponseTable;

/**
 * The students who were enrolled on a day: the ones of whom a measure should tell something. Joined with a table of
 * results, every one of them has a status: reported, or why not. Who is in no row of the table has the reason
 * {@link MissingReason#NOT_LOADED} unless another is given, never a zero. Immutable, thread-safe.
 */
public final class ExpectedPopulation {
    private final LocalDate day;
    private final Map<String, Enrolment> students;

    private ExpectedPopulation(LocalDate day, Map<String, Enrolment> students) {
        this.day = day;
        this.students = students;
    }

    /**
     * Those of the enrolments that hold on that day.
     *
     * @throws IllegalArgumentException if a student has two of them on that day
     */
    public static ExpectedPopulation of(Collection<Enrolment> enrolments, LocalDate day) {
        Map<String, Enrolment> students = new LinkedHashMap<>();
        for (Enrolment enrolment : enrolments) {
            if (enrolment.holdsOn(day)) {
                Enrolment other = students.put(enrolment.student(), enrolment);
                Checks.require(
                        other == null,
                        "On %s %s is %s as well. Expected one enrolment. Maybe the first has no last day.",
                        day,
                        other,
                        enrolment);
            }
        }
        return new ExpectedPopulation(day, Collections.unmodifiableMap(students));
    }

    /** The day. */
    public LocalDate day() {
        return day;
    }

    /** The number of students. */
    public long size() {
        return students.size();
    }

    /** The enrolments of that day, in the order given. */
    public List<Enrolment> list() {
        return List.copyOf(students.values());
    }

    /** As {@link #coverage(ScoreTable, Subject, MissingReason)}; who is in no row is not loaded. */
    public Coverage coverage(ScoreTable table, Subject subject) {
        return coverage(table, subject, MissingReason.NOT_LOADED);
    }

    /**
     * What became of everybody in that subject: a score, the reason in the table, or, for who is in no row of his or her
     * grade, the other reason. A row counts wherever the student was tested; he or she is counted where enrolled. Linear.
     *
     * @param otherwise why somebody is in no row
     * @throws IllegalArgumentException if the table has no such subject
     */
    public Coverage coverage(ScoreTable table, Subject subject, MissingReason otherwise) {
        ScoreColumn scores = table.scores(subject);
        Map<String, Optional<MissingReason>> found = new HashMap<>();
        long unexpected = 0;
        for (int row = 0; row < table.rows(); row++) {
            String student = table.students().find(row).orElseThrow();
            Enrolment enrolment = students.get(student);
            GradeLevel grade = table.gradeLevels().get(table.grades().code(row));
            if (enrolment == null || !enrolment.grade().equals(grade)) {
                unexpected++;
            } else {
                found.put(student, scores.findMissing(row));
            }
        }
        return coverage(found, otherwise, unexpected);
    }

    /**
     * What became of everybody on a test: reported who has points on at least one item; otherwise the reason that stands
     * in place of all responses, {@link MissingReason#UNKNOWN} if there are several; for who is in no row, the other
     * reason. Linear in the responses.
     *
     * @param otherwise why somebody is in no row
     */
    public Coverage coverage(ResponseTable table, MissingReason otherwise) {
        Map<String, Optional<MissingReason>> found = new HashMap<>();
        long unexpected = 0;
        for (int row = 0; row < table.students(); row++) {
            if (students.containsKey(table.student(row))) {
                found.put(table.student(row), status(table, row));
            } else {
                unexpected++;
            }
        }
        return coverage(found, otherwise, unexpected);
    }

    private static Optional<MissingReason> status(ResponseTable table, int row) {
        Optional<MissingReason> first = table.findMissing(row, 0);
        boolean same = true;
        for (int item = 0; item < table.items(); item++) {
            Optional<MissingReason> reason = table.findMissing(row, item);
            if (reason.isEmpty()) {
                return reason;
            }
            same &= reason.equals(first);
        }
        return same ? first : Optional.of(MissingReason.UNKNOWN);
    }

    private Coverage coverage(Map<String, Optional<MissingReason>> found, MissingReason otherwise, long unexpected) {
        Coverage.Count count = new Coverage.Count();
        Optional<MissingReason> nowhere = Optional.of(otherwise);
        students.forEach((student, enrolment) -> count.add(enrolment, found.getOrDefault(student, nowhere)));
        return count.coverage(unexpected);
    }

    /** Such as {@code 1000 students on 2027-05-03}. */
    @Override
    public String toString() {
        return students.size() + " students on " + day;
    }
}
