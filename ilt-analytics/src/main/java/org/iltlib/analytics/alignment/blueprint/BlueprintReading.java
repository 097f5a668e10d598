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
 * standard that lies below a topic of the blueprint, the nearest topic above it. What counts as one standard, where items are
 * tied to wholes and to parts, {@link CountedStandards} says. Immutable; exact.
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

    /**
     * How near the items are to the plan, topic by demand. Items off the blueprint and items that fit nothing take their share,
     * whatever their demand; items on it whose demand nobody rated, and items on whose tag nobody agrees, are left out, so see
     * how many they are. Missing if no item is left.
     */
    public abstract Measured<Ratio> index();

    /** How many items count for each topic. */
    public abstract Map<StandardId, Integer> itemsByTopic();

    /** The topics of the blueprint that the framework does not have. */
    public abstract List<StandardId> unknownTopics();

    /** The items that have tags of which none lies below a topic of the blueprint. */
    public abstract List<TaggedItem> itemsOff();

    /** The items on a topic of the blueprint at a level for which it plans nothing there. */
    public abstract List<TaggedItem> itemsAtUnplannedDemand();

    /** The items on a topic of the blueprint whose demand nobody rated. */
    public abstract List<TaggedItem> itemsWithoutDemand();

    /** The items that fit nothing in the framework. */
    public abstract List<TaggedItem> itemsUncodable();

    /** The items without any tag, those that fit nothing left out. */
    public abstract List<TaggedItem> itemsWithoutTag();

    /** The standards that belong to a topic of the blueprint and that no item asks for, neither for a part of them. */
    public abstract List<Standard> standardsWithout();

    /** The standards that belong to a topic of the blueprint: those with nothing below them, or the whole if it is tagged. */
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
        Ratio off = Ratio.ZERO;
        Set<StandardId> named = new LinkedHashSet<>();
        ContentMatrix planned = blueprint.matrix();
        for (TaggedItem item : items) {
            item.demand().ifPresent(blueprint.scale()::getLevel);
            named.addAll(item.standards());
            Optional<StandardId> topic = item.standards().stream()
                    .flatMap(one -> topic(framework, topics, one).stream())
                    .findFirst();
            if (item.uncodable()) {
                reading.addItemsUncodable(item);
                off = off.plus(item.points());
            } else if (item.standards().isEmpty()) {
                reading.addItemsWithoutTag(item);
            } else if (topic.isEmpty()) {
                reading.addItemsOff(item);
                off = off.plus(item.points());
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
                } else {
                    reading.addItemsWithoutDemand(item);
                }
            }
        }
        CountedStandards counted = CountedStandards.of(framework, topics, named);
        Set<StandardId> asked = new LinkedHashSet<>();
        named.forEach(one -> counted.find(one).ifPresent(asked::add));
        return reading.topics(topics(planned, points, all))
                .found(found)
                .index(PorterIndex.ofWeights(and(planned.listCells(), Ratio.ZERO), and(found.listCells(), off)))
                .itemsByTopic(counts)
                .unknownTopics(topics.stream()
                        .filter(topic -> framework.findStandard(topic).isEmpty())
                        .toList())
                .standardsPlanned(counted.list())
                .standardsWithout(counted.list().stream()
                        .filter(one -> !asked.contains(one.id()))
                        .toList())
                .build();
    }

    private static List<Ratio> and(List<Ratio> cells, Ratio elsewhere) {
        List<Ratio> all = new ArrayList<>(cells);
        all.add(elsewhere);
        return all;
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

    /** Why, for a principal. */
    public Explanation explanation() {
        return Explanation.of(
                        "%s of %s planned standards are asked for; %s of %s items are on the blueprint.",
                        standardsPlanned().size() - standardsWithout().size(),
                        standardsPlanned().size(),
                        items().size()
                                - itemsOff().size()
                                - itemsUncodable().size()
                                - itemsWithoutTag().size(),
                        items().size())
                .because(
                        "Off the blueprint: %s.",
                        itemsOff().stream().map(TaggedItem::item).toList())
                .because(
                        "They fit nothing: %s.",
                        itemsUncodable().stream().map(TaggedItem::item).toList())
                .because(
                        "Without a tag: %s.",
                        itemsWithoutTag().stream().map(TaggedItem::item).toList())
                .because(
                        "Their demand is not rated: %s.",
                        itemsWithoutDemand().stream().map(TaggedItem::item).toList())
                .because(
                        "Not asked for: %s.",
                        standardsWithout().stream().map(Standard::label).toList());
    }

    /** Builds a reading. */
    static final class Builder extends ImmutableBlueprintReading.Builder {
        Builder() {}
    }
}
