package org.iltlib.analytics.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;

/**
 * What led to what: entries in stages from left to right, with a link for each citation. Where a stage would be too thin
 * to read, on a phone say, the entries stand one below the other with arcs at the side. Immutable.
 */
public final class FlowDiagram implements Chart {
    private static final double GAP = 22;
    private static final double THINNEST = 82;
    private static final double LINE = 15;

    private record Node(String id, String stage, String label) {}

    private record Link(String from, String to) {}

    private final Frame frame;
    private final List<Node> nodes;
    private final List<Link> links;
    private final String focus;

    private FlowDiagram(Frame frame, List<Node> nodes, List<Link> links, String focus) {
        this.frame = frame;
        this.nodes = List.copyOf(nodes);
        this.links = List.copyOf(links);
        this.focus = focus;
    }

    /** A diagram without entries yet. */
    public static FlowDiagram titled(String title) {
        return new FlowDiagram(Frame.titled(title), List.of(), List.of(), "");
    }

    /** A copy described in these words instead of a summary made from the entries. */
    public FlowDiagram withDescription(String words) {
        return new FlowDiagram(frame.withDescription(words), nodes, links, focus);
    }

    /**
     * A copy with one more entry. Stages stand in the order in which they first come up.
     *
     * @param id names the entry in links
     * @param stage the name of its stage
     * @param label what it says
     * @throws IllegalArgumentException if there is an entry of that id
     */
    public FlowDiagram with(String id, String stage, String label) {
        Checks.require(find(id).isEmpty(), "There is an entry \"%s\" already. Expected each id once.", id);
        List<Node> more = new ArrayList<>(nodes);
        more.add(new Node(Checks.text(id, "id"), Checks.text(stage, "stage"), Checks.text(label, "label")));
        return new FlowDiagram(frame, more, links, focus);
    }

    /**
     * A copy with a link from one entry to another that rests on it.
     *
     * @throws IllegalArgumentException if either is not there yet
     */
    public FlowDiagram withLink(String from, String to) {
        Checks.require(find(from).isPresent(), "There is no entry \"%s\". Maybe add it before the link.", from);
        Checks.require(find(to).isPresent(), "There is no entry \"%s\". Maybe add it before the link.", to);
        List<Link> more = new ArrayList<>(links);
        more.add(new Link(from, to));
        return new FlowDiagram(frame, nodes, more, focus);
    }

    /** A copy that sets off the entry of that id. */
    public FlowDiagram withFocus(String id) {
        return new FlowDiagram(frame, nodes, links, id);
    }

    @Override
    public String title() {
        return frame.title();
    }

    @Override
    public String description() {
        return frame.describedAs(nodes.size() + " entries in " + stages().size() + " stages ("
                + String.join(", ", stages().keySet()) + ") with " + links.size() + " links.");
    }

    @Override
    public Table toTable() {
        Table table = Table.captioned(frame.title()).withColumns("Entry", "Stage", "Rests on");
        for (Node node : nodes) {
            String sources = links.stream()
                    .filter(link -> link.to.equals(node.id))
                    .flatMap(link -> find(link.from).stream())
                    .map(Node::label)
                    .collect(Collectors.joining("; "));
            table = table.with(Cell.of(node.label), Cell.of(node.stage), Cell.of(sources.isEmpty() ? "–" : sources));
        }
        return table;
    }

    @Override
    public void draw(Markup into, int width, String id) {
        int count = Math.max(1, stages().size());
        double column = (width - (count - 1) * GAP) / count;
        if (column >= THINNEST) {
            drawColumns(into, width, id, column);
        } else {
            drawList(into, width, id);
        }
    }

    private void drawColumns(Markup into, int width, String id, double column) {
        Map<String, List<Node>> stages = stages();
        Map<String, double[]> places = new LinkedHashMap<>();
        double tallest = stages.values().stream()
                .mapToDouble(stage ->
                        stage.stream().mapToDouble(n -> height(n, column) + 12).sum())
                .max()
                .orElse(0);
        double x = 0;
        for (List<Node> stage : stages.values()) {
            double y = 44
                    + (tallest
                                    - stage.stream()
                                            .mapToDouble(n -> height(n, column) + 12)
                                            .sum())
                            / 2;
            for (Node node : stage) {
                places.put(node.id, new double[] {x, y, height(node, column)});
                y += height(node, column) + 12;
            }
            x += column + GAP;
        }
        Svg svg = Svg.open(into, this, width, 44 + tallest + 14, id);
        for (Link link : links) {
            double[] from = places(places, link.from);
            double[] to = places(places, link.to);
            boolean onward = from[0] < to[0];
            boolean skips = to[0] - from[0] > 1.5 * (column + GAP);
            double end = onward ? to[0] - 5 : to[0] + column;
            double start = from[1] + from[2] / 2;
            double y = to[1] + to[2] / 2 + (skips ? 9 : 0);
            String path = skips
                    ? around(from[0] + column, start, end, y, 44 + tallest + 8)
                    : PairDiagram.curve(from[0] + column, start, end, y);
            svg.path(path, "fill:none;stroke:" + Ink.MUTED.css() + ";stroke-width:1.5;stroke-opacity:0.75");
            if (onward) {
                arrow(svg, to[0] - 1, y);
            }
        }
        x = 0;
        for (Map.Entry<String, List<Node>> stage : stages.entrySet()) {
            List<String> head = TextWidth.wrap(stage.getKey(), column, Svg.SMALL, 2);
            svg.block(x + column / 2, 15, head, stage.getKey(), "middle", Ink.MUTED);
            for (Node node : stage.getValue()) {
                double[] place = places(places, node.id);
                box(svg, node, x, place[1], column);
            }
            x += column + GAP;
        }
        svg.close();
    }

