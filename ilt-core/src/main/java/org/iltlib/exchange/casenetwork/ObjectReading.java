package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.TextReading.Slot;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseMember.Kind;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/**
 * Reads one object of the standard into a row. What is as it should be goes straight from the text into the row; the rest
 * is {@linkplain Mending mended}.
 */
final class ObjectReading {
    private record Known(int code, Slot slot, Slot asText) {
        CaseMember member() {
            return slot.member();
        }
    }

    /** Where a strict writer puts what the standard does not know. */
    static final String AS_READ = "ilt:asRead";

    private static final Map<String, Known> KNOWN = new HashMap<>();

    /** For values that have been read once, within the limits. */
    private static final JsonFactory TREES = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    static {
        for (CaseMember member : CaseMember.values()) {
            KNOWN.put(
                    member.memberName(),
                    new Known(RowEncoder.code(member), new Slot(member, member.kind()), new Slot(member, Kind.TEXT)));
        }
    }

    private JsonParser parser;
    private final Tokens tokens;
    private final RowEncoder row;
    private final Notes notes;
    private final CurrentObject current;
    private final TextReading texts;
    private final Mending mending;
    private final List<Seen> seen = new ArrayList<>();

    ObjectReading(JsonParser parser, Tokens tokens, RowEncoder row, Notes notes) {
        this.parser = parser;
        this.tokens = tokens;
        this.row = row;
        this.notes = notes;
        this.current = new CurrentObject(notes);
        this.texts = new TextReading(row, current);
        this.mending = new Mending(parser, tokens, row, notes, current);
    }

    /** The object that is being read, or was read last. */
    CurrentObject current() {
        return current;
    }

    /** Reads the object at which the parser stands; it is at that place of that list, or the value of a member if below 0. */
    Seen read(CaseShape shape, String list, long index) throws IOException {
        current.standsAt(list, index);
        current.begin();
        row.begin();
        return object(shape);
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
                mending.other(here, name);
            } else if (!here.add(known.code)) {
                throw tokens.twice(name);
            } else {
                value(shape, here, known, token);
            }
        }
        if (empty) {
            notes.keep(1);
        }
        // By place: members that are put back may bring others.
        for (int i = 0; i < here.deferred().size(); i++) {
            Seen.Deferred one = here.deferred().get(i);
            Optional<CaseMember> member = mending.settle(here, one);
            if (member.isPresent()) {
                String name = CurrentObject.escaped(one.name());
                String place = one.alias() == null ? "extensions/" + AS_READ + "/" + name : name;
                again(shape, here, member.get(), one.value(), place);
            }
        }
        row.endObject();
        current.finish(shape, here);
        current.depth--;
        return here;
    }

    private Seen enter() {
        if (++current.depth == seen.size()) {
            seen.add(new Seen());
        }
        Seen here = seen.get(current.depth);
        here.clear();
        return here;
    }

    /** Reads a value that was taken as a tree, now that it is known what it is; the text calls it so. */
    private void again(CaseShape shape, Seen here, CaseMember member, Node value, String called) throws IOException {
        JsonParser before = parser;
        String calledBefore = current.called;
        long taken = tokens.taken();
        boolean renaming = notes.renaming(true);
        try (JsonParser tree = TREES.createParser(CanonicalJson.write(value))) {
            turnTo(tree);
            current.called = called;
            Known known = Objects.requireNonNull(KNOWN.get(member.memberName()));
            value(shape, here, known, parser.nextToken());
        } finally {
            notes.renaming(renaming);
            current.called = calledBefore;
            turnTo(before);
            tokens.release(taken);
        }
    }

    private void turnTo(JsonParser other) {
        parser = other;
        mending.turnTo(other);
    }

    private void value(CaseShape shape, Seen here, Known known, JsonToken token) throws IOException {
        Slot slot = shape == CaseShape.NODE_LINK && known.code == TextReading.ID ? known.asText : known.slot;
        Kind kind = slot.kind();
        if (token == JsonToken.VALUE_STRING) {
            if (texts.read(
                    here, shape, slot, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())) {
                notes.keep(1);
                return;
            }
        } else if (token == JsonToken.START_OBJECT) {
            CaseShape within = kind == Kind.LINK || kind == Kind.NODE_LINK
                    ? CaseShape.within(known.member()).orElse(CaseShape.LINK)
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
        Optional<Node.Fields> link = mending.slow(here, known.member(), kind);
        if (link.isPresent()) {
            String name = current.called == null ? known.member().memberName() : current.called;
            again(shape, here, known.member(), link.get(), name + "/0");
        }
    }

    private void nested(CaseShape within, Known known, String place) throws IOException {
        if (known.member().kind() == Kind.OBJECTS) {
            tokens.take();
        }
        String[] before = current.enter(known.member().memberName() + place);
        Seen link = object(within);
        if (current.depth == 0 && known.member() == CaseMember.ORIGIN_NODE_URI) {
            current.origin.take(link);
        } else if (current.depth == 0 && known.member() == CaseMember.DESTINATION_NODE_URI) {
            current.destination.take(link);
        }
        current.leave(before);
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
                nested(CaseShape.within(known.member()).orElse(CaseShape.LINK), known, "/" + count);
            } else {
                row.node(tokens.tree());
                notes.keep(tokens.lastValues());
                current.note(
                        CaseRule.UNEXPECTED_VALUE,
                        Disposition.KEPT,
                        known.member().memberName() + "/" + count);
            }
        }
        if (count == 0) {
            notes.keep(1);
        }
        if (known.member() == CaseMember.EDUCATION_LEVEL && (band || count > 1)) {
            current.note(CaseRule.GRADE_BAND, Disposition.KEPT, known.member().memberName());
        }
        row.endList();
    }

    /** How many values there are in it: texts, numbers and so on, and lists and objects that are empty. */
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
