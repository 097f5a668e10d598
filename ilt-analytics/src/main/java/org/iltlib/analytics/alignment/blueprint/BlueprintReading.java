package org.iltlib.analytics.alignment.blueprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.analytics.alignment.ContentMatrix;
import org.iltlib.analytics.alignment.PorterIndex;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.immutables.value.Value;

/**
 * An assessment against its blueprint and the blueprint against the framework: what each topic was to weigh and weighs,
 * which items no line asks for, and which planned standards no item asks for. An item counts for the topic of its first
 * standard that lies below a topic of the blueprint, the nearest topic above it. Immutable; exact.
 */
@Value.Immutable
public abstract class BlueprintReading {
    /**
     * A topic of the blueprint.
     *
     * @param topic the topic
     * @param planned its share of the blueprint
     * @param found its share of the points of items that are on the blueprint; 0 if there are none
     */
    public record Topic(StandardId topic, Ratio planned, Ratio found) {}

    BlueprintReading() {}

    /** The blueprint. */
    public abstract Blueprint blueprint();

    /** The items, in the order given. */
    public abstract List<TaggedItem> items();

    /** The topics, in the order of the blueprint, those that are not in the framework included. */
    public abstract List<Topic> topics();

    /** The points of items by topic and demand; items without demand are left out. */
    public abstract ContentMatrix found();

    /** How near the items are to the plan, topic by demand; missing if no item is on it. */
    public abstract Measured<Ratio> index();

    /** How many items count for each topic. */
    public abstract Map<StandardId, Integer> itemsByTopic();

    /** The topics of the blueprint that the framework does not have. */
    public abstract List<StandardId> unknownTopics();

    /** The items that have tags of which none lies below a topic of the blueprint. */
    public abstract List<TaggedItem> itemsOff();

    /** The items on a topic of the blueprint at a level for which it plans nothing there. */
    public abstract List<TaggedItem> itemsAtUnplannedDemand();

    /** The items without any tag. */
    public abstract List<TaggedItem> itemsWithoutTag();

    /** The standards with nothing below them that belong to a topic of the blueprint and that no item asks for. */
    public abstract List<Standard> standardsWithout();

    /** The standards with nothing below them that belong to a topic of the blueprint. */
    public abstract List<Standard> standardsPlanned();

    /**
     * The reading of those items.
     *
     * @throws IllegalArgumentException if an item stands twice or its demand lies off the scale
     */
    public static BlueprintReading of(StandardsFramework framework, Blueprint blueprint, List<TaggedItem> items) {
        Checks.distinct(items.stream().map(TaggedItem::item).toList(), "items");
        Set<StandardId> topics = new LinkedHashSet<>(blueprint.listTopics());
        ContentMatrix found = ContentMatrix.of(
                blueprint.scale(), topics.stream().map(StandardId::value).toList());
        Builder reading = new Builder().blueprint(blueprint).items(items);
        Map<StandardId, Ratio> points = new LinkedHashMap<>();
        Map<StandardId, Integer> counts = new LinkedHashMap<>();
        topics.forEach(topic -> {
            points.put(topic, Ratio.ZERO);
            counts.put(topic, 0);
        });
        Ratio all = Ratio.ZERO;
        Set<StandardId> asked = new LinkedHashSet<>();
        ContentMatrix planned = blueprint.matrix();
        for (TaggedItem item : items) {
            item.demand().ifPresent(blueprint.scale()::getLevel);
            asked.addAll(item.standards());
            Optional<StandardId> topic = item.standards().stream()
                    .flatMap(one -> topic(framework, topics, one).stream())
                    .findFirst();
            if (item.standards().isEmpty()) {
                reading.addItemsWithoutTag(item);
            } else if (topic.isEmpty()) {
                reading.addItemsOff(item);
            } else {
                all = all.plus(item.points());
                points.merge(topic.get(), item.points(), Ratio::plus);
                counts.merge(topic.get(), 1, Integer::sum);
                if (item.demand().isPresent()) {
                    int demand = item.demand().get();
                    found = found.with(topic.get().value(), demand, item.points());
                    if (planned.cell(topic.get().value(), demand).isZero()) {
                        reading.addItemsAtUnplannedDemand(item);
                    }
                }
            }
        }
        List<Standard> leaves = leaves(framework, topics);
        return reading.topics(topics(planned, points, all))
                .found(found)
                .index(PorterIndex.of(planned, found))
                .itemsByTopic(counts)
                .unknownTopics(topics.stream()
                        .filter(topic -> framework.findStandard(topic).isEmpty())
                        .toList())
                .standardsPlanned(leaves)
                .standardsWithout(leaves.stream()
                        .filter(leaf -> !asked.contains(leaf.id()))
                        .toList())
                .build();
    }

    private static List<Topic> topics(ContentMatrix planned, Map<StandardId, Ratio> points, Ratio all) {
        List<Topic> topics = new ArrayList<>();
        points.forEach((topic, own) -> topics.add(new Topic(
                topic,
                planned.topicTotal(topic.value()).dividedBy(planned.total()),
                all.isZero() ? Ratio.ZERO : own.dividedBy(all))));
        return topics;
    }

    /** The nearest topic at or above a standard. */
    private static Optional<StandardId> topic(StandardsFramework framework, Set<StandardId> topics, StandardId one) {
        if (topics.contains(one)) {
            return Optional.of(one);
        }
        if (framework.findStandard(one).isEmpty()) {
            return Optional.empty();
        }
        return framework.listAncestors(one).stream()
                .map(Standard::id)
                .filter(topics::contains)
                .findFirst();
    }

    private static List<Standard> leaves(StandardsFramework framework, Set<StandardId> topics) {
        return framework.items().stream()
                .filter(item -> framework.listChildren(item.id()).isEmpty())
                .filter(item -> topic(framework, topics, item.id()).isPresent())
                .toList();
    }

    /** Why, for a principal. */
    public Explanation explanation() {
        return Explanation.of(
                        "%s of %s planned standards are asked for; %s of %s items are on the blueprint.",
                        standardsPlanned().size() - standardsWithout().size(),
                        standardsPlanned().size(),
                        items().size() - itemsOff().size() - itemsWithoutTag().size(),
                        items().size())
                .because(
                        "Off the blueprint: %s.",
                        itemsOff().stream().map(TaggedItem::item).toList())
                .because(
                        "Without a tag: %s.",
                        itemsWithoutTag().stream().map(TaggedItem::item).toList())
                .because(
                        "Not asked for: %s.",
                        standardsWithout().stream().map(Standard::label).toList());
    }

    /** Builds a reading. */
    static final class Builder extends ImmutableBlueprintReading.Builder {
        Builder() {}
    }
}
