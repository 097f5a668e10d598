package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.jspecify.annotations.Nullable;

/**
 * Reads CASE packages, of version 1.0 or 1.1, with the deviations that real publishers show; see {@link CaseRule}. The
 * text is JSON in UTF-8, with or without a byte order mark, and may be packed with gzip. Immutable, thread-safe.
 *
 * <p>A package is read in one pass, in time linear in its length, and in memory far below the length of its text. Whatever
 * is not a package ends in an {@link ExchangeException} with the place, and with one of these codes: {@code case.empty},
 * {@code case.syntax}, {@code case.duplicate} (a member twice in one object), {@code case.limit} (see {@link CaseLimits}),
 * {@code case.shape}, {@code case.notAPackage}, {@code case.status}, {@code case.refused} (see {@link
 * #refusing(CaseRule...)}), {@code case.unreadable}.
 */
public final class CaseReader {
    private static final int BUFFER = 1 << 16;

    private final CaseLimits limits;
    private final Set<CaseRule> refused;
    private final JsonFactory factory;

    private CaseReader(CaseLimits limits, Set<CaseRule> refused) {
        this.limits = limits;
        this.refused = refused;
        this.factory = JsonFactory.builder()
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxStringLength(limits.maxTextLength())
                        .maxDocumentLength(limits.maxBytes())
                        .build())
                .build();
    }

    /** A reader with the limits of {@link CaseLimits#withDefaults()}, which refuses no deviation. */
    public static CaseReader withDefaults() {
        return new CaseReader(CaseLimits.withDefaults(), Set.of());
    }

    /** A copy with those limits. */
    public CaseReader withLimits(CaseLimits other) {
        return new CaseReader(other, refused);
    }

    /** A copy that refuses longer texts. */
    public CaseReader withMaxBytes(long bytes) {
        return withLimits(limits.toBuilder().maxBytes(bytes).build());
    }

    /**
     * A copy that refuses a package in which one of those rules is used: such as {@link CaseRule#CIRCLE}, {@link
     * CaseRule#IDENTITY_TWICE}, {@link CaseRule#SEVERAL_PARENTS} or {@link CaseRule#ORPHAN} for who cannot live with them.
     */
    public CaseReader refusing(CaseRule... rules) {
        Set<CaseRule> all = EnumSet.noneOf(CaseRule.class);
        all.addAll(refused);
        all.addAll(List.of(rules));
        return new CaseReader(limits, all);
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
        return read(bytes(text));
    }

    /** Reads the package from that stream, which is left open; see {@link #read(Path)}. */
    public CaseImport read(InputStream in) {
        return reading(in, null).result();
    }

    /**
     * Tells the package in that stream, which is left open, to the visitor, piece by piece; what it was told before an
     * exception was right so far. Keeps no item and no association but what finds second ones and circles: some 40 bytes each.
     *
     * @return what became of every value
     * @throws ExchangeException as {@link #read(Path)}
     */
    public CaseImportReport visit(InputStream in, CaseVisitor visitor) {
        return reading(in, visitor).notes().report();
    }

    private PackageReading reading(InputStream in, @Nullable CaseVisitor visitor) {
        return guarded(in, (parser, window) -> {
            PackageReading reading = new PackageReading(parser, window, limits, visitor);
            try {
                reading.read();
            } catch (IllegalArgumentException e) {
                throw halved(reading.where(), e);
            }
            refuse(reading.notes().report());
            return reading;
        });
    }

    private void refuse(CaseImportReport report) {
        List<String> problems = report.notes().stream()
                .filter(note -> refused.contains(note.rule()))
                .map(CaseImportReport.Note::toString)
                .toList();
        if (!problems.isEmpty()) {
            throw new ExchangeException(
                    "case.refused", "The package has what is refused here. First: " + problems.get(0), problems);
        }
    }

    /**
     * Reads one object that stands alone, such as the answer to {@code /CFItems/{id}}: flat, as the standard has it, or in
     * a member with the name of its type.
     *
     * @return its members in the form of the standard, and the report
     * @throws ExchangeException as {@link #read(Path)}
     */
    public CaseAnswer readObject(InputStream in, CaseShape shape) {
        return guarded(in, (parser, window) -> new AnswerReading(parser, window, limits).object(shape));
    }

    /** As {@link #readObject(InputStream, CaseShape)}. */
    public CaseAnswer readObject(String text, CaseShape shape) {
        return readObject(bytes(text), shape);
    }

    /**
     * Reads a list of documents, the answer to {@code /CFDocuments}: in a member of that name, or bare.
     *
     * @return the documents in the form of the standard, and the report
     * @throws ExchangeException as {@link #read(Path)}
     */
    public CaseAnswer readDocuments(InputStream in) {
        return guarded(in, (parser, window) -> new AnswerReading(parser, window, limits).documents());
    }

    /** As {@link #readDocuments(InputStream)}. */
    public CaseAnswer readDocuments(String text) {
        return readDocuments(bytes(text));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Work<A> {
        A of(JsonParser parser, Window window) throws IOException;
    }

    private <A> A guarded(InputStream in, Work<A> work) {
        Window window = null;
        try {
            window = new Window(unpacked(in), limits.maxBytes());
            if (window.isWide()) {
                throw new ExchangeException(
                        "case.syntax", "The text is not in UTF-8. Maybe it was saved as UTF-16 or UTF-32.");
            }
            try (JsonParser parser = factory.createParser(window)) {
                try {
                    return work.of(parser, window);
                } catch (IllegalArgumentException e) {
                    throw halved(place(parser.currentLocation(), window), e);
                }
            }
        } catch (StreamConstraintsException e) {
            throw new ExchangeException(
                    "case.limit",
                    place(e.getLocation(), window) + "the text is too deep, too long, or has too long a value."
                            + " Maybe raise the limits.");
        } catch (JsonProcessingException e) {
            throw new ExchangeException(
                    "case.syntax",
                    place(e.getLocation(), window) + "the text breaks off, or is not JSON in UTF-8. Maybe the file"
                            + " was not loaded to its end.");
        } catch (IOException e) {
            throw new ExchangeException(
                    "case.unreadable", "The stream cannot be read. Maybe it is cut off or not in UTF-8.", e);
        }
    }

    private static ExchangeException halved(String where, IllegalArgumentException cause) {
        return new ExchangeException(
                "case.syntax", where + "a character is cut in half: one surrogate stands without the other.", cause);
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    private static String place(@Nullable JsonLocation place, @Nullable Window window) {
        return place == null || window == null ? "" : capital(Tokens.place(place, window.drift())) + ": ";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
