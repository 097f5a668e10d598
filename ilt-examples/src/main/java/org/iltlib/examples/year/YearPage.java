package org.iltlib.examples.year;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.iltlib.analytics.achievement.SchoolComparison;
import org.iltlib.analytics.chart.BarChart;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.FlowDiagram;
import org.iltlib.analytics.chart.IntervalPlot;
import org.iltlib.analytics.chart.LineChart;
import org.iltlib.analytics.chart.Series;
import org.iltlib.analytics.chart.StripPlot;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.impact.Balance;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.report.KeyFigure;
import org.iltlib.analytics.report.Page;
import org.iltlib.analytics.report.Section;
import org.iltlib.analytics.report.Tone;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.Subject;
import org.iltlib.decision.Ballot;
import org.iltlib.decision.Position;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.Round;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.finding.Gap;
import org.iltlib.finding.Standing;
import org.iltlib.finding.StudentGroup;
import org.iltlib.impact.ImpactStudy;
import org.iltlib.record.Entry;
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
        return Page.titled(study.schoolName() + ": one school year")
                .withSubtitle("The leadership team's year " + study.year() + ", on the data of Project STAR")
                .with(inShort())
                .with(team())
                .with(standing())
                .with(growth())
                .with(decision())
                .with(promises())
                .with(follow())
                .with(effect())
                .with(trace())
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

    private Section standing() {
        IntervalPlot plot = IntervalPlot.titled("Against the other " + study.others() + " schools")
                .withUnit("standard deviations")
                .withDecimals(2)
                .withReference(0, "the other schools");
        for (Subject subject : study.table().subjects()) {
            for (GradeLevel grade : study.knownGrades()) {
                plot = plot.withHeading(capital(subject.value()) + ", " + grade);
                for (SchoolComparison.Cell cell : chapters.findings().cells()) {
                    if (cell.label().subject().equals(subject)
                            && cell.label().grade().equals(grade)
                            && cell.label().group().map(YearPage::isDrawn).orElse(true)) {
                        plot = plot.with(
                                cell.label().group().map(YearPage::row).orElse("All students"),
                                cell.result()
                                        .flatMap(result -> result.comparison()
                                                .standardised()
                                                .map(g -> Findings.ours(result, g))));
                    }
                }
            }
        }
        long strengths = count(Standing.STRENGTH);
        long weaknesses = count(Standing.WEAKNESS);
        Focus.Cell focus = chapters.findings().focus().cell();
        IntervalPlot gaps = IntervalPlot.titled("The gap by free lunch in " + study.schoolName())
                .withUnit("standard deviations")
                .withDecimals(2)
                .withReference(0, "no gap");
        for (Gap gap : chapters.findings().gaps()) {
            gaps = gaps.with(capital(gap.subject().value()) + ", " + gap.grade(), gap.standardised());
        }
        return Section.titled("Where the school stands")
                .withParagraph(Proposing.text(
                        "%d strengths and %d weaknesses that chance does not explain, over all grades known at the start of"
                                + " the year; %s.",
                        strengths, weaknesses, "groups below ten are withheld, and their neighbours with them"))
                .withFigure(plot, "Each bar is a 95 % interval. To the right of the line the school is ahead.")
                .withFigure(gaps, "Students with free lunch less students without; to the left they are behind.")
                .withFigure(
                        strip(focus),
                        "Each dot is a school: the mean of all its students in " + focus.grade() + ", "
                                + focus.subject() + ".")
                .withWhy(why(focus));
    }

    private static String row(StudentGroup group) {
        return capital(Findings.words(group).replaceAll("[()]", ""));
    }

    private static boolean isDrawn(StudentGroup group) {
        return group.by().equals(Study.LUNCH) || group.by().equals("sx");
    }

    private long count(Standing standing) {
        return chapters.findings().cells().stream()
                .filter(cell -> cell.result()
                        .map(SchoolComparison.Result::standing)
                        .value()
                        .equals(Optional.of(standing)))
                .count();
    }

    private org.iltlib.base.Explanation why(Focus.Cell focus) {
        return chapters.findings().cells().stream()
                .filter(cell -> cell.label().subject().equals(focus.subject())
                        && cell.label().grade().equals(focus.grade())
                        && cell.label().group().equals(focus.group()))
                .flatMap(cell -> cell.result().value().stream())
                .map(SchoolComparison.Result::explanation)
                .findFirst()
                .orElse(org.iltlib.base.Explanation.of("The cell behind the need is withheld."));
    }

    private StripPlot strip(Focus.Cell focus) {
        ScoreTable table = study.table();
        ScoreColumn scores = table.scores(focus.subject());
        Moments[] schools = new Moments[table.units().levels().size()];
        java.util.Arrays.fill(schools, Moments.EMPTY);
        int grade = table.grades().getCode(focus.grade().code());
        for (int row = 0; row < table.rows(); row++) {
            if (table.grades().code(row) == grade && scores.isPresent(row)) {
                int unit = table.units().code(row);
                schools[unit] = schools[unit].with(scores.get(row));
            }
        }
        StripPlot plot = StripPlot.titled("All schools: " + focus.subject() + ", " + focus.grade())
                .withUnit("points")
                .withDecimals(1)
                .highlighting(study.schoolName());
        for (int unit = 0; unit < schools.length; unit++) {
            if (!Findings.POLICY.hides(schools[unit].n()) && schools[unit].n() > 0) {
                plot = plot.with("School " + table.units().levels().get(unit), schools[unit].mean());
            }
        }
        return plot;
    }

    private Section growth() {
        Section section = Section.titled("Growth from grade to grade")
                .withParagraph("Mean scores of all students, spring after spring. The scale of the test grows with the"
                        + " children; what counts is the distance to the other schools.");
        List<SchoolComparison.Cell> cells = chapters.allGrades();
        for (Subject subject : study.table().subjects()) {
            Series ours = Series.named(study.schoolName());
            Series others = Series.named("The other " + study.others());
            for (SchoolComparison.Cell cell : cells) {
                if (cell.label().subject().equals(subject)
                        && cell.label().group().isEmpty()) {
                    String grade = capital(cell.label().grade().toString());
                    ours = ours.with(
                            grade,
                            cell.result().flatMap(result -> result.figures().mean()));
                    others = others.with(
                            grade,
                            cell.result()
                                    .flatMap(result -> MeanInterval.withDefaults()
                                            .of(result.comparison().others())));
                }
            }
            section = section.withFigure(
                    LineChart.titled(capital(subject.value()) + ", grade by grade")
                            .withUnit("points")
                            .withDecimals(1)
                            .with(ours)
                            .with(others),
                    "With 95 % intervals.");
        }
        Table gains = Table.captioned("Gains of the students seen in two grades")
                .withColumns("Subject", "To", "Gained", "Against the others");
        for (var cell : chapters.findings().growth()) {
            if (!study.followUpGrade().equals(Optional.of(cell.to()))) {
                gains = gains.with(
                        Cell.of(capital(cell.subject().value())),
                        Cell.of(cell.to().toString()),
                        Cell.ofValue(cell.result().map(result -> result.gain().ours()), 1),
                        Cell.ofInterval(
                                cell.result().map(result -> result.gain().difference()), 1));
            }
        }
        return section.withTable(gains);
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
                "Decided on %s: %s The prediction: the standing of those seen again rises by at least %.2f standard"
                        + " deviations; the team is 60 %% sure. To be looked at again on %s.",
                decided.decidedOn(), decided.chosen().text(), Proposing.HOPED, decided.reviewOn()));
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

    private Section trace() {
        Remembering.Result remembered = chapters.remembered();
        FlowDiagram flow = FlowDiagram.titled("The trace of the decision");
        List<Entry> entries = new ArrayList<>(remembered.trace().upstream());
        entries.add(remembered.trace().entry());
        entries.addAll(remembered.trace().downstream());
        Set<EntryId> drawn = new LinkedHashSet<>();
        for (Entry entry : entries) {
            drawn.add(entry.id());
            flow = flow.with(entry.id().value(), stage(entry), label(entry));
        }
        for (Entry entry : entries) {
            for (EntryId cited : entry.cites()) {
                if (drawn.contains(cited)) {
                    flow = flow.withLink(cited.value(), entry.id().value());
                }
            }
        }
        return Section.titled("The trace")
                .withParagraph(Proposing.text(
                        "Nothing recorded is edited. %d entries are sealed, each with the digest of the one before; the store"
                                + " was closed, opened again, and the chain holds. The decision rests on %,d rows, which the"
                                + " store gave back under their digest.",
                        remembered.record().revision(), remembered.rows()))
                .withFigure(flow.withFocus(remembered.trace().entry().id().value()), "From the rows to the impact.")
                .withParagraph(
                        "Head of the chain: " + remembered.record().checkpoint().head());
    }

    private static String stage(Entry entry) {
        return switch (entry.kind()) {
            case "dataset" -> "Evidence";
            case "gap" -> "Findings";
            case "finding" -> entry.id().value().equals("finding/follow-up") ? "What came" : "Findings";
            case "need" -> "Needs";
            case "proposal", "deliberation" -> "Proposals";
            case "decision" -> "Decision";
            case "commitment" -> "Promises";
            case "commitment-update" -> "What came";
            case "impact-study" -> "Impact";
            default -> capital(entry.kind());
        };
    }

    private String label(Entry entry) {
        if (entry.id().equals(Evidence.ROWS)) {
            return Proposing.text("%,d rows", chapters.remembered().rows());
        }
        String id = entry.id().value();
        String words = id.substring(id.indexOf('/') + 1).replace('-', ' ').replace("/done", " done");
        return entry.kind().equals("proposal") ? "proposal " + words : words;
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
