package org.iltlib.examples.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.analytics.chart.BarChart;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.IntervalPlot;
import org.iltlib.analytics.chart.LineChart;
import org.iltlib.analytics.chart.Series;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.impact.Balance;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.report.KeyFigure;
import org.iltlib.analytics.report.Page;
import org.iltlib.analytics.report.Section;
import org.iltlib.analytics.report.Tone;
import org.iltlib.base.Measured;
import org.iltlib.base.Subject;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.Round;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Position;
import org.iltlib.impact.ImpactStudy;
import org.iltlib.team.CompositionReport;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;

/** The year on one page, to look at rather than to read. */
final class YearPage {
    private final Study study;
    private final Chapters chapters;

    YearPage(Study study, Chapters chapters) {
        this.study = study;
        this.chapters = chapters;
    }

    /** The page as one HTML document. */
    String html() {
        StandingSections standings = new StandingSections(study, chapters);
        return Page.titled(study.schoolName() + ": one school year")
                .withSubtitle("The leadership team's year " + study.year() + ", on the data of Project STAR")
                .with(inShort())
                .with(team())
                .with(standings.standing())
                .with(standings.growth())
                .with(decision())
                .with(promises())
                .with(follow())
                .with(effect())
                .with(new TraceSection(chapters.remembered()).trace())
                .withFooter("Data: " + Study.SOURCE
                        + ". Students and teachers are anonymous numbers. The study names neither"
                        + " principal nor coach, and knows nothing of votes, talk, promises or mentors: these are told for"
                        + " the story, votes and talk from a seed.")
                .toHtml();
    }

    private Section inShort() {
        Findings.Result findings = chapters.findings();
        Focus focus = findings.focus();
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(KeyFigure.of(capital(focus.cell().words()), Measured.of(focus.standing()), 2)
                .saying(
                        focus.supported()
                                ? "The need the team chose."
                                : "The need the team chose; chance may explain it."));
        figures.add(KeyFigure.of(
                        "Decided by fist to five",
                        chapters.decided().deliberation().rounds().size() + " rounds")
                .saying("One member below three was heard, and the text amended."));
        figures.add(KeyFigure.of("A year later", chapters.monitored().change().map(c -> c.points()), 2)
                .saying(chapters.monitored()
                        .score()
                        .map(score ->
                                score.cameTrue() ? "The prediction came true." : "The prediction did not come true.")
                        .orElse("The study has no follow-up of this school.")));
        all(Study.MATHEMATICS)
                .ifPresent(effect ->
                        figures.add(KeyFigure.of("Small classes, mathematics", Measured.of(effect.standardized()), 2)
                                .saying("The whole study, by lot within schools.")));
        return Section.titled("The year in short")
                .withParagraph("A team of teachers, the principal and a coach looked at what the students of "
                        + study.schoolName()
                        + " know, chose one need, decided together what to change, promised who does what, and looked again"
                        + " a year later.")
                .withKeyFigures(figures.toArray(KeyFigure[]::new));
    }

    private Section team() {
        Table seats = Table.captioned("The team").withColumns("Member", "Group", "Duties");
        for (Seat seat : chapters.formed().team().seats()) {
            seats = seats.with(
                    Cell.of(capital(chapters.words(seat))),
                    Cell.of(seat.group().value()),
                    Cell.of(String.join(
                            ", ", seat.offices().stream().map(Office::value).toList())));
        }
        Section section = Section.titled("Who decides")
                .withParagraph(
                        "One representative a grade, a mentor-level teacher, the principal and a coach. Before it met,"
                                + " the team was held against two composition policies.")
                .withTable(seats);
        for (CompositionReport report : chapters.formed().reports()) {
            section = section.withWhy(report.explanation());
        }
        return section;
    }

    private Section decision() {
        Proposal proposal = chapters.proposed().proposal();
        Section section = Section.titled("What the team decided")
                .withParagraph(proposal.question())
                .withList(proposal.options().stream()
                        .map(option -> option.text()
                                + (option.statusQuo() ? " (the status quo)" : "")
                                + (option.id().equals(proposal.proposed()) ? " (proposed)" : ""))
                        .toList());
        BarChart vote = BarChart.titled("Fist to five").withUnit("members");
        int number = 1;
        for (Round round : chapters.decided().deliberation().rounds()) {
            int[] shown = new int[6];
            for (Ballot ballot : round.ballots()) {
                if (ballot.position() instanceof Position.Fingers fingers) {
                    shown[fingers.shown()]++;
                }
            }
            Series series = Series.named(number++ == 1 ? "First round" : "Second round, amended");
            for (int value = 0; value < shown.length; value++) {
                series = series.with(Integer.toString(value), shown[value]);
            }
            vote = vote.with(series);
        }
        section = section.withFigure(vote, "Below three is heard before anything is decided. Votes are simulated.");
        for (Round round : chapters.decided().deliberation().rounds()) {
            section = section.withWhy(round.outcome().explanation());
        }
        var decided = chapters.decided().decision();
        for (var dissent : decided.dissent()) {
            section = section.withCallout(Tone.CAUTION, "Dissent, as recorded: “" + dissent.reason() + "”");
        }
        return section.withParagraph(Proposing.text(
                "Decided on %s: %s The prediction: %s To be looked at again on %s.",
                decided.decidedOn(),
                decided.chosen().text(),
                Proposing.words(proposal.prediction().orElseThrow()),
                decided.reviewOn()));
    }

