package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.packed.RowEncoder;
import org.iltlib.exchange.oneroster.ExchangeException;

/**
 * Reads the list of items or associations. Two readers take turns: a quick one for objects that are exactly as they should
 * be, and one for all.
 */
final class ListReading {
    private final JsonParser parser;
    private final Window window;
    private final Tokens tokens;
    private final long mostObjects;
    private final Notes notes;
    private final RowEncoder row;
    private final ObjectReading objects;
    private final Admission admission;
    private final QuickReading quick;
    private final Seen quickSeen = new Seen();
    private long read;
    private int slowRun;
    private int failures;

    ListReading(Source source, Notes notes, RowEncoder row, ObjectReading objects, Admission admission) {
        this.parser = source.parser;
        this.window = source.window;
        this.tokens = source.tokens;
        this.mostObjects = source.limits.maxObjects();
        this.notes = notes;
        this.row = row;
        this.objects = objects;
        this.admission = admission;
        this.quick = new QuickReading(window, row, objects.current(), source.limits.maxTextLength());
    }

    /** Reads the list at which the parser stands. */
    void read(String place, CaseShape shape) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new ExchangeException("case.shape", tokens.where() + place + " is not a list of objects.");
        }
        notes.accept();
        admission.begin(place, shape);
        long taken = tokens.taken();
        long index = 0;
        boolean first = true;
        while (true) {
            if (slowRun == 0) {
                index = quickly(place, shape, index, first);
                admission.settle();
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
                admission.quarantine(index, CaseRule.NO_IDENTITY);
            } else {
                admission.take(objects.read(shape, place, index), index);
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
        window.giveBack(Math.max(0, parser.releaseBuffered(OutputStream.nullOutputStream())));
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
            objects.current().finishQuick(shape, quickSeen, place, next);
            admission.takeQuick(quickSeen, next, values);
            next++;
            int after = peek();
            if (after != ',') {
                // The parser has seen none of these objects, so it would not miss a comma.
                if (first && after != ']' && after != -1) {
                    throw syntax("there is neither a comma nor the end of the list after an object.");
                }
                return next;
            }
            window.moveTo(window.at() + 1);
        }
        if (!first) {
            toComma();
        } else if (next > index && peek() == ']') {
            throw syntax("there is a comma before the end of the list.");
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
                if (one != ' ' && one != '\n' && one != '\r' && one != '\t') {
                    return one & 255;
                }
                window.moveTo(window.at() + 1);
            }
            if (!window.more()) {
                return -1;
            }
        }
    }

    private ExchangeException syntax(String what) {
        return new ExchangeException("case.syntax", tokens.where() + what);
    }

    private void countObject() {
        if (++read > mostObjects) {
            throw new ExchangeException(
                    "case.limit",
                    tokens.where() + "there are more than " + mostObjects
                            + " items and associations. Maybe raise maxObjects.");
        }
    }
}
