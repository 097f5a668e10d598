package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.iltlib.base.Checks;

/**
 * The groups that no table of a population divides further: everybody crossed by every attribute of any table. Tables by
 * different attributes overlap without a cell in common; each of their cells is a sum of these, and so all of them are
 * attacked together. A difference of two tables needs no cell of its own: were it proved to be small, so would be each
 * finest cell of it that is not empty.
 *
 * <p>Where one attribute lies inside another, as schools do in regions, readers know which: the finest cells that cannot
 * be are left out, and the empty cells of tables that follow are taken to be known.
 */
final class FinestCells {
    /** More finest cells than this are not attacked but refused. */
    static final int MOST = 3_000;

    private final LinkedCells.Builder cells;
    private final Function<TableRequest, List<CrossTable>> tabulator;
    private final Map<TableRequest, List<CrossTable>> tables = new LinkedHashMap<>();

    FinestCells(LinkedCells.Builder cells, Function<TableRequest, List<CrossTable>> tabulator) {
        this.cells = cells;
        this.tabulator = tabulator;
    }

    /** The tables of that request, counted once. */
    List<CrossTable> tables(TableRequest request) {
        return tables.computeIfAbsent(request, tabulator);
    }

    /**
     * Joins all tables asked for so far, whose cells were added already.
     *
     * @throws IllegalArgumentException if together they have too many attributes or finest cells
     */
    void join() {
        Set<String> names = new TreeSet<>();
        Set<String> measures = new TreeSet<>();
        List<TableRequest> requests = List.copyOf(tables.keySet());
        for (TableRequest request : requests) {
            names.addAll(request.by());
            measures.add(request.measure());
        }
        Checks.require(
                names.size() <= CrossTable.MOST_DIMENSIONS,
                "The tables of this population, with those released before, are by %s. Expected at most %s attributes"
                        + " together, else they cannot be compared. Maybe ask for fewer.",
                names,
                CrossTable.MOST_DIMENSIONS);
        boolean alike = measures.size() == 1
                && requests.stream().allMatch(request -> names.equals(new TreeSet<>(request.by())));
        Map<String, List<CrossTable>> finest = new TreeMap<>();
        measures.forEach(measure -> finest.put(measure, tables(TableRequest.of(measure, List.copyOf(names)))));
        Possible possible = new Possible(finest.values().iterator().next().get(0));
        if (!alike) {
            finest.values().forEach(all -> addLeaves(all, possible));
            addUnmeasured(finest, possible);
        }
        for (TableRequest request : requests) {
            List<CrossTable> found = tables(request);
            for (int i = 0; i < found.size(); i++) {
                List<CrossTable> whole = finest.getOrDefault(request.measure(), found);
                Checks.require(
                        whole.size() == found.size() && named(whole.get(i)).containsAll(named(found.get(i))),
                        "The tabulator counts %s otherwise than %s. Expected tables by what was asked for.",
                        whole.get(0),
                        request);
                settle(found.get(i), whole.get(i), possible, !alike);
            }
        }
    }

    private static List<String> named(CrossTable table) {
        return table.dimensions().stream().map(Dimension::name).toList();
    }

    private void addLeaves(List<CrossTable> all, Possible possible) {
        for (List<String> leaf : possible.leaves()) {
            int[] places = all.stream()
                    .mapToInt(table -> hiddenCell(table.name(leaf), table.kind(), table.countOf(leaf)))
                    .toArray();
            if (places.length == 3) {
                cells.sum(places[0], places[1], places[2]);
            }
        }
    }

    /** Those of a group who have no score are a group too: its size less the number of those who have. */
    private void addUnmeasured(Map<String, List<CrossTable>> finest, Possible possible) {
        List<CrossTable> everybody = finest.get("");
        if (everybody == null) {
            return;
        }
        finest.forEach((measure, all) -> {
            for (List<String> leaf : measure.isEmpty() ? List.<List<String>>of() : possible.leaves()) {
                long whole = everybody.get(0).countOf(leaf);
                long measured = all.get(0).countOf(leaf);
                Checks.require(
                        measured <= whole,
                        "More have a result in %s than there are. Expected a result of people who are counted.",
                        measure);
                String who = everybody.get(0).name(leaf);
                int without = hiddenCell("without " + measure + "; " + who, CountKind.GROUP, whole - measured);
                cells.sum(place(who), place(all.get(0).name(leaf)), without);
            }
        });
    }

