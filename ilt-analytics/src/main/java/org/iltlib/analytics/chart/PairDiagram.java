package org.iltlib.analytics.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;

/**
 * Who goes with whom: boxes on the left, boxes on the right, a line for each pair with a note on it, such as points. One
 * on the left may have several on the right; who has nobody stands below with the words "not paired". Immutable.
 */
public final class PairDiagram implements Chart {
    private static final double ROW = 58;

    private record Pair(String left, String right, String note) {}

    private record Heads(String left, String right) {}

    private final Frame frame;
    private final Heads heads;
    private final List<Pair> pairs;
    private final List<String> alone;

    private PairDiagram(Frame frame, Heads heads, List<Pair> pairs, List<String> alone) {
        this.frame = frame;
        this.heads = heads;
        this.pairs = List.copyOf(pairs);
        this.alone = List.copyOf(alone);
    }

    /** A diagram without pairs yet. */
    public static PairDiagram titled(String title) {
        return new PairDiagram(Frame.titled(title), new Heads("From", "To"), List.of(), List.of());
    }

    /** A copy with these heads above the two sides. */
    public PairDiagram withHeads(String left, String right) {
        return new PairDiagram(frame, new Heads(Checks.text(left, "left"), Checks.text(right, "right")), pairs, alone);
    }

    /** A copy described in these words instead of a summary made from the pairs. */
    public PairDiagram withDescription(String words) {
        return new PairDiagram(frame.withDescription(words), heads, pairs, alone);
    }

    /**
     * A copy with one more pair.
     *
     * @param left the name on the left; the same name is the same box
     * @param right the name on the right, once in the diagram
     * @param note a few words or points on the line; may be empty
     * @throws IllegalArgumentException if the name on the right has a pair already
     */
    public PairDiagram with(String left, String right, String note) {
        Checks.text(left, "left");
        Checks.text(right, "right");
        Checks.require(
                pairs.stream().noneMatch(pair -> pair.right.equals(right)),
                "\"%s\" has a pair already. Maybe the sides are swapped.",
                right);
        List<Pair> more = new ArrayList<>(pairs);
        more.add(new Pair(left, right, note));
        return new PairDiagram(frame, heads, more, alone);
    }

    /** A copy with one more on the right who has nobody. */
    public PairDiagram withUnpaired(String name) {
        List<String> more = new ArrayList<>(alone);
        more.add(Checks.text(name, "name"));
        return new PairDiagram(frame, heads, pairs, more);
    }

    @Override
    public String title() {
        return frame.title();
    }

    @Override
    public String description() {
        return frame.describedAs((pairs.size() == 1 ? "One pair" : pairs.size() + " pairs")
                + (alone.isEmpty() ? "." : "; " + alone.size() + " not paired."));
    }

    @Override
    public Table toTable() {
        Table table = Table.captioned(frame.title()).withColumns(heads.right, heads.left, "Note");
        for (Pair pair : pairs) {
            table = table.with(Cell.of(pair.right), Cell.of(pair.left), Cell.of(pair.note));
        }
        for (String name : alone) {
            table = table.with(Cell.of(name), new Cell("not paired", Cell.Content.MISSING), Cell.of(""));
        }
        return table;
    }

    @Override
    public void draw(Markup into, int width, String id) {
        Map<String, List<Pair>> byLeft = new LinkedHashMap<>();
        pairs.forEach(pair ->
                byLeft.computeIfAbsent(pair.left, name -> new ArrayList<>()).add(pair));
        double box = Svg.isNarrow(width) ? width * 0.36 : width * 0.33;
        double height = 30 + ROW * (pairs.size() + alone.size());
        Svg svg = Svg.open(into, this, width, height, id);
        svg.bold(0, 15, TextWidth.cut(heads.left, width * 0.46, 14), "start", Ink.TEXT);
        svg.bold(width, 15, TextWidth.cut(heads.right, width * 0.46, 14), "end", Ink.TEXT);
        double top = 30;
        for (Map.Entry<String, List<Pair>> entry : byLeft.entrySet()) {
            double middle = top + ROW * entry.getValue().size() / 2;
            double y = top + ROW / 2;
            for (int i = 0; i < entry.getValue().size(); i++) {
                svg.path(
                        curve(box, middle, width - box, y),
                        "fill:none;stroke:" + Ink.FIRST.css() + ";stroke-width:2.2");
                y += ROW;
            }
            y = top + ROW / 2;
            for (Pair pair : entry.getValue()) {
                double room = width - 2 * box - 8;
                List<String> note = pair.note.isBlank() ? List.of() : TextWidth.wrap(pair.note, room, Svg.SMALL, 2);
                double noteY = (middle + y) / 2 - (note.size() - 1) * 15 - 6;
                for (String line : note) {
                    svg.haloed(width / 2.0, noteY, line, "middle", Ink.TEXT);
                    noteY += note.size() > 1 ? 22 : 15;
                }
                box(svg, width - box, y, box, pair.right, Ink.SECOND);
                y += ROW;
            }
            box(svg, 0, middle, box, entry.getKey(), Ink.FIRST);
            top += ROW * entry.getValue().size();
        }
        for (String name : alone) {
            box(svg, width - box, top + ROW / 2, box, name, Ink.MUTED);
            svg.absent(width - box - 86, top + ROW / 2);
            svg.small(width - box - 10, top + ROW / 2 + 4, "not paired", "end", Ink.MUTED);
            top += ROW;
        }
        svg.close();
    }

    static String curve(double x1, double y1, double x2, double y2) {
        double bend = (x2 - x1) / 2;
        return "M" + Mark.xy(x1, y1) + "C" + Mark.xy(x1 + bend, y1) + " " + Mark.xy(x2 - bend, y2) + " "
                + Mark.xy(x2, y2);
    }

    private static void box(Svg svg, double x, double middle, double width, String name, Ink ink) {
        svg.rect(
                x + 1,
                middle - 21,
                width - 2,
                42,
                7,
                "fill:" + Ink.CARD.css() + ";stroke:" + ink.css() + ";stroke-width:1.4");
        List<String> lines = TextWidth.wrap(name, width - 14, Svg.SMALL, 2);
        svg.block(x + width / 2, middle, lines, name, "middle", Ink.TEXT);
    }
}
