package org.iltlib.examples.align;

import java.util.regex.Pattern;
import org.iltlib.analytics.chart.Table;

/** The report as text. */
public final class AlignText {
    /** What a title must not do to a terminal. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private AlignText() {}

    /** All sections one below the other. */
    public static String of(AlignFindings findings) {
        AlignTables tables = new AlignTables(findings);
        StringBuilder text = new StringBuilder();
        tables.about().forEach(line -> text.append(line).append('\n'));
        add(text, tables.importReport());
        add(text, tables.domains());
        if (!tables.folded().isEmpty()) {
            text.append(tables.folded()).append('\n');
        }
        findings.plan().ifPresent(plan -> {
            if (findings.alignment().isPresent()) {
                add(text, tables.plan(plan));
                tables.off(plan).forEach(line -> text.append(line).append('\n'));
            }
        });
        findings.agreement().ifPresent(panel -> add(text, tables.agreement(panel)));
        findings.webb().ifPresent(webb -> add(text, tables.webb(webb)));
        findings.porter().ifPresent(porter -> {
            text.append('\n');
            tables.index(porter).forEach(line -> text.append(line).append('\n'));
        });
        if (!findings.gaps().isEmpty()) {
            add(text, tables.gaps());
            if (!tables.moreGaps().isEmpty()) {
                text.append(tables.moreGaps()).append('\n');
            }
        }
        findings.progression().ifPresent(read -> {
            text.append('\n').append(tables.progression(read)).append('\n');
            if (!tables.backReach(read).rows().isEmpty()) {
                add(text, tables.backReach(read));
            }
        });
        return CONTROLS.matcher(text).replaceAll("\uFFFD");
    }

    private static void add(StringBuilder text, Table table) {
        text.append('\n').append(table.caption()).append('\n').append(table.toText());
        if (text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
