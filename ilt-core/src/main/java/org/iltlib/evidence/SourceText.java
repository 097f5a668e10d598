package org.iltlib.evidence;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The text of a source, the one way in which all readers of evidence open it: plain or gzip, UTF-8 with or without a byte
 * order mark, of which every byte is hashed. Other encodings are refused. After the text come a line break and {@link
 * #END}: in a row of its own if all quotations are closed, and inside the last quotation if it is not. Not thread-safe.
 */
final class SourceText extends Reader {
    /** What stands alone in the last row of a text that is whole; no character. */
    static final char END = '\uFFFF';

    private static final char[] TAIL = {'\n', END};
    private static final int[] MARK = {0xef, 0xbb, 0xbf};

    private final Reader reader;
    private final MessageDigest digest;
    private int tail;

    private SourceText(Reader reader, MessageDigest digest) {
        this.reader = reader;
        this.digest = digest;
    }

    /**
     * The text of that source, which the caller closes.
     *
     * @throws EvidenceException if it is UTF-16
     * @throws IOException if the first bytes cannot be read
     */
    static SourceText of(InputStream stream) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(ScoreTableReader.unzipped(stream), 1 << 16);
        bytes.mark(MARK.length);
        byte[] first = bytes.readNBytes(MARK.length);
        bytes.reset();
        boolean marked = first.length == MARK.length;
        for (int i = 0; i < first.length; i++) {
            marked &= (first[i] & 0xff) == MARK[i];
        }
        int two = first.length < 2 ? -1 : (first[0] & 0xff) << 8 | (first[1] & 0xff);
        if (two >= 0 && (two == 0xfffe || two == 0xfeff || first[0] == 0 || first[1] == 0)) {
            throw new EvidenceException(
                    "the source is not UTF-8: it looks like UTF-16. Maybe save it as CSV in UTF-8.");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (marked) {
                bytes.skipNBytes(MARK.length);
                digest.update(first);
            }
            InputStream hashed = new DigestInputStream(bytes, digest);
            return new SourceText(
                    new InputStreamReader(
                            hashed,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = tail > 0 ? -1 : reader.read(target, offset, length);
        if (count >= 0 || tail == TAIL.length) {
            return count;
        }
        target[offset] = TAIL[tail++];
        return 1;
    }

    /** The digest of the uncompressed bytes, once they have been read to their end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** The words for a quotation that has no end. */
    static EvidenceException unclosed(long line) {
        return new EvidenceException(
                "row " + line + ": a quotation mark is never closed. Maybe the file was cut short.", line, null);
    }

    /** The words for a source that breaks off. */
    static EvidenceException broken(long line, Exception cause) {
        long after = Math.max(1, line);
        return new EvidenceException(
                "the source breaks off or is not UTF-8 after line " + after
                        + ". Maybe a file was cut short, or saved in another encoding.",
                after,
                cause);
    }

    /** The words for what the parser refuses, which never hold what it found. */
    static EvidenceException noCsv(long last, CsvParseException trouble) {
        long line = Math.max(1, last);
        StringBuilder words = new StringBuilder();
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            words.append(cause.getMessage()).append(' ');
        }
        String said = words.toString();
        String reason = "the source is no CSV after line " + line + ". Maybe a quotation mark is never closed.";
        if (said.contains("fields")) {
            reason = "a row at or after line " + line + " has too many columns. Expected at most 16384.";
        } else if (said.contains("buffer size") || said.contains("field size") || said.contains("record size")) {
            reason = "a cell at or after line " + line
                    + " is too large. Maybe a quotation mark is never closed, or the file is no CSV.";
        }
        return new EvidenceException(reason, line, null);
    }
}
