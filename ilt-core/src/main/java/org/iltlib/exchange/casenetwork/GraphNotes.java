package org.iltlib.exchange.casenetwork;

import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.packed.Holdings;

/** What is odd about the graph of a package, seen as a whole. */
final class GraphNotes {
    private final Notes notes;
    private final Places itemPlaces;
    private final Places associationPlaces;

    GraphNotes(Notes notes, Places itemPlaces, Places associationPlaces) {
        this.notes = notes;
        this.itemPlaces = itemPlaces;
        this.associationPlaces = associationPlaces;
    }

    private void item(CaseRule rule, int item) {
        notes.note(rule, Disposition.KEPT, itemPlaces.list(item), itemPlaces.index(item), "");
    }

    private void association(CaseRule rule, int association) {
        String list = associationPlaces.list(association);
        notes.note(rule, Disposition.KEPT, list, associationPlaces.index(association), "");
    }

    void write(Holdings all, int document) {
        int items = all.itemCount();
        int[] parents = new int[items];
        boolean[] inside = new boolean[items];
        for (int i = 0; i < all.associationCount(); i++) {
            int origin = all.itemOf(all.origin(i));
            int destination = all.itemOf(all.destination(i));
            boolean toDocument = document >= 0 && all.destination(i) == document;
            boolean fromDocument = document >= 0 && all.origin(i) == document;
            if ((origin < 0 && !fromDocument) || (destination < 0 && !toDocument)) {
                association(CaseRule.DANGLING_END, i);
            }
            if (all.type(i) == CaseGraph.CHILD && origin >= 0) {
                inside[origin] |= destination >= 0 || toDocument;
                if (parents[origin]++ > 0) {
                    association(CaseRule.SEVERAL_PARENTS, i);
                }
            }
        }
        for (int item = 0; item < items; item++) {
            if (parents[item] == 0) {
                item(CaseRule.NO_EDGE_TO_DOCUMENT, item);
            } else if (!inside[item]) {
                item(CaseRule.ORPHAN, item);
            }
        }
        for (int item : new CaseGraph(all).itemsOnCircles()) {
            item(CaseRule.CIRCLE, item);
        }
    }
}
