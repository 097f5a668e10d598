package org.iltlib.exchange.oneroster;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.evidence.CsvRows;
import org.iltlib.evidence.EvidenceException;
import org.iltlib.exchange.oneroster.Diagnostic.Severity;

/** One reading of one package: the manifest, the tables, the references between them. */
final class PackageReading {
    private final Map<String, byte[]> files;
    private final boolean lenient;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, String> manifest = new HashMap<>();
    private final Map<OneRosterFile, TableReading> tables = new EnumMap<>(OneRosterFile.class);

    PackageReading(Map<String, byte[]> files, boolean lenient) {
        this.files = new TreeMap<>(files);
        this.lenient = lenient;
    }

    RosterImport read() {
        readManifest();
        boolean old = version().equals("1.1");
        for (OneRosterFile file : OneRosterFile.values()) {
            String announced = manifest.getOrDefault("file." + file.stem(), old ? "absent" : "");
            if (!Set.of("absent", "bulk", "delta").contains(announced)) {
                report(
                        "manifest.mode",
                        !lenient,
                        "manifest.csv",
                        "file." + file.stem(),
                        "expected absent, bulk or delta");
            }
            Optional<String> name = findName(file);
            if (name.isEmpty()) {
                if (announced.equals("bulk") || announced.equals("delta")) {
                    report(
                            "manifest.missingFile",
                            true,
                            "manifest.csv",
                            "file." + file.stem(),
                            "announced, but missing");
                }
                continue;
            }
            if (announced.equals("absent")) {
                report(
                        "manifest.present",
                        !lenient,
                        "manifest.csv",
                        "file." + file.stem(),
                        "announced as absent, but present");
            }
            List<ColumnRule> rules = old ? file.rules11() : file.rules();
            TableReading table =
                    new TableReading(file, name.get(), rules, announced.equals("delta"), lenient, diagnostics);
            table.read(records(name.get()));
            tables.put(file, table);
        }
        checkReferences();
        return result(old);
    }

    private String version() {
        return manifest.getOrDefault("oneroster.version", manifest.isEmpty() ? "1.0" : "1.2");
    }

    private void readManifest() {
        if (!files.containsKey("manifest.csv")) {
            report(
                    "manifest.missing",
                    !lenient,
                    "manifest.csv",
                    "",
                    "there is no manifest. Maybe the package is of version 1.0");
            return;
        }
        for (List<String> row : records("manifest.csv")) {
            if (row.size() == 2) {
                manifest.put(row.get(0), row.get(1));
            }
        }
        if (!Set.of("1.1", "1.2").contains(version())) {
            report("manifest.version", true, "manifest.csv", "oneroster.version", "expected 1.1 or 1.2");
        }
    }

    private Optional<String> findName(OneRosterFile file) {
        if (files.containsKey(file.fileName())) {
            return Optional.of(file.fileName());
        }
        Optional<String> other = files.keySet().stream()
                .filter(file.fileName()::equalsIgnoreCase)
                .findFirst();
        other.ifPresent(name ->
                report("package.fileCase", !lenient, name, "", "the name differs in case from " + file.fileName()));
        return other;
    }

    private List<List<String>> records(String name) {
        List<List<String>> records = new ArrayList<>();
        try {
            byte[] bytes = files.getOrDefault(name, new byte[0]);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            CsvRows.of(new ByteArrayInputStream(bytes)).forEachRemaining(row -> records.add(row.cells()));
        } catch (CharacterCodingException e) {
            report("csv.encoding", true, name, "", "is not UTF-8. Maybe it was saved by a spreadsheet as Windows-1252");
        } catch (EvidenceException e) {
            report(
                    "csv.syntax",
                    true,
                    name,
                    "",
                    "cannot be read beyond record " + records.size() + ". Maybe a quotation mark is never closed");
        }
        return records;
    }

    private void checkReferences() {
        for (TableReading table : tables.values()) {
            for (RowReading row : table.rows()) {
                row.references().forEach((column, target) -> {
                    TableReading to = tables.get(target);
                    boolean known = to != null && row.values(column).stream().allMatch(to.ids()::contains);
                    boolean elsewhere = table.isDelta() || (to != null && to.isDelta());
                    if (!known && !elsewhere) {
                        row.refuse();
                        diagnostics.add(Diagnostic.of(
                                "reference.unknown",
                                Severity.ERROR,
                                table.name(),
                                row.number(),
                                column,
                                "refers to nothing in " + target.fileName() + ". Maybe that file is older than this"));
                    }
                });
            }
        }
        for (boolean again = lenient; again; ) {
            again = refuseDependents();
        }
    }

    private boolean refuseDependents() {
        Map<OneRosterFile, Set<String>> sound = new EnumMap<>(OneRosterFile.class);
        tables.forEach((file, table) -> sound.put(file, table.soundIds()));
        boolean changed = false;
        for (TableReading table : tables.values()) {
            for (RowReading row : table.rows()) {
                for (Map.Entry<String, OneRosterFile> reference :
                        row.references().entrySet()) {
                    TableReading to = tables.get(reference.getValue());
                    if (row.isSound()
                            && to != null
                            && !table.isDelta()
                            && !to.isDelta()
                            && !sound.getOrDefault(reference.getValue(), new HashSet<>())
                                    .containsAll(row.values(reference.getKey()))) {
                        row.refuse();
                        changed = true;
                        diagnostics.add(Diagnostic.of(
                                "reference.refused",
                                Severity.ERROR,
                                table.name(),
                                row.number(),
                                reference.getKey(),
                                "refers to a row that was refused"));
                    }
                }
            }
        }
        return changed;
    }

    private RosterImport result(boolean old) {
        List<FileAccount> accounts = new ArrayList<>();
        List<RosterRow> rows = new ArrayList<>();
        for (TableReading table : tables.values()) {
            accounts.add(table.account());
            for (RowReading row : table.rows()) {
                if (row.isSound()) {
                    rows.addAll(old ? Version11.rows(table.file(), row.cells()) : List.of(row.toRow(table.file())));
                }
            }
        }
        RosterReport report = new RosterReport(version(), accounts, diagnostics);
        boolean refused = !lenient && !report.listErrors().isEmpty();
        return new RosterImport(refused ? Optional.empty() : Optional.of(Roster.of(rows)), report);
    }

    private void report(String code, boolean error, String file, String column, String message) {
        diagnostics.add(Diagnostic.of(code, error ? Severity.ERROR : Severity.WARNING, file, 0, column, message));
    }
}
