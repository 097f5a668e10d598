package org.iltlib.exchange.casenetwork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseMember.Kind;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.model.CaseVersion;
import org.iltlib.exchange.casenetwork.packed.Bytes;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.exchange.casenetwork.packed.Uuids;
import org.jspecify.annotations.Nullable;

/**
 * Reads an item or association that is exactly as it should be, straight from the bytes into a row. It understands a part
 * of JSON only, and takes nothing that it does not understand: then {@link ObjectReading} reads the object from its
 * beginning. Both give the same row and the same notes.
 */
final class QuickReading extends JsonBytes {
    private static final int ID = RowEncoder.code(CaseMember.IDENTIFIER);
    private static final int TITLE = RowEncoder.code(CaseMember.TITLE);
    private static final int URI = RowEncoder.code(CaseMember.URI);
    private static final List<byte[]> TYPES = AssociationType.listNames().stream()
            .map(name -> name.getBytes(StandardCharsets.US_ASCII))
            .toList();

    /** A member and its name between quotation marks. */
    private static final class Known {
        private final CaseMember member;
        private final int code;
        private final Kind kind;
        private final byte[] quoted;

        Known(CaseMember member) {
            this.member = member;
            this.code = RowEncoder.code(member);
            this.kind = member.kind();
            this.quoted = ("\"" + member.memberName() + "\"").getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** The members of a shape, first in the order in which they stood last time. */
    private static final class Names {
        private final Known[] expected;
        private final int count;

        Names(CaseShape shape) {
            List<Known> all = new ArrayList<>();
            for (CaseMember member : CaseMember.values()) {
                if (shape.has(member, CaseVersion.V1_1) && member.kind() != Kind.EXTENSIONS) {
                    all.add(new Known(member));
                }
            }
            expected = all.toArray(Known[]::new);
            count = expected.length;
        }
    }

    private final Window window;
    private final RowEncoder row;
    private final CurrentObject current;
    private final Names items = new Names(CaseShape.ITEM);
    private final Names associations = new Names(CaseShape.ASSOCIATION);
    private final Names links = new Names(CaseShape.LINK);
    private final long[] uuid = new long[2];
    private final Seen link = new Seen();
    private int idAt;
    private long values;

    QuickReading(Window window, RowEncoder row, CurrentObject current, int longest) {
        super(window, longest);
        this.window = window;
        this.row = row;
        this.current = current;
    }

    /**
     * Takes the object at which the window stands, which moves behind it; or takes nothing, and the window stays.
     *
     * @param here what was seen of it
     * @return how many values were in it, or -1 if it was not taken
     */
    long read(CaseShape shape, Seen here) throws IOException {
        do {
            look();
            values = 0;
            row.begin();
            current.begin();
            here.clear();
            if (object(shape == CaseShape.ITEM ? items : associations, here, false)) {
                window.moveTo(at);
                return values;
            }
        } while (ranOut && window.more());
        return -1;
    }

    private boolean object(Names names, Seen here, boolean within) {
        if (at >= end || bytes[at] != '{') {
            return false;
        }
        at++;
        row.startObject();
        int idPlace = -1;
        for (int i = 0; ; i++) {
            if (next() != '"') {
                return false;
            }
            Known known = name(names, i);
            if (known == null || !here.add(known.code)) {
                return false;
            }
            if (next() != ':') {
                return false;
            }
            at++;
            byte first = next();
            row.member(known.code);
            boolean taken;
            if (first == '"') {
                if (!string()) {
                    return false;
                }
                values++;
                if (known.code == ID) {
                    taken = identity(here, within);
                    idPlace = start;
                } else if (known.code == URI) {
                    idAt = idPlace;
                    taken = address(here, within ? 1 : 0);
                } else {
                    taken = within ? known.code == TITLE && title() : value(known);
                }
            } else {
                taken = !within && other(known, first);
            }
            if (!taken) {
                return false;
            }
            byte after = next();
            at++;
            if (after == '}') {
                row.endObject();
                return at <= end;
            }
            if (after != ',') {
                return false;
            }
        }
    }

    private @Nullable Known name(Names names, int place) {
        for (int i = place; i < names.count; i++) {
            Known one = names.expected[i];
            int size = one.quoted.length;
            if (at + size <= end && Bytes.same(one.quoted, 0, bytes, at, size)) {
                at += size;
                if (i != place) {
                    System.arraycopy(names.expected, place, names.expected, place + 1, i - place);
                    names.expected[place] = one;
                }
                return one;
            }
        }
        ranOut |= at + 64 > end;
        return null;
    }

    @SuppressWarnings("ReferenceEquality") // whether the text is still in the bytes that were read, not a copy of it
    private boolean identity(Seen here, boolean within) {
        if (text != bytes || length != Uuids.LENGTH || !Uuids.parse(bytes, start, uuid)) {
            return false;
        }
        here.hasId = true;
        here.idHigh = uuid[0];
        here.idLow = uuid[1];
        row.identity(uuid[0], uuid[1]);
        return within || Uuids.isUsual(uuid[0], uuid[1]);
    }

    /** An address that ends in the identifier of its object, which has come before. */
    private boolean address(Seen here, int slot) {
        int prefix = length - Uuids.LENGTH;
        if (!here.hasId || prefix <= 0 || idAt < 0) {
            return false;
        }
        int tail = start + prefix;
        byte last = text[tail - 1];
        boolean joined = last >= '0' && (last <= '9' || last >= 'A') && last != '_';
        if (joined || !Bytes.same(text, tail, bytes, idAt, Uuids.LENGTH)) {
            return false;
        }
        return row.ownAddress(slot, text, start, prefix);
    }

    private boolean title() {
        if (length == Uuids.LENGTH) {
            return false;
        }
        if (length <= 16 && length > 0) {
            int first = text[start] | 0x20;
            if ((first == 'o' || first == 'd' || first == 'c') && CurrentObject.isPlaceholder(textHere())) {
                return false;
            }
        }
        row.utf8Here(text, start, length);
        return true;
    }

    private boolean value(Known known) {
        if (length == Uuids.LENGTH && text[start + 8] == '-') {
            return false;
        }
        switch (known.kind) {
            case TEXT -> {
                if (known.member == CaseMember.HUMAN_CODING_SCHEME) {
                    current.code = row.utf8(text, start, length, true);
                    current.longCode = current.code < 0 ? textHere() : null;
                } else if (known.member == CaseMember.FULL_STATEMENT) {
                    current.marked = isMarked();
                    row.utf8(text, start, length, false);
                    return !isBlank();
                } else {
                    row.utf8(text, start, length, false);
                }
                return true;
            }
            case DATE_TIME -> {
                row.utf8(text, start, length, true);
                return Moments.isMoment(text, start, length);
            }
            case DATE -> {
                row.utf8(text, start, length, true);
                return Moments.isDay(text, start, length);
            }
            case ASSOCIATION_TYPE -> {
                for (int i = 0; i < TYPES.size(); i++) {
                    byte[] name = TYPES.get(i);
                    if (name.length == length && Bytes.same(name, 0, text, start, length)) {
                        current.type = i;
                        row.utf8(text, start, length, true);
                        return true;
                    }
                }
                return false;
            }
            default -> {
                return false;
            }
        }
    }

    private boolean isBlank() {
        for (int i = start; i < start + length; i++) {
            if (text[i] > ' ' || text[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isMarked() {
        for (int i = start; i < start + length; i++) {
            byte one = text[i];
            if (one == '*' || one == '<' || one == '$' || one == '\\') {
                return Repairs.hasMarkup(textHere());
            }
        }
        return false;
    }

    private boolean other(Known known, byte first) {
        switch (known.kind) {
            case INTEGER -> {
                return integer(first);
            }
            case TEXTS -> {
                return first == '[' && texts(known);
            }
            case LINK, NODE_LINK -> {
                link.clear();
                if (!object(links, link, true) || !link.hasId) {
                    return false;
                }
                if (known.member == CaseMember.ORIGIN_NODE_URI) {
                    current.origin.take(link);
                } else if (known.member == CaseMember.DESTINATION_NODE_URI) {
                    current.destination.take(link);
                }
                return known.kind == Kind.NODE_LINK || Uuids.isUsual(link.idHigh, link.idLow);
            }
            default -> {
                return false;
            }
        }
    }

    private boolean integer(byte first) {
        long value = 0;
        int from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - from < 10) {
            value = value * 10 + bytes[at++] - '0';
        }
        if (at >= end) {
            ranOut = true;
            return false;
        }
        boolean plain = at - from == 1 || (first != '0' && at > from);
        byte after = bytes[at];
        if (!plain || value > Integer.MAX_VALUE || (after != ',' && after != '}' && after > ' ')) {
            return false;
        }
        row.integer(value);
        values++;
        return true;
    }

    private boolean texts(Known known) {
        at++;
        row.startList();
        int count = 0;
        boolean band = false;
        if (next() == ']') {
            return false;
        }
        while (true) {
            if (next() != '"' || !string() || length == Uuids.LENGTH) {
                return false;
            }
            row.utf8(text, start, length, true);
            band |= length == 2 && text[start] == 'K' && text[start + 1] == 'G';
            count++;
            byte after = next();
            at++;
            if (after == ']') {
                break;
            }
            if (after != ',') {
                return false;
            }
        }
        row.endList();
        values += count;
        current.band |= known.member == CaseMember.EDUCATION_LEVEL && (band || count > 1);
        return true;
    }
}
