package org.iltlib.team;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.TeamId;

/**
 * What policies found about many teams: those of a district, each under the pack that binds teams of its kind.
 *
 * @param reports a report for each team, in the order given
 */
public record CompositionSurvey(Map<TeamId, CompositionReport> reports) {

    /** Copies the reports, in their order. */
    public CompositionSurvey {
        reports = Collections.unmodifiableMap(new LinkedHashMap<>(reports));
    }

    /**
     * Holds each team against its pack.
     *
     * @param teams the teams, each once
     * @param pack the pack of a team, often by {@link Team#kindOfTeam()}: a council stands under another than the
     *     leadership team of the same school
     * @param facts the facts about a team's school, with the meetings of that team
     * @throws IllegalArgumentException if a team is given twice
     */
    public static CompositionSurvey of(
            Collection<Team> teams, Function<Team, PolicyPack> pack, Function<Team, SchoolFacts> facts) {
        Checks.distinct(teams.stream().map(Team::team).toList(), "teams");
        Map<TeamId, CompositionReport> reports = new LinkedHashMap<>();
        teams.forEach(team -> reports.put(team.team(), pack.apply(team).check(team, facts.apply(team))));
        return new CompositionSurvey(reports);
    }

    /** The teams of which no rule fails, in order. */
    public List<TeamId> listPassing() {
        return list(true);
    }

    /** The teams of which a rule fails, in order. */
    public List<TeamId> listFailing() {
        return list(false);
    }

    private List<TeamId> list(boolean passing) {
        return reports.entrySet().stream()
                .filter(entry -> entry.getValue().passes() == passing)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many fail, and for each of these what fails and how to repair it. */
    public Explanation explanation() {
        List<TeamId> failing = listFailing();
        Explanation text = Explanation.of("%d of %d teams fail.", failing.size(), reports.size());
        for (Map.Entry<TeamId, CompositionReport> entry : reports.entrySet()) {
            if (!entry.getValue().passes()) {
                Explanation why = entry.getValue().explanation();
                text = text.because(new Explanation(entry.getKey() + ": " + why.claim(), why.steps()));
            }
        }
        return text;
    }
}
