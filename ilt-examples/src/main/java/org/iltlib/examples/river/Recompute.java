package org.iltlib.examples.river;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.measurement.CronbachAlpha;
import org.iltlib.analytics.measurement.ItemAnalysis;
import org.iltlib.analytics.participation.ChanceBand;
import org.iltlib.analytics.participation.Turns;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.iltlib.team.Contribution;
import org.iltlib.team.Meeting;
import org.iltlib.team.MeetingMeasures;
import org.iltlib.team.Team;

/**
 * Everything that is known of the district from its raw answers and meetings, worked out anew.
 *
 * @param reliability Cronbach's alpha of each window
 * @param items what is known of each item of each window
 * @param means the mean of each school in each window
 * @param focus the instructional focus of each team
 * @param uneven the teams whose talk is less even than chance explains
 */
record Recompute(
        List<Measured<Estimate>> reliability,
        List<List<ItemAnalysis>> items,
        List<List<Measured<Estimate>>> means,
        Map<Team, Measured<Double>> focus,
        List<Team> uneven) {
    private static final int DRAWS = 2_000;

    static Recompute of(Answers answers, Map<Team, List<Meeting>> meetings, long seed) {
        List<Measured<Estimate>> reliability = new ArrayList<>();
        List<List<ItemAnalysis>> items = new ArrayList<>();
        List<List<Measured<Estimate>>> means = new ArrayList<>();
        for (int window = 0; window < Answers.WINDOWS; window++) {
            double[][] rows = answers.of(window);
            reliability.add(CronbachAlpha.withDefaults().of(rows).alpha());
            items.add(ItemAnalysis.of(rows));
            List<Measured<Estimate>> schools = new ArrayList<>();
            for (int school = 0; school < River.SCHOOLS; school++) {
                schools.add(mean(answers.of(window, school)));
            }
            means.add(schools);
        }
        Map<Team, Measured<Double>> focus = new LinkedHashMap<>();
        meetings.forEach(
                (team, held) -> focus.put(team, MeetingMeasures.withDefaults().instructionalFocus(held)));
        return new Recompute(reliability, items, means, focus, uneven(meetings, seed));
    }

    private static Measured<Estimate> mean(double[][] rows) {
        Moments moments = Moments.EMPTY;
        for (double[] row : rows) {
            double sum = 0;
            for (double value : row) {
                sum += value;
            }
            moments = moments.with(sum);
        }
        return MeanInterval.withDefaults().withUnit("right answers").of(moments);
    }

    private static List<Team> uneven(Map<Team, List<Meeting>> meetings, long seed) {
        Map<List<Integer>, ChanceBand> bands = new LinkedHashMap<>();
        List<Team> uneven = new ArrayList<>();
        meetings.forEach((team, held) -> {
            int members = team.seats().size();
            int[] counts = new int[members];
            for (Meeting meeting : held) {
                for (Contribution part : meeting.contributions()) {
                    counts[team.listMembers().indexOf(part.person())] += part.turns();
                }
            }
            Turns turns = Turns.of(counts);
            ChanceBand band = bands.computeIfAbsent(
                    List.of(members, (int) turns.total()),
                    size -> ChanceBand.simulate(size.get(0), size.get(1), DRAWS, seed));
            if (turns.gini() > band.high()) {
                uneven.add(team);
            }
        });
        return uneven;
    }
}
