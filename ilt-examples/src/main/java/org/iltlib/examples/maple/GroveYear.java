package org.iltlib.examples.maple;

import java.util.List;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.team.Meeting;

/** The year, chapter by chapter. */
public final class GroveYear {
    private GroveYear() {}

    /** Tells all of it. */
    public static void tell(Story story, Stars stars, long seed) {
        List<Meeting> meetings = Calendar.meetings();
        new Chartering(story, stars).tell(meetings);
        new Calendar(story, stars).tell(meetings);
        Needing.Result needs = new Needing(story, stars, seed).tell();
        new Deciding(story, stars, needs).tell();
        new Speaking(story, stars, seed).tell();
        new Acting(story, stars).tell();
        new Monitoring(story, stars, seed).tell();
        new Growing(story, stars).tell();
        new Listening(story, stars, seed).tell();
        new Judging(story, stars).tell(meetings);
    }
}