    private int place(String name) {
        return cells.find(name).orElseThrow();
    }

    private int hiddenCell(String name, CountKind kind, long count) {
        OptionalInt found = cells.find(name);
        int place = cells.cell(name, kind, count);
        if (found.isEmpty()) {
            cells.unshown(place);
        }
        return place;
    }

    /** Says of what the cells of a table consist, and which of them nobody can be in. */
    private void settle(CrossTable table, CrossTable whole, Possible possible, boolean apart) {
        Map<List<String>, List<List<String>>> inside = new HashMap<>();
        int[] at = table.dimensions().stream()
                .mapToInt(dimension -> named(whole).indexOf(dimension.name()))
                .toArray();
        for (List<String> leaf : possible.leaves()) {
            List<String> codes = new ArrayList<>();
            for (int place : at) {
                codes.add(leaf.get(place));
            }
            inside.computeIfAbsent(codes, key -> new ArrayList<>()).add(leaf);
        }
        for (List<String> codes : table.leaves()) {
            int cell = place(table.name(codes));
            List<List<String>> parts = inside.getOrDefault(codes, List.of());
            if (apart && !parts.isEmpty()) {
                int[] places =
                        parts.stream().mapToInt(leaf -> place(whole.name(leaf))).toArray();
                if (places.length > 1 || places[0] != cell) {
                    cells.sum(cell, places);
                }
            }
        }
        for (List<String> codes : table.cells()) {
            if (table.leavesOf(codes).stream().noneMatch(inside::containsKey)) {
                cells.known(place(table.name(codes)));
            }
        }
    }

    /** The combinations that can be: all, but for attributes that lie inside others. */
    private static final class Possible {
        private final List<List<String>> leaves = new ArrayList<>();

        Possible(CrossTable finest) {
            long size = 1;
            for (Dimension dimension : finest.dimensions()) {
                size *= dimension.leavesUnder(dimension.root()).size();
                Checks.require(
                        size <= 50L * MOST,
                        "The tables of this population have more than %s finest cells. Maybe ask for fewer attributes.",
                        50L * MOST);
            }
            int count = finest.dimensions().size();
            List<List<String>> all = finest.leaves();
            List<Map<String, String>> maps = new ArrayList<>();
            for (int inner = 0; inner < count; inner++) {
                for (int outer = 0; outer < count; outer++) {
                    maps.add(inner == outer ? Map.of() : nested(finest, all, inner, outer));
                }
            }
            for (List<String> leaf : all) {
                boolean possible = true;
                for (int i = 0; i < maps.size(); i++) {
                    String outer = maps.get(i).get(leaf.get(i / count));
                    possible &= outer == null || outer.equals(leaf.get(i % count));
                }
                if (possible) {
                    leaves.add(leaf);
                }
            }
            Checks.require(
                    leaves.size() <= MOST,
                    "The tables of this population, with those released before, have %s finest cells. Expected at most"
                            + " %s. Maybe ask for fewer attributes.",
                    leaves.size(),
                    MOST);
        }

        List<List<String>> leaves() {
            return leaves;
        }

        /** In which code of the outer attribute each of the inner lies; nothing if one lies in two, or all in one. */
        private static Map<String, String> nested(CrossTable finest, List<List<String>> all, int inner, int outer) {
            Map<String, String> found = new TreeMap<>();
            for (List<String> leaf : all) {
                if (finest.countOf(leaf) > 0) {
                    String before = found.putIfAbsent(leaf.get(inner), leaf.get(outer));
                    if (before != null && !before.equals(leaf.get(outer))) {
                        return Map.of();
                    }
                }
            }
            return new TreeSet<>(found.values()).size() > 1 ? found : Map.of();
        }
    }
}
