package org.iltlib.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
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

    private static String read(ScoreLayout layout, List<String> header, CsvRecord record, List<Object> row) {
        if (record.getFieldCount() != header.size()) {
            return "has not as many cells as the header";
        }
        List<String> columns = layout.columns();
        List<String> cells = columns.stream()
                .map(column -> record.getField(header.indexOf(column)).strip())
                .toList();
        for (int c = 0; c < 3; c++) {
            if (cells.get(c).isEmpty()) {
                return columns.get(c) + " is empty";
            }
        }
        if (cells.get(1).length() > 200 || cells.get(1).chars().anyMatch(Character::isISOControl)) {
            return columns.get(1) + " is no id";
        }
        row.addAll(cells.subList(0, 2));
        try {
            row.add(GradeLevel.parse(cells.get(2)).code());
        } catch (IllegalArgumentException e) {
            return columns.get(2) + " is no grade";
        }
        int firstScore = 3 + layout.groups().size();
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
