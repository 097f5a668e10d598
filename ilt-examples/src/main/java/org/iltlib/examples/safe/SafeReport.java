package org.iltlib.examples.safe;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.privacy.CodedShare;
import org.iltlib.analytics.privacy.CrossTable;
import org.iltlib.analytics.privacy.Dimension;
import org.iltlib.analytics.privacy.Exposure;
import org.iltlib.analytics.privacy.PrivacyPolicy;
import org.iltlib.analytics.privacy.SafeCells;
import org.iltlib.analytics.report.Page;
import org.iltlib.analytics.report.Section;
import org.iltlib.analytics.report.Tone;
import org.iltlib.base.Measured;

/**
 * What may be shown of some tables, why the rest is not, and what a reader can prove. To readers a number withheld for
 * its own sake and one that protects another look alike.
 *
 * @param tables one table, or three: of the group, of those with the trait, of those without
 * @param cells their cells
 * @param people who is counted, in a sentence
 */
public record SafeReport(List<CrossTable> tables, SafeCells cells, String people) {
    /** Copies the tables. */
    public SafeReport {
        tables = List.copyOf(tables);
    }

    /** The numbers that may be shown. */
    public Table numbers() {
        CrossTable groups = tables.get(0);
        List<String> heads = new ArrayList<>(
                groups.dimensions().stream().map(Dimension::name).toList());
        if (showsCounts()) {
            heads.add("n");
        }
        if (tables.size() == 3) {
            if (cells.policy().countsShown()) {
                heads.add("reached");
            }
            heads.add("share");
        }
        Table table = Table.captioned(
                        "Numbers under the policy " + cells.policy().name())
                .withColumns(heads.toArray(String[]::new));
        for (List<String> codes : rows(groups.dimensions())) {
            List<Cell> row = new ArrayList<>(codes.stream().map(Cell::of).toList());
            int group = place(groups.name(codes));
            if (showsCounts()) {
                row.add(cell(cells.count(group)));
            }
            if (tables.size() == 3) {
                String name = tables.get(1).name(codes);
                if (cells.policy().countsShown()) {
                    row.add(cell(count(name)));
                }
                row.add(share(group, name));
            }
            table = table.with(row);
        }
        return table;
    }

    /** Whether counts may be printed: with shares only if the policy lets counts stand beside them. */
    private boolean showsCounts() {
        return tables.size() == 1 || cells.policy().countsShown();
    }

    private Cell share(int group, String name) {
        int cell = place(name);
        PrivacyPolicy policy = cells.policy();
        Measured<String> share;
        if (policy.countsShown()) {
            share = cells.count(group)
                    .flatMap(whole -> cells.count(cell)
                            .map(part -> policy.code(part, whole)
                                    .map(CodedShare::toString)
                                    .orElse("–")));
        } else if (cells.isWithheld(group)) {
            share = cells.count(group).map(String::valueOf);
        } else {
            share = cells.isCoded(cell) ? cells.share(cell).map(CodedShare::toString) : Measured.of("–");
        }
        return share.value().map(Cell::ofNumber).orElseGet(() -> Cell.absent(share));
    }

    private static Cell cell(Measured<Long> count) {
        return count.value().map(Cell::of).orElseGet(() -> Cell.absent(count));
    }

    private Measured<Long> count(String name) {
        return cells.count(place(name));
    }

    private int place(String name) {
        return cells.find(name).orElseThrow();
    }

    private static List<List<String>> rows(List<Dimension> dimensions) {
        List<List<String>> rows = List.of(List.of());
        for (Dimension dimension : dimensions) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> row : rows) {
                for (String code : dimension.codes()) {
                    List<String> more = new ArrayList<>(row);
                    more.add(code);
                    longer.add(more);
                }
            }
            rows = longer;
        }
        return rows;
    }

    /** Why numbers are withheld, in sentences. */
    public List<String> reasons() {
        PrivacyPolicy policy = cells.policy();
        List<String> reasons = new ArrayList<>();
        reasons.add("Policy " + policy + ".");
        reasons.add(people);
        reasons.add("Withheld for its own sake: groups below " + policy.minimumN()
                + (policy.minimumNumerator() > 0 ? ", fewer than " + policy.minimumNumerator() + " who reached" : "")
                + (policy.minimumComplement() > 0 ? ", fewer than " + policy.minimumComplement() + " who did not" : "")
                + (policy.zeroShown() ? ", but not zero." : ", zero included."));
        if (cells.withheld() == 0) {
            reasons.add("No number is withheld.");
            return reasons;
        }
        reasons.add((cells.withheld() == 1 ? "1 number is" : cells.withheld() + " numbers are")
                + " withheld; some only because others would follow from them, and which is not said.");
        reasons.add(
                cells.isCheapest()
                        ? "No other choice withholds fewer students."
                        : "None of them can be shown without another being given away; a cheaper choice may exist.");
        return reasons;
    }

    /** What the best attack proves of each number that is not shown; the verdict alone where no counts are printed. */
    public Table attack() {
        Table table = Table.captioned("What a reader can prove");
        table = showsCounts()
                ? table.withColumns("of", "at least", "at most", "verdict")
                : table.withColumns("of", "verdict");
        for (Exposure exposure : cells.attack()) {
            if (cells.isWithheld(exposure.cell())) {
                List<Cell> row = new ArrayList<>(List.of(Cell.of(exposure.name())));
                if (showsCounts()) {
                    row.add(Cell.of(exposure.least()));
                    row.add(
                            exposure.most().isPresent()
                                    ? Cell.of(exposure.most().getAsLong())
                                    : Cell.ofNumber("any number"));
                }
                row.add(Cell.of(exposure.verdict().toString()));
                table = table.with(row);
            }
        }
        return table;
    }

    /** The report as text. */
    public String text() {
        String text = numbers().toText() + "\n\n" + String.join("\n", reasons()) + "\n";
        return cells.withheld() == 0 ? text : text + "\nWhat a reader can prove:\n" + attack().toText() + "\n";
    }

    /** The report as a page of its own. */
    public Page page(String title) {
        return Page.titled(title)
                .withSubtitle(
                        "Numbers that give nobody away, under " + cells.policy().name())
                .with(Section.titled("The numbers").withTable(numbers()))
                .with(Section.titled(cells.withheld() == 0 ? "What is counted" : "Why some are withheld")
                        .withList(reasons()))
                .with(Section.titled("The attack")
                        .withCallout(
                                cells.isSafe() ? Tone.NOTE : Tone.CAUTION,
                                cells.isSafe()
                                        ? "The best attack on everything shown leaves every small number open."
                                        : "The best attack succeeds.")
                        .withTable(attack()));
    }
}
