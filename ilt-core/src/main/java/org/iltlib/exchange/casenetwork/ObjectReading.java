package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.Repairs.Repair;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseMember.Kind;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.exchange.casenetwork.packed.Uuids;
import org.iltlib.form.Node;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object of the standard into a row. What is as it should be goes straight from the text into the row; the rest
 * becomes a tree first, which is put right where a rule knows how.
 */
final class ObjectReading {
    private record Known(CaseMember member, int code, Kind kind) {}

    private static final Map<String, Known> KNOWN = new HashMap<>();
    /** Where a strict writer puts what the standard does not know. */
    static final String AS_READ = "ilt:asRead";

    private static final int ID = RowEncoder.code(CaseMember.IDENTIFIER);
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

    static {
        for (CaseMember member : CaseMember.values()) {
            KNOWN.put(member.memberName(), new Known(member, RowEncoder.code(member), member.kind()));
        }
    }

    private final JsonParser parser;
    private final Tokens tokens;
    private final RowEncoder row;
    private final Notes notes;
    private final List<Seen> seen = new ArrayList<>();
    private final long[] uuid = new long[2];
    private int depth = -1;
    private String list = "";
    private long index;
    private String path = "";

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

    ObjectReading(JsonParser parser, Tokens tokens, RowEncoder row, Notes notes) {
        this.parser = parser;
        this.tokens = tokens;
        this.row = row;
        this.notes = notes;
    }

    /** Reads the object at which the parser stands; it is at that place of that list, or the value of a member if below 0. */
    Seen read(CaseShape shape, String list, long index) throws IOException {
        this.list = list;
        this.index = index;
        this.path = "";
        this.depth = -1;
        begin();
        row.begin();
        return object(shape);
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

    /** The object at that place was read quickly: makes the notes. */
    void finishQuick(CaseShape shape, Seen here, String list, long index) {
        this.list = list;
        this.index = index;
        this.path = "";
        this.depth = 0;
        if (marked) {
            note(CaseRule.MARKUP, Disposition.KEPT, "fullStatement");
        }
        if (band) {
            note(CaseRule.GRADE_BAND, Disposition.KEPT, "educationLevel");
        }
        finish(shape, here);
    }

    boolean isPlaceholder(String title) {
        return PLACEHOLDERS.contains(title.toLowerCase(Locale.ROOT));
    }

    private Seen object(CaseShape shape) throws IOException {
        Seen here = enter();
        row.startObject();
        boolean empty = true;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            empty = false;
            Known known = KNOWN.get(name);
            JsonToken token = parser.nextToken();
            if (known == null) {
                other(here, name);
            } else if (!here.add(known.code)) {
                throw tokens.twice(name);
            } else {
                Kind kind = shape == CaseShape.NODE_LINK && known.code == ID ? Kind.TEXT : known.kind;
                value(shape, here, known, kind, token);
            }
        }
        if (empty) {
            notes.keep(1);
        }
        for (Seen.Deferred one : here.deferred()) {
            settle(shape, here, one);
        }
        row.endObject();
        finish(shape, here);
        depth--;
        return here;
    }

    private Seen enter() {
        if (++depth == seen.size()) {
            seen.add(new Seen());
        }
        Seen here = seen.get(depth);
        here.clear();
        return here;
    }

