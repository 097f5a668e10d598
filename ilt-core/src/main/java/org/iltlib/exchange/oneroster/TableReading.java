package org.iltlib.exchange.oneroster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.exchange.oneroster.Diagnostic.Severity;

/** One reading of one table: its header, then each row and cell. */
final class TableReading {
    private final OneRosterFile file;
    private final String name;
    private final List<ColumnRule> rules;
    private final boolean delta;
    private final boolean lenient;
    private final List<Diagnostic> diagnostics;
    private final List<RowReading> rows = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> header = new ArrayList<>();

    TableReading(
            OneRosterFile file,
            String name,
            List<ColumnRule> rules,
            boolean delta,
            boolean lenient,
            List<Diagnostic> diagnostics) {
        this.file = file;
        this.name = name;
        this.rules = rules;
        this.delta = delta;
        this.lenient = lenient;
        this.diagnostics = diagnostics;
    }

    OneRosterFile file() {
        return file;
    }

    String name() {
        return name;
    }

    boolean isDelta() {
        return delta;
    }

    List<RowReading> rows() {
        return rows;
    }

    Set<String> ids() {
        return ids;
    }

    Set<String> soundIds() {
        Set<String> sound = new HashSet<>();
        rows.stream()
                .filter(RowReading::isSound)
                .forEach(row -> sound.add(row.cells().getOrDefault("sourcedId", "")));
        return sound;
    }

    void read(List<List<String>> records) {
        if (records.size() < 2) {
            report("table.empty", true, 0, "", "has no rows. Maybe leave the file out");
            return;
        }
        boolean usable = readHeader(records.get(0));
        Map<String, ColumnRule> byName = new HashMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        for (int i = 1; i < records.size(); i++) {
            RowReading row = new RowReading(i + 1);
            rows.add(row);
            if (!usable) {
                row.refuse();
            } else if (records.get(i).size() != header.size()) {
                row.refuse();
                report("row.width", true, i + 1, "", "expected " + header.size() + " fields as in the header");
                if (!records.get(i).isEmpty()) {
                    ids.add(records.get(i).get(0));
                }
            } else {
                readRow(row, records.get(i), byName);
            }
        }
    }

    private boolean readHeader(List<String> names) {
        boolean usable = true;
        List<String> known = rules.stream().map(ColumnRule::name).toList();
        for (int i = 0; i < names.size(); i++) {
            String column = names.get(i);
            Optional<String> match =
                    known.stream().filter(column::equalsIgnoreCase).findFirst();
            if (column.isBlank()) {
                report("table.unnamedColumn", !lenient, 1, "", "column " + (i + 1) + " has no name");
            } else if (match.isPresent() && !column.equals(match.get())) {
                report("table.headerCase", !lenient, 1, match.get(), "the name differs in case");
            } else if (match.isEmpty() && !column.startsWith("metadata.")) {
                report(
                        "table.unknownColumn",
                        !lenient,
                        1,
                        "",
                        "column " + (i + 1) + " is not known. Maybe it should begin with metadata.");
            }
            String chosen = match.orElse(column.startsWith("metadata.") ? column : "");
            if (!chosen.isEmpty() && header.contains(chosen)) {
                report("table.duplicateColumn", true, 1, chosen, "stands twice");
                usable = false;
            }
            header.add(chosen);
        }
        List<String> present = header.stream().filter(known::contains).toList();
        for (String column : known) {
            if (!present.contains(column)) {
                boolean needed = rules.get(known.indexOf(column)).required();
                report("table.missingColumn", needed || !lenient, 1, column, "the column is missing");
                usable &= !needed;
            }
        }
        if (!known.stream().filter(present::contains).toList().equals(present)) {
            report("table.columnOrder", !lenient, 1, "", "the columns stand in another order");
        }
        return usable;
    }

    private void readRow(RowReading row, List<String> fields, Map<String, ColumnRule> byName) {
        for (int i = 0; i < fields.size(); i++) {
            String column = header.get(i);
            if (column.isEmpty() || column.equals("password")) {
                continue;
            }
            ColumnRule rule = byName.getOrDefault(column, new ColumnRule(column, false, false, "text"));
            String cell = readCell(row, rule, fields.get(i));
            if (!cell.isEmpty()) {
                row.cells().put(column, cell);
                rule.target()
                        .flatMap(OneRosterFile::findByStem)
                        .filter(target -> rule.fault(cell).isEmpty())
                        .ifPresent(target -> row.references().put(column, target));
            }
        }
        String id = row.cells().getOrDefault("sourcedId", "");
        if (!id.isEmpty() && !ids.add(id)) {
            fault(row, "row.duplicateId", "sourcedId", "a row above has the same id");
        }
        if (row.values("subjects").size() != row.values("subjectCodes").size()) {
            notice(row, "semantic.subjectCodes", "subjectCodes", "expected one code for each subject");
        }
    }

    private String readCell(RowReading row, ColumnRule rule, String raw) {
        String cell = raw;
        if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
            notice(row, "row.lineBreak", rule.name(), "a field holds a line break");
            cell = cell.replaceAll("[\r\n]+", " ").strip();
        }
        boolean life = rule.name().equals("status") || rule.name().equals("dateLastModified");
        if (life && !delta && !cell.isEmpty()) {
            notice(row, "row.filledInBulk", rule.name(), "expected blank in a bulk file");
            return "";
        }
        if (cell.isBlank() && (rule.required() || (life && delta))) {
            fault(row, "row.required", rule.name(), "is blank, but required");
            return "";
        }
        Optional<String> wrong = rule.fault(cell);
        if (wrong.isEmpty()) {
            return cell;
        }
        Optional<String> repaired = rule.repair(cell);
        if (repaired.isPresent()) {
            notice(row, "row.spelling", rule.name(), wrong.get());
            return repaired.get();
        }
        if (rule.isEnum() && !life) {
            notice(row, "row.vocabulary", rule.name(), wrong.get() + ". Maybe an extension without ext:");
            return cell;
        }
        fault(row, "row.value", rule.name(), wrong.get());
        return cell;
    }

    private void fault(RowReading row, String code, String column, String message) {
        row.refuse();
        report(code, true, row.number(), column, message);
    }

    private void notice(RowReading row, String code, String column, String message) {
        if (lenient) {
            row.repair();
            report(code, false, row.number(), column, message);
        } else {
            fault(row, code, column, message);
        }
    }

    private void report(String code, boolean error, int record, String column, String message) {
        diagnostics.add(Diagnostic.of(code, error ? Severity.ERROR : Severity.WARNING, name, record, column, message));
    }

    FileAccount account() {
        int refused = (int) rows.stream().filter(row -> !row.isSound()).count();
        int repaired = (int) rows.stream().filter(RowReading::isRepaired).count();
        return new FileAccount.Builder()
                .file(file)
                .read(rows.size())
                .accepted(rows.size() - refused - repaired)
                .repaired(repaired)
                .refused(refused)
                .build();
    }
}
