package org.iltlib.examples.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.iltlib.analytics.alignment.ChanceReading;
import org.iltlib.analytics.alignment.PrerequisiteGraph;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.analytics.alignment.WebbResult;
import org.iltlib.analytics.alignment.blueprint.BlueprintReading;
import org.iltlib.analytics.alignment.blueprint.TaggedItem;
import org.iltlib.analytics.alignment.panel.PanelAgreement;
import org.iltlib.analytics.alignment.panel.PorterReport;
import org.iltlib.analytics.alignment.panel.WebbReport;
import org.iltlib.analytics.alignment.progression.BackReach;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.measurement.IntraclassCorrelation;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.finding.Estimate;

/** The tables and sentences that text and page share. */
final class AlignTables {
    static final int MOST = 20;

    private final AlignFindings findings;
    private final Outline outline;

    AlignTables(AlignFindings findings) {
        this.findings = findings;
        this.outline = findings.outline();
    }

    static String share(Ratio ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio.toDouble());
    }

    private static Cell cell(Measured<Ratio> ratio) {
        return ratio.value().map(one -> Cell.ofNumber(share(one))).orElse(Cell.of("–"));
    }

    private static Cell number(Measured<Double> value) {
        return value.value().map(one -> Cell.of(one, 2)).orElse(Cell.of("–"));
    }

    List<String> about() {
        List<String> lines = new ArrayList<>();
        lines.add(findings.framework().title() + ": "
                + findings.framework().items().size() + " items on "
                + outline.deepest() + (outline.deepest() == 1 ? " level, " : " levels, ")
                + outline.leaves().size() + " with nothing below them, "
                + findings.domains().size() + (findings.domains().size() == 1 ? " domain." : " domains."));
        findings.blueprint()
                .ifPresent(plan -> lines.add("Blueprint: " + plan.cells().size() + " lines on "
                        + plan.listTopics().size() + (plan.listTopics().size() == 1 ? " topic." : " topics.")));
        findings.agreement()
                .ifPresent(panel -> lines.add("Judgments: " + panel.raters()
                        + (panel.raters() == 1 ? " rater, " : " raters, ") + panel.items()
                        + (panel.items() == 1 ? " item" : " items") + ", round "
                        + findings.options().round() + ", scale "
                        + findings.options().scale().id() + "."));
        findings.progression()
                .ifPresent(read -> lines.add("Steps: "
                        + (read.graph().edges().size() - read.graph().parts().size())
                        + " between standards of the package"
                        + (read.unknown() == 0 ? "" : "; " + read.unknown() + " name a code that it does not have")
                        + "."));
        return lines;
    }

    Table importReport() {
        Table table = Table.captioned("What the import changed").withColumns("Rule, what became of it, first place");
        for (String line : findings.report().split("\\R", -1)) {
            if (!line.isBlank()) {
                table = table.with(Cell.of(Outline.cut(line, 160)));
            }
        }
        return table;
    }

    /** The domains that items or blueprint touch; all of them where there is neither. */
    List<AlignFindings.Domain> shown() {
        boolean any = findings.alignment().isPresent() || findings.blueprint().isPresent();
        return findings.domains().stream()
                .filter(domain -> !any || domain.touched())
                .toList();
    }

    /** What the table of domains leaves out; empty if nothing. */
    String folded() {
        int others = findings.domains().size() - shown().size();
        String by = findings.alignment().isEmpty()
                ? "not planned."
                : findings.blueprint().isEmpty() ? "not asked for." : "neither planned nor asked for.";
        return others == 0 ? "" : "And " + others + (others == 1 ? " other domain, " : " other domains, ") + by;
    }

    Table domains() {
        boolean judged = findings.alignment().isPresent();
        Table table = Table.captioned("Standards by domain");
        table = judged
                ? table.withColumns("Domain", "Standards", "Asked for", "Share", "By any rater")
                : table.withColumns("Domain", "Standards");
        for (AlignFindings.Domain domain : shown()) {
            Cell name = Cell.of(outline.name(domain.domain()));
            table = judged
                    ? table.with(
                            name,
                            Cell.of(domain.standards()),
                            Cell.of(domain.asked()),
                            Cell.ofNumber(share(Ratio.of(domain.asked(), domain.standards()))),
                            Cell.of(domain.askedByAny()))
                    : table.with(name, Cell.of(domain.standards()));
        }
        return table;
    }

    Table plan(BlueprintReading plan) {
        Table table = Table.captioned("Blueprint and items").withColumns("Topic", "Planned", "Found", "Items");
        for (BlueprintReading.Topic topic : plan.topics()) {
            table = table.with(
                    Cell.of(outline.name(topic.topic())),
                    Cell.ofNumber(share(topic.planned())),
                    Cell.ofNumber(share(topic.found())),
                    Cell.of(plan.itemsByTopic().getOrDefault(topic.topic(), 0)));
        }
        return table;
    }

    List<String> off(BlueprintReading plan) {
        List<String> lines = new ArrayList<>();
        if (findings.alignment().isEmpty()) {
            return lines;
        }
        lines.add(names("Items off the blueprint", plan.itemsOff()));
        lines.add(names("Items that fit nothing, in the eyes of more than half of the raters", plan.itemsUncodable()));
        lines.add(names("Items on which no more than half of the raters agree", plan.itemsWithoutTag()));
        lines.add(names(
                "Items on the blueprint on whose demand no more than half of the raters agree",
                plan.itemsWithoutDemand()));
        lines.add(names("Items at a demand that is not planned for their topic", plan.itemsAtUnplannedDemand()));
        return lines;
    }

    private static String names(String what, List<TaggedItem> items) {
        return what + ": "
                + (items.isEmpty()
                        ? "none."
                        : String.join(
                                        ", ",
                                        items.stream()
                                                .limit(MOST)
                                                .map(TaggedItem::item)
                                                .toList())
                                + (items.size() > MOST ? " and " + (items.size() - MOST) + " more." : "."));
    }

    Table agreement(PanelAgreement panel) {
        Table table = Table.captioned("How far the raters agree").withColumns("Measure", "Objective", "Demand");
        table = table.with(Cell.of("Share of pairs that agree"), cell(panel.objective()), cell(panel.demand()))
                .with(Cell.of("Mean kappa of pairs"), number(panel.objectiveKappa()), number(panel.demandKappa()))
                .with(Cell.of("Krippendorff's alpha"), number(panel.objectiveAlpha()), number(panel.demandAlpha()));
        for (IntraclassCorrelation.Form form : IntraclassCorrelation.Form.values()) {
            Measured<Estimate> value = panel.demandCorrelation().get(form);
            if (value != null) {
                table = table.with(
                        Cell.of("ICC, " + form.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                        Cell.of(""),
                        Cell.ofValue(value, 2));
            }
        }
        return table;
    }

    Table webb(WebbReport report) {
        Table table = Table.captioned("Webb's four criteria, means over raters")
                .withColumns(
                        "Topic",
                        "Hits",
                        "Demanding",
                        "Range",
                        "Balance",
                        "Verdicts",
                        "Pairs: objective",
                        "Pairs: demand");
        for (WebbReport.Line line : report.lines()) {
            WebbResult result = line.result();
            Optional<PanelAgreement> panel = line.agreement().value();
            String verdicts = result.hitsVerdict() + " "
                    + result.demandVerdict().map(Enum::name).value().orElse("–")
                    + " " + result.rangeVerdict() + " "
                    + result.balanceVerdict().map(Enum::name).value().orElse("–");
            table = table.with(
                    Cell.of(outline.name(line.standard())),
                    Cell.ofNumber(share(result.hits())),
                    cell(result.demand()),
                    Cell.ofNumber(share(result.range())),
                    cell(result.balance()),
                    Cell.of(verdicts),
                    panel.map(one -> cell(one.objective())).orElse(Cell.of("–")),
                    panel.map(one -> cell(one.demand())).orElse(Cell.of("–")));
        }
        return table;
    }

    List<String> index(PorterReport report) {
        List<String> lines = new ArrayList<>();
        if (!report.together().isReported()) {
            lines.add("There is no alignment index: " + report.together() + ".");
            return lines;
        }
        lines.add("Alignment index of items and blueprint: " + words(report.together()) + " by topic and demand, "
                + words(report.byTopic()) + " by topic alone, " + words(report.byDemand()) + " by demand alone.");
        report.index()
                .value()
                .ifPresent(index -> lines.add(String.format(
                        Locale.ROOT,
                        "Over raters: mean %.3f, 95%% interval %.3f to %.3f, %d raters.",
                        index.value(),
                        index.lower(),
                        index.upper(),
                        index.n())));
        if (report.offPlan() > 0) {
            lines.add("Hits off the blueprint, which take their share: " + report.offPlan() + ".");
        }
        if (report.unrated() > 0) {
            lines.add("Hits on the blueprint without a demand, which are left out: " + report.unrated() + ".");
        }
        for (ChanceReading chance : findings.chances()) {
            lines.add("Of the mean over raters: "
                    + String.join(" ", chance.explanation().toString().split("\\R\\s*", -1)));
        }
        return lines;
    }

    private static String words(Measured<Ratio> ratio) {
        return ratio.value()
                .map(one -> String.format(Locale.ROOT, "%.3f", one.toDouble()))
                .orElse(ratio.toString());
    }

    Table gaps() {
        boolean planned = findings.plan().isPresent();
        Table table = Table.captioned(
                        planned
                                ? "Planned standards that no agreed item asks for, the weightiest first"
                                : "Standards that no agreed item asks for, in the domains that items touch")
                .withColumns("Standard", "Planned share of topic", "Rests on it", "Statement");
        for (AlignFindings.Gap gap : findings.gaps().stream().limit(MOST).toList()) {
            table = table.with(
                    Cell.of(outline.name(gap.standard())),
                    planned ? Cell.ofNumber(share(gap.planned())) : Cell.of("–"),
                    findings.progression().isPresent() ? Cell.of(gap.restsOnIt()) : Cell.of("–"),
                    Cell.of(Outline.cut(gap.standard().statement(), 70)));
        }
        return table;
    }

    String moreGaps() {
        int more = findings.gaps().size() - MOST;
        return more > 0 ? "And " + more + " more." : "";
    }

    String progression(AlignFindings.Progression read) {
        PrerequisiteGraph graph = read.graph();
        StandardId id = read.chosen().id();
        return outline.name(read.chosen()) + " rests on "
                + graph.listFoundations(id).size()
                + " standards, near or far, and " + graph.listDescendants(id).size() + " rest on it. "
                + "The whole graph: longest chain "
                + Math.max(0, graph.longestChain().size() - 1) + " steps, "
                + graph.listRedundant().size() + " steps follow from others, "
                + graph.listIsolated().size()
                + " standards without any step.";
    }

    Table backReach(AlignFindings.Progression read) {
        BackReach reach = BackReach.of(read.graph(), List.of(read.chosen().id()), this::grade, Map.of());
        Table table = Table.captioned("What to go back to in earlier grades, the nearest first")
                .withColumns("Standard", "Grade", "Steps away", "Statement");
        for (BackReach.Step step : reach.steps().stream().limit(MOST).toList()) {
            table = table.with(
                    Cell.of(outline.name(step.standard())),
                    Cell.of(step.grade().code()),
                    Cell.of(step.distance()),
                    Cell.of(Outline.cut(
                            findings.framework().getStandard(step.standard()).statement(), 70)));
        }
        return table;
    }

    /** The first grade that a standard is meant for. */
    Optional<GradeLevel> grade(StandardId id) {
        return findings.framework()
                .findStandard(id)
                .map(Standard::grades)
                .flatMap(all -> all.stream().findFirst());
    }
}
