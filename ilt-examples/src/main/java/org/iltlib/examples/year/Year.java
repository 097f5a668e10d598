package org.iltlib.examples.year;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.iltlib.evidence.Dataset;
import org.iltlib.examples.UsageException;
import org.iltlib.examples.told.Story;
import org.iltlib.plan.Commitment;
import org.iltlib.plan.FollowThrough;
import org.iltlib.record.TeamKey;

/** The year, chapter by chapter. */
public final class Year {
    private Year() {}

    /**
     * Tells the year with these options, and writes its page and its record: both or, if anything goes wrong, neither.
     *
     * @return what was told, line by line
     * @throws UsageException if the options or the input cannot be used
     */
    public static List<String> tell(YearOptions options) {
        Study study = Study.read(options);
        Story story = new Story();
        try (Memory memory = Memory.open(options.store(), TeamKey.of(Forming.teamId(study), study.year()))) {
            Forming.Result formed = new Forming(study, story, memory).tell();
            Dataset rows = new Evidence(study, story, memory).tell();
            Findings finding = new Findings(study, story, memory);
            Findings.Result findings = finding.tell();
            Proposing.Result proposed = new Proposing(study, story, memory).tell(findings);
            Deciding.Result decided =
                    new Deciding(study, story, memory, options.seed()).tell(formed.team(), rows, findings, proposed);
            Committing committing = new Committing(study, story, memory);
            List<Commitment> commitments = committing.tell(formed.team(), proposed.goal(), decided.decision());
            Mentoring.Result mentors = new Mentoring(study, story, memory).tell(findings.teacherNeed());
            FollowThrough followed = committing.follow(commitments);
            Monitoring.Result monitored = new Monitoring(study, story, memory).tell(findings, proposed, decided);
            Judging.Result judged = new Judging(study, story, memory, options.seed()).tell(decided, monitored);
            Remembering.Result remembered =
                    new Remembering(story, memory).tell(decided.decision().id());
            Chapters chapters = Chapters.builder()
                    .study(study)
                    .formed(formed)
                    .findings(findings)
                    .allGrades(finding.compare(study.table()))
                    .proposed(proposed)
                    .decided(decided)
                    .commitments(commitments)
                    .followed(followed)
                    .mentors(mentors)
                    .monitored(monitored)
                    .judged(judged)
                    .remembered(remembered)
                    .build();
            write(options.out(), new YearPage(study, chapters).html(), Memory.lines(remembered.record()));
        }
        story.say("Written: year.html, the year on one page, and record.jsonl, the team's record.");
        return story.lines();
    }

    /** Writes beside the final names first, so that nothing half-written is ever found under them. */
    private static void write(Path folder, String page, String record) {
        try {
            Files.createDirectories(folder);
            Path newPage = folder.resolve(".year.html.part");
            Path newRecord = folder.resolve(".record.jsonl.part");
            try {
                Files.writeString(newPage, page, StandardCharsets.UTF_8);
                Files.writeString(newRecord, record, StandardCharsets.UTF_8);
                Files.move(newPage, folder.resolve("year.html"), StandardCopyOption.REPLACE_EXISTING);
                Files.move(newRecord, folder.resolve("record.jsonl"), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(newPage);
                Files.deleteIfExists(newRecord);
            }
        } catch (IOException e) {
            throw new UsageException(
                    "Option --out is \"" + folder
                            + "\", and nothing can be written there. Maybe it is read-only or full.",
                    e);
        }
    }
}
