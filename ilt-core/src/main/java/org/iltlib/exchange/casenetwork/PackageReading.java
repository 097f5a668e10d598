package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.model.CaseDefinitions;
import org.iltlib.exchange.casenetwork.model.CaseDocument;
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
    private static final List<String> NAMES = List.of(
            "CFPackage",
            "CFDocument",
            "CFItems",
            "CFAssociations",
            "CFItemSet",
            "CFAssociationSet",
            "CFDefinitions",
            "CFRubrics",
            "extensions");
    private static final int TEXTS_KEPT = 1 << 24;
    private static final int TEXTS_VISITED = 1 << 16;

    private final JsonParser parser;
    private final @Nullable CaseVisitor visitor;
    private final Tokens tokens;
    private final Notes notes;
    private final RowEncoder row;
    private final ObjectReading objects;
    private final Holdings holdings;
    private final Map<String, Node> others = new LinkedHashMap<>();
    private final Map<String, Node> beside = new LinkedHashMap<>();
    private Map<String, Node> into = beside;
    private String documentPlace = "/CFDocument";
    private Node.@Nullable Fields document;
    private final Admission admission;
    private final ListReading lists;

    PackageReading(JsonParser parser, Window window, CaseLimits limits, @Nullable CaseVisitor visitor) {
        this.parser = parser;
        this.visitor = visitor;
        Source source = new Source(parser, window, limits);
        this.tokens = source.tokens;
        this.notes = new Notes(limits.maxExamples());
        TextPool pool = new TextPool(visitor == null ? TEXTS_KEPT : TEXTS_VISITED);
        this.row = new RowEncoder(pool);
        this.objects = new ObjectReading(parser, tokens, row, notes);
        this.admission = new Admission(row, notes, objects.current(), pool, visitor);
        this.holdings = admission.holdings();
        this.lists = new ListReading(source, notes, row, objects, admission);
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
        beside.forEach(this::keepBeside);
        if (parser.nextToken() != null) {
            throw new ExchangeException("case.syntax", where() + "there is more after the package.");
        }
        if (document == null) {
            throw Statuses.refusal(others);
        }
        notePackageId(document);
        notes.accept();
        admission.noteGraph(documentNode());
    }

    private int documentNode() {
        String id = text(document, "identifier").orElse("");
        return id.isEmpty() ? -1 : holdings.findNode(id);
    }

    /** A member beside the package; where the package has one of that name too, the name says where it stood. */
    private void keepBeside(String name, Node value) {
        String free = name;
        while (others.containsKey(free)) {
            free = free + " (beside CFPackage)";
        }
        others.put(free, value);
    }

    private void members(String pointer, int wrappers) throws IOException {
        boolean empty = true;
        Set<String> seen = new HashSet<>();
        for (String given = parser.nextFieldName(); given != null; given = parser.nextFieldName()) {
            empty = false;
            parser.nextToken();
            String name = canonical(given, pointer);
            String place = pointer + "/" + CurrentObject.escaped(given);
            if (!seen.add(name)) {
                throw tokens.twice(name);
            }
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
                    into = others;
                    members(place, wrappers + 1);
                    into = beside;
                }
                case "CFDocument" -> document(place);
                case "CFItems" -> lists.read(place, CaseShape.ITEM);
                case "CFAssociations" -> lists.read(place, CaseShape.ASSOCIATION);
                case "CFItemSet" -> unwrap(place, CaseShape.ITEM);
                case "CFAssociationSet" -> unwrap(place, CaseShape.ASSOCIATION);
                case "CFDefinitions" -> definitions(place);
                case "CFRubrics" -> rubrics(place);
                default -> other(name, place);
            }
        }
        if (empty) {
            notes.keep(1);
        }
    }

    private String canonical(String given, String pointer) {
        Optional<String> near = NAMES.contains(given)
                ? Optional.of(given)
                : NAMES.stream().filter(given::equalsIgnoreCase).findFirst();
        if (near.filter(name -> !name.equals(given)).isPresent()) {
            notes.note(CaseRule.CAPITALS, Disposition.NORMALISED, pointer + "/" + CurrentObject.escaped(given));
        }
        return near.orElse(given);
    }

    private void document(String place) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw shape(place, "an object");
        }
        if (document != null) {
            throw tokens.twice("CFDocument");
        }
        objects.read(CaseShape.DOCUMENT, place, -1);
        documentPlace = place;
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
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            notes.note(CaseRule.LIST_WRAPPED, Disposition.NORMALISED, place);
            lists.read(place, shape);
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw shape(place, "a list of objects");
        }
        String inner = shape == CaseShape.ITEM ? "CFItems" : "CFAssociations";
        Map<String, Node> rest = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (String given = parser.nextFieldName(); given != null; given = parser.nextFieldName()) {
            String name = given.equalsIgnoreCase(inner) ? inner : given;
            String at = place + "/" + CurrentObject.escaped(given);
            if (!seen.add(name)) {
                throw tokens.twice(name);
            }
            if (parser.nextToken() == JsonToken.VALUE_NULL) {
                notes.reject(1);
                notes.note(CaseRule.EXPLICIT_NULL, Disposition.REJECTED, at);
            } else if (name.equals(inner)) {
                if (!name.equals(given)) {
                    notes.note(CaseRule.CAPITALS, Disposition.NORMALISED, at);
                }
                notes.note(CaseRule.LIST_WRAPPED, Disposition.NORMALISED, place);
                lists.read(at, shape);
            } else {
                rest.put(name, tokens.tree());
                notes.keep(tokens.lastValues());
                notes.note(CaseRule.UNKNOWN_MEMBER, Disposition.KEPT, at);
            }
        }
        if (!rest.isEmpty() || seen.isEmpty()) {
            notes.keep(seen.isEmpty() ? 1 : 0);
            Node value = new Node.Fields(rest);
            keep(shape == CaseShape.ITEM ? "CFItemSet" : "CFAssociationSet", value);
            if (visitor != null) {
                visitor.other(shape == CaseShape.ITEM ? "CFItemSet" : "CFAssociationSet", value);
            }
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
        if (into.put(name, value) != null) {
            throw tokens.twice(name);
        }
    }

    private void notePackageId(Node.Fields known) {
        if (known.find("CFPackageURI").orElse(known) instanceof Node.Fields link
                && !text(link, "identifier").equals(text(known, "identifier"))) {
            notes.note(CaseRule.PACKAGE_NOT_DOCUMENT, Disposition.KEPT, documentPlace + "/CFPackageURI");
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
        return new CaseImport(content, admission.setAside(), notes.report());
    }
}