    private void value(CaseShape shape, Seen here, Known known, Kind kind, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            if (text(shape, here, known, kind)) {
                notes.keep(1);
                return;
            }
        } else if (token == JsonToken.START_OBJECT) {
            CaseShape within = kind == Kind.LINK || kind == Kind.NODE_LINK
                    ? CaseShape.within(known.member).orElse(CaseShape.LINK)
                    : null;
            if (within != null) {
                row.member(known.code);
                nested(within, known, "");
                return;
            }
        } else if (token == JsonToken.VALUE_NUMBER_INT && kind == Kind.INTEGER) {
            if (parser.getNumberType() == JsonParser.NumberType.INT) {
                row.member(known.code);
                row.integer(parser.getIntValue());
                notes.keep(1);
                return;
            }
        } else if (token == JsonToken.START_ARRAY
                && (kind == Kind.TEXTS || kind == Kind.LINKS || kind == Kind.OBJECTS)) {
            row.member(known.code);
            list(known, kind);
            return;
        }
        slow(here, known, kind);
    }

    private void nested(CaseShape within, Known known, String place) throws IOException {
        if (known.kind == Kind.OBJECTS) {
            tokens.take();
        }
        String before = path;
        path = (before.isEmpty() ? "" : before + "/") + known.member.memberName() + place;
        Seen link = object(within);
        if (depth == 0 && known.member == CaseMember.ORIGIN_NODE_URI) {
            origin.take(link);
        } else if (depth == 0 && known.member == CaseMember.DESTINATION_NODE_URI) {
            destination.take(link);
        }
        path = before;
    }

    private void list(Known known, Kind kind) throws IOException {
        row.startList();
        int count = 0;
        boolean band = false;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken(), count++) {
            if (token == JsonToken.VALUE_STRING && kind == Kind.TEXTS) {
                int length = parser.getTextLength();
                char[] text = parser.getTextCharacters();
                int start = parser.getTextOffset();
                row.text(text, start, length);
                band |= length == 2 && text[start] == 'K' && text[start + 1] == 'G';
                notes.keep(1);
            } else if (token == JsonToken.START_OBJECT && kind != Kind.TEXTS) {
                nested(CaseShape.within(known.member).orElse(CaseShape.LINK), known, "/" + count);
            } else {
                row.node(tokens.tree());
                notes.keep(tokens.lastValues());
                note(CaseRule.UNEXPECTED_VALUE, Disposition.KEPT, known.member.memberName() + "/" + count);
            }
        }
        if (count == 0) {
            notes.keep(1);
        }
        if (known.member == CaseMember.EDUCATION_LEVEL && (band || count > 1)) {
            note(CaseRule.GRADE_BAND, Disposition.KEPT, known.member.memberName());
        }
        row.endList();
    }

    /** Takes a text that is as it should be; false if it needs a closer look. */
    private boolean text(CaseShape shape, Seen here, Known known, Kind kind) throws IOException {
        char[] text = parser.getTextCharacters();
        int start = parser.getTextOffset();
        int length = parser.getTextLength();
        switch (kind) {
            case TEXT -> {
                if (known.code == ID) {
                    return identity(here, text, start, length, shape);
                }
                row.member(known.code);
                switch (known.member) {
                    case HUMAN_CODING_SCHEME -> {
                        code = row.repeated(text, start, length);
                        longCode = code < 0 ? new String(text, start, length) : null;
                    }
                    case FULL_STATEMENT -> {
                        row.text(text, start, length);
                        statement(text, start, length);
                    }
                    case TITLE -> {
                        row.text(text, start, length);
                        if (length <= 16 && (shape == CaseShape.LINK || shape == CaseShape.NODE_LINK)) {
                            title(text, start, length);
                        }
                    }
                    default -> row.text(text, start, length);
                }
            }
            case UUID -> {
                if (known.code == ID) {
                    return identity(here, text, start, length, shape);
                }
                if (length == Uuids.LENGTH && !Uuids.parse(text, start, uuid)) {
                    return false;
                }
                row.member(known.code);
                row.text(text, start, length);
            }
            case URI -> {
                row.member(known.code);
                row.address(text, start, length);
                if (known.member == CaseMember.URI && length > Uuids.LENGTH) {
                    address(here, text, start, length);
                }
            }
            case DATE_TIME -> {
                char last = length == 0 ? ' ' : text[start + length - 1];
                if (last != 'Z'
                        && (length < 25
                                || text[start + length - 3] != ':'
                                || (text[start + length - 6] != '+' && text[start + length - 6] != '-'))) {
                    return false;
                }
                row.member(known.code);
                row.text(text, start, length);
            }
            case DATE -> {
                if (length != 10 || text[start + 4] != '-' || text[start + 7] != '-') {
                    return false;
                }
                row.member(known.code);
                row.text(text, start, length);
            }
            case ASSOCIATION_TYPE -> {
                String name = new String(text, start, length);
                type = AssociationType.listNames().indexOf(name);
                if (type < 0) {
                    return false;
                }
                row.member(known.code);
                row.repeated(text, start, length);
            }
            case TARGET_TYPE, CASE_VERSION -> {
                row.member(known.code);
                row.text(text, start, length);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Takes an identifier; false if it is a UUID in upper case. */
    private boolean identity(Seen here, char[] text, int start, int length, CaseShape shape) {
        if (length == Uuids.LENGTH && Uuids.parse(text, start, uuid)) {
            row.member(ID);
            here.hasId = true;
            here.idHigh = uuid[0];
            here.idLow = uuid[1];
            row.identity(uuid[0], uuid[1]);
            if (!Uuids.isUsual(uuid[0], uuid[1]) && shape != CaseShape.NODE_LINK) {
                note(CaseRule.UNUSUAL_UUID, Disposition.KEPT, "identifier");
            }
            return true;
        }
        String odd = new String(text, start, length);
        if (Repairs.isUuid(odd)) {
            return false;
        }
        row.member(ID);
        row.text(text, start, length);
        here.oddId = odd;
        if (shape != CaseShape.NODE_LINK) {
            note(CaseRule.UNEXPECTED_VALUE, Disposition.KEPT, "identifier");
        }
        return true;
    }

    private void address(Seen here, char[] text, int start, int length) {
        int tail = start + length - Uuids.LENGTH;
        if (Uuids.parse(text, tail, uuid)) {
            here.hasAddress = true;
            here.addressHigh = uuid[0];
            here.addressLow = uuid[1];
            if (Character.isLetterOrDigit(text[tail - 1])) {
                note(CaseRule.NO_SLASH, Disposition.KEPT, "uri");
            }
        }
    }

    private void statement(char[] text, int start, int length) {
        boolean suspicious = false;
        boolean blank = true;
        for (int i = start; i < start + length; i++) {
            char c = text[i];
            suspicious |= c == '*' || c == '<' || c == '$' || c == '\\';
            blank &= c <= ' ';
        }
        if (blank) {
            note(CaseRule.EMPTY_STATEMENT, Disposition.KEPT, "fullStatement");
        } else if (suspicious && Repairs.hasMarkup(new String(text, start, length))) {
            note(CaseRule.MARKUP, Disposition.KEPT, "fullStatement");
        }
    }

    private void title(char[] text, int start, int length) {
        char first = length == 0 ? ' ' : text[start];
        if ("OoDdCc".indexOf(first) >= 0 && isPlaceholder(new String(text, start, length))) {
            note(CaseRule.PLACEHOLDER_TITLE, Disposition.KEPT, "title");
        }
    }

    private void other(Seen here, String name) throws IOException {
        if (!here.addOther(name)) {
            throw tokens.twice(name);
        }
        Node value = tokens.tree();
        Optional<Repairs.Alias> alias = Repairs.alias(name);
        if (value instanceof Node.Nothing) {
            nothing(name);
        } else if (alias.isPresent()) {
            here.defer(name, alias.get(), value);
        } else {
            unknown(name, value);
        }
    }

    private void nothing(String name) {
        notes.reject(1);
        note(CaseRule.EXPLICIT_NULL, Disposition.REJECTED, name);
    }

    private void unknown(String name, Node value) {
        row.member(name);
        row.node(value);
        notes.keep(values(value));
        note(
                name.equals("CFItemAssociationURI") ? CaseRule.OLD_OPENSALT : CaseRule.UNKNOWN_MEMBER,
                Disposition.KEPT,
                name.replace("/", "~1"));
    }

    private void settle(CaseShape shape, Seen here, Seen.Deferred one) {
        Repairs.Alias alias = one.alias();
        if (alias == null) {
            restore(here, one);
            return;
        }
        CaseMember member = alias.member();
        int right = RowEncoder.code(member);
        if (!here.add(right)) {
            unknown(one.name(), one.value());
            return;
        }
        notes.normalise(values(one.value()));
        note(alias.rule(), Disposition.NORMALISED, one.name());
        Node repaired = repaired(member, shape.kindOf(member), one.value(), one.name());
        write(here, member, repaired);
    }

    /** Puts back a member that a strict writer had put under the extensions. */
    private void restore(Seen here, Seen.Deferred one) {
        Optional<CaseMember> member = CaseMember.find(one.name());
        boolean isNew = member.isPresent() ? here.add(RowEncoder.code(member.get())) : here.addOther(one.name());
        if (!isNew) {
            notes.reject(values(one.value()));
            note(CaseRule.RESTORED, Disposition.REJECTED, "extensions");
            return;
        }
        notes.normalise(values(one.value()));
        note(CaseRule.RESTORED, Disposition.NORMALISED, "extensions");
        row.member(one.name());
        row.value(one.name(), one.value());
    }

    private void slow(Seen here, Known known, Kind kind) throws IOException {
        String name = known.member.memberName();
        Node value = tokens.tree();
        if (value instanceof Node.Nothing) {
            here.forget(known.code);
            nothing(name);
            return;
        }
        if (kind == Kind.EXTENSIONS
                && value instanceof Node.Fields all
                && all.find(AS_READ).orElse(value) instanceof Node.Fields asRead
                && !asRead.equals(all)) {
            asRead.values().forEach((other, one) -> here.defer(other, null, one));
            here.forget(known.code);
            value = all.without(AS_READ);
            if (all.values().size() == 1) {
                return;
            }
            here.add(known.code);
            row.member(known.code);
            row.node(value);
            notes.keep(values(value));
            return;
        }
        boolean fraction = kind == Kind.NUMBER && parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
        Node repaired = repaired(known.member, kind, value, name);
        if (fraction && value instanceof Node.Numeral number && number.value().scale() <= 0) {
            notes.normalise(1);
            note(CaseRule.NUMBER_FORM, Disposition.NORMALISED, name);
        } else if (repaired.equals(value)) {
            notes.keep(tokens.lastValues());
            boolean free = kind == Kind.EXTENSIONS || (kind == Kind.NUMBER && value instanceof Node.Numeral);
            if (!free) {
                note(CaseRule.UNEXPECTED_VALUE, Disposition.KEPT, name);
            }
        } else {
            notes.normalise(tokens.lastValues());
        }
        write(here, known.member, repaired);
    }

    private Node repaired(CaseMember member, Kind kind, Node value, String place) {
        if ((kind == Kind.UUID || member == CaseMember.IDENTIFIER)
                && value instanceof Node.Text text
                && Repairs.isUuid(text.value())) {
            String lower = text.value().toLowerCase(Locale.ROOT);
            if (!lower.equals(text.value())) {
                note(CaseRule.UPPER_CASE_UUID, Disposition.NORMALISED, place);
                return new Node.Text(lower);
            }
        }
        Optional<Repair> repair = Repairs.repair(member, kind, value);
        repair.ifPresent(one -> note(one.rule(), Disposition.NORMALISED, place));
        return repair.map(Repair::value).orElse(value);
    }

    /** Writes a value that has been put right, and remembers of it what the graph needs. */
    private void write(Seen here, CaseMember member, Node value) {
        if (member == CaseMember.IDENTIFIER && value instanceof Node.Text text) {
            char[] chars = text.value().toCharArray();
            identity(here, chars, 0, chars.length, CaseShape.NODE_LINK);
            return;
        }
        row.member(RowEncoder.code(member));
        row.value(member.memberName(), value);
        if (depth == 0 && member == CaseMember.ASSOCIATION_TYPE && value instanceof Node.Text text) {
            type = AssociationType.listNames().indexOf(text.value());
        } else if (depth == 0 && member == CaseMember.ORIGIN_NODE_URI) {
            end(origin, value);
        } else if (depth == 0 && member == CaseMember.DESTINATION_NODE_URI) {
            end(destination, value);
        } else if (depth == 0 && member == CaseMember.HUMAN_CODING_SCHEME && value instanceof Node.Text text) {
            longCode = text.value();
        }
    }

    private void end(End end, Node value) {
        if (value instanceof Node.Fields link && link.find("identifier").orElse(value) instanceof Node.Text text) {
            end.isUuid = Uuids.parse(text.value(), uuid);
            end.high = uuid[0];
            end.low = uuid[1];
            end.text = end.isUuid ? null : text.value();
        }
    }

    private void finish(CaseShape shape, Seen here) {
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

    private void note(CaseRule rule, Disposition disposition, String member) {
        String place = member.indexOf('~') < 0 ? member : member.replace("~", "~0");
        notes.note(rule, disposition, list, index, path.isEmpty() ? place : path + "/" + place);
    }

    static long values(Node node) {
        if (node instanceof Node.Items items) {
            return items.values().isEmpty()
                    ? 1
                    : items.values().stream().mapToLong(ObjectReading::values).sum();
        }
        if (node instanceof Node.Fields fields) {
            return fields.values().isEmpty()
                    ? 1
                    : fields.values().values().stream()
                            .mapToLong(ObjectReading::values)
                            .sum();
        }
        return 1;
    }
}
