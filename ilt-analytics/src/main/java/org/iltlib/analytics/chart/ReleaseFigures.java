package org.iltlib.analytics.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.analytics.privacy.Release;
import org.iltlib.analytics.privacy.SafeCells;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;

/**
 * Tables and charts of numbers that may leave. They are made of a {@link Release} and of nothing else, so that what is
 * withheld can only be drawn as withheld, and a number that was not attacked cannot be drawn at all. Immutable.
 *
 * <pre>{@code
 * ReleaseFigures figures = ReleaseFigures.of(ledger.release(note, cells));
 * page.with(Section.titled("Who we are").withFigure(figures.bars("Students", "grade 3", "grade 4"), "Autumn."));
 * }</pre>
 */
public final class ReleaseFigures {
    private final Release release;

    private ReleaseFigures(Release release) {
        this.release = release;
    }

    /** Figures of that release. */
    public static ReleaseFigures of(Release release) {
        return new ReleaseFigures(release);
    }

    /** The names of the cells that can be drawn, shown or withheld, in their order. */
    public List<String> names() {
        SafeCells cells = release.cells();
        return IntStream.range(0, cells.size())
                .filter(cell -> cells.isWithheld(cell)
                        || cells.count(cell).isReported()
                        || (cells.isCoded(cell) && cells.share(cell).isReported()))
                .mapToObj(cells::name)
                .toList();
    }

    /**
     * A row for each of these cells: its count, its share where the policy codes it, or that it is withheld.
     *
     * @throws IllegalArgumentException if there is no cell of that name
     */
    public Table table(String caption, String... names) {
        SafeCells cells = release.cells();
        Table table = Table.captioned(caption).withColumns("Who", "How many");
        for (String name : names) {
            int cell = place(name);
            Measured<Long> count = cells.count(cell);
            Cell shown;
            if (cells.isCoded(cell) && !count.isReported()) {
                Measured<String> share = cells.share(cell).map(Object::toString);
                shown = share.value().map(Cell::ofNumber).orElseGet(() -> Cell.absent(share));
            } else {
                shown = count.value().map(Cell::of).orElseGet(() -> Cell.absent(count));
            }
            table = table.with(Cell.of(name), shown);
        }
        return table;
    }

    /**
     * A bar for each of these cells; what is withheld is said in words where its bar would stand.
     *
     * @throws IllegalArgumentException if there is no cell of that name, or it is shown as a coded share: a range has no
     *     height
     */
    public BarChart bars(String title, String... names) {
        SafeCells cells = release.cells();
        Series series = Series.named(release.note().name());
        for (String name : names) {
            int cell = place(name);
            Checks.require(
                    !cells.isCoded(cell) || cells.count(cell).isReported(),
                    "The cell \"%s\" is shown as a coded share. Maybe make a table of it.",
                    name);
            series = series.with(name, cells.count(cell).flatMap(Readings::exactly));
        }
        return BarChart.titled(title).withUnit("people").with(series);
    }

    private int place(String name) {
        return release.cells()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no cell \"" + name + "\". Maybe one of "
                        + names().stream().limit(10).toList() + "."));
    }
}
