package org.iltlib.examples.item;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.analytics.chart.HeatMap;
import org.iltlib.analytics.chart.IntervalPlot;
import org.iltlib.analytics.chart.ScatterPlot;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.measurement.fairness.DifClass;
import org.iltlib.analytics.measurement.fairness.ItemFairness;
import org.iltlib.analytics.measurement.item.DistractorTable;
import org.iltlib.analytics.measurement.item.ItemLimits;
import org.iltlib.analytics.measurement.item.ItemReport;
import org.iltlib.analytics.report.KeyFigure;
import org.iltlib.analytics.report.Page;
import org.iltlib.analytics.report.Section;
import org.iltlib.analytics.report.Tone;
import org.iltlib.finding.Estimate;

/** The report as one page. */
public final class ItemPage {
    private final ItemFindings findings;
    private final ItemTables tables;

    private ItemPage(ItemFindings findings) {
        this.findings = findings;
        this.tables = new ItemTables(findings);
    }

    /** The page. */
    public static String of(ItemFindings findings) {
        return new ItemPage(findings).toHtml();
    }

    private String toHtml() {
        Page page = Page.titled("How the items of this test work")
                .withSubtitle(tables.about().get(0))
                .with(first())
                .with(reliability())
                .with(items());
        if (!findings.distractors().isEmpty()) {
            page = page.with(distractors());
        }
        for (GroupReading reading : findings.groups()) {
            page = page.with(fairness(reading));
        }
        if (!findings.concepts().isEmpty()) {
            page = page.with(concepts());
        }
        return page.with(notes())
                .withFooter("Data: " + findings.options().responses().getFileName() + ", SHA-256 "
                        + findings.read().sha256().substring(0, 16) + "….")
                .withFooter("A flag asks people to look at an item; it does not decide about it.")
                .toHtml();
    }

    private Section first() {
        List<ItemReport> flagged = findings.items().stream()
                .filter(item -> !item.flags().isEmpty())
                .toList();
        Section section = Section.titled("At a glance")
                .withKeyFigures(
                        KeyFigure.of(
                                        "Reliability (alpha)",
                                        findings.consistency().reliability().alpha(),
                                        2)
                                .saying(
                                        "Of the differences between totals, the share that is not error of measurement."),
                        KeyFigure.of(
                                        "Standard error of measurement",
                                        findings.consistency()
                                                .reliability()
                                                .standardErrorOfMeasurement()
                                                .value()
                                                .map(error -> String.format(Locale.ROOT, "%.2f", error))
                                                .orElse("not known"))
                                .saying("Points by which a student's total lies off the true one, typically."),
                        KeyFigure.of(
                                        "Items to look at",
                                        flagged.size() + " of "
                                                + findings.items().size())
                                .saying("See the table of items for what and why."));
        List<String> more = tables.about();
        for (String line : more.subList(1, more.size())) {
            section = section.withParagraph(line);
        }
        double alpha = findings.consistency()
                .reliability()
                .alpha()
                .map(Estimate::value)
                .orElse(1.0);
        return alpha < 0.7
                ? section.withCallout(
                        Tone.CAUTION,
                        "The reliability is below .70: groups can be described by this test, but no decision about a"
                                + " single student should rest on it.")
                : section;
    }

    private Section reliability() {
        Section section = Section.titled("Reliability").withTable(tables.reliability());
        for (String line : tables.levels()) {
            section = section.withParagraph(line);
        }
        return section;
    }

