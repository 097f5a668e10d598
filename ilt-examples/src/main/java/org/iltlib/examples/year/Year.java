package org.iltlib.examples.year;

import java.util.List;
import org.iltlib.record.TeamKey;

/** The year, chapter by chapter. */
public final class Year {
    private Year() {}

    /** Tells the year with these options, and writes its page and its record. */
    public static List<String> tell(YearOptions options) {
        Study study = Study.read(options);
        Story story = new Story();
        try (Memory memory = Memory.open(options.store(), TeamKey.of(Forming.teamId(study), study.year()))) {
            new Forming(study, story, memory).tell();
            new Evidence(study, story, memory).tell();
            new Findings(study, story, memory).tell();
        }
        return story.lines();
    }
}
