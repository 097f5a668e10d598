package org.iltlib.examples.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.iltlib.analytics.alignment.ContentMatrix;
import org.iltlib.analytics.alignment.PrerequisiteGraph;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.analytics.alignment.blueprint.Blueprint;
import org.iltlib.analytics.alignment.blueprint.BlueprintReading;
import org.iltlib.analytics.alignment.panel.PanelAgreement;
import org.iltlib.analytics.alignment.panel.PorterReport;
import org.iltlib.analytics.chart.FlowDiagram;
import org.iltlib.analytics.chart.HeatMap;
import org.iltlib.analytics.chart.IntervalPlot;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.report.KeyFigure;
import org.iltlib.analytics.report.Page;
import org.iltlib.analytics.report.Section;
import org.iltlib.analytics.report.Tone;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.StandardId;
import org.iltlib.finding.Estimate;

/** The report as one page of HTML. */
public final class AlignPage {
    private static final int MOST_IN_STAGE = 6;

    private final AlignFindings findings;
    private final AlignTables tables;

    private AlignPage(AlignFindings findings) {
        this.findings = findings;
        this.tables = new AlignTables(findings);
    }

    /** The page. */
    public static String of(AlignFindings findings) {
        return new AlignPage(findings).toHtml();
    }

    private String toHtml() {
        Page page = Page.titled("Standards and assessment")
                .withSubtitle(findings.framework().title())
                .with(first());
        if (findings.blueprint().isPresent() || findings.assessed().isPresent()) {
            page = page.with(content());
        }
        page = page.with(coverage());
        if (!findings.gaps().isEmpty()) {
            page = page.with(gaps());
        }
        if (findings.agreement().isPresent()) {
            page = page.with(panel(findings.agreement().get()));
        }
        if (findings.progression().isPresent()) {
            page = page.with(progression(findings.progression().get()));
        }
        return page.with(notes())
                .withFooter("Data: " + findings.options().source().getFileName()
                        + ". The statements of standards belong to" + " their publishers.")
                .withFooter("A gap or a rank asks people to look; it decides nothing.")
                .toHtml();
    }

    private Section first() {
        Section section = Section.titled("At a glance");
        for (String line : tables.about()) {
            section = section.withParagraph(line);
        }
        int asked = findings.domains().stream()
                .mapToInt(AlignFindings.Domain::asked)
                .sum();
        int all = findings.domains().stream()
                .mapToInt(AlignFindings.Domain::standards)
                .sum();
        List<KeyFigure> figures = new ArrayList<>();
        if (findings.alignment().isPresent()) {
            if (findings.plan().isPresent()) {
                BlueprintReading plan = findings.plan().get();
                int planned = plan.standardsPlanned().size();
                figures.add(KeyFigure.of(
                                "Planned standards asked for",
                                planned - plan.standardsWithout().size() + " of " + planned)
                        .saying("Standards below a topic of the blueprint that at least one agreed item asks for."));
            } else {
                figures.add(KeyFigure.of("Standards asked for", asked + " of " + all)
                        .saying("By at least one item on which more than half of its raters agree."));
            }
        }
        findings.porter()
                .ifPresent(porter -> figures.add(KeyFigure.of("Alignment index", porter.index(), 2)
                        .saying("1 if items and blueprint have the same shares of topic and demand, 0 if nothing in"
                                + " common.")));
        findings.agreement()
                .ifPresent(panel -> figures.add(KeyFigure.of(
                                "Raters agree on the objective",
                                panel.objective()
                                        .value()
                                        .map(share -> AlignTables.share(share) + " of pairs")
                                        .orElse(panel.objective().toString()))
                        .saying("No figure on this page is surer than that.")));
        return section.withKeyFigures(figures.toArray(KeyFigure[]::new));
    }

