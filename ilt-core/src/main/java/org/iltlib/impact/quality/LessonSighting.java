package org.iltlib.impact.quality;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What one observer saw students have a part in, in one lesson. The lesson is named so that two observers of it can be
 * compared, and not by its teacher.
 *
 * @param person the observer
 * @param lesson an id of the lesson
 * @param seen what was seen, each once; empty if nothing was
 */
public record LessonSighting(PersonId person, String lesson, List<StudentPart> seen) {
    /** The written form. */
    public static final Form<LessonSighting> FORM = Form.of(
            "person",
            PersonId.FORM,
            LessonSighting::person,
            "lesson",
            Forms.TEXT,
            LessonSighting::lesson,
            "seen",
            Forms.listOf(Forms.enumOf(StudentPart.class)),
            LessonSighting::seen,
            LessonSighting::new);

    /** Checks the lesson and copies. */
    public LessonSighting {
        Checks.id(lesson, "lesson");
        seen = List.copyOf(Checks.distinct(seen, "seen"));
    }

    /** That sighting. */
    public static LessonSighting of(PersonId person, String lesson, StudentPart... seen) {
        return new LessonSighting(person, lesson, List.of(seen));
    }
}