    private Section promises() {
        Table table = Table.captioned("Promises").withColumns("Who", "What", "By", "Done when");
        for (var promise : chapters.commitments()) {
            table = table.with(
                    Cell.of(promise.owner().value()),
                    Cell.of(promise.what()),
                    Cell.of(promise.due().toString()),
                    Cell.of(promise.doneWhen()));
        }
        return chapters.mentors()
                .addTo(Section.titled("Promises, and who helps whom")
                        .withTable(table)
                        .withWhy(chapters.followed().explanation()));
    }

    private Section follow() {
        Monitoring.Result monitored = chapters.monitored();
        Series path = Series.named("The same students");
        for (Monitoring.Step step : monitored.path()) {
            path = path.with(capital(step.grade().toString()), step.mean());
        }
        Focus.Cell focus = chapters.findings().focus().cell();
        Section section = Section.titled("A year later");
        if (monitored.change().isReported()) {
            section = section.withParagraph("The students of " + focus.grade()
                            + focus.group()
                                    .map(group -> " " + Findings.words(group))
                                    .orElse("")
                            + " who were seen again in " + study.followUpGrade().orElseThrow() + ", in "
                            + focus.subject()
                            + ", as far back as the study has them. Zero is the mean of the other schools' students of the"
                            + " same grade.")
                    .withFigure(
                            LineChart.titled("Standing of the same students")
                                    .withUnit("standard deviations")
                                    .withDecimals(2)
                                    .with(path),
                            "With 95 % intervals. The decision fell before the last point.");
        } else {
            section = section.withCallout(Tone.NOTE, "There is no follow-up to show: " + monitored.change() + ".");
        }
        return section.withWhy(monitored.finding().explanation());
    }

    private Section effect() {
        IntervalPlot plot = IntervalPlot.titled("What small classes add")
                .withUnit("standard deviations")
                .withDecimals(2)
                .withReference(0, "no effect");
        for (Subject subject : study.table().subjects()) {
            plot = plot.withHeading(capital(subject.value()));
            for (Judging.Effect effect : chapters.judged().effects()) {
                if (effect.subject().equals(subject)) {
                    plot = plot.with(
                            effect.grade()
                                    .map(grade -> capital(grade.toString()))
                                    .orElse("All grades"),
                            effect.effect().map(TreatmentEffect::standardized));
                }
            }
        }
        Section section = Section.titled("What small classes did")
                .withParagraph(
                        "Tennessee gave children and teachers small classes or larger ones by lot, within each school."
                                + " So the comparison is fair, and the claim may be strong.")
                .withFigure(
                        plot,
                        "All " + (study.others() + 1) + " schools, within school and grade; 95 % intervals, errors"
                                + " clustered by school.");
        for (ImpactStudy claim : chapters.judged().studies()) {
            section = section.withCallout(Tone.NOTE, claim.sentence());
        }
        Table balance = Table.captioned("Were the classes alike beforehand? Kindergarten, small less larger classes")
                .withColumns("", "Difference in standard deviations", "Verdict");
        for (Balance row : chapters.judged().balance()) {
            balance = balance.with(
                    Cell.of(capital(row.name())),
                    Cell.of(row.effectSize(), 3),
                    Cell.of(row.equivalence().toString().toLowerCase(Locale.ROOT)));
        }
        section = section.withTable(balance);
        Optional<TreatmentEffect> mathematics = all(Study.MATHEMATICS);
        return mathematics.isPresent() ? section.withWhy(mathematics.get().why()) : section;
    }

    private Optional<TreatmentEffect> all(Subject subject) {
        return chapters.judged().effects().stream()
                .filter(effect ->
                        effect.subject().equals(subject) && effect.grade().isEmpty())
                .flatMap(effect -> effect.effect().value().stream())
                .findFirst();
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
