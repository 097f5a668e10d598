package org.iltlib.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.deciding.ExperimentResult;
import org.iltlib.analytics.deciding.Measure;
import org.iltlib.analytics.deciding.SimulatedRole;
import org.iltlib.analytics.deciding.TeamModel;
import org.iltlib.analytics.report.KeyFigure;
import org.iltlib.analytics.report.Page;
import org.iltlib.analytics.report.Section;
import org.iltlib.analytics.report.Tone;
import org.iltlib.analytics.voters.RuleStudyResult;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/** The study as a page. */
final class StudyPage {
    private final StudyFindings findings;
    private final StudyCharts charts;
    private final ExperimentResult teams;

    StudyPage(StudyFindings findings, StudyCharts charts) {
        this.findings = findings;
        this.charts = charts;
        this.teams = findings.teams();
    }

    String toHtml() {
        return Page.titled("Ways to decide, on the same simulated teams")
                .withSubtitle(number(teams.teams()) + " teams that never were, each deciding one matter by "
                        + teams.procedures().size() + " procedures. What follows from simple assumptions.")
                .with(first())
                .with(quality())
                .with(inclusion())
                .with(satisfaction())
                .with(cost())
                .with(doubts())
                .with(rules())
                .with(assumptions())
                .withFooter("Simulated with seed " + findings.seed()
                        + "; the same seed gives the same page. Intervals are at"
                        + " 95%: Wilson for shares of teams, Student for means and for paired differences.")
                .withFooter("The numbers are in protocols.csv and rules.csv.")
                .toHtml();
    }

    private Section first() {
        return Section.titled("At a glance")
                .withCallout(
                        Tone.CAUTION,
                        "Everything here is simulated. It shows what follows from assumptions, not what schools do."
                                + " The assumptions stand at the end of the page; other numbers change the order of"
                                + " procedures.")
                .withKeyFigures(
                        best(Measure.RIGHT, "Chose the better option most often", true, 2),
                        best(Measure.GAIN, "Highest worth of the decision", true, 2),
                        best(Measure.HEARD, "Most concerns heard", true, 2),
                        best(Measure.LEAST_SATISFIED, "Kindest to the least satisfied member", true, 2),
                        best(Measure.MINUTES, "Least time", false, 0));
    }

    private KeyFigure best(Measure measure, String label, boolean highest, int decimals) {
        String name = "";
        Measured<Estimate> found = teams.estimate(teams.procedures().get(0), measure);
        double most = Double.NEGATIVE_INFINITY;
        for (String procedure : teams.procedures()) {
            Measured<Estimate> reading = teams.estimate(procedure, measure);
            double value = reading.value().map(Estimate::value).orElse(0.0) * (highest ? 1 : -1);
            if (value > most) {
                most = value;
                found = reading;
                name = procedure;
            }
        }
        return KeyFigure.of(label, found, decimals)
                .saying("By " + name + ". Intervals of others may overlap; see below.");
    }

    private Section quality() {
        return Section.titled("Does the team choose the better option?")
                .withParagraph(
                        "The better option is the text as it stands at the end, if its gain outweighs the mean of the"
                                + " harm that is left in it; otherwise the status quo. The simulation knows the gain; the members"
                                + " see it with an error.")
                .withFigure(charts.right, "Points are shares of teams, lines 95% intervals.")
                .withFigure(
                        charts.gain, "Counts how much better, not only how often. Keeping the status quo is worth 0.");
    }

    private Section inclusion() {
        return Section.titled("Who is heard?")
                .withParagraph(
                        "A concern is heard if the member says it at some sitting, of their own accord, asked in turn,"
                                + " or asked after an open ballot showed it. Procedures that ask for another round hear more because"
                                + " they ask again.")
                .withFigure(charts.heard, "Of the members of a team who have a concern, the mean share; 95% intervals.")
                .withFigure(charts.silent, "Mean share of members; 95% intervals. Absent members are silent.");
    }

    private Section satisfaction() {
        return Section.titled("How do members feel about it?")
                .withParagraph(
                        "Satisfaction is assumed to grow with what the member sees in the decision and with having been"
                                + " heard. It is a construction, not a survey.")
                .withFigure(
                        charts.satisfaction, "The mean of the members, and the mean over teams of the least satisfied.")
                .withFigure(charts.roles, "Means over teams; the darker the more satisfied, from 0.5 to 0.8.");
    }

