package org.iltlib.analytics.report;

import java.util.List;
import org.iltlib.analytics.chart.Chart;
import org.iltlib.analytics.chart.Table;
import org.iltlib.base.Explanation;

/** A part of a section. */
sealed interface Block {
    record Paragraph(String text) implements Block {}

    record Points(List<String> items) implements Block {}

    record Why(Explanation explanation) implements Block {}

    record Figures(List<KeyFigure> figures) implements Block {}

    record Tabular(Table table) implements Block {}

    record Picture(Chart chart, String caption) implements Block {}

    record Callout(Tone tone, String text) implements Block {}
}
