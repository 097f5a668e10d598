package org.iltlib.examples.year;

import java.util.List;

/** The year, chapter by chapter. */
public final class Year {
    private Year() {}

    /** Tells the year with these options, and writes its page and its record. */
    public static List<String> tell(YearOptions options) {
        Story story = new Story();
        story.say("School %d, seed %d.", options.school(), options.seed());
        return story.lines();
    }
}
