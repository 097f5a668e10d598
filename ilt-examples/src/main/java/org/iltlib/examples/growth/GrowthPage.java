package org.iltlib.examples.growth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.chart.IntervalPlot;
import org.iltlib.analytics.chart.Numerals;
import org.iltlib.analytics.growth.summary.GroupGrowth;
import org.iltlib.analytics.growth.summary.GroupReading;
import org.iltlib.analytics.report.KeyFigure;
import org.iltlib.analytics.report.Page;
import org.iltlib.analytics.report.Section;
import org.iltlib.analytics.report.Tone;
import org.iltlib.finding.Estimate;

/** The report as one page. */
public final class GrowthPage {
    private final GrowthFindings findings;
    private final GrowthTables tables;

    private GrowthPage(GrowthFindings findings) {
        this.findings = findings;
        this.tables = new GrowthTables(findings);
    }

    /** The page. */
    public static String of(GrowthFindings findings) {
        return new GrowthPage(findings).toHtml();
    }

    private String toHtml() {
        Page page = Page.titled("How far our students came")
                .withSubtitle(tables.about().get(0))
                .with(glance())
                .with(charts())
                .with(schools());
        List<String> students = tables.students();
        if (!students.isEmpty()) {
            page = page.with(Section.titled("Named students").withList(students));
        }
        return page.with(notes())
                .withFooter("Data: " + findings.options().scores().getFileName() + ", SHA-256 "
                        + findings.file().digest().substring(0, 16) + "….")
                .withFooter("Growth is described, not explained: nothing here says why a school's students grew.")
                .toHtml();
    }

    private List<GroupReading> shown() {
        return findings.schools().stream()
                .flatMap(school -> school.reading().value().stream())
                .toList();
    }

    private Section glance() {
        long scored = findings.cohorts().stream()
                .mapToInt(one -> one.growth().scored())
                .sum();
        KeyFigure students = KeyFigure.of("Students with a growth percentile", Long.toString(scored));
        Section section = Section.titled("At a glance");
        if (findings.isOneSchool()) {
            section = section.withKeyFigures(students);
        } else {
            long above = count(findings.mean(), true);
            long below = count(findings.mean(), false);
            section = section.withKeyFigures(
                    students,
                    KeyFigure.of("Schools clearly above the mean of all", above + " of " + shown().size())
                            .saying("The whole interval of the school's mean lies above "
                                    + Numerals.decimal(findings.mean(), 1) + ", the mean of all students here."),
                    KeyFigure.of("Schools clearly below the mean of all", below + " of " + shown().size())
                            .saying("The whole interval of the school's mean lies below it."));
        }
        section = section.withParagraph(tables.about().get(1));
        return section.withCallout(
                Tone.CAUTION,
                "The percentile of one student is rough: at the next test it may well be ten or twenty lower or"
                        + " higher. Read means of schools with their intervals, over more than one year.");
    }

    private long count(double line, boolean above) {
        return shown().stream()
                .flatMap(reading -> reading.mean().value().stream())
                .filter(mean -> above ? mean.lower() > line : mean.upper() < line)
                .count();
    }

    private Section charts() {
        Section section = Section.titled("Growth charts")
                .withParagraph("Find a score of the time before at the foot. Of a hundred students who had it, half lie"
                        + " above the thick line now, five above the upper dashed line and five below the lower.");
        for (CohortFindings one : findings.cohorts()) {
            Optional<GrowthCurves> chart = tables.curves(one);
            section = chart.isPresent()
                    ? section.withFigure(
                            chart.get(),
                            "Lines for percentiles 5, 25, 50, 75 and 95, on one earlier score, from the 2nd to the"
                                    + " 98th of a hundred students by that score. Percentiles of students rest on all"
                                    + " their earlier scores, so a dot need not lie where the percentile says.")
                    : section.withParagraph(one.name() + ": no chart, "
                            + one.growth().matrices().get(0) + ".");
        }
        return section;
    }

    private Section schools() {
        IntervalPlot plot =
                IntervalPlot.titled("Mean growth percentile by school").withUnit("percentile");
        if (!findings.isOneSchool()) {
            plot = plot.withReference(findings.mean(), "all students");
        }
        List<GroupGrowth> ordered = new ArrayList<>(findings.schools());
        ordered.sort(Comparator.<GroupGrowth>comparingDouble(GrowthPage::height)
                .reversed()
                .thenComparing(GroupGrowth::name));
        for (GroupGrowth school : ordered) {
            plot = plot.with(ShownName.brief(school.name()), school.reading().flatMap(GroupReading::mean));
        }
        boolean single = shown().stream()
                .flatMap(reading -> reading.rank().value().stream())
                .anyMatch(rank -> rank.best() == rank.worst());
        String ranks = findings.isOneSchool()
                ? "All students are of one school. It is compared with itself alone, so its mean says nothing of how it"
                        + " did against others."
                : single
                        ? "A single rank stands only where an interval lies apart from all others."
                        : "No school can be given a single rank: every interval overlaps another.";
        return Section.titled("Schools")
                .withFigure(plot, "Lines are 95% intervals. Schools whose lines overlap cannot be told apart.")
                .withParagraph(
                        findings.isOneSchool()
                                ? ranks
                                : ranks + " Small schools, and one that would give them away, are withheld.")
                .withTable(tables.schools());
    }

    private static double height(GroupGrowth school) {
        return school.reading()
                .value()
                .flatMap(reading -> reading.mean().value())
                .map(Estimate::value)
                .orElse(-1.0);
    }

    private Section notes() {
        List<String> lines =
                new ArrayList<>(tables.about().subList(2, tables.about().size()));
        lines.add("Growth percentiles are those of the SGP package: quantile regression of the newest score on cubic"
                + " B-splines of the earlier ones, a hundred quantiles, predictions sorted (Betebenner 2009).");
        lines.add("“Shrunken” draws a mean towards that of all students, the more the fewer students a school has: the"
                + " best guess of what the school would show with many students.");
        lines.add(
                findings.options().simex() > 0
                        ? "“Corrected mean” takes out what error of measurement in earlier scores does to schools whose"
                                + " students scored low or high (SIMEX)."
                        : "Schools whose students scored low before look a little worse than they are, because earlier"
                                + " scores are measured with error; --csem with --simex corrects for it.");
        lines.add("Students count as independent; a school's year is one sample of it.");
        return Section.titled("How it was computed").withList(lines);
    }
}
