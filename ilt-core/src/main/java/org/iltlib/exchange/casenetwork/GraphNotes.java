package org.iltlib.exchange.casenetwork;

import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.packed.Holdings;

/** What is odd about the graph of a package, seen as a whole. */
final class GraphNotes {
    private GraphNotes() {}

    static void write(Holdings all, int document, Notes notes) {
        int items = all.itemCount();
        int[] parents = new int[items];
        boolean[] inside = new boolean[items];
        for (int i = 0; i < all.associationCount(); i++) {
            int origin = all.itemOf(all.origin(i));
            int destination = all.itemOf(all.destination(i));
            boolean toDocument = document >= 0 && all.destination(i) == document;
            boolean fromDocument = document >= 0 && all.origin(i) == document;
            if ((origin < 0 && !fromDocument) || (destination < 0 && !toDocument)) {
                notes.note(CaseRule.DANGLING_END, Disposition.KEPT, "/CFAssociations", i, "");
            }
            if (all.type(i) == CaseGraph.CHILD && origin >= 0) {
                inside[origin] |= destination >= 0 || toDocument;
                if (parents[origin]++ > 0) {
                    notes.note(CaseRule.SEVERAL_PARENTS, Disposition.KEPT, "/CFAssociations", i, "");
                }
            }
        }
        for (int item = 0; item < items; item++) {
            if (parents[item] == 0) {
                notes.note(CaseRule.NO_EDGE_TO_DOCUMENT, Disposition.KEPT, "/CFItems", item, "");
            } else if (!inside[item]) {
                notes.note(CaseRule.ORPHAN, Disposition.KEPT, "/CFItems", item, "");
            }
        }
        for (int item : new CaseGraph(all).itemsOnCircles()) {
            notes.note(CaseRule.CIRCLE, Disposition.KEPT, "/CFItems", item, "");
        }
    }
}
