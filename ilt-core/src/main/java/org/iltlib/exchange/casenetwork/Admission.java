package org.iltlib.exchange.casenetwork;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.exchange.casenetwork.CaseImport.Quarantined;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.packed.Holdings;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.exchange.casenetwork.packed.TextPool;
import org.iltlib.form.Node;
import org.jspecify.annotations.Nullable;

/** Takes the items and associations that were read into the package, or sets them aside. */
final class Admission {
    private final RowEncoder row;
    private final Notes notes;
    private final CurrentObject current;
    private final Holdings holdings;
    private final @Nullable CaseVisitor visitor;
    private final SetAside setAside;
    private final BitSet codes = new BitSet();
    private final Set<String> longCodes = new HashSet<>();
    private String list = "";
    private CaseShape shape = CaseShape.ITEM;

    /** Of the associations that wait: how many values are in them, and their places in the list. */
    private final long[] waitingValues = new long[Holdings.MOST_WAITING];

    private final long[] waitingIndex = new long[Holdings.MOST_WAITING];
    private final long[] uuids = new long[6];
    private int waiting;
    private final Places itemPlaces = new Places();
    private final Places associationPlaces = new Places();

    Admission(RowEncoder row, Notes notes, CurrentObject current, TextPool pool, @Nullable CaseVisitor visitor) {
        this.row = row;
        this.notes = notes;
        this.current = current;
        this.visitor = visitor;
        this.holdings = new Holdings(pool, visitor == null);
        this.setAside = new SetAside(pool);
    }

    Holdings holdings() {
        return holdings;
    }

    /** Notes what is odd about the graph of what was taken. */
    void noteGraph(int document) {
        new GraphNotes(notes, itemPlaces, associationPlaces).write(holdings, document);
    }

    List<Quarantined> setAside() {
        return setAside.list();
    }

    /** What comes now is of that list. */
    void begin(String place, CaseShape of) {
        list = place;
        shape = of;
    }

    /** Takes the object that was read last, or sets it aside. */
    void take(Seen seen, long index) {
        CaseRule refusal = shape == CaseShape.ITEM ? item(seen, index) : association(seen, index);
        if (refusal != null) {
            quarantine(index, refusal);
        }
    }

    /** As {@link #take}, an object that was read quickly; {@link #settle} has the last word. */
    void takeQuick(Seen seen, long index, long values) {
        boolean uuidsOnly = seen.hasId && current.origin.isUuid && current.destination.isUuid;
        if (shape == CaseShape.ASSOCIATION && uuidsOnly && visitor == null) {
            uuids[0] = seen.idHigh;
            uuids[1] = seen.idLow;
            uuids[2] = current.origin.high;
            uuids[3] = current.origin.low;
            uuids[4] = current.destination.high;
            uuids[5] = current.destination.low;
            waitingValues[waiting] = values;
            waitingIndex[waiting] = index;
            waiting = holdings.addLater(row, type(), uuids);
            if (waiting == Holdings.MOST_WAITING) {
                settle();
            }
            return;
        }
        settle();
        notes.keep(values);
        take(seen, index);
    }

    /** Takes those associations that wait. */
    void settle() {
        if (waiting == 0) {
            return;
        }
        holdings.settle((value, number) -> {
            notes.keep(waitingValues[number]);
            waitingValues[number] = 0;
            setAside(waitingIndex[number], CaseRule.IDENTITY_TWICE, value);
            waitingIndex[number] = -1;
        });
        for (int i = 0; i < waiting; i++) {
            notes.keep(waitingValues[i]);
            if (waitingIndex[i] >= 0) {
                associationPlaces.add(list, waitingIndex[i]);
            }
        }
        notes.accept();
        waiting = 0;
    }

    private @Nullable CaseRule item(Seen seen, long index) {
        if (hasNoIdentity(seen)) {
            return CaseRule.NO_IDENTITY;
        }
        int node = seen.hasId ? holdings.node(seen.idHigh, seen.idLow) : holdings.node(String.valueOf(seen.oddId));
        if (!holdings.addItem(row, node)) {
            return CaseRule.IDENTITY_TWICE;
        }
        itemPlaces.add(list, index);
        boolean newCode = current.code >= 0
                ? !codes.get(current.code)
                : current.longCode == null || longCodes.add(current.longCode);
        if (current.code >= 0) {
            codes.set(current.code);
        }
        if (!newCode) {
            notes.note(CaseRule.CODE_TWICE, Disposition.KEPT, list, index, "humanCodingScheme");
        }
        notes.accept();
        if (visitor != null) {
            visitor.item(new CaseItem(fields()));
        }
        return null;
    }

    private @Nullable CaseRule association(Seen seen, long index) {
        if (hasNoIdentity(seen)) {
            return CaseRule.NO_IDENTITY;
        }
        boolean isNew = seen.hasId
                ? holdings.isNewAssociation(seen.idHigh, seen.idLow)
                : holdings.isNewAssociation(String.valueOf(seen.oddId));
        if (!isNew) {
            return CaseRule.IDENTITY_TWICE;
        }
        holdings.addAssociation(row, type(), node(current.origin), node(current.destination));
        associationPlaces.add(list, index);
        notes.accept();
        if (visitor != null) {
            visitor.association(new CaseAssociation(fields()));
        }
        return null;
    }

    private static boolean hasNoIdentity(Seen seen) {
        return !seen.hasId && (seen.oddId == null || seen.oddId.isBlank());
    }

    private int type() {
        return current.type < 0 ? Holdings.OTHER_TYPE : current.type;
    }

    private int node(CurrentObject.End end) {
        return end.isUuid ? holdings.node(end.high, end.low) : holdings.node(end.text == null ? "" : end.text);
    }

    /** Sets aside what was read last. */
    void quarantine(long index, CaseRule rule) {
        setAside(index, rule, row.decode());
    }

    private void setAside(long index, CaseRule rule, Node value) {
        notes.setAside();
        notes.note(rule, Disposition.QUARANTINED, list, index, "");
        if (visitor == null) {
            setAside.add(list + "/" + index, rule, value);
        } else {
            visitor.quarantined(new Quarantined(list + "/" + index, rule, value));
        }
    }

    private Node.Fields fields() {
        return row.decode() instanceof Node.Fields fields ? fields : new Node.Fields(Map.of());
    }
}
