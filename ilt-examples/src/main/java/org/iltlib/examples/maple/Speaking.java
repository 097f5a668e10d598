package org.iltlib.examples.maple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.participation.ChanceBand;
import org.iltlib.analytics.participation.Turns;
import org.iltlib.analytics.participation.Voices;
import org.iltlib.base.PersonId;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Seat;

/** Chapter 5: who speaks, held against what chance makes of equal speakers; the next meeting opens in silence. */
record Speaking(Story story, Stars stars, long seed) {
    private static final Turns SPOKEN = Turns.of(22, 12, 14, 6, 8, 7, 9, 4, 3, 5);
    private static final Turns NEXT = Turns.of(12, 9, 10, 9, 8, 9, 9, 8, 8, 8);
    private static final int DRAWS = 20_000;

    void tell() {
        story.chapter("Who speaks");
        ChanceBand band = ChanceBand.simulate(10, 90, DRAWS, seed);
        stars.check("turns", 90L, SPOKEN.total());
        stars.check("Gini", "0.3178", SPOKEN.gini());
        stars.check("evenness", "0.9291", SPOKEN.evenness());
        stars.check("concentration (HHI)", "0.1363", SPOKEN.concentration());
        stars.check("95th percentile of chance", "0.24", band.high());
        stars.check("above chance", true, SPOKEN.gini() > band.high());
        List<String> groups = groups();
        stars.check(
                "administrators, times their share of seats",
                "1.889",
                SPOKEN.equityRatio(groups, StakeholderGroup.ADMINISTRATOR.value()));
        stars.check(
                "the coach, told to the coach alone",
                "1.556",
                SPOKEN.equityRatio(groups, StakeholderGroup.COACH.value()));
        stars.check("teachers", "0.667", SPOKEN.equityRatio(groups, StakeholderGroup.TEACHER.value()));
        story.say("What the team sees, groups of at least two:");
        Voices voices = Voices.of(turns());
        Map<PersonId, String> byPerson = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            byPerson.put(Grove.members().get(i), groups.get(i));
        }
        voices.byGroup(byPerson).forEach((group, share) -> story.item("%s: %s", group, share));
        story.say(
                "The next meeting opens with a silent round; then its Gini is %.4f, chance gives up to %.2f.",
                NEXT.gini(), band.high());
        stars.check("the talk is as even as chance allows", true, NEXT.gini() <= band.high());
    }

    private static List<String> groups() {
        return Grove.team().seats().stream()
                .map(Seat::group)
                .map(StakeholderGroup::value)
                .toList();
    }

    private static Map<PersonId, Integer> turns() {
        Map<PersonId, Integer> turns = new LinkedHashMap<>();
        List<PersonId> members = new ArrayList<>(Grove.members());
        for (int i = 0; i < members.size(); i++) {
            turns.put(members.get(i), SPOKEN.counts().get(i));
        }
        return turns;
    }
}
