package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.exchange.casenetwork.CaseImportReport.Disposition;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.exchange.casenetwork.packed.TextPool;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** Reads what a publisher answers to requests for less than a package. */
final class AnswerReading {
    private static final int TEXTS = 1 << 16;

    private final JsonParser parser;
    private final CaseLimits limits;
    private final Tokens tokens;
    private final Notes notes;
    private final RowEncoder row = new RowEncoder(new TextPool(TEXTS));
    private final ObjectReading objects;
    private final List<Node.Fields> read = new ArrayList<>();

    AnswerReading(JsonParser parser, Window window, CaseLimits limits) {
        this.parser = parser;
        this.limits = limits;
        this.tokens = new Tokens(parser, window, limits.maxOtherValues());
        this.notes = new Notes(limits.maxExamples());
        this.objects = new ObjectReading(parser, tokens, row, notes);
    }

    CaseAnswer object(CaseShape shape) throws IOException {
        expect(parser.nextToken(), JsonToken.START_OBJECT, "an object");
        take(shape, "", -1);
        end();
        Node.Fields flat = read.get(0);
        if (flat.values().size() == 1
                && flat.find(shape.typeName()).orElse(flat) instanceof Node.Fields inner
                && !inner.equals(flat)) {
            // Read once more from the wrapped members, so that they too are brought to the form of the standard.
            String text = CanonicalJson.write(inner);
            CaseAnswer answer = CaseReader.withDefaults().withLimits(limits).readObject(text, shape);
            List<CaseImportReport.Note> all = new ArrayList<>();
            all.add(new CaseImportReport.Note(
                    CaseRule.OBJECT_WRAPPED,
                    Disposition.NORMALISED,
                    new CaseImportReport.Occurrences(1, List.of("/" + shape.typeName()))));
            answer.report().notes().forEach(note -> all.add(within("/" + shape.typeName(), note)));
            return new CaseAnswer(
                    answer.objects(),
                    answer.others(),
                    new CaseImportReport(answer.report().account(), all));
        }
        if (flat.find("identifier").isEmpty()) {
            throw Statuses.refusal(flat.values());
        }
        return answer(Map.of());
    }

    private static CaseImportReport.Note within(String place, CaseImportReport.Note note) {
        List<String> places = note.places().stream().map(one -> place + one).toList();
        return new CaseImportReport.Note(
                note.rule(), note.disposition(), new CaseImportReport.Occurrences(note.count(), places));
    }

    private CaseAnswer answer(Map<String, Node> others) {
        return new CaseAnswer(read, new Node.Fields(others), notes.report());
    }

    private void end() throws IOException {
        if (parser.nextToken() != null) {
            throw new ExchangeException("case.syntax", tokens.where() + "there is more after the answer.");
        }
    }

    CaseAnswer documents() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            notes.note(CaseRule.BARE_DOCUMENT_LIST, Disposition.NORMALISED, "");
            list("");
            end();
            return answer(Map.of());
        }
        expect(first, JsonToken.START_OBJECT, "a list of documents");
        Map<String, Node> others = new LinkedHashMap<>();
        boolean found = false;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (others.containsKey(name) || (found && name.equals("CFDocuments"))) {
                throw tokens.twice(name);
            }
            if (name.equals("CFDocuments")) {
                expect(parser.currentToken(), JsonToken.START_ARRAY, "a list of documents");
                list("/CFDocuments");
                found = true;
            } else {
                others.put(name, tokens.tree());
                notes.keep(tokens.lastValues());
                notes.note(CaseRule.UNKNOWN_MEMBER, Disposition.KEPT, "/" + CurrentObject.escaped(name));
            }
        }
        if (!found) {
            throw Statuses.refusal(others);
        }
        end();
        notes.accept();
        return answer(others);
    }

    private void list(String place) throws IOException {
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            expect(token, JsonToken.START_OBJECT, "a document");
            take(CaseShape.DOCUMENT, place, index++);
            tokens.release(0);
        }
    }

    private void take(CaseShape shape, String place, long index) throws IOException {
        objects.read(shape, place, index);
        notes.accept();
        if (row.decode() instanceof Node.Fields fields) {
            read.add(fields);
        }
    }

    private void expect(JsonToken token, JsonToken expected, String name) {
        if (token != expected) {
            throw new ExchangeException("case.shape", tokens.where() + "there is not " + name + ".");
        }
    }
}
