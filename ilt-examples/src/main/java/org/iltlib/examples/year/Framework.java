package org.iltlib.examples.year;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/** What the students should know: one standard a subject and grade, ours, since the study names none. */
final class Framework {
    private Framework() {}

    /** The code of the standard of that subject and grade. */
    static String code(Subject subject, GradeLevel grade) {
        return (subject.equals(Study.MATHEMATICS) ? "M." : "R.") + grade.code();
    }

    /** The framework of the grades that the school teaches. */
    static StandardsFramework of(Study study) {
        StandardsFramework.Builder framework = StandardsFramework.builder()
                .id(EntryId.of("curriculum/framework"))
                .title("Reading and mathematics, kindergarten to grade 3 (ours, for this story)");
        for (Subject subject : study.table().subjects()) {
            StandardId root = id(subject.value());
            framework.addItems(Standard.builder()
                    .id(root)
                    .code(subject.equals(Study.MATHEMATICS) ? "M" : "R")
                    .statement("Students grow in " + subject + ".")
                    .subject(subject.value())
                    .build());
            for (GradeLevel grade : study.grades()) {
                framework.addItems(Standard.builder()
                        .id(id(code(subject, grade)))
                        .code(code(subject, grade))
                        .statement("Students meet the " + subject + " expectations of " + grade + ".")
                        .addGrades(grade)
                        .subject(subject.value())
                        .parent(root)
                        .build());
            }
        }
        return framework.build();
    }

    private static StandardId id(String name) {
        return StandardId.of(UUID.nameUUIDFromBytes(("iltlib:" + name).getBytes(StandardCharsets.UTF_8))
                .toString());
    }
}
