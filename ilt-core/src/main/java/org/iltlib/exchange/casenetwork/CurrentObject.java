package org.iltlib.exchange.casenetwork;

import java.util.Locale;
import java.util.Set;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.jspecify.annotations.Nullable;

/** The object that is being read: where it stands, and what the graph and the notes need of it. */
final class CurrentObject {
    private static final int STATEMENT = RowEncoder.code(CaseMember.FULL_STATEMENT);
    private static final int CODE = RowEncoder.code(CaseMember.HUMAN_CODING_SCHEME);
    private static final int TYPE = RowEncoder.code(CaseMember.ITEM_TYPE);
    private static final int TYPE_LINK = RowEncoder.code(CaseMember.ITEM_TYPE_URI);
    private static final int OWNING_DOCUMENT = RowEncoder.code(CaseMember.DOCUMENT_URI);
    private static final int OWNING_PACKAGE = RowEncoder.code(CaseMember.PACKAGE_URI);
    private static final int SEQUENCE = RowEncoder.code(CaseMember.SEQUENCE_NUMBER);
    private static final Set<String> PLACEHOLDERS = Set.of(
            "origin",
            "destination",
            "origin node",
            "destination node",
            "document",
            "cfdocument",
            "cfpackage",
            "cfitem");

    private final Notes notes;
    private String list = "";
    private long index;

    /** The names of the members from the object to where reading stands, and how many they are; -1 before it. */
    String path = "";

    int depth = -1;

    /** How the text calls the member that is read under its right name, as a part of a pointer; null if it is the same. */
    @Nullable
    String called;

    /** The type of the association that was read last, its place among the known ones; -1 for others. */
    int type;

    /** The number of the code of the item that was read last; -1 if there is none or it is long. */
    int code;

    @Nullable
    String longCode;

    /** Whether the statement of the item that was read quickly has markup, and whether it is for several grades. */
    boolean marked;

    boolean band;

    /** The identifiers at the ends of the association that was read last. */
    final End origin = new End();

    final End destination = new End();

    /** An identifier: a UUID, or another text, or none. */
    static final class End {
        boolean isUuid;
        long high;
        long low;

        @Nullable
        String text;

        void clear() {
            isUuid = false;
            text = null;
        }

        void take(Seen link) {
            isUuid = link.hasId;
            high = link.idHigh;
            low = link.idLow;
            text = link.oddId;
        }
    }

    CurrentObject(Notes notes) {
        this.notes = notes;
    }

    /** Forgets the last object. */
    void begin() {
        type = -1;
        code = -1;
        longCode = null;
        marked = false;
        band = false;
        origin.clear();
        destination.clear();
    }

    /** The object is at that place of that list, or the value of a member if below 0. */
    void standsAt(String place, long number) {
        list = place;
        index = number;
        path = "";
        depth = -1;
        called = null;
    }

    /** The object at that place was read quickly: makes the notes. */
    void finishQuick(CaseShape shape, Seen here, String place, long number) {
        standsAt(place, number);
        if (marked) {
            note(CaseRule.MARKUP, Disposition.KEPT, "fullStatement");
        }
        if (band) {
            note(CaseRule.GRADE_BAND, Disposition.KEPT, "educationLevel");
        }
        finish(shape, here);
    }

    static boolean isPlaceholder(String title) {
        return PLACEHOLDERS.contains(title.toLowerCase(Locale.ROOT));
    }

    /** Notes what is odd about an object now that it is read. */
    void finish(CaseShape shape, Seen here) {
        if (here.hasId && here.hasAddress && (here.idHigh != here.addressHigh || here.idLow != here.addressLow)) {
            note(CaseRule.ADDRESS_OF_ANOTHER, Disposition.KEPT, "uri");
        }
        if (shape == CaseShape.ITEM) {
            finishItem(here);
        } else if (shape == CaseShape.ASSOCIATION) {
            if (!here.has(SEQUENCE)) {
                note(CaseRule.NO_SEQUENCE_NUMBER, Disposition.KEPT, "");
            }
        }
        if (here.has(OWNING_DOCUMENT)) {
            note(CaseRule.OWNER_WITHIN_PACKAGE, Disposition.KEPT, CaseMember.DOCUMENT_URI.memberName());
        }
        if (here.has(OWNING_PACKAGE)) {
            note(CaseRule.OWNER_WITHIN_PACKAGE, Disposition.KEPT, CaseMember.PACKAGE_URI.memberName());
        }
    }

    private void finishItem(Seen here) {
        if (!here.has(STATEMENT)) {
            note(CaseRule.EMPTY_STATEMENT, Disposition.KEPT, "");
        }
        if (!here.has(CODE)) {
            note(CaseRule.NO_CODE, Disposition.KEPT, "");
        }
        boolean typed = here.has(TYPE);
        boolean linked = here.has(TYPE_LINK);
        if (!typed && !linked) {
            note(CaseRule.NO_TYPE, Disposition.KEPT, "");
        } else if (!linked) {
            note(CaseRule.TYPE_WITHOUT_LINK, Disposition.KEPT, "CFItemType");
        }
    }

    /** Makes a note at that member of the object where reading stands; the name is a part of a pointer. */
    void note(CaseRule rule, Disposition disposition, String member) {
        String place = asCalled(member);
        notes.note(
                rule, disposition, list, index, path.isEmpty() || place.isEmpty() ? path + place : path + "/" + place);
    }

    /** Enters that member, whose own members come now; what to give back to {@link #leave}. */
    String[] enter(String member) {
        String[] before = {path, called};
        path = (path.isEmpty() ? "" : path + "/") + asCalled(member);
        called = null;
        return before;
    }

    /** Leaves a member. */
    void leave(String[] before) {
        path = before[0];
        called = before[1];
    }

    private String asCalled(String member) {
        if (called == null || member.isEmpty()) {
            return member;
        }
        int slash = member.indexOf('/');
        return called + (slash < 0 ? "" : member.substring(slash));
    }

    /** A name as a part of a pointer. */
    static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }
}