    private Section items() {
        ScatterPlot plot = ScatterPlot.titled("Difficulty and discrimination")
                .withAxes("share of points (easy to the right)", "correlation with the rest")
                .withLineAt(ItemLimits.withDefaults().weakBelow());
        IntervalPlot shares = IntervalPlot.titled("How hard the items are")
                .withUnit("share of points")
                .withDecimals(2);
        for (ItemReport item : findings.items()) {
            Optional<Estimate> difficulty = item.difficulty().value();
            Optional<Double> rest = item.itemRest().value();
            if (difficulty.isPresent() && rest.isPresent()) {
                plot = plot.with(item.name(), difficulty.get().value(), rest.get(), ItemTables.flags(item));
            }
            shares = shares.with(item.name(), item.difficulty());
        }
        return Section.titled("Items")
                .withFigure(
                        plot,
                        "Items below the dashed line hardly tell students apart. Named diamonds are to be looked at.")
                .withTable(tables.items())
                .withFigure(shares, "Points are shares of those who were given the item, lines 95% intervals.");
    }

    private Section distractors() {
        Section section = Section.titled("Wrong answers")
                .withParagraph(
                        "From the lowest fifth of students to the highest, the right answer should gain and every"
                                + " wrong answer lose. “With rest” is the correlation of choosing an answer with the rest of the"
                                + " test; a wrong answer above 0 attracts the able.");
        for (DistractorTable chosen : findings.distractors()) {
            section = section.withTable(tables.distractors(chosen));
        }
        return section;
    }

    private Section fairness(GroupReading reading) {
        String title = "Fairness: " + reading.focal() + " compared with " + reading.reference();
        Optional<String> unknown = ItemTables.unknown(reading);
        if (unknown.isPresent()) {
            return Section.titled(title).withParagraph(unknown.get());
        }
        IntervalPlot plot = IntervalPlot.titled("Differential functioning of items")
                .withUnit("delta")
                .withDecimals(2)
                .withReference(0, "no difference");
        for (ItemFairness item : reading.items()) {
            plot = plot.with(item.item(), item.mantelHaenszel().map(found -> found.delta()));
        }
        long large = reading.items().stream()
                .filter(item -> item.dif().orElse(DifClass.A) != DifClass.A)
                .count();
        return Section.titled(title)
                .withParagraph("Students of both groups with the same total are compared on each item. Left of the line"
                        + " the item is harder for " + reading.focal() + " than its total lets one expect. "
                        + (large == 0
                                ? "No item is of class B or C."
                                : large + (large == 1 ? " item is" : " items are") + " of class B or C: to be read by"
                                        + " people of both groups before anything is decided."))
                .withFigure(plot, "Mantel–Haenszel; lines are 95% intervals.")
                .withTable(tables.fairness(reading));
    }

    private Section concepts() {
        IntervalPlot plot = IntervalPlot.titled("Share of points by concept")
                .withUnit("share of points")
                .withDecimals(2);
        for (ConceptReading reading : findings.concepts()) {
            plot = plot.with(reading.concept(), reading.score());
        }
        Section section = Section.titled("Concepts")
                .withParagraph("An item that needs two concepts counts for both. Intervals take responses as"
                        + " independent, and so are a little too narrow.")
                .withFigure(plot, "Over all responses to the items of a concept.")
                .withTable(tables.concepts());
        for (Table table : tables.mastery().stream().toList()) {
            section = section.withTable(table);
        }
        for (String line : tables.diagnosis()) {
            section = section.withParagraph(line);
        }
        for (HeatMap map : tables.grid().stream().toList()) {
            section = section.withFigure(map, "Groups below ten, and those that would give them away, are withheld.");
        }
        return section;
    }

    private static Section notes() {
        return Section.titled("How it was computed")
                .withList(List.of(
                        "Difficulty is the share of points among those who have a response, with Wilson's interval for"
                                + " items scored 0 or 1 and Student's otherwise.",
                        "Item–rest is the correlation of an item with the share of points on the other items that the"
                                + " student has; with nothing missing that is the corrected point-biserial.",
                        "Upper–lower is the difference in difficulty between the upper and the lower 27% of students.",
                        "Reliability uses the students with points on every item; alpha has Feldt's interval.",
                        "Delta is −2.35 times the logarithm of the Mantel–Haenszel odds ratio; p-values are adjusted for"
                                + " the number of items by Benjamini and Hochberg."));
    }
}
