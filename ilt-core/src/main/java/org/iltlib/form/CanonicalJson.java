package org.iltlib.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The one JSON text of a node. Two equal nodes have the same text on every Java version, so the text can be hashed, and
 * whoever has the text can compute the hash with any tool.
 *
 * <p><b>The rules.</b>
 *
 * <ul>
 *   <li>No blank and no line break between the parts.
 *   <li>The fields of an object in ascending order of their names, compared by UTF-16 code unit.
 *   <li>Items of a list in their own order.
 *   <li>A number without trailing zeros, and {@code 0} without a sign. From 10<sup>-6</sup> up to but not including
 *       10<sup>21</sup> plain: {@code 0.000001}, {@code 295147905179352830000}. Outside with an exponent, one digit
 *       before the point: {@code 1.25e-9}, {@code 1e+21}. All digits are kept; a double has the fewest that read back
 *       to it.
 *   <li>In texts the escapes {@code \"}, {@code \\}, {@code \b}, {@code \t}, {@code \n}, {@code \f}, {@code \r} and, for
 *       the other characters below U+0020, {@code \}{@code u001f} with lower-case digits. Everything else stands for
 *       itself, the slash and all letters of the world included.
 *   <li>{@code null} stays; no form of this library writes it.
 * </ul>
 *
 * <p>For every value that RFC 8785 (JSON Canonicalization Scheme) admits, this is its text; unlike it, decimals of more
 * digits than a double are kept exactly.
 *
 * <p><b>The limits</b>, the same for writing and reading, so that nothing can be written that cannot be read:
 *
 * <ul>
 *   <li>500 levels of lists and objects;
 *   <li>numbers as {@link Node.Numeral} has them: up to 1,000 digits, of size 10<sup>-9999</sup> to 10<sup>9999</sup>;
 *   <li>20,000,000 characters in a text and 50,000 in the name of a field;
 *   <li>no half of a surrogate pair, which has no UTF-8 form, and no field named twice in one object.
 * </ul>
 *
 * <p>A whole document may be as long as memory allows. Writing and reading take time and memory in proportion to its
 * length, and to n log n in the fields of one object.
 */
public final class CanonicalJson {
    private static final int DEEPEST = 500;
    private static final int LONGEST_TEXT = 20_000_000;
    private static final int LONGEST_NAME = 50_000;
    // One digit, a point, 999 more, a sign, and an exponent with its sign, and some room for other ways of writing it.
    private static final int LONGEST_NUMBER = Node.Numeral.MOST_DIGITS + 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private CanonicalJson() {}

    /**
     * The canonical text of the node.
     *
     * @throws IllegalArgumentException if the node is beyond one of the limits; see the class comment
     */
    public static String write(Node node) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(node, generator);
        } catch (StreamConstraintsException e) {
            throw new IllegalArgumentException(
                    "The value is nested deeper than " + DEEPEST + " levels. Maybe record it as a dataset.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Reads any JSON text, canonical or not, with blanks or without.
     *
     * @throws FormException if the text is not exactly one JSON value or is beyond one of the limits; see the class
     *     comment. The text itself is not repeated in the message
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
            generator.writeString(writable(text.value(), LONGEST_TEXT));
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
            Map<String, Node> values = fields.values();
            String[] names = values.keySet().toArray(new String[0]);
            Arrays.sort(names);
            for (String name : names) {
                generator.writeFieldName(writable(name, LONGEST_NAME));
                write(Objects.requireNonNull(values.get(name)), generator);
            }
            generator.writeEndObject();
        } else {
            generator.writeNull();
        }
    }

    private static String writable(String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("A text has " + text.length() + " characters. Expected at most "
                    + longest + ". Maybe record it as a dataset.");
        }
        if (!isWhole(text)) {
            throw new IllegalArgumentException(
                    "A text holds half of a surrogate pair. Maybe it was cut in the middle of a character.");
        }
        return text;
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int point = text.codePointAt(i++);
                if (point <= Character.MAX_SURROGATE) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String print(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= -6 && exponent < 21) {
            return value.toPlainString();
        }
        String digits = value.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + (exponent < 0 ? "e" : "e+") + exponent;
    }

    private static Node read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case VALUE_STRING -> new Node.Text(whole(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numeral(parser);
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
                    String name = whole(parser.currentName());
                    parser.nextToken();
                    fields.put(name, read(parser));
                }
                yield new Node.Fields(fields);
            }
            default -> throw new FormException("expected a JSON value, found " + token);
        };
    }

    private static String whole(String text) {
        if (!isWhole(text)) {
            throw new FormException("expected whole characters, found half of a surrogate pair");
        }
        return text;
    }

    private static Node.Numeral numeral(JsonParser parser) throws IOException {
        try {
            return new Node.Numeral(new BigDecimal(parser.getText()));
        } catch (IllegalArgumentException e) {
            throw new FormException(
                    "expected a number of ordinary size, found one with too many digits or too large" + " an exponent");
        }
    }
}