    private Section content() {
        Section section = Section.titled("Topic by demand");
        if (findings.blueprint().isPresent()) {
            section = section.withFigure(
                    heat("What the blueprint plans", findings.blueprint().get().matrix()),
                    "Shares of the weight of the blueprint.");
        }
        if (findings.assessed().isPresent()) {
            section = section.withFigure(
                    heat("What the items ask for", findings.assessed().get()),
                    "Shares of all hits of all raters that have a demand; a hit ties an item to a standard. An item that fits"
                            + " nothing is a hit off the blueprint.");
        }
        if (findings.porter().isPresent()) {
            section = section.withList(tables.index(findings.porter().get()));
        }
        if (findings.plan().isPresent() && findings.alignment().isPresent()) {
            section = section.withTable(tables.plan(findings.plan().get()))
                    .withList(tables.off(findings.plan().get()));
        }
        return section;
    }

    private HeatMap heat(String title, ContentMatrix matrix) {
        Ratio total = matrix.total();
        HeatMap map = HeatMap.titled(title)
                .withUnit("share")
                .withDecimals(2)
                .withColumns(matrix.scale().levels());
        List<List<Measured<Estimate>>> rows = new ArrayList<>();
        for (String topic : matrix.topics()) {
            List<Measured<Estimate>> cells = new ArrayList<>();
            for (int level = 1; level <= matrix.scale().levels().size(); level++) {
                Ratio cell = matrix.cell(topic, level);
                if (total.isZero()) {
                    cells.add(Measured.missing(MissingReason.NOT_COLLECTED, "no hit with a demand"));
                } else {
                    double share = cell.dividedBy(total).toDouble();
                    cells.add(exact(share, "share of the weight"));
                }
            }
            rows.add(cells);
        }
        map = map.withRange(0, darkest());
        for (int i = 0; i < rows.size(); i++) {
            String topic = matrix.topics().get(i);
            map = map.with(
                    PorterReport.OFF_PLAN.equals(topic)
                            ? "off the blueprint"
                            : findings.outline().name(StandardId.of(topic)),
                    rows.get(i));
        }
        return map;
    }

    /** The largest share of a cell in either table, so that a shade means the same in both. */
    private double darkest() {
        double darkest = 0.01;
        for (ContentMatrix matrix : Stream.concat(
                        findings.blueprint().map(Blueprint::matrix).stream(), findings.assessed().stream())
                .toList()) {
            for (Ratio cell : matrix.total().isZero() ? List.<Ratio>of() : matrix.listCells()) {
                darkest = Math.max(darkest, cell.dividedBy(matrix.total()).toDouble());
            }
        }
        return darkest;
    }

