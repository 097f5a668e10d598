package org.iltlib.evidence;

import java.util.List;
import org.iltlib.base.GradeLevel;
import org.iltlib.evidence.column.Codes;
import org.iltlib.evidence.column.LabelPool;
import org.iltlib.evidence.column.PooledLabels;

/** A growing column of labels, coded in the order of first appearance. Not thread-safe. */
final class LabelRows {
    /** Up to so many labels are kept as texts, for speed; more of them as bytes. */
    private static final int FEW = 4096;

    /** So many rows that the waits for memory overlap, and so few that what they bring stays in the nearest cache. */
    static final int TOUCHED = 128;

    private final String name;
    private final LabelPool pool = new LabelPool();
    private final Codes.Growing rows = new Codes.Growing();
    private final long[] hashes = new long[TOUCHED];

    LabelRows(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Brings what the labels of those rows need near, before they are asked for one by one. */
    void touch(CellRows cells, int place, int first, int end) {
        for (int row = first; row < end; row++) {
            hashes[row % TOUCHED] = LabelPool.hash(cells.bytes(), cells.from(row, place), cells.to(row, place));
        }
        pool.touch(hashes, end - first);
    }

    /** The code of the label in that cell of a row that was touched; {@link #putCode} adds it as a row. */
    int codeOf(CellRows cells, int row, int place) {
        return pool.codeOf(cells.bytes(), cells.from(row, place), cells.to(row, place), hashes[row % TOUCHED]);
    }

    /** Adds that cell as a row; answers whether it has a label. */
    boolean put(CellRows cells, int row, int place) {
        int from = cells.from(row, place);
        int to = cells.to(row, place);
        if (from == to) {
            rows.add(LabelColumn.NONE);
            return false;
        }
        rows.add(pool.codeOf(cells.bytes(), from, to, LabelPool.hash(cells.bytes(), from, to)));
        return true;
    }

    void putCode(int code) {
        rows.add(code);
    }

    /** The rows so far, their labels in natural order; a label that no row has is left out. */
    LabelColumn column() {
        boolean[] used = new boolean[pool.size()];
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row) != LabelColumn.NONE) {
                used[rows.get(row)] = true;
            }
        }
        PooledLabels labels = pool.sorted(used);
        int[] places = labels.places(pool.size());
        List<String> levels = labels.size() <= FEW ? List.copyOf(labels) : labels.alone();
        return new LabelColumn(name, levels, recoded(levels.size(), places, 0));
    }

    /** The rows so far, of which the codes are the numbers of grades; from youngest to oldest. */
    LabelColumn gradeColumn() {
        int youngest = GradeLevel.PREKINDERGARTEN.number();
        int[] places = new int[14];
        for (int row = 0; row < rows.size(); row++) {
            places[rows.get(row) - youngest] = 1;
        }
        List<String> levels = GradeLevel.range(GradeLevel.PREKINDERGARTEN, GradeLevel.of(12))
                .filter(grade -> places[grade.number() - youngest] > 0)
                .map(GradeLevel::code)
                .toList();
        int place = 0;
        for (int i = 0; i < places.length; i++) {
            int here = places[i];
            places[i] = place;
            place += here;
        }
        return new LabelColumn(name, levels, recoded(levels.size(), places, -youngest));
    }

    private Codes recoded(int levels, int[] places, int shift) {
        return Codes.collect(rows.size(), LabelColumn.NONE, Math.max(levels - 1, 0), row -> {
            int code = rows.get(row) + shift;
            return code < 0 ? LabelColumn.NONE : places[code];
        });
    }
}
