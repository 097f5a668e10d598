package org.iltlib.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.MissingReason;

/** What reading means, row by row, with a text for each cell: the reference for the reader that makes columns. */
final class PlainScoreReader {
    /** For each kept row student, unit, grade, the groups, then the scores as numbers or reasons. */
    final List<List<Object>> rows = new ArrayList<>();

    final TreeMap<String, Long> rejections = new TreeMap<>();

    PlainScoreReader(ScoreLayout layout, String csv) {
        Iterator<CsvRecord> records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(csv)
                .iterator();
        List<String> header = records.next().getFields();
        Set<List<Object>> seen = new HashSet<>();
        while (records.hasNext()) {
            CsvRecord record = records.next();
            List<Object> row = new ArrayList<>();
            String rejected = read(layout, header, record, row);
            if (rejected == null && !seen.add(List.of(row.get(0), row.get(2)))) {
                rejected = "repeats a student in a grade";
            }
            if (rejected == null) {
                rows.add(row);
            } else {
                rejections.merge(rejected, 1L, Long::sum);
            }
        }
    }

    private static boolean isLabel(String cell) {
        return cell.length() <= 200 && cell.chars().noneMatch(Character::isISOControl);
    }

    private static String read(ScoreLayout layout, List<String> header, CsvRecord record, List<Object> row) {
        if (record.getFieldCount() != header.size()) {
            return record.getFieldCount() > header.size()
                    ? "has more cells than the header"
                    : "has not as many cells as the header";
        }
        List<String> columns = layout.columns();
        List<String> cells = columns.stream()
                .map(column -> Normalizer.normalize(
                        record.getField(header.indexOf(column)).strip(), Normalizer.Form.NFC))
                .toList();
        for (int c = 0; c < 3; c++) {
            if (cells.get(c).isEmpty()) {
                return columns.get(c) + " is empty";
            }
        }
        for (int c = 0; c < 2; c++) {
            if (!isLabel(cells.get(c))) {
                return columns.get(c) + " is no id";
            }
        }
        row.addAll(cells.subList(0, 2));
        try {
            row.add(GradeLevel.parse(cells.get(2)).code());
        } catch (IllegalArgumentException e) {
            return columns.get(2) + " is no grade";
        }
        int firstScore = 3 + layout.groups().size();
        for (int c = 3; c < firstScore; c++) {
            if (!isLabel(cells.get(c))) {
                return columns.get(c) + " is no label";
            }
        }
        row.addAll(cells.subList(3, firstScore));
        for (int c = firstScore; c < cells.size(); c++) {
            String cell = cells.get(c);
            MissingReason reason =
                    layout.missing().getOrDefault(cell, cell.isEmpty() ? MissingReason.NOT_COLLECTED : null);
            if (reason != null) {
                row.add(reason);
            } else if (cell.matches("[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)(e[-+]?[0-9]+)?")
                    && Double.isFinite(Double.parseDouble(cell))) {
                row.add(Double.parseDouble(cell));
            } else {
                return columns.get(c) + " is no number";
            }
        }
        return null;
    }
}
