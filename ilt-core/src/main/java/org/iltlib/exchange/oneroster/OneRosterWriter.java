package org.iltlib.exchange.oneroster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.iltlib.base.Checks;

/**
 * Writes a roster as OneRoster CSV 1.2, bulk, in strict form and always the same bytes: files in the order of the
 * manifest, rows by id, CRLF, no byte order mark, no password. Immutable, thread-safe.
 */
public final class OneRosterWriter {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final String systemName;

    private OneRosterWriter(String systemName) {
        this.systemName = systemName;
    }

    /** A writer that names ILT as the source system. */
    public static OneRosterWriter withDefaults() {
        return new OneRosterWriter("ILT");
    }

    /** A copy that names that source system in the manifest. */
    public OneRosterWriter withSystemName(String name) {
        return new OneRosterWriter(Checks.text(name, "system name"));
    }

    /**
     * The texts of the files by file name, the manifest among them.
     *
     * @throws ExchangeException if the roster is not a valid bulk package; it lists every fault
     */
    public Map<String, String> write(Roster roster) {
        Map<String, String> texts = new LinkedHashMap<>();
        StringBuilder manifest =
                new StringBuilder("propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\n");
        for (OneRosterFile file : OneRosterFile.values()) {
            List<RosterRow> rows = roster.list(file);
            manifest.append("file.").append(file.stem()).append(rows.isEmpty() ? ",absent\r\n" : ",bulk\r\n");
            if (!rows.isEmpty()) {
                texts.put(file.fileName(), table(file, rows));
            }
        }
        manifest.append("source.systemName,").append(quote(systemName)).append("\r\n");
        texts.put("manifest.csv", manifest.toString());
        refuseFaults(texts);
        return texts;
    }

    private static void refuseFaults(Map<String, String> texts) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        texts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        List<Diagnostic> errors = OneRosterReader.strict().read(bytes).report().listErrors();
        if (!errors.isEmpty()) {
            throw new ExchangeException(
                    "roster.invalid",
                    "The roster has " + errors.size() + " faults. First: " + errors.get(0),
                    errors.stream().map(Diagnostic::toString).toList());
        }
    }

    /**
     * Writes the files into that directory, which is made if need be; other files there are left alone.
     *
     * @throws ExchangeException if the roster is not valid, or the files cannot be written
     */
    public void writeDirectory(Roster roster, Path directory) {
        Map<String, String> texts = write(roster);
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(directory.resolve(text.getKey()), text.getValue());
            }
        } catch (IOException e) {
            throw new ExchangeException("package.unwritable", "The directory cannot be written.", e);
        }
    }

    /**
     * Writes the files into a ZIP, replacing what is there.
     *
     * @throws ExchangeException if the roster is not valid, or the file cannot be written
     */
    public void writeZip(Roster roster, Path zip) {
        Map<String, String> texts = write(roster);
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                ZipEntry entry = new ZipEntry(text.getKey());
                entry.setTimeLocal(NO_TIME);
                entries.putNextEntry(entry);
                entries.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                entries.closeEntry();
            }
        } catch (IOException e) {
            throw new ExchangeException("package.unwritable", "The ZIP cannot be written.", e);
        }
    }

    private static String table(OneRosterFile file, List<RosterRow> rows) {
        List<String> columns = new ArrayList<>(file.columns());
        TreeSet<String> metadata = new TreeSet<>();
        rows.forEach(row -> metadata.addAll(row.cells().keySet()));
        columns.forEach(metadata::remove);
        columns.addAll(metadata);
        StringBuilder text = new StringBuilder(line(columns));
        for (RosterRow row : rows) {
            text.append(line(columns.stream()
                    .map(column -> column.equals("sourcedId")
                            ? row.sourcedId()
                            : row.find(column).orElse(""))
                    .toList()));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return String.join(",", cells.stream().map(OneRosterWriter::quote).toList()) + "\r\n";
    }

    private static String quote(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
