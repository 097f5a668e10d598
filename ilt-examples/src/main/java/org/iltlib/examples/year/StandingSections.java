package org.iltlib.examples.year;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.achievement.SchoolComparison;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.IntervalPlot;
import org.iltlib.analytics.chart.LineChart;
import org.iltlib.analytics.chart.Series;
import org.iltlib.analytics.chart.StripPlot;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.report.Section;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Explanation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.finding.Gap;
import org.iltlib.finding.Standing;
import org.iltlib.finding.StudentGroup;

/** Where the school stands, and how its students grow: the sections of the page that draw what was found. */
final class StandingSections {
    private final Study study;
    private final Chapters chapters;

    StandingSections(Study study, Chapters chapters) {
        this.study = study;
        this.chapters = chapters;
    }

    Section standing() {
        IntervalPlot plot = IntervalPlot.titled("Against the other " + study.others() + " schools")
                .withUnit("standard deviations")
                .withDecimals(2)
                .withReference(0, "the other schools");
        for (Subject subject : study.table().subjects()) {
            for (GradeLevel grade : study.knownGrades()) {
                plot = plot.withHeading(YearPage.capital(subject.value()) + ", " + grade);
                for (SchoolComparison.Cell cell : chapters.findings().cells()) {
                    if (cell.label().subject().equals(subject)
                            && cell.label().grade().equals(grade)
                            && cell.label()
                                    .group()
                                    .map(StandingSections::isDrawn)
                                    .orElse(true)) {
                        plot = plot.with(
                                cell.label().group().map(StandingSections::row).orElse("All students"),
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
            gaps = gaps.with(YearPage.capital(gap.subject().value()) + ", " + gap.grade(), gap.standardised());
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
        return YearPage.capital(Findings.words(group).replaceAll("[()]", ""));
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

    private Explanation why(Focus.Cell focus) {
        return chapters.findings().cells().stream()
                .filter(cell -> cell.label().subject().equals(focus.subject())
                        && cell.label().grade().equals(focus.grade())
                        && cell.label().group().equals(focus.group()))
                .flatMap(cell -> cell.result().value().stream())
                .map(SchoolComparison.Result::explanation)
                .findFirst()
                .orElse(Explanation.of("The cell behind the need is withheld."));
    }

    private StripPlot strip(Focus.Cell focus) {
        ScoreTable table = study.table();
        ScoreColumn scores = table.scores(focus.subject());
        Moments[] schools = new Moments[table.units().levels().size()];
        Arrays.fill(schools, Moments.EMPTY);
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

    Section growth() {
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
                    String grade = YearPage.capital(cell.label().grade().toString());
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
                    LineChart.titled(YearPage.capital(subject.value()) + ", grade by grade")
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
                        Cell.of(YearPage.capital(cell.subject().value())),
                        Cell.of(cell.to().toString()),
                        Cell.ofValue(cell.result().map(result -> result.gain().ours()), 1),
                        Cell.ofInterval(
                                cell.result().map(result -> result.gain().difference()), 1));
            }
        }
        return section.withTable(gains);
    }
}
