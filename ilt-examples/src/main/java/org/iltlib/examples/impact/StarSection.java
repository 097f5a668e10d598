package org.iltlib.examples.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.chart.Chart;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.report.Section;
import org.iltlib.base.Explanation;

/**
 * One part of the report, as it goes into text and page alike.
 *
 * @param title its heading
 * @param lines what is said, sentence by sentence, perhaps with its grounds
 * @param tables what is shown
 * @param chart what is drawn
 */
record StarSection(String title, List<Explanation> lines, List<Table> tables, Optional<Chart> chart) {
    StarSection {
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
    }

    static StarSection titled(String title) {
        return new StarSection(title, List.of(), List.of(), Optional.empty());
    }

    StarSection with(String line) {
        return with(Explanation.of(line));
    }

    StarSection with(Explanation line) {
        List<Explanation> longer = new ArrayList<>(lines);
        longer.add(line);
        return new StarSection(title, longer, tables, chart);
    }

    StarSection with(Table table) {
        List<Table> longer = new ArrayList<>(tables);
        longer.add(table);
        return new StarSection(title, lines, longer, chart);
    }

    StarSection with(Chart newChart) {
        return new StarSection(title, lines, tables, Optional.of(newChart));
    }

    String text() {
        StringBuilder text = new StringBuilder(title).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        tables.forEach(table -> text.append('\n')
                .append(table.caption())
                .append('\n')
                .append(table.toText())
                .append('\n'));
        return text.toString();
    }

    Section section() {
        Section section = Section.titled(title);
        for (Explanation line : lines) {
            section = line.steps().isEmpty() ? section.withParagraph(line.claim()) : section.withWhy(line);
        }
        if (chart.isPresent()) {
            section = section.withFigure(chart.get(), "Lines are 95% intervals.");
        }
        for (Table table : tables) {
            section = section.withTable(table);
        }
        return section;
    }
}
