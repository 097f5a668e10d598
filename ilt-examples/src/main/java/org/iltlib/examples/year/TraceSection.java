package org.iltlib.examples.year;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.analytics.chart.FlowDiagram;
import org.iltlib.analytics.report.Section;
import org.iltlib.base.EntryId;
import org.iltlib.record.Entry;

/** The trace of the decision, drawn from the rows to the impact. */
final class TraceSection {
    private final Remembering.Result remembered;

    TraceSection(Remembering.Result remembered) {
        this.remembered = remembered;
    }

    Section trace() {
        FlowDiagram flow = FlowDiagram.titled("The trace of the decision");
        List<Entry> entries = new ArrayList<>(remembered.trace().upstream());
        entries.add(remembered.trace().entry());
        entries.addAll(remembered.trace().downstream());
        Set<EntryId> drawn = new LinkedHashSet<>();
        for (Entry entry : entries) {
            drawn.add(entry.id());
            flow = flow.with(entry.id().value(), stage(entry), label(entry));
        }
        for (Entry entry : entries) {
            for (EntryId cited : entry.cites()) {
                if (drawn.contains(cited)) {
                    flow = flow.withLink(cited.value(), entry.id().value());
                }
            }
        }
        return Section.titled("The trace")
                .withParagraph(Proposing.text(
                        "Nothing recorded is edited. %d entries are sealed, each with the digest of the one before; the store"
                                + " was closed, opened again, and the chain holds. The decision rests on %,d rows, which the"
                                + " store gave back under their digest.",
                        remembered.record().revision(), remembered.rows()))
                .withFigure(flow.withFocus(remembered.trace().entry().id().value()), "From the rows to the impact.")
                .withParagraph(
                        "Head of the chain: " + remembered.record().checkpoint().head());
    }

    private static String stage(Entry entry) {
        return switch (entry.kind()) {
            case "dataset" -> "Evidence";
            case "gap" -> "Findings";
            case "finding" -> entry.id().value().equals("finding/follow-up") ? "What came" : "Findings";
            case "need" -> "Needs";
            case "proposal", "deliberation" -> "Proposals";
            case "decision" -> "Decision";
            case "commitment" -> "Promises";
            case "commitment-update" -> "What came";
            case "impact-study" -> "Impact";
            default -> YearPage.capital(entry.kind());
        };
    }

    private String label(Entry entry) {
        if (entry.id().equals(Evidence.ROWS)) {
            return Proposing.text("%,d rows", remembered.rows());
        }
        String id = entry.id().value();
        String words = id.substring(id.indexOf('/') + 1).replace('-', ' ').replace("/done", " done");
        return entry.kind().equals("proposal") ? "proposal " + words : words;
    }
}
