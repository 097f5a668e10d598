package org.iltlib.analytics.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.Chart;
import org.iltlib.analytics.chart.Markup;
import org.iltlib.analytics.chart.Table;
import org.iltlib.base.Explanation;

/** Writes one page. */
final class HtmlWriter {
    private final Page page;
    private final Markup html = new Markup();
    private final Set<String> ids = new HashSet<>();
    private int figure;

    HtmlWriter(Page page) {
        this.page = page;
    }

    String write() {
        html.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        html.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .element("title", page.title())
                .element("style", StyleSheet.text())
                .close();
        html.open("body");
        List<String> anchors = new ArrayList<>();
        page.sections().forEach(section -> anchors.add(anchor(section.title())));
        header(anchors);
        html.open("main");
        for (int i = 0; i < anchors.size(); i++) {
            Section section = page.sections().get(i);
            html.open("section", "id", anchors.get(i), "aria-labelledby", anchors.get(i) + "-title")
                    .element("h2", section.title(), "id", anchors.get(i) + "-title");
            section.blocks().forEach(this::block);
            html.close();
        }
        html.close();
        if (!page.footer().isEmpty()) {
            html.open("footer");
            page.footer().forEach(text -> html.element("p", text));
            html.close();
        }
        html.close().close();
        return "<!DOCTYPE html>\n" + html;
    }

    private void header(List<String> anchors) {
        html.open("header").element("h1", page.title());
        if (!page.subtitle().isEmpty()) {
            html.element("p", page.subtitle(), "class", "subtitle");
        }
        if (anchors.size() > 1) {
            html.open("nav", "aria-label", "Contents").open("ol");
            for (int i = 0; i < anchors.size(); i++) {
                html.open("li")
                        .element("a", page.sections().get(i).title(), "href", "#" + anchors.get(i))
                        .close();
            }
            html.close().close();
        }
        html.close();
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            html.element("p", paragraph.text());
        } else if (block instanceof Block.Points points) {
            html.open("ul");
            points.items().forEach(item -> html.element("li", item));
            html.close();
        } else if (block instanceof Block.Why why) {
            html.open("details", "class", "why").open("summary");
            html.element("strong", "Why? ").text(why.explanation().claim()).close();
            steps(why.explanation());
            html.close();
        } else if (block instanceof Block.Figures figures) {
            html.open("div", "class", "figures");
            figures.figures().forEach(this::keyFigure);
            html.close();
        } else if (block instanceof Block.Tabular tabular) {
            table(tabular.table(), false);
        } else if (block instanceof Block.Callout callout) {
            html.open("p", "class", "callout " + callout.tone().name().toLowerCase(Locale.ROOT))
                    .element("strong", callout.tone() + ": ")
                    .text(callout.text())
                    .close();
        } else if (block instanceof Block.Picture picture) {
            picture(picture);
        }
    }

    private void steps(Explanation explanation) {
        if (explanation.steps().isEmpty()) {
            return;
        }
        html.open("ul");
        for (Explanation step : explanation.steps()) {
            html.open("li").text(step.claim());
            steps(step);
            html.close();
        }
        html.close();
    }

    private void keyFigure(KeyFigure figure) {
        boolean words = figure.value().codePointCount(0, figure.value().length()) > 12;
        html.open("div", "class", "tile")
                .element("p", figure.label(), "class", "label")
                .element("p", figure.value(), "class", words ? "value words" : "value");
        if (!figure.notes().detail().isEmpty()) {
            html.element("p", figure.notes().detail(), "class", "detail");
        }
        if (!figure.notes().sentence().isEmpty()) {
            html.element("p", figure.notes().sentence(), "class", "sentence");
        }
        html.close();
    }

    private void picture(Block.Picture picture) {
        figure++;
        String id = unused("figure-" + figure);
        Chart chart = picture.chart();
        html.open("figure", "id", id).open("figcaption").element("strong", chart.title());
        if (!picture.caption().isEmpty()) {
            html.element("span", picture.caption());
        }
        html.close();
        html.open("div", "class", "wide");
        chart.draw(html, Chart.WIDE, unused(id + "-wide"));
        html.close().open("div", "class", "narrow");
        chart.draw(html, Chart.NARROW, unused(id + "-narrow"));
        html.close();
        html.open("details", "class", "numbers").element("summary", "The numbers");
        table(chart.toTable(), true);
        html.close().close();
    }

    private void table(Table table, boolean captionHidden) {
        html.open("div", "class", "table", "tabindex", "0", "role", "region", "aria-label", table.caption())
                .open("table");
        html.element("caption", table.caption(), "class", captionHidden ? "hidden" : "shown");
        html.open("thead").open("tr");
        for (int i = 0; i < table.columns().size(); i++) {
            html.element(
                    "th", table.columns().get(i), "scope", "col", "class", isNumeric(table, i) ? "number" : "text");
        }
        html.close().close().open("tbody");
        for (List<Cell> row : table.rows()) {
            html.open("tr");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), i == 0, isNumeric(table, i));
            }
            html.close();
        }
        html.close().close().close();
    }

    private void cell(Cell cell, boolean first, boolean numeric) {
        boolean absent = cell.content() == Cell.Content.WITHHELD || cell.content() == Cell.Content.MISSING;
        String style = (numeric ? "number" : "text") + (absent ? " absent" : "");
        if (first) {
            html.element("th", cell.text(), "scope", "row", "class", style);
        } else {
            html.element("td", cell.text(), "class", style);
        }
    }

    private static boolean isNumeric(Table table, int column) {
        return table.rows().stream().anyMatch(row -> row.get(column).content() == Cell.Content.NUMBER);
    }

    /** A readable anchor made from letters and digits of the title, that nothing else on the page has. */
    private String anchor(String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return unused("s-" + (words.isEmpty() ? "section" : words));
    }

    private String unused(String wish) {
        String id = wish;
        for (int i = 2; !ids.add(id); i++) {
            id = wish + "-" + i;
        }
        return id;
    }
}
