package org.iltlib.choice.tabulation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.choice.format.FormatException;
import org.iltlib.form.Node;

/** Reads a JSON object member by member, and its lists item by item, so that a long list need not be held at once. */
final class JsonPieces {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxNumberLength(100)
                    .build())
            .build();

    private JsonPieces() {}

    /** Hears of each piece: a member of the object, or an item if the member is a list; with the line where it starts. */
    interface Listener {
        void piece(String member, Node piece, int line);
    }

    static void read(InputStream in, Listener listener) {
        try (JsonParser parser = FACTORY.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new FormatException(1, "Expected a JSON object.");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String member = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        int line = parser.currentTokenLocation().getLineNr();
                        listener.piece(member, node(parser), line);
                    }
                } else {
                    int line = parser.currentTokenLocation().getLineNr();
                    listener.piece(member, node(parser), line);
                }
            }
            if (parser.nextToken() != null) {
                throw new FormatException(
                        parser.currentTokenLocation().getLineNr(), "There is more after the end of the object.");
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new FormatException(Math.max(line, 0), "Not JSON, a member twice, or too deep or too long.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node node(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> new Node.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> new Node.Flag(true);
            case VALUE_FALSE -> new Node.Flag(false);
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(parser));
                }
                yield new Node.Items(items);
            }
            case START_OBJECT -> {
                Map<String, Node> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, node(parser));
                }
                yield new Node.Fields(fields);
            }
            default -> new Node.Nothing();
        };
    }

    private static Node number(JsonParser parser) throws IOException {
        try {
            return new Node.Numeral(parser.getDecimalValue());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new FormatException(
                    parser.currentTokenLocation().getLineNr(), "A number is too large or too near to zero.");
        }
    }

    /** The text or number of a field as text; nothing if it is missing, blank or of another form. */
    static String text(Node.Fields fields, String name) {
        Node node = fields.find(name).orElse(new Node.Nothing());
        return node instanceof Node.Text text
                ? text.value().strip()
                : node instanceof Node.Numeral number ? number.value().toPlainString() : "";
    }

    /** The objects in a list under that name; none if it is missing. */
    static List<Node.Fields> objects(Node.Fields fields, String name) {
        return fields.find(name).orElse(new Node.Items(List.of())) instanceof Node.Items items
                ? items.values().stream()
                        .filter(Node.Fields.class::isInstance)
                        .map(Node.Fields.class::cast)
                        .toList()
                : List.of();
    }
}