    private void drawList(Markup into, int width, String id) {
        double left = 46;
        Map<String, double[]> places = new LinkedHashMap<>();
        double height = 0;
        for (List<Node> stage : stages().values()) {
            height += 26;
            for (Node node : stage) {
                places.put(node.id, new double[] {left, height, height(node, width - left)});
                height += height(node, width - left) + 8;
            }
            height += 6;
        }
        Svg svg = Svg.open(into, this, width, Math.max(height, 1), id);
        for (Link link : links) {
            double[] from = places(places, link.from);
            double[] to = places(places, link.to);
            double y1 = from[1] + from[2] / 2 + 4;
            double y2 = to[1] + to[2] / 2 - 4;
            double out = left - Math.min(44, 12 + Math.abs(y2 - y1) / 12);
            svg.path(
                    "M" + Mark.xy(left, y1) + "C" + Mark.xy(out, y1) + " " + Mark.xy(out, y2) + " "
                            + Mark.xy(left - 5, y2),
                    "fill:none;stroke:" + Ink.MUTED.css() + ";stroke-width:1.4;stroke-opacity:0.75");
            arrow(svg, left - 1, y2);
        }
        for (Map.Entry<String, List<Node>> stage : stages().entrySet()) {
            double first = places(places, stage.getValue().get(0).id)[1];
            svg.small(left, first - 8, TextWidth.cut(stage.getKey(), width - left, Svg.SMALL), "start", Ink.MUTED);
            for (Node node : stage.getValue()) {
                box(svg, node, left, places(places, node.id)[1], width - left);
            }
        }
        svg.close();
    }

    /** From one entry to another below all that stand between. */
    private static String around(double x1, double y1, double x2, double y2, double below) {
        double half = GAP / 2;
        return "M" + Mark.xy(x1, y1) + "C" + Mark.xy(x1 + half, y1) + " " + Mark.xy(x1, below) + " "
                + Mark.xy(x1 + GAP, below) + "L" + Mark.xy(x2 - GAP, below) + "C" + Mark.xy(x2, below) + " "
                + Mark.xy(x2 - half, y2) + " " + Mark.xy(x2, y2);
    }

    private static double[] places(Map<String, double[]> places, String id) {
        return Optional.ofNullable(places.get(id)).orElseThrow();
    }

    private static void arrow(Svg svg, double x, double y) {
        svg.path(
                "M" + Mark.xy(x, y) + "L" + Mark.xy(x - 7, y - 4) + "L" + Mark.xy(x - 7, y + 4) + "z",
                "fill:" + Ink.MUTED.css());
    }

    private void box(Svg svg, Node node, double x, double y, double width) {
        boolean focused = node.id.equals(focus);
        svg.rect(
                x + 0.75,
                y,
                width - 1.5,
                height(node, width),
                6,
                "fill:" + Ink.CARD.css() + ";stroke:" + (focused ? Ink.SECOND : Ink.FIRST).css() + ";stroke-width:"
                        + (focused ? "2.6" : "1.3"));
        List<String> lines = lines(node, width);
        svg.block(x + width / 2, y + height(node, width) / 2, lines, node.label, "middle", Ink.TEXT);
    }

    private static List<String> lines(Node node, double width) {
        return TextWidth.wrap(node.label, width - 10, Svg.SMALL, width < 200 ? 5 : 3);
    }

    private static double height(Node node, double width) {
        return lines(node, width).size() * LINE + 14;
    }

    private Optional<Node> find(String id) {
        return nodes.stream().filter(node -> node.id.equals(id)).findFirst();
    }

    private Map<String, List<Node>> stages() {
        Map<String, List<Node>> stages = new LinkedHashMap<>();
        nodes.forEach(node ->
                stages.computeIfAbsent(node.stage, name -> new ArrayList<>()).add(node));
        return stages;
    }
}
