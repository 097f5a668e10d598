package org.iltlib.exchange.oneroster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row while it is being read: its cells and what became of it. */
final class RowReading {
    private final int number;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final Map<String, OneRosterFile> references = new LinkedHashMap<>();
    private boolean refused;
    private boolean repaired;

    RowReading(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    Map<String, String> cells() {
        return cells;
    }

    Map<String, OneRosterFile> references() {
        return references;
    }

    List<String> values(String column) {
        return new ColumnRule(column, false, true, "text").values(cells.getOrDefault(column, ""));
    }

    void refuse() {
        refused = true;
    }

    void repair() {
        repaired = true;
    }

    boolean isSound() {
        return !refused;
    }

    boolean isRepaired() {
        return repaired && !refused;
    }

    RosterRow toRow(OneRosterFile file) {
        Map<String, String> rest = new LinkedHashMap<>(cells);
        rest.remove("sourcedId");
        return new RosterRow(file, cells.getOrDefault("sourcedId", ""), rest);
    }
}
