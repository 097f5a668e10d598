package org.iltlib.analytics.alignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.ScaleCrosswalk;
import org.iltlib.curriculum.StandardId;

/**
 * A table of topic by cognitive demand with exact weights: hits of items, points, minutes, or time by emphasis. The same
 * form serves what is intended, taught and assessed. Immutable; a cell that was never given holds 0.
 *
 * <pre>{@code
 * ContentMatrix test = ContentMatrix.of(DemandScale.DOK, List.of("number", "geometry"))
 *         .with("number", 1, Ratio.of(6, 1))
 *         .with("geometry", 2, Ratio.of(3, 1));
 * }</pre>
 */
public final class ContentMatrix {
    private final DemandScale scale;
    private final Map<String, List<Ratio>> rows;

    private ContentMatrix(DemandScale scale, Map<String, List<Ratio>> rows) {
        this.scale = scale;
        this.rows = rows;
    }

    /**
     * A table of those topics that holds nothing yet.
     *
     * @throws IllegalArgumentException if a topic stands twice or is blank
     */
    public static ContentMatrix of(DemandScale scale, List<String> topics) {
        Map<String, List<Ratio>> rows = new LinkedHashMap<>();
        for (String topic : Checks.distinct(topics, "topics")) {
            Checks.text(topic, "topic");
            rows.put(topic, scale.levels().stream().map(level -> Ratio.ZERO).toList());
        }
        return new ContentMatrix(scale, rows);
    }

    /**
     * The hits of judged items: each objective that a rater names for an item, or else the standard that the item fits in
     * general, adds 1 at its topic and the item's demand. Judgments without demand and objectives without topic are left out,
     * so compare the total with the number of items.
     *
     * @param scale the scale on which the raters judged
     * @param topics the topics in order
     * @param topicOf the topic of an objective, if it has one among them
     * @throws IllegalArgumentException if a rater judges an item twice, a demand does not lie on the scale, or a topic is
     *     not in the list
     */
    public static ContentMatrix ofJudgments(
            DemandScale scale,
            List<String> topics,
            List<AlignmentJudgment> judgments,
            Function<StandardId, Optional<String>> topicOf) {
        ContentMatrix matrix = of(scale, topics);
        for (AlignmentJudgment judgment : Alignment.onlyOnce(judgments)) {
            List<StandardId> named = new ArrayList<>(judgment.listObjectives());
            judgment.generic().ifPresent(named::add);
            for (StandardId objective : named) {
                Optional<String> topic = topicOf.apply(objective);
                if (topic.isPresent() && judgment.demand().isPresent()) {
                    matrix = matrix.with(topic.get(), judgment.demand().get(), Ratio.ONE);
                }
            }
        }
        return matrix;
    }

    /**
     * A copy with that weight added to a cell.
     *
     * @param demand the place of the level, 1 being the first
     * @throws IllegalArgumentException if there is no such topic or level, or the weight is negative
     */
    public ContentMatrix with(String topic, int demand, Ratio weight) {
        Checks.require(
                weight.numerator().signum() >= 0, "The weight of \"%s\" is %s. Expected zero or more.", topic, weight);
        scale.getLevel(demand);
        List<Ratio> row = new ArrayList<>(row(topic));
        row.set(demand - 1, row.get(demand - 1).plus(weight));
        Map<String, List<Ratio>> more = new LinkedHashMap<>(rows);
        more.put(topic, List.copyOf(row));
        return new ContentMatrix(scale, more);
    }

    /**
     * The same content on another scale of demand, by a declared crosswalk.
     *
     * @throws IllegalArgumentException if the crosswalk starts at another scale
     */
    public ContentMatrix translated(ScaleCrosswalk crosswalk) {
        Checks.require(
                crosswalk.source().equals(scale),
                "The crosswalk starts at \"%s\". Expected \"%s\", the scale of the table.",
                crosswalk.source().id(),
                scale.id());
        ContentMatrix other = of(crosswalk.target(), topics());
        for (Map.Entry<String, List<Ratio>> row : rows.entrySet()) {
            for (int i = 0; i < row.getValue().size(); i++) {
                other = other.with(
                        row.getKey(), crosswalk.translate(i + 1), row.getValue().get(i));
            }
        }
        return other;
    }

    /** The scale of demand. */
    public DemandScale scale() {
        return scale;
    }

    /** The topics, in order. */
    public List<String> topics() {
        return List.copyOf(rows.keySet());
    }

    /**
     * The weight of a cell.
     *
     * @throws IllegalArgumentException if there is no such topic or level
     */
    public Ratio cell(String topic, int demand) {
        scale.getLevel(demand);
        return row(topic).get(demand - 1);
    }

    private List<Ratio> row(String topic) {
        List<Ratio> row = rows.get(topic);
        if (row == null) {
            throw new IllegalArgumentException(
                    "There is no topic \"" + topic + "\". Expected one of " + rows.keySet() + ".");
        }
        return row;
    }

    /** The weight of all cells. */
    public Ratio total() {
        return Ratio.sum(demandTotals());
    }

    /** The weight of a topic; 0 if there is no such topic. */
    public Ratio topicTotal(String topic) {
        return Ratio.sum(rows.getOrDefault(topic, List.of()));
    }

    /** The weight of each level of demand, in order. */
    public List<Ratio> demandTotals() {
        List<Ratio> totals = new ArrayList<>();
        for (int i = 0; i < scale.levels().size(); i++) {
            Ratio total = Ratio.ZERO;
            for (List<Ratio> row : rows.values()) {
                total = total.plus(row.get(i));
            }
            totals.add(total);
        }
        return List.copyOf(totals);
    }

    /** The weights of all cells, topic by topic. */
    public List<Ratio> listCells() {
        return listCells(topics());
    }

    List<Ratio> listCells(List<String> inOrder) {
        List<Ratio> nothing = scale.levels().stream().map(level -> Ratio.ZERO).toList();
        return inOrder.stream()
                .flatMap(topic -> rows.getOrDefault(topic, nothing).stream())
                .toList();
    }

    static List<String> topicsOfBoth(ContentMatrix first, ContentMatrix second) {
        Checks.require(
                first.scale.equals(second.scale),
                "One table is on the scale \"%s\", the other on \"%s\". Expected one scale."
                        + " Maybe translate one by a declared crosswalk.",
                first.scale.id(),
                second.scale.id());
        Set<String> topics = new LinkedHashSet<>(first.rows.keySet());
        topics.addAll(second.rows.keySet());
        return List.copyOf(topics);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentMatrix matrix && scale.equals(matrix.scale) && rows.equals(matrix.rows);
    }

    @Override
    public int hashCode() {
        return 31 * scale.hashCode() + rows.hashCode();
    }

    /** The topics with their weights by level. */
    @Override
    public String toString() {
        return scale.id() + " " + rows;
    }
}
