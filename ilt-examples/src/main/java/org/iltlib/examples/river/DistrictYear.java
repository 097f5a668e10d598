package org.iltlib.examples.river;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.team.Meeting;
import org.iltlib.team.Team;

/** The year, chapter by chapter. */
public final class DistrictYear {
    private DistrictYear() {}

    /** Tells all of it; the seconds that working everything out anew took. */
    public static double tell(Story story, Stars stars, long seed) {
        List<Team> teams = River.teams();
        Map<Team, List<Meeting>> meetings = Gatherings.of(teams, seed);
        Answers answers = new Answers(seed);
        new Counting(story, stars).tell(teams, meetings, answers);
        new Composing(story, stars).tell(meetings);
        new Cascading(story, stars).tell();
        new Carrying(story, stars).tell(teams);
        new SmallCells(story, stars).tell();
        new Spending(story, stars).tell();
        new Staying(story, stars, seed).tell();
        new Succeeding(story, stars).tell();
        new Feeding(story, stars, seed).tell();
        story.chapter("Everything anew");
        long start = System.nanoTime();
        Recompute all = Recompute.of(answers, meetings, seed);
        double seconds = (System.nanoTime() - start) / 1e9;
        story.say(
                "Cronbach's alpha of the six tests: %s.",
                String.join(
                        ", ",
                        all.reliability().stream()
                                .map(alpha -> alpha.map(
                                                estimate -> String.format(Locale.ROOT, "%.2f", estimate.value()))
                                        .orElse("missing"))
                                .toList()));
        story.say(
                "%d of %d teams talk less evenly than chance explains.",
                all.uneven().size(), teams.size());
        return seconds;
    }
}