    private static Measured<Estimate> exact(double value, String method) {
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(value)
                .upper(value)
                .level(0.95)
                .n(0)
                .unit("share")
                .method(method)
                .build());
    }

    private Section coverage() {
        Section section = Section.titled("Coverage by domain");
        if (findings.alignment().isPresent()) {
            IntervalPlot chart = IntervalPlot.titled("Share of standards asked for")
                    .withUnit("share")
                    .withDecimals(2)
                    .withRange(0, 1);
            for (AlignFindings.Domain domain : tables.shown()) {
                chart = chart.with(
                        findings.outline().name(domain.domain()),
                        exact((double) domain.asked() / domain.standards(), "share of standards"));
            }
            if (!tables.shown().isEmpty()) {
                section = section.withFigure(
                        chart,
                        "Standards that some item asks for, in the eyes of more than half of its raters. Domains that neither"
                                + " blueprint nor items touch are left out.");
            }
        }
        section = section.withTable(tables.domains());
        return tables.folded().isEmpty() ? section : section.withParagraph(tables.folded());
    }

    private Section gaps() {
        Section section = Section.titled("Gaps, ranked")
                .withParagraph("First come standards of topics that the blueprint weighs most, then those on which most"
                        + " other standards rest.")
                .withTable(tables.gaps());
        return tables.moreGaps().isEmpty() ? section : section.withParagraph(tables.moreGaps());
    }

    private Section panel(PanelAgreement panel) {
        Section section = Section.titled("The raters").withTable(tables.agreement(panel));
        if (findings.webb().isPresent()) {
            section = section.withTable(tables.webb(findings.webb().get()))
                    .withParagraph("Verdicts stand in the order of the columns before them. The demand of a standard is"
                            + " the lowest that the blueprint plans for its topic.");
            if (!findings.webb().get().uncodable().isEmpty()) {
                section = section.withCallout(
                        Tone.CAUTION,
                        "Uncodable for at least one rater: "
                                + String.join(
                                        ", ", findings.webb().get().uncodable().keySet()) + ".");
            }
        }
        return section;
    }

    private Section progression(AlignFindings.Progression read) {
        Section section = Section.titled("What " + findings.outline().name(read.chosen()) + " rests on")
                .withParagraph(Outline.cut(read.chosen().statement(), 400))
                .withFigure(
                        diagram(read),
                        "Two steps back and two on; of each stage at most " + MOST_IN_STAGE
                                + ", those on which most rests. From a part to its whole counts as a step.")
                .withParagraph(tables.progression(read));
        Table back = tables.backReach(read);
        return back.rows().isEmpty() ? section : section.withTable(back);
    }

    private FlowDiagram diagram(AlignFindings.Progression read) {
        PrerequisiteGraph graph = read.graph();
        StandardId chosen = read.chosen().id();
        Set<StandardId> here = new LinkedHashSet<>(List.of(chosen));
        Set<StandardId> before = near(graph, here, true, Set.of(chosen));
        Set<StandardId> earlier = near(graph, before, true, both(here, before));
        Set<StandardId> after = near(graph, here, false, both(before, both(here, earlier)));
        Set<StandardId> later = near(graph, after, false, both(both(here, after), both(before, earlier)));
        Map<String, Set<StandardId>> stages = new LinkedHashMap<>();
        stages.put("two steps before", earlier);
        stages.put("one step before", before);
        stages.put("the standard", here);
        stages.put("one step after", after);
        stages.put("two steps after", later);
        FlowDiagram diagram =
                FlowDiagram.titled("Progression around " + findings.outline().name(read.chosen()));
        for (Map.Entry<String, Set<StandardId>> stage : stages.entrySet()) {
            for (StandardId one : stage.getValue()) {
                diagram = diagram.with(
                        one.value(), stage.getKey(), findings.outline().name(one));
            }
        }
        List<Set<StandardId>> order = List.copyOf(stages.values());
        for (int i = 1; i < order.size(); i++) {
            for (StandardId to : order.get(i)) {
                for (StandardId from : graph.listNeeds(to)) {
                    if (order.get(i - 1).contains(from)) {
                        diagram = diagram.withLink(from.value(), to.value());
                    }
                }
            }
        }
        return diagram.withFocus(chosen.value());
    }

    private static Set<StandardId> both(Set<StandardId> one, Set<StandardId> other) {
        Set<StandardId> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** The neighbours on one side, without those that are drawn already; at most six, those on which most rests. */
    private static Set<StandardId> near(
            PrerequisiteGraph graph, Set<StandardId> from, boolean back, Set<StandardId> drawn) {
        Set<StandardId> found = new LinkedHashSet<>();
        for (StandardId one : from) {
            found.addAll(back ? graph.listNeeds(one) : graph.listNeededBy(one));
        }
        found.removeAll(drawn);
        List<StandardId> most = found.stream()
                .sorted(Comparator.comparingInt(
                        (StandardId id) -> -graph.listDescendants(id).size()))
                .limit(MOST_IN_STAGE)
                .toList();
        found.retainAll(most);
        return found;
    }

    private Section notes() {
        Section section = Section.titled("How it was computed")
                .withList(List.of(
                        "Domains are the deepest level of the package with at most 80 headings; parts of standards stand"
                                + " below the level on which most standards stand.",
                        "The alignment index is 1 − ½ Σ |x − y| on the shares of the cells (Porter 2002). What chance gives"
                                + " depends on what chance means, so each model is named.",
                        "Webb's criteria: six hits; half of the hits as demanding as the standard; half of the standards"
                                + " hit; a balance of .70. All comparisons are in whole numbers.",
                        "An item has the standard that more than half of its raters name; otherwise it stays open.",
                        "Where an item is tied to a standard that has parts, that standard counts as one and stands for its"
                                + " parts; otherwise what has nothing below it counts."));
        return section.withTable(tables.importReport());
    }
}
