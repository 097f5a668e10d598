package org.iltlib.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.iltlib.analytics.chart.Chart;
import org.iltlib.analytics.chart.HeatMap;
import org.iltlib.analytics.chart.IntervalPlot;
import org.iltlib.analytics.deciding.ExperimentResult;
import org.iltlib.analytics.deciding.Measure;
import org.iltlib.analytics.deciding.Procedures;
import org.iltlib.analytics.voters.RuleStudyResult;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/** The pictures of the study; each is also printed as a table. */
final class StudyCharts {
    static final String BASELINE = Procedures.SHOW_OF_HANDS.name();
    private static final List<String> RULES =
            List.of("plurality", "two-round", "irv", "borda", "copeland", "schulze-margins", "score");
    private static final List<String> RULE_HEADS =
            List.of("plurality", "two rounds", "instant runoff", "Borda", "Copeland", "Schulze", "score");

    final Chart right;
    final Chart gain;
    final Chart heard;
    final Chart silent;
    final Chart satisfaction;
    final Chart roles;
    final Chart rounds;
    final Chart minutes;
    final Chart rightDifference;
    final Chart gainDifference;
    final Chart variants;
    final Chart condorcet;
    final Chart utility;
    final Chart agreement;

    StudyCharts(StudyFindings findings) {
        ExperimentResult teams = findings.teams();
        right = plot(teams, Measure.RIGHT, "Teams that chose the better option", 2);
        gain = plot(teams, Measure.GAIN, "What the decision is worth over the status quo", 2);
        heard = plot(teams, Measure.HEARD, "Members with a concern who were heard", 2);
        silent = plot(teams, Measure.SILENT, "Members who never spoke", 2);
        rounds = plot(teams, Measure.ROUNDS, "Rounds until the matter was over", 1);
        minutes = plot(teams, Measure.MINUTES, "Minutes until the matter was over", 0);
        IntervalPlot content = IntervalPlot.titled("Satisfaction of the members")
                .withUnit("0 to 1")
                .withDecimals(2)
                .withKey("mean of members", "least satisfied member");
        for (String procedure : teams.procedures()) {
            content = content.with(
                    procedure,
                    teams.estimate(procedure, Measure.SATISFACTION),
                    teams.estimate(procedure, Measure.LEAST_SATISFIED));
        }
        satisfaction = content;
        HeatMap byRole = HeatMap.titled("Satisfaction by role")
                .withUnit("0 to 1")
                .withDecimals(2)
                .withRange(0.5, 0.8)
                .withColumns(teams.roles());
        for (String procedure : teams.procedures()) {
            byRole = byRole.with(
                    procedure,
                    teams.roles().stream()
                            .map(role -> teams.satisfaction(procedure, role))
                            .toList());
        }
        roles = byRole;
        rightDifference = differences(
                teams, Measure.RIGHT, "Chose the better option: difference from a show of hands", "share of teams");
        gainDifference = differences(
                teams, Measure.GAIN, "Worth of the decision: difference from a show of hands", "units of gain");
        variants = variants(findings.variants());
        condorcet = rules(
                findings,
                "How often the Condorcet winner is elected, where there is one",
                0.5,
                RuleStudyResult::condorcetEfficiency);
        utility = rules(
                findings,
                "Social utility efficiency, where the model has utilities",
                0.5,
                RuleStudyResult::utilityEfficiency);
        agreement = rules(
                findings,
                "How often a rule has the same winner as Schulze's",
                0.5,
                (result, rule) -> result.agreement(rule, "schulze-margins"));
    }

    List<Chart> all() {
        return List.of(
                right,
                gain,
                heard,
                silent,
                satisfaction,
                roles,
                rounds,
                minutes,
                rightDifference,
                gainDifference,
                variants,
                condorcet,
                utility,
                agreement);
    }

    private static Chart plot(ExperimentResult teams, Measure measure, String title, int decimals) {
        IntervalPlot plot = IntervalPlot.titled(title).withUnit(measure.unit()).withDecimals(decimals);
        for (String procedure : teams.procedures()) {
            plot = plot.with(procedure, teams.estimate(procedure, measure));
        }
        return plot;
    }

    private static Chart differences(ExperimentResult teams, Measure measure, String title, String unit) {
        IntervalPlot plot =
                IntervalPlot.titled(title).withUnit(unit).withDecimals(3).withReference(0, "as a show of hands");
        for (String procedure : teams.procedures()) {
            if (!procedure.equals(BASELINE)) {
                plot = plot.with(procedure, teams.difference(procedure, BASELINE, measure));
            }
        }
        return plot;
    }

    private static Chart variants(Map<String, ExperimentResult> variants) {
        HeatMap map = HeatMap.titled("What the decision is worth under other assumptions")
                .withUnit("units of gain")
                .withDecimals(2)
                .withRange(-0.1, 0.4)
                .withColumns(List.copyOf(variants.keySet()));
        for (String procedure : variants.values().iterator().next().procedures()) {
            List<Measured<Estimate>> cells = new ArrayList<>();
            variants.values().forEach(result -> cells.add(result.estimate(procedure, Measure.GAIN)));
            map = map.with(procedure, cells);
        }
        return map;
    }

    private static Chart rules(
            StudyFindings findings,
            String title,
            double low,
            BiFunction<RuleStudyResult, String, Measured<Estimate>> reading) {
        HeatMap map = HeatMap.titled(title)
                .withUnit("share")
                .withDecimals(2)
                .withRange(low, 1)
                .withColumns(RULE_HEADS);
        for (RuleStudyResult result : findings.rules()) {
            List<Measured<Estimate>> cells = RULES.stream()
                    .map(rule -> result.rules().contains(rule)
                            ? reading.apply(result, rule)
                            : Measured.<Estimate>missing(MissingReason.NOT_APPLICABLE, "no utilities, so no grades"))
                    .toList();
            if (cells.stream().anyMatch(cell -> cell.value().isPresent())) {
                map = map.with(StudyFindings.name(result), cells);
            }
        }
        return map;
    }
}
