package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.iltlib.exchange.casenetwork.CaseImport.Quarantined;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseDefinitions;
import org.iltlib.exchange.casenetwork.model.CaseDocument;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseRubric;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.packed.Holdings;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.exchange.casenetwork.packed.TextPool;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.Node;
import org.jspecify.annotations.Nullable;

/** Reads a package from its tokens. */
final class PackageReading {
    private static final int TEXTS_KEPT = 1 << 24;
    private static final int TEXTS_VISITED = 1 << 16;

    private final JsonParser parser;
    private final CaseLimits limits;
    private final @Nullable CaseVisitor visitor;
    private final Tokens tokens;
    private final Notes notes;
    private final RowEncoder row;
    private final ObjectReading objects;
    private final Holdings holdings;
    private final SetAside setAside;
    private final Map<String, Node> others = new LinkedHashMap<>();
    private final BitSet codes = new BitSet();
    private final Set<String> longCodes = new HashSet<>();
    private Node.@Nullable Fields document;
    private long read;

    private final Window window;
    private final QuickReading quick;
    private final Seen quickSeen = new Seen();
    private final long[] ends = new long[4];
    private int slowRun;
    private int failures;

    PackageReading(JsonParser parser, Window window, CaseLimits limits, @Nullable CaseVisitor visitor) {
        this.parser = parser;
        this.window = window;
        this.limits = limits;
        this.visitor = visitor;
        this.tokens = new Tokens(parser, window, limits.maxOtherValues());
        this.notes = new Notes(limits.maxExamples());
        TextPool pool = new TextPool(visitor == null ? TEXTS_KEPT : TEXTS_VISITED);
        this.row = new RowEncoder(pool);
        this.objects = new ObjectReading(parser, tokens, row, notes);
        this.quick = new QuickReading(window, row, objects, limits.maxTextLength());
        this.holdings = new Holdings(pool, visitor == null);
        this.setAside = new SetAside(pool);
    }

    Notes notes() {
        return notes;
    }

    /** Where the parser stands, for messages. */
    String where() {
        return tokens.where();
    }

    /** Reads all. */
    void read() throws IOException {
        if (parser.nextToken() == null) {
            throw new ExchangeException("case.empty", "The text is empty. Expected a CASE package.");
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw notAPackage("Expected a CASE package, a JSON object.");
        }
        members("", 0);
        if (parser.nextToken() != null) {
            throw new ExchangeException("case.syntax", where() + "there is more after the package.");
        }
        if (document == null) {
            throw Statuses.refusal(others);
        }
        notePackageId(document);
        notes.accept();
        holdings.settle();
        GraphNotes.write(holdings, documentNode(), notes);
    }

    private int documentNode() {
        String id = text(document, "identifier").orElse("");
        return id.isEmpty() ? -1 : holdings.findNode(id);
    }

