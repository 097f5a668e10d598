package org.iltlib.analytics.report;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.chart.Chart;
import org.iltlib.analytics.chart.Table;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/** A titled part of a page: text, key figures, charts, tables and reasons, in the order in which they are added. Immutable. */
public final class Section {
    private final String title;
    private final List<Block> blocks;

    private Section(String title, List<Block> blocks) {
        this.title = title;
        this.blocks = List.copyOf(blocks);
    }

    /** A section without content yet. */
    public static Section titled(String title) {
        return new Section(Checks.text(title, "title"), List.of());
    }

    /** A copy with a paragraph of plain text. */
    public Section withParagraph(String text) {
        return with(new Block.Paragraph(Checks.text(text, "text")));
    }

    /** A copy with a list of points; nothing is added for an empty list. */
    public Section withList(List<String> items) {
        return items.isEmpty() ? this : with(new Block.Points(List.copyOf(items)));
    }

    /** A copy with a reason to unfold: the claim, and below it the steps that led there. */
    public Section withWhy(Explanation explanation) {
        return with(new Block.Why(explanation));
    }

    /** A copy with key figures side by side; nothing is added if there are none. */
    public Section withKeyFigures(KeyFigure... figures) {
        return figures.length == 0 ? this : with(new Block.Figures(List.of(figures)));
    }

    /** A copy with a table. */
    public Section withTable(Table table) {
        return with(new Block.Tabular(table));
    }

    /** A copy with a chart, its title and caption, and its numbers to unfold. The caption may be empty. */
    public Section withFigure(Chart chart, String caption) {
        return with(new Block.Picture(chart, caption));
    }

    /** A copy with a sentence or two set off from the rest. */
    public Section withCallout(Tone tone, String text) {
        return with(new Block.Callout(tone, Checks.text(text, "text")));
    }

    /** The title. */
    public String title() {
        return title;
    }

    List<Block> blocks() {
        return blocks;
    }

    private Section with(Block block) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(block);
        return new Section(title, more);
    }
}
