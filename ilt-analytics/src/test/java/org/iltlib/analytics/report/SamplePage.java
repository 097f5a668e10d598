package org.iltlib.analytics.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.iltlib.analytics.chart.BarChart;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.FlowDiagram;
import org.iltlib.analytics.chart.IntervalPlot;
import org.iltlib.analytics.chart.LineChart;
import org.iltlib.analytics.chart.PairDiagram;
import org.iltlib.analytics.chart.RunChart;
import org.iltlib.analytics.chart.Series;
import org.iltlib.analytics.chart.StripPlot;
import org.iltlib.analytics.chart.Table;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.finding.Estimate;

/** A page with one of everything, to look at: {@code java … SamplePage out.html}. Its numbers are made up. */
public final class SamplePage {
    static final Measured<Estimate> WITHHELD = Measured.suppressed(SuppressionReason.SMALL_GROUP, "at least 10");

    private SamplePage() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), page().toHtml());
    }

    static Measured<Estimate> around(double value, double half, long n) {
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(value - half)
                .upper(value + half)
                .level(0.95)
                .n(n)
                .unit("points")
                .method("mean, Student t interval")
                .build());
    }

    static IntervalPlot results() {
        IntervalPlot plot = IntervalPlot.titled("Reading by grade and group")
                .withUnit("scale score points")
                .withKey("this school, 95% interval", "all other schools")
                .withReference(520, "mean of all grade 1 students");
        String[] grades = {"Kindergarten", "Grade 1", "Grade 2", "Grade 3"};
        for (int g = 0; g < 4; g++) {
            plot = plot.withHeading(grades[g])
                    .with("No free lunch", around(448 + 55 * g, 9 - g, 41), around(443 + 56 * g, 1, 900))
                    .with("Free lunch", g == 2 ? WITHHELD : around(428 + 52 * g, 12, 22), around(430 + 54 * g, 1, 800));
        }
        return plot;
    }

    static LineChart growth() {
        Series school = Series.named("This school");
        Series others = Series.named("The other 79 schools");
        Series small = Series.named("Students with free lunch, this school");
        String[] grades = {"K", "Grade 1", "Grade 2", "Grade 3"};
        for (int g = 0; g < 4; g++) {
            school = school.with(grades[g], around(440 + 58 * g - 4 * g * g, 8, 60));
            others = others.with(grades[g], around(436 + 62 * g - 6 * g * g, 2, 4000));
            small = small.with(grades[g], g == 2 ? WITHHELD : around(425 + 56 * g - 4 * g * g, 13, 20));
        }
        return LineChart.titled("Reading from kindergarten to grade 3")
                .withUnit("points")
                .with(school)
                .with(others)
                .with(small);
    }

    static BarChart vote() {
        Series first = Series.named("First round");
        Series second = Series.named("Second round, as amended");
        int[][] votes = {{0, 0, 1, 2, 3, 1}, {0, 0, 0, 1, 3, 3}};
        for (int i = 0; i < 6; i++) {
            first = first.with(Integer.toString(i), votes[0][i]);
            second = second.with(Integer.toString(i), votes[1][i]);
        }
        return BarChart.titled("Fist to five").withUnit("members").with(first).with(second);
    }

    static StripPlot standing() {
        StripPlot plot = StripPlot.titled("Growth of all 80 schools, kindergarten to grade 3")
                .withUnit("points gained")
                .highlighting("School 51");
        for (int i = 1; i <= 80; i++) {
            plot = plot.with("School " + i, 178 + (i * 37 % 80) / 80.0 * 20 - (i * 53 % 80) / 80.0 * 24);
        }
        return plot;
    }

    static PairDiagram pairs() {
        return PairDiagram.titled("Mentors and the teachers they support")
                .withHeads("Mentor", "First three years")
                .with("Teacher 51-204, grade 2, 19 years", "Teacher 51-117, grade 2, year 1", "87 points")
                .with("Teacher 51-204, grade 2, 19 years", "Teacher 51-121, grade 1, year 3", "61 points")
                .with("Teacher 51-301, grade 3, 12 years", "Teacher 51-309, grade 3, year 2", "79 points")
                .withUnpaired("Teacher 51-012, kindergarten, year 1");
    }

    static FlowDiagram trace() {
        return FlowDiagram.titled("From the rows to the impact and back")
                .with("data", "Evidence", "26,796 rows, frozen")
                .with("gap", "Findings", "Gap by free lunch, grade 1 reading")
                .with("growth", "Findings", "Growth below the others in grade 2")
                .with("need", "Need", "Reading in grade 1 for students with free lunch")
                .with("a", "Proposal", "Small groups, four times a week")
                .with("b", "Proposal", "Keep as it is")
                .with("decision", "Decision", "Small groups, as amended")
                .with("c1", "Commitments", "Timetable by 1 September")
                .with("c2", "Commitments", "Two mentor pairs")
                .with("follow", "Follow-up", "Grade 2 results of the same students")
                .with("impact", "Impact", "Small classes: randomised")
                .withLink("data", "gap")
                .withLink("data", "growth")
                .withLink("gap", "need")
                .withLink("growth", "need")
                .withLink("need", "a")
                .withLink("need", "b")
                .withLink("a", "decision")
                .withLink("b", "decision")
                .withLink("decision", "c1")
                .withLink("decision", "c2")
                .withLink("c1", "follow")
                .withLink("c2", "follow")
                .withLink("follow", "impact")
                .withLink("data", "impact")
                .withFocus("decision");
    }

    static IntervalPlot effects() {
        return IntervalPlot.titled("What small classes add, within schools")
                .withUnit("points, small minus regular")
                .withReference(0, "no effect")
                .with("Reading, kindergarten", around(5.9, 1.9, 5789))
                .with("Reading, grade 1", around(11.4, 3.3, 6395))
                .with("Mathematics, kindergarten", around(8.2, 2.7, 5871))
                .with("Mathematics, grade 1", around(9.9, 2.4, 6598));
    }

    static RunChart run() {
        RunChart chart = RunChart.titled("Small groups held each week")
                .withUnit("sessions")
                .withDecimals(0)
                .withLimits(4, 9, 14);
        int[] held = {8, 9, 7, 10, 9, 12, 11, 15, 13, 16, 14, 17};
        for (int i = 0; i < 12; i++) {
            chart = i == 6 ? chart.withPhase("after the review") : chart;
            chart = i == 4
                    ? chart.with("Week 5", Measured.missing(MissingReason.NOT_COLLECTED))
                    : chart.with("Week " + (i + 1), held[i]);
        }
        return chart;
    }

    static Page page() {
        Explanation why = Explanation.of("Reading in grade 1 is the largest supported need.")
                .because(Explanation.of("The gap by free lunch is 24.0 points.").because("448.0 minus 424.0, n = 63."))
                .because("The interval, 9.2 to 38.8, excludes zero.");
        return Page.titled("One year at School 51")
                .withSubtitle(
                        "What the instructional leadership team saw, decided and did, and what came of it. 1985–86, kindergarten to grade 3.")
                .with(Section.titled("Where we stand")
                        .withParagraph(
                                "Reading grew in every grade. Students with free lunch start lower and stay lower; the distance is widest in grade 1.")
                        .withKeyFigures(
                                KeyFigure.of("Reading, grade 1", around(521.3, 7.4, 63), 1)
                                        .saying("Level with the other schools."),
                                KeyFigure.of("Free lunch, grade 2", WITHHELD, 1)
                                        .saying("The group is too small to show."),
                                KeyFigure.of("Rank in growth", "31 of 80").saying("In the better half."))
                        .withFigure(
                                results(),
                                "Points are means, lines 95% intervals. Groups of fewer than ten are withheld.")
                        .withFigure(standing(), "Each dot is a school.")
                        .withWhy(why))
                .with(Section.titled("How students grew")
                        .withFigure(growth(), "The same students, seen twice or more.")
                        .withCallout(Tone.STRENGTH, "Growth in kindergarten is above that of nine schools in ten."))
                .with(Section.titled("What we decided")
                        .withFigure(vote(), "Zero is a fist, five is full support.")
                        .withCallout(
                                Tone.CAUTION, "One member stood at two in the first round; the proposal was amended.")
                        .withTable(Table.captioned("Results behind the vote")
                                .withColumns("Grade", "Mean", "95% interval", "n")
                                .with(
                                        Cell.of("Kindergarten"),
                                        Cell.of(436.7, 1),
                                        Cell.ofNumber("429.1 to 444.3"),
                                        Cell.of(57))
                                .with(Cell.of("Grade 1"), Cell.absent(WITHHELD), Cell.of(""), Cell.of(""))))
                .with(Section.titled("Who helps whom")
                        .withFigure(pairs(), "The best assignment of mentors under the policy."))
                .with(Section.titled("Did it happen").withFigure(run(), ""))
                .with(Section.titled("What it changed")
                        .withFigure(effects(), "Classes were assigned at random.")
                        .withList(java.util.List.of(
                                "Randomised: the comparison of class sizes.", "Described: before and after.")))
                .with(Section.titled("The trace").withFigure(trace(), "Every entry cites what it rests on."))
                .withFooter("Sample numbers, made up to try the page.");
    }
}
