package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.Node;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CASE package, of version 1.0 or 1.1, with the deviations that real publishers show. Immutable, thread-safe.
 * Linear in the length of the text.
 */
public final class CaseReader {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;

    private final long maxBytes;

    private CaseReader(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A reader that refuses texts of more than 256 MiB, 64 levels, or a member of more than a million characters. */
    public static CaseReader withDefaults() {
        return new CaseReader(256L << 20);
    }

    /** A copy that refuses longer texts. */
    public CaseReader withMaxBytes(long bytes) {
        return new CaseReader(Checks.positive(bytes, "bytes"));
    }

    /**
     * Reads the package in that file.
     *
     * @throws ExchangeException if the file cannot be read, is hostile, or holds no package
     */
    public CaseImport read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new ExchangeException("case.unreadable", "The file cannot be read. Maybe the path is wrong.", e);
        }
    }

    /** Reads the package in that text; see {@link #read(Path)}. */
    public CaseImport read(String text) {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads the package from that stream, which is left open; see {@link #read(Path)}. */
    public CaseImport read(InputStream in) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxDocumentLength(maxBytes)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(in)) {
            if (parser.nextToken() == null) {
                throw new ExchangeException("case.empty", "The text is empty. Expected a CASE package.");
            }
            Node root = read(parser);
            if (parser.nextToken() != null) {
                throw new ExchangeException("case.syntax", "There is more after the package. Expected one JSON value.");
            }
            return Normalising.of(root);
        } catch (JsonProcessingException e) {
            throw new ExchangeException(
                    "case.syntax", place(e.getLocation()) + "not JSON, a member twice, or too deep or too long.");
        } catch (IOException e) {
            throw new ExchangeException("case.unreadable", "The stream cannot be read.", e);
        }
    }

    private static String place(@Nullable JsonLocation place) {
        return place == null ? "" : "Line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
    }

    private static Node read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> new Node.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Numeral(parser.getDecimalValue());
            case VALUE_TRUE -> new Node.Flag(true);
            case VALUE_FALSE -> new Node.Flag(false);
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
            default -> new Node.Nothing();
        };
    }
}
