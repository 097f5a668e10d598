package org.iltlib.examples.year;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Recordable;
import org.iltlib.base.Subject;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.evidence.Assessment;
import org.iltlib.evidence.AssessmentPurpose;
import org.iltlib.evidence.Dataset;
import org.iltlib.evidence.ImportReport;
import org.iltlib.examples.told.Story;
import org.iltlib.store.DatasetId;

/** Chapter 2: the evidence comes in; every row is accounted for, and the rows are frozen under their digest. */
final class Evidence {
    /** The entry of the rows on which everything rests. */
    static final EntryId ROWS = EntryId.of("evidence/star");

    private final Study study;
    private final Story story;
    private final Memory memory;

    Evidence(Study study, Story story, Memory memory) {
        this.study = study;
        this.story = story;
        this.memory = memory;
    }

    Dataset tell() {
        story.chapter("The evidence comes in");
        LocalDate day = LocalDate.of(study.year().start(), Month.AUGUST, 24);
        ImportReport report = study.rows().report();
        story.say(
                "%,d rows were read: %,d kept, %,d of them incomplete, %,d rejected. A row is a student in a grade: %,d"
                        + " students, %d schools.",
                report.rows(),
                report.kept(),
                report.incomplete(),
                report.rejected(),
                study.table().students().levels().size(),
                study.table().units().levels().size());
        story.say("Incomplete rows stay; what they lack is lacking, not zero:");
        report.missing().forEach((column, count) -> story.item("%s: %,d without a value", column, count));
        report.rejections().forEach((reason, count) -> story.item("rejected, %s: %,d", reason, count));
        report.examples().forEach(row -> story.item("%s", row));

        StandardsFramework framework = Framework.of(study);
        List<Assessment> assessments = assessments();
        List<Standard> standards = study.knownGrades().stream()
                .flatMap(grade -> framework.listLeaves(grade).stream())
                .toList();
        story.say(
                "Held against a framework of reading and mathematics (ours, the study names none): %d of %d standards of the"
                        + " grades known have a test.",
                standards.stream()
                        .filter(standard -> hasTest(standard, assessments))
                        .count(),
                standards.size());
        List<Recordable> entries = new ArrayList<>(List.of(framework));
        entries.addAll(assessments);
        Dataset rows = study.rows().dataset(ROWS, "Project STAR, kindergarten to grade 3", Study.SOURCE);
        entries.add(rows);
        try {
            DatasetId kept = memory.keep(study.content());
            if (!kept.hex().equals(rows.sha256())) {
                throw new IllegalStateException("the rows kept are not the rows read");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        story.say(
                "The rows are frozen under the SHA-256 digest %s…; whoever has the same bytes has the same evidence.",
                rows.sha256().substring(0, 16));
        memory.write(day, Forming.PRINCIPAL, entries);
        return rows;
    }

    private static boolean hasTest(Standard standard, List<Assessment> assessments) {
        return assessments.stream()
                .anyMatch(assessment ->
                        standard.code().filter(assessment.standards()::contains).isPresent());
    }

    private List<Assessment> assessments() {
        List<Assessment> assessments = new ArrayList<>();
        for (GradeLevel grade : study.knownGrades()) {
            for (Subject subject : study.table().subjects()) {
                assessments.add(assessment(subject, grade));
            }
        }
        return assessments;
    }

    /** The spring test of that subject in that grade. */
    static Assessment assessment(Subject subject, GradeLevel grade) {
        return Assessment.builder()
                .id(EntryId.of("assessment/" + subject + "-" + grade.code()))
                .name("Stanford Achievement Test, " + subject + ", " + grade)
                .subject(subject)
                .addGrades(grade)
                .purpose(AssessmentPurpose.SUMMATIVE)
                .year(Study.yearOf(grade))
                .scale("scale score")
                .addStandards(Framework.code(subject, grade))
                .build();
    }
}
