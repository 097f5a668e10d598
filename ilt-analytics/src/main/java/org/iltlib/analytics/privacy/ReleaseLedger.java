package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What was published, and a guard over what comes next. A new table is protected together with all earlier ones of the
 * same population: what was shown is known to the reader and cannot be withheld any more; what was withheld is still to
 * be protected; and the change between two days is a cell like any other. Immutable.
 *
 * <p>Tables of the same data are attacked together on the finest cells, those of all attributes of any of their tables,
 * so that tables by different attributes are compared too. The difference of two tables needs no cell of its own: it is
 * a sum of finest cells, and were it proved to be small, so would be each of them that is not empty. Where more than
 * {@value CrossTable#MOST_DIMENSIONS} attributes or too many finest cells come together, the release is refused. If one
 * attribute lies inside another, as schools do in regions, readers are taken to know which.
 *
 * <p>Other data of the same population are attacked twice: with all changes of shown numbers as cells, and as if nothing
 * had changed, so that what was withheld then cannot be found from what is shown now. Populations are the same if their
 * names are, apart from capitals and blanks.
 *
 * <pre>{@code
 * ReleaseNote next = ReleaseNote.builder().name("autumn").population("students of Maple Grove") … .build();
 * SafeCells cells = ledger.protect(next, suppressor, tabulator);
 * if (cells.isSafe()) {
 *     Release release = ledger.release(next, cells);
 *     ledger = ledger.with(release);
 * }
 * }</pre>
 *
 * @param notes what was published, oldest first
 */
public record ReleaseLedger(List<ReleaseNote> notes) {
    /** The written form. */
    public static final Form<ReleaseLedger> FORM =
            Form.of("notes", Forms.listOf(ReleaseNote.FORM), ReleaseLedger::notes, ReleaseLedger::new);

    /** A ledger in which nothing stands. */
    public static final ReleaseLedger EMPTY = new ReleaseLedger(List.of());

    /** Copies the notes; refuses a name that stands twice. */
    public ReleaseLedger {
        notes = List.copyOf(notes);
        Checks.distinct(notes.stream().map(ReleaseNote::name).toList(), "releases");
    }

    /** A copy with that release at the end. */
    public ReleaseLedger with(Release release) {
        List<ReleaseNote> more = new ArrayList<>(notes);
        more.add(release.note());
        return new ReleaseLedger(more);
    }

    /**
     * The cells of the tables that a note asks for, protected together with what was published before. Safe unless what
     * was published before gives something away already ({@link SafeCells#isSafe}).
     *
     * @param next the tables, of whom and when; its shown numbers are not looked at
     * @param suppressor what to withhold, under which policy
     * @param tabulator counts a table of the present data: each request gives one table, or three where a trait is
     *     counted (the group, those with it and those without)
     * @throws IllegalArgumentException if an earlier note tells another count of the same data, or is of a later day, or
     *     the tables cannot be compared
     */
    public SafeCells protect(
            ReleaseNote next, Suppressor suppressor, Function<TableRequest, List<CrossTable>> tabulator) {
        for (ReleaseNote note : notes) {
            Checks.require(
                    !samePopulation(note, next) || !next.date().isBefore(note.date()),
                    "The release \"%s\" is of %s, before \"%s\" of %s. Expected the order of days.",
                    next.name(),
                    next.date(),
                    note.name(),
                    note.date());
        }
        List<ReleaseNote> others = earlier(next, false);
        LinkedCells.Builder cells = model(next, suppressor.policy(), tabulator, List.of());
        others.forEach(note -> addChanges(cells, note));
        SafeCells safe = suppressor.protect(cells.build());
        return others.isEmpty()
                ? safe
                : safe.also(suppressor.protect(
                        model(next, suppressor.policy(), tabulator, others).build()));
    }

    /** The cells asked for, those of earlier tables of the same data, and of those days that are taken to be the same. */
    private LinkedCells.Builder model(
            ReleaseNote next,
            PrivacyPolicy policy,
            Function<TableRequest, List<CrossTable>> tabulator,
            List<ReleaseNote> unchanged) {
        LinkedCells.Builder cells = LinkedCells.builder();
        FinestCells finest = new FinestCells(cells, tabulator);
        Set<Integer> asked = new LinkedHashSet<>();
        Set<Integer> beside = new LinkedHashSet<>();
        Set<Integer> alone = new LinkedHashSet<>();
        for (TableRequest request : next.tables()) {
            List<CrossTable> tables = finest.tables(request);
            List<Integer> places = add(cells, tables, policy);
            asked.addAll(places);
            boolean shares = tables.size() == 3 && !policy.countsShown();
            (shares ? beside : alone).addAll(places.subList(0, shares ? places.size() / 3 : places.size()));
        }
        beside.removeAll(alone);
        beside.forEach(cells::silent);
        for (ReleaseNote note : earlier(next, true)) {
            addEarlier(cells, finest, note, policy, asked);
            note.shown().forEach((name, count) -> cells.known(cells.cell(name, cells.kindOf(name), count)));
            note.ranges().forEach((name, range) -> cells.find(name).ifPresent(cell -> cells.told(cell, range)));
        }
        for (ReleaseNote note : unchanged) {
            addEarlier(cells, finest, note, policy, asked);
            for (String name : note.shown().keySet()) {
                cells.find(name).ifPresent(cell -> {
                    if (!policy.hides(cells.kindOf(name), cells.countOf(cell))) {
                        cells.known(cell);
                    }
                });
            }
            note.ranges()
                    .forEach((name, range) -> cells.find(name).ifPresent(cell -> {
                        if (range.holds(cells.countOf(cell))) {
                            cells.told(cell, range);
                        }
                    }));
        }
        finest.join();
        return cells;
    }

    private static void addEarlier(
            LinkedCells.Builder cells, FinestCells finest, ReleaseNote note, PrivacyPolicy policy, Set<Integer> asked) {
        for (TableRequest request : note.tables()) {
            for (int cell : add(cells, finest.tables(request), policy)) {
                if (!asked.contains(cell)) {
                    cells.unshown(cell);
                    boolean printed = policy.countsShown() || cells.kindOf(cell) == CountKind.GROUP;
                    if (policy.zeroShown() && printed && cells.countOf(cell) > 0) {
                        cells.told(cell, CountRange.NOT_EMPTY);
                    }
                }
            }
        }
    }

    /**
     * The release of those cells.
     *
     * @throws IllegalArgumentException if they are not safe
     */
    public Release release(ReleaseNote next, SafeCells cells) {
        ReleaseNote.Builder note = ReleaseNote.builder();
        note.name(next.name()).population(next.population()).data(next.data()).date(next.date());
        note.policy(cells.policy().name()).addAllTables(next.tables());
        Map<String, Long> shown = new TreeMap<>();
        IntStream.range(0, cells.size())
                .filter(cell -> !cells.cells().isUnshown(cell))
                .forEach(cell -> cells.count(cell).value().ifPresent(count -> shown.put(cells.name(cell), count)));
        Map<String, CountRange> ranges = new TreeMap<>();
        IntStream.range(0, cells.size())
                .filter(cell -> !cells.isWithheld(cell) && !cells.cells().isUnshown(cell))
                .forEach(cell -> cells.cells()
                        .code(cell)
                        .ifPresent(share -> ranges.put(cells.name(cell), new CountRange(share.least(), share.most()))));
        return new Release(note.putAllShown(shown).putAllRanges(ranges).build(), cells);
    }

    private static boolean samePopulation(ReleaseNote one, ReleaseNote other) {
        return plain(one.population()).equals(plain(other.population()));
    }

    /** Without the difference of capitals and blanks. */
    private static String plain(String population) {
        return population.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private List<ReleaseNote> earlier(ReleaseNote next, boolean sameData) {
        return notes.stream()
                .filter(note -> samePopulation(note, next) && note.data().equals(next.data()) == sameData)
                .toList();
    }

    /** Adds the tables of one request; where there are three, the second and third make up the first. */
    private static List<Integer> add(LinkedCells.Builder cells, List<CrossTable> request, PrivacyPolicy policy) {
        List<List<Integer>> places = new ArrayList<>();
        for (CrossTable table : request) {
            places.add(List.copyOf(table.addTo(cells).values()));
        }
        List<Integer> all = new ArrayList<>(places.get(0));
        if (request.size() == 3) {
            for (int i = 0; i < places.get(0).size(); i++) {
                int group = places.get(0).get(i);
                int with = places.get(1).get(i);
                int without = places.get(2).get(i);
                cells.sum(group, with, without);
                Optional<CodedShare> share = policy.countsShown()
                        ? Optional.empty()
                        : policy.code(cells.countOf(with), cells.countOf(group));
                share.ifPresent(code -> cells.coded(with, code));
                if (!policy.countsShown()) {
                    cells.unshown(without);
                }
            }
            all.addAll(places.get(1));
            all.addAll(places.get(2));
        }
        return all;
    }

    /**
     * Between two days somebody came or left: how many is a cell too. Of a share that was coded only the range is known;
     * as long as the present count is in it, nobody need have come or left.
     */
    private static void addChanges(LinkedCells.Builder cells, ReleaseNote note) {
        note.shown()
                .forEach((name, then) -> cells.find(name).ifPresent(cell -> {
                    int before = addChange(cells, note, name, cell, then);
                    cells.known(before).unshown(before);
                }));
        note.ranges()
                .forEach((name, range) -> cells.find(name).ifPresent(cell -> {
                    long now = cells.countOf(cell);
                    if (!range.holds(now) && !note.shown().containsKey(name)) {
                        int before =
                                addChange(cells, note, name, cell, now > range.most() ? range.most() : range.least());
                        cells.past(before).told(before, range);
                    }
                }));
    }

    /** Adds the change from then to now, and says where the count of then is. */
    private static int addChange(LinkedCells.Builder cells, ReleaseNote note, String name, int cell, long then) {
        long now = cells.countOf(cell);
        CountKind kind = cells.kindOf(name);
        String since = "since " + note.date() + " (" + note.name() + "), ";
        int before = cells.cell(since + "before: " + name, kind, then);
        int change = cells.cell(since + "change: " + name, kind, Math.abs(now - then));
        cells.unshown(change);
        if (now >= then) {
            cells.sum(cell, before, change);
        } else {
            cells.sum(before, cell, change);
        }
        return before;
    }
}