    private void members(String pointer, int wrappers) throws IOException {
        boolean empty = true;
        for (String given = parser.nextFieldName(); given != null; given = parser.nextFieldName()) {
            empty = false;
            parser.nextToken();
            String name = canonical(given, pointer);
            String place = pointer + "/" + given;
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                notes.reject(1);
                notes.note(CaseRule.EXPLICIT_NULL, Disposition.REJECTED, place);
                continue;
            }
            switch (name) {
                case "CFPackage" -> {
                    if (parser.currentToken() != JsonToken.START_OBJECT || wrappers > 0) {
                        throw notAPackage(place + " is not a package.");
                    }
                    notes.note(CaseRule.ROOT_WRAPPED, Disposition.NORMALISED, place);
                    members(place, wrappers + 1);
                }
                case "CFDocument" -> document(place);
                case "CFItems" -> list(place, CaseShape.ITEM);
                case "CFAssociations" -> list(place, CaseShape.ASSOCIATION);
                case "CFItemSet" -> unwrap(place, CaseShape.ITEM);
                case "CFAssociationSet" -> unwrap(place, CaseShape.ASSOCIATION);
                case "CFDefinitions" -> definitions(place);
                case "CFRubrics" -> rubrics(place);
                default -> other(given, place);
            }
        }
        if (empty) {
            notes.keep(1);
        }
    }

    private String canonical(String given, String pointer) {
        Optional<CaseMember> exact = CaseMember.find(given);
        Optional<CaseMember> near = exact.isPresent() ? exact : CaseMember.findIgnoringCase(given);
        if (exact.isEmpty() && near.isPresent()) {
            notes.note(CaseRule.CAPITALS, Disposition.NORMALISED, pointer + "/" + given);
        }
        return near.map(CaseMember::memberName).orElse(given);
    }

    private void document(String place) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw shape(place, "an object");
        }
        if (document != null) {
            throw tokens.twice("CFDocument");
        }
        objects.read(CaseShape.DOCUMENT, place, -1);
        document = fields();
        notes.accept();
        if (visitor != null) {
            visitor.document(new CaseDocument(document));
        }
    }

    private Node.Fields fields() {
        return row.decode() instanceof Node.Fields fields ? fields : new Node.Fields(Map.of());
    }

    private void unwrap(String place, CaseShape shape) throws IOException {
        notes.note(CaseRule.LIST_WRAPPED, Disposition.NORMALISED, place);
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            list(place, shape);
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw shape(place, "a list of objects");
        }
        String inner = shape == CaseShape.ITEM ? "CFItems" : "CFAssociations";
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (name.equals(inner)) {
                list(place + "/" + name, shape);
            } else {
                other(name, place + "/" + name);
            }
        }
    }

    private void list(String place, CaseShape shape) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw shape(place, "a list of objects");
        }
        notes.accept();
        long taken = tokens.taken();
        long index = 0;
        boolean first = true;
        while (true) {
            if (slowRun == 0) {
                index = quickly(place, shape, index, first);
            } else {
                slowRun--;
            }
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                break;
            }
            first = false;
            tokens.enter(place, index);
            countObject();
            if (token != JsonToken.START_OBJECT) {
                row.begin();
                row.node(tokens.tree());
                notes.keep(tokens.lastValues());
                quarantine(place, index, CaseRule.NO_IDENTITY);
            } else {
                take(shape, objects.read(shape, place, index), place, index);
            }
            tokens.release(taken);
            tokens.leave();
            index++;
        }
        if (index == 0) {
            notes.keep(1);
        }
    }

    /**
     * Takes objects from the window as long as they are as they should be, and leaves it where the parser can go on: at the
     * next object if that is its first, else at the comma before it; or at the end of the list.
     */
    private long quickly(String place, CaseShape shape, long index, boolean first) throws IOException {
        window.giveBack(parser.releaseBuffered(OutputStream.nullOutputStream()));
        long next = index;
        if (!first) {
            if (peek() != ',') {
                return next;
            }
            window.moveTo(window.at() + 1);
        }
        while (peek() == '{') {
            long values = quick.read(shape, quickSeen);
            if (values < 0) {
                failures = Math.min(failures + 1, 10);
                slowRun = failures < 4 ? 0 : 1 << failures;
                break;
            }
            failures = 0;
            countObject();
            notes.keep(values);
            objects.finishQuick(shape, quickSeen, place, next);
            take(shape, quickSeen, place, next);
            next++;
            if (peek() != ',') {
                return next;
            }
            window.moveTo(window.at() + 1);
        }
        if (!first) {
            toComma();
        } else if (next > index && peek() == ']') {
            throw new ExchangeException("case.syntax", where() + "there is a comma before the end of the list.");
        }
        return next;
    }

    /** Goes back to the comma. Only blanks stand between; if there are any, the last of them may as well be it. */
    private void toComma() {
        window.moveTo(window.at() - 1);
        window.bytes()[window.at()] = ',';
    }

    private int peek() throws IOException {
        while (true) {
            while (window.at() < window.end()) {
                byte one = window.bytes()[window.at()];
                if (one > ' ' || one < 0) {
                    return one;
                }
                window.moveTo(window.at() + 1);
            }
            if (!window.more()) {
                return -1;
            }
        }
    }

    private void countObject() {
        if (++read > limits.maxObjects()) {
            throw new ExchangeException(
                    "case.limit",
                    where() + "there are more than " + limits.maxObjects()
                            + " items and associations. Maybe raise maxObjects.");
        }
    }

    private void take(CaseShape shape, Seen seen, String place, long index) {
        CaseRule refusal = shape == CaseShape.ITEM ? item(seen, place, index) : association(seen);
        if (refusal != null) {
            quarantine(place, index, refusal);
        }
    }

    private @Nullable CaseRule item(Seen seen, String place, long index) {
        boolean has = seen.hasId || (seen.oddId != null && !seen.oddId.isBlank());
        if (!has) {
            return CaseRule.NO_IDENTITY;
        }
        int node = seen.hasId ? holdings.node(seen.idHigh, seen.idLow) : holdings.node(String.valueOf(seen.oddId));
        if (!holdings.addItem(row, node)) {
            return CaseRule.IDENTITY_TWICE;
        }
        boolean newCode = objects.code >= 0
                ? !codes.get(objects.code)
                : objects.longCode == null || longCodes.add(objects.longCode);
        if (objects.code >= 0) {
            codes.set(objects.code);
        }
        if (!newCode) {
            notes.note(CaseRule.CODE_TWICE, Disposition.KEPT, place, index, "humanCodingScheme");
        }
        notes.accept();
        if (visitor != null) {
            visitor.item(new CaseItem(fields()));
        }
        return null;
    }

    private @Nullable CaseRule association(Seen seen) {
        boolean has = seen.hasId || (seen.oddId != null && !seen.oddId.isBlank());
        if (!has) {
            return CaseRule.NO_IDENTITY;
        }
        boolean isNew = seen.hasId
                ? holdings.isNewAssociation(seen.idHigh, seen.idLow)
                : holdings.isNewAssociation(String.valueOf(seen.oddId));
        if (!isNew) {
            return CaseRule.IDENTITY_TWICE;
        }
        int type = objects.type < 0 ? Holdings.OTHER_TYPE : objects.type;
        if (objects.origin.isUuid && objects.destination.isUuid) {
            ends[0] = objects.origin.high;
            ends[1] = objects.origin.low;
            ends[2] = objects.destination.high;
            ends[3] = objects.destination.low;
            holdings.addAssociation(row, type, ends);
        } else {
            holdings.addAssociation(row, type, node(objects.origin), node(objects.destination));
        }
        notes.accept();
        if (visitor != null) {
            visitor.association(new CaseAssociation(fields()));
        }
        return null;
    }

    private int node(ObjectReading.End end) {
        return end.isUuid ? holdings.node(end.high, end.low) : holdings.node(end.text == null ? "" : end.text);
    }

    private void quarantine(String place, long index, CaseRule rule) {
        notes.setAside();
        notes.note(rule, Disposition.QUARANTINED, place, index, "");
        if (visitor == null) {
            setAside.add(place + "/" + index, rule, row.decode());
        } else {
            visitor.quarantined(new Quarantined(place + "/" + index, rule, row.decode()));
        }
    }

    private void definitions(String place) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            Node value = tokens.tree();
            if (value instanceof Node.Items items && items.values().isEmpty()) {
                notes.reject(1);
                notes.note(CaseRule.DEFINITIONS_AS_LIST, Disposition.REJECTED, place);
                return;
            }
            throw shape(place, "an object");
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw shape(place, "an object");
        }
        objects.read(CaseShape.DEFINITIONS, place, -1);
        Node.Fields value = fields();
        keep("CFDefinitions", value);
        notes.accept();
        if (visitor != null) {
            visitor.definitions(new CaseDefinitions(value));
        }
    }

    private void rubrics(String place) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw shape(place, "a list of objects");
        }
        List<Node> all = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw shape(place + "/" + all.size(), "an object");
            }
            objects.read(CaseShape.RUBRIC, place, all.size());
            all.add(fields());
            if (visitor != null) {
                visitor.rubric(new CaseRubric(fields()));
            }
        }
        if (all.isEmpty()) {
            notes.keep(1);
        }
        keep("CFRubrics", new Node.Items(all));
        notes.accept();
    }

    private void other(String name, String place) throws IOException {
        Node value = tokens.tree();
        if (name.equals("extensions")
                && value instanceof Node.Fields all
                && all.find(ObjectReading.AS_READ).orElse(value) instanceof Node.Fields asRead
                && !asRead.equals(all)) {
            asRead.values().forEach((other, one) -> {
                notes.normalise(ObjectReading.values(one));
                notes.note(CaseRule.RESTORED, Disposition.NORMALISED, place);
                keep(other, one);
            });
            value = all.without(ObjectReading.AS_READ);
            if (all.values().size() == 1) {
                return;
            }
        }
        notes.keep(ObjectReading.values(value));
        if (!name.equals("extensions")) {
            notes.note(CaseRule.UNKNOWN_MEMBER, Disposition.KEPT, place);
        }
        keep(name, value);
        if (visitor != null) {
            visitor.other(name, value);
        }
    }

    private void keep(String name, Node value) {
        if (others.put(name, value) != null) {
            throw tokens.twice(name);
        }
    }

    private void notePackageId(Node.Fields known) {
        if (known.find("CFPackageURI").orElse(known) instanceof Node.Fields link
                && !text(link, "identifier").equals(text(known, "identifier"))) {
            notes.note(CaseRule.PACKAGE_NOT_DOCUMENT, Disposition.KEPT, "/CFDocument/CFPackageURI");
        }
    }

    private static Optional<String> text(Node.@Nullable Fields fields, String name) {
        return Optional.ofNullable(fields)
                .flatMap(one -> one.find(name))
                .filter(Node.Text.class::isInstance)
                .map(node -> ((Node.Text) node).value());
    }

    private ExchangeException shape(String place, String expected) {
        return new ExchangeException("case.shape", where() + place + " is not " + expected + ".");
    }

    private static ExchangeException notAPackage(String message) {
        return new ExchangeException("case.notAPackage", message);
    }

    CaseImport result() {
        Node.Fields known = Objects.requireNonNull(document);
        CasePackage content = new CasePackage(known, holdings, new Node.Fields(others));
        return new CaseImport(content, setAside.list(), notes.report());
    }
}
