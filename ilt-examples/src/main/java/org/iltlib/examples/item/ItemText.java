package org.iltlib.examples.item;

import org.iltlib.analytics.chart.Table;

/** The report as text. */
public final class ItemText {
    private ItemText() {}

    /** All sections one below the other. */
    public static String of(ItemFindings findings) {
        ItemTables tables = new ItemTables(findings);
        StringBuilder text = new StringBuilder();
        tables.about().forEach(line -> text.append(line).append('\n'));
        add(text, tables.reliability());
        tables.levels().forEach(line -> text.append('\n').append(line).append('\n'));
        add(text, tables.items());
        findings.distractors().forEach(chosen -> add(text, tables.distractors(chosen)));
        findings.groups()
                .forEach(reading -> ItemTables.unknown(reading)
                        .ifPresentOrElse(
                                why -> text.append("\nFairness\n").append(why).append('\n'),
                                () -> add(text, tables.fairness(reading))));
        if (!findings.concepts().isEmpty()) {
            add(text, tables.concepts());
        }
        tables.mastery().ifPresent(table -> add(text, table));
        tables.diagnosis().forEach(line -> text.append('\n').append(line).append('\n'));
        tables.grid().ifPresent(map -> add(text, map.toTable()));
        return text.toString();
    }

    private static void add(StringBuilder text, Table table) {
        text.append('\n').append(table.caption()).append('\n').append(table.toText());
        if (text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
