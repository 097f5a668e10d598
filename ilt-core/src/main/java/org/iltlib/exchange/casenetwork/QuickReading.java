package org.iltlib.exchange.casenetwork;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
final class QuickReading {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x80 * ONES;
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
    private final ObjectReading objects;
    private final int longest;
    private final Names items = new Names(CaseShape.ITEM);
    private final Names associations = new Names(CaseShape.ASSOCIATION);
    private final Names links = new Names(CaseShape.LINK);
    private final long[] uuid = new long[2];
    private final Seen link = new Seen();
    private byte[] bytes;
    private byte[] unescaped = new byte[1 << 10];
    private int at;
    private int end;
    private boolean ranOut;
    private byte[] text;
    private int start;
    private int length;
    private int idAt;
    private long values;

    QuickReading(Window window, RowEncoder row, ObjectReading objects, int longest) {
        this.window = window;
        this.row = row;
        this.objects = objects;
        this.longest = longest;
        this.bytes = window.bytes();
        this.text = bytes;
    }

    /**
     * Takes the object at which the window stands, which moves behind it; or takes nothing, and the window stays.
     *
     * @param here what was seen of it
     * @return how many values were in it, or -1 if it was not taken
     */
    long read(CaseShape shape, Seen here) throws IOException {
        do {
            bytes = window.bytes();
            at = window.at();
            end = window.end();
            ranOut = false;
            bytes[end] = '"';
            values = 0;
            row.begin();
            objects.begin();
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

    /** The next byte that is not blank. */
    private byte next() {
        while (at < end) {
            byte here = bytes[at];
            if (here != ' ' && here != '\n' && here != '\r' && here != '\t') {
                return here;
            }
            at++;
        }
        ranOut = true;
        return 0;
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

    /** The text that begins here; its bytes are then in {@link #text}. */
    private boolean string() {
        int i = at + 1;
        boolean high = false;
        while (true) {
            if (i > end) {
                ranOut = true;
                return false;
            }
            long eight = (long) LONGS.get(bytes, i);
            long quote = eight ^ '"' * ONES;
            long escape = eight ^ '\\' * ONES;
            long stop = ((quote - ONES & ~quote) | (escape - ONES & ~escape) | (eight - ' ' * ONES & ~eight)) & HIGHS;
            if (stop != 0) {
                int more = Long.numberOfTrailingZeros(stop) >>> 3;
                high |= (eight & HIGHS & (1L << (more * 8)) - 1) != 0;
                i += more;
                break;
            }
            high |= (eight & HIGHS) != 0;
            i += 8;
        }
        if (i >= end) {
            ranOut = true;
            return false;
        }
        if (bytes[i] == '"') {
            text = bytes;
            start = at + 1;
            length = i - start;
            at = i + 1;
        } else if (bytes[i] != '\\' || !unescape()) {
            return false;
        } else {
            high = true;
        }
        return length <= longest && (!high || isUtf8());
    }

    private boolean unescape() {
        int size = 0;
        for (int i = at + 1; i < end; i++) {
            byte one = bytes[i];
            if (one == '"') {
                text = unescaped;
                start = 0;
                length = size;
                at = i + 1;
                return true;
            }
            if (one >= 0 && one < ' ') {
                return false;
            }
            if (one == '\\') {
                switch (bytes[++i]) {
                    case '/' -> one = '/';
                    case '"' -> one = '"';
                    case '\\' -> one = '\\';
                    case 'n' -> one = '\n';
                    case 't' -> one = '\t';
                    case 'r' -> one = '\r';
                    default -> {
                        return false;
                    }
                }
            }
            if (size == unescaped.length) {
                unescaped = Arrays.copyOf(unescaped, size * 2);
            }
            unescaped[size++] = one;
        }
        ranOut = true;
        return false;
    }

    private boolean isUtf8() {
        int i = start;
        int stop = start + length;
        while (i < stop) {
            int lead = text[i++];
            if (lead >= 0) {
                continue;
            }
            int more = lead >= (byte) 0xF0 ? 3 : lead >= (byte) 0xE0 ? 2 : 1;
            int point = lead & 0x3F >> more;
            if (lead < (byte) 0xC2 || lead > (byte) 0xF4 || i + more > stop) {
                return false;
            }
            for (int k = 0; k < more; k++) {
                if ((text[i] & 0xC0) != 0x80) {
                    return false;
                }
                point = point << 6 | text[i++] & 63;
            }
            boolean tooLong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
            if (tooLong || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) {
                return false;
            }
        }
        return true;
    }

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
            if ((first == 'o' || first == 'd' || first == 'c') && objects.isPlaceholder(string(text))) {
                return false;
            }
        }
        row.utf8Here(text, start, length);
        return true;
    }

    private String string(byte[] from) {
        return new String(from, start, length, StandardCharsets.UTF_8);
    }

    private boolean value(Known known) {
        if (length == Uuids.LENGTH && text[start + 8] == '-') {
            return false;
        }
        switch (known.kind) {
            case TEXT -> {
                if (known.member == CaseMember.HUMAN_CODING_SCHEME) {
                    objects.code = row.utf8(text, start, length, true);
                    objects.longCode = objects.code < 0 ? string(text) : null;
                } else if (known.member == CaseMember.FULL_STATEMENT) {
                    objects.marked = isMarked();
                    row.utf8(text, start, length, false);
                    return !isBlank();
                } else {
                    row.utf8(text, start, length, false);
                }
                return true;
            }
            case DATE_TIME -> {
                byte last = length < 20 ? 0 : text[start + length - 1];
                boolean zone = last == 'Z'
                        || (length >= 25
                                && text[start + length - 3] == ':'
                                && (text[start + length - 6] == '+' || text[start + length - 6] == '-'));
                row.utf8(text, start, length, true);
                return zone;
            }
            case DATE -> {
                row.utf8(text, start, length, true);
                return length == 10 && text[start + 4] == '-' && text[start + 7] == '-';
            }
            case ASSOCIATION_TYPE -> {
                for (int i = 0; i < TYPES.size(); i++) {
                    byte[] name = TYPES.get(i);
                    if (name.length == length && Bytes.same(name, 0, text, start, length)) {
                        objects.type = i;
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
                return Repairs.hasMarkup(string(text));
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
                    objects.origin.take(link);
                } else if (known.member == CaseMember.DESTINATION_NODE_URI) {
                    objects.destination.take(link);
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
        objects.band |= known.member == CaseMember.EDUCATION_LEVEL && (band || count > 1);
        return true;
    }
}
