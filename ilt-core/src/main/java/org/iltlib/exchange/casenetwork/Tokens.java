package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.Node;
import org.jspecify.annotations.Nullable;

/** Values that are read as a tree, of which only so many are taken. */
final class Tokens {
    private JsonParser parser;
    private final Window window;
    private final long most;
    private long taken;
    private long last;
    private @Nullable String list;
    private long index;

    Tokens(JsonParser parser, Window window, long most) {
        this.parser = parser;
        this.window = window;
        this.most = most;
    }

    /** What comes now is from that parser. */
    void turnTo(JsonParser other) {
        parser = other;
    }

    /** The value at which the parser stands. */
    Node tree() throws IOException {
        last = 0;
        return read();
    }

    /** How many values were in the last tree. */
    long lastValues() {
        return last;
    }

    /** How many values were taken so far. */
    long taken() {
        return taken;
    }

    /** What was taken since is given back: it was of an item or association, which are limited on their own. */
    void release(long before) {
        taken = before;
    }

    /** Takes one more, read elsewhere. */
    void take() {
        last = 0;
        count();
    }

    private Node read() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read());
            }
            if (items.isEmpty()) {
                count();
            }
            return new Node.Items(items);
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Node> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (fields.put(name, read()) != null) {
                    throw twice(name);
                }
            }
            if (fields.isEmpty()) {
                count();
            }
            return new Node.Fields(fields);
        }
        count();
        return switch (token) {
            case VALUE_STRING -> new Node.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> new Node.Flag(true);
            case VALUE_FALSE -> new Node.Flag(false);
            default -> new Node.Nothing();
        };
    }

    private Node number() throws IOException {
        try {
            return new Node.Numeral(parser.getDecimalValue());
        } catch (IllegalArgumentException e) {
            throw new ExchangeException(
                    "case.limit",
                    where() + "a number has too many digits, or is too large or too near to zero. Expected at most "
                            + Node.Numeral.MOST_DIGITS + " digits and a size of 10^-" + Node.Numeral.LARGEST_EXPONENT
                            + " to 10^" + Node.Numeral.LARGEST_EXPONENT + ".",
                    e);
        }
    }

    private void count() {
        last++;
        if (++taken > most) {
            throw new ExchangeException(
                    "case.limit",
                    where() + "there are more than " + most + " values that are not of items or associations."
                            + " Maybe raise maxOtherValues.");
        }
    }

    ExchangeException twice(String name) {
        return new ExchangeException(
                "case.duplicate",
                where() + "a member stands twice in one object"
                        + (name.length() <= 40 ? ": \"" + name + "\"." : ".")
                        + " Expected it once.");
    }

    /** Such as {@code At /CFItems/3, line 1, column 5: }. */
    String where() {
        String pointer =
                list == null ? parser.getParsingContext().pathAsPointer().toString() : list + "/" + index;
        return "At " + (pointer.isEmpty() ? "the top" : pointer) + ", "
                + place(parser.currentLocation(), window.drift()) + ": ";
    }

    /** Line and column; or, where part of the text went past the parser, the byte. */
    static String place(JsonLocation place, long drift) {
        return drift == 0
                ? "line " + place.getLineNr() + ", column " + place.getColumnNr()
                : "byte " + Math.max(0, place.getByteOffset() + drift);
    }

    /** What comes now stands in that list. */
    void enter(String place, long number) {
        list = place;
        index = number;
    }

    /** What comes now stands in no list. */
    void leave() {
        list = null;
    }
}
