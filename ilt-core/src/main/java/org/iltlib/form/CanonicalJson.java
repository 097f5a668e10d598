package org.iltlib.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one JSON text of a node: fields sorted by name (by UTF-16 code unit), no blanks, numbers in plain notation
 * without trailing zeros ({@code 1e21} and beyond, and below {@code 1e-6}, with an exponent), no escapes but those that
 * JSON demands. Two equal nodes have the same text on every Java version, so the text can be hashed. In the spirit of
 * RFC 8785, but exact for decimals of any length.
 */
public final class CanonicalJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(500).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CanonicalJson() {}

    /** The canonical text of the node. */
    public static String write(Node node) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(node, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Reads any JSON text, canonical or not.
     *
     * @throws FormException if the text is not exactly one JSON value, names a field twice, or is nested deeper than
     *     500 levels, or holds a number of over 1,000 digits or a text of over 20 million characters; the text itself is
     *     not repeated in the message
     */
    public static Node read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new FormException("expected a JSON value, found an empty text");
            }
            Node node = read(parser);
            if (parser.nextToken() != null) {
                throw new FormException("expected one JSON value, found more after it");
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw new FormException(
                    "expected JSON of ordinary size, found it nested too deep or a single number or text too long");
        } catch (JsonProcessingException e) {
            throw new FormException("expected JSON, but line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + " breaks off or has a wrong character");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Node node, JsonGenerator generator) throws IOException {
        if (node instanceof Node.Text text) {
            generator.writeString(text.value());
        } else if (node instanceof Node.Numeral numeral) {
            generator.writeNumber(print(numeral.value()));
        } else if (node instanceof Node.Flag flag) {
            generator.writeBoolean(flag.value());
        } else if (node instanceof Node.Items items) {
            generator.writeStartArray();
            for (Node item : items.values()) {
                write(item, generator);
            }
            generator.writeEndArray();
        } else if (node instanceof Node.Fields fields) {
            generator.writeStartObject();
            for (Map.Entry<String, Node> field : new TreeMap<>(fields.values()).entrySet()) {
                generator.writeFieldName(field.getKey());
                write(field.getValue(), generator);
            }
            generator.writeEndObject();
        } else {
            generator.writeNull();
        }
    }

    private static String print(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= -6 && exponent < 21) {
            return value.toPlainString();
        }
        String digits = value.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }

    private static Node read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case VALUE_STRING -> new Node.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Numeral(parser.getDecimalValue());
            case VALUE_TRUE -> new Node.Flag(true);
            case VALUE_FALSE -> new Node.Flag(false);
            case VALUE_NULL -> new Node.Nothing();
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                yield new Node.Items(items);
            }
            case START_OBJECT -> {
                Map<String, Node> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, read(parser));
                }
                yield new Node.Fields(fields);
            }
            default -> throw new FormException("expected a JSON value, found " + token);
        };
    }
}
