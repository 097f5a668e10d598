package org.iltlib.exchange.oneroster;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * Who learns and teaches where: the rows of all files. Immutable.
 *
 * @param rows the rows, by file in the order of {@link OneRosterFile}, then by id
 */
public record Roster(List<RosterRow> rows) {
    /** Sorts the rows and checks that no file has an id twice. */
    public Roster {
        rows = rows.stream()
                .sorted(Comparator.comparing(RosterRow::file).thenComparing(RosterRow::sourcedId))
                .toList();
        Checks.distinct(rows.stream().map(RosterRow::toString).toList(), "rows");
    }

    /** The roster of those rows, in any order. */
    public static Roster of(Collection<RosterRow> rows) {
        return new Roster(List.copyOf(rows));
    }

    /** The rows of that file, by id. */
    public List<RosterRow> list(OneRosterFile file) {
        return rows.stream().filter(row -> row.file() == file).toList();
    }

    /** The row with that id in that file, if there is one. Linear. */
    public Optional<RosterRow> find(OneRosterFile file, String sourcedId) {
        return rows.stream()
                .filter(row -> row.file() == file && row.sourcedId().equals(sourcedId))
                .findFirst();
    }

    /** The number of rows only. */
    @Override
    public String toString() {
        return "roster of " + rows.size() + " rows";
    }
}
