package org.iltlib.examples.year;

import java.util.List;
import org.iltlib.evidence.Dataset;
import org.iltlib.record.TeamKey;

/** The year, chapter by chapter. */
public final class Year {
    private Year() {}

    /** Tells the year with these options, and writes its page and its record. */
    public static List<String> tell(YearOptions options) {
        Study study = Study.read(options);
        Story story = new Story();
        try (Memory memory = Memory.open(options.store(), TeamKey.of(Forming.teamId(study), study.year()))) {
            Forming.Result formed = new Forming(study, story, memory).tell();
            Dataset rows = new Evidence(study, story, memory).tell();
            Findings.Result findings = new Findings(study, story, memory).tell();
            Proposing.Result proposed = new Proposing(study, story, memory).tell(findings);
            Deciding.Result decided =
                    new Deciding(study, story, memory, options.seed()).tell(formed.team(), rows, findings, proposed);
            Monitoring.Result monitored = new Monitoring(study, story, memory).tell(findings, proposed, decided);
            Judging.Result judged = new Judging(study, story, memory, options.seed()).tell(decided, monitored);
        }
        return story.lines();
    }
}