    private Section cost() {
        return Section.titled("What does it cost?")
                .withFigure(charts.rounds, "Mean number of sittings, those without quorum included; 95% intervals.")
                .withFigure(charts.minutes, "Mean minutes, by the minutes assumed for sittings, voices and concerns.");
    }

    private Section doubts() {
        return Section.titled("How sure is the comparison?")
                .withParagraph(
                        "All procedures meet the same teams with the same luck, so differences are known better than"
                                + " the figures themselves. They are known for these assumptions only: the map shows how the worth of"
                                + " decisions moves when one assumption is changed.")
                .withFigure(charts.rightDifference, "Paired differences, team by team; 95% intervals.")
                .withFigure(charts.gainDifference, "Paired differences, team by team; 95% intervals.")
                .withFigure(
                        charts.variants,
                        number(findings.variants().values().iterator().next().teams())
                                + " teams for each assumption. Shared errors: 70% of the error is common. Many concerns: 60%"
                                + " of members have one. Hard to mend: one time in ten.");
    }

    private Section rules() {
        List<String> existence = new ArrayList<>();
        for (RuleStudyResult result : findings.rules()) {
            result.condorcetWinnerExists()
                    .value()
                    .ifPresent(e -> existence.add(
                            StudyFindings.name(result) + ": " + String.format(Locale.ROOT, "%.0f%%", 100 * e.value())));
        }
        return Section.titled("Rules for choosing one of five, on simulated voters")
                .withParagraph(number(findings.rules().get(0).elections()) + " electorates of " + StudyFindings.VOTERS
                        + " voters from each of " + findings.rules().size()
                        + " laws; all rules count the same electorates. A lot, the same for all rules, decides what a rule"
                        + " leaves open.")
                .withFigure(charts.condorcet, "Of the electorates in which one option beats each other one.")
                .withFigure(
                        charts.utility,
                        "1 is the best option for the voters together, 0 is drawing a lot. Score counts grades made from utilities, which noise in rankings leaves alone.")
                .withFigure(charts.agreement, "Score needs grades, so it is counted where the law has utilities.")
                .withParagraph("How often one option beats each other one:")
                .withList(existence);
    }

    private Section assumptions() {
        TeamModel model = TeamModel.withDefaults();
        Table table = Table.captioned("The numbers assumed").withColumns("Assumption", "Number");
        for (SimulatedRole role : model.roles()) {
            table = table.with(
                    Cell.of(role.name() + ": members, chance of speaking at an open sitting"),
                    Cell.ofNumber(role.members() + ", " + role.voice()));
        }
        table = row(table, "spread of the gain of proposals", model.gain());
        table = row(table, "a member's error about it", model.error());
        table = row(table, "share of the error that all have in common", model.sharedError());
        table = row(table, "chance that a member has a concern", model.concerns());
        table = row(table, "what the flaw costs that member", model.harm());
        table = row(table, "chance that a sitting mends a concern heard", model.mendable());
        table = row(table, "what mending takes from the gain", model.dilution());
        table = row(table, "newcomers: years on the team below", model.newcomerYears());
        table = row(table, "newcomers: their chance of speaking, times", model.newcomerVoice());
        table = row(table, "least chance of speaking when asked in turn", model.askedVoice());
        table = row(table, "move towards what was said at a sitting", model.persuasion());
        table = row(table, "move towards the principal on an open ballot, times (1 − voice)", model.pressure());
        table = row(table, "chance of being present", model.attendance());
        table = row(table, "abstains up to a value of", model.indifference());
        table = row(table, "blocks or objects from a loss of", model.outrage());
        table = row(table, "satisfaction: weight of being heard", model.fairness());
        table = row(table, "minutes for a sitting", model.minutesPerSitting());
        table = row(table, "minutes for each voice", model.minutesPerVoice());
        table = row(table, "minutes for each concern", model.minutesPerConcern());
        return Section.titled("What is assumed")
                .withList(List.of(
                        "A proposal is as likely to be better than the status quo as worse.",
                        "Nobody votes against what they see in order to win something else.",
                        "The protocols count real ballots: the members' values are simulated, the counting is not.",
                        "Where another body decides, it judges the text as a member would, without knowing the concerns.",
                        "Where rounds run out and nobody else decides, things stay as they are.",
                        "No number was measured in a school; each was chosen to be simple."))
                .withTable(table);
    }

    private static Table row(Table table, String assumption, double number) {
        return table.with(Cell.of(assumption), Cell.ofNumber(String.valueOf(number)));
    }

    private static String number(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
