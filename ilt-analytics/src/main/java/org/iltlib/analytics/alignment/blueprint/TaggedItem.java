package org.iltlib.analytics.alignment.blueprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.StandardId;
import org.immutables.value.Value;

/** An item with the standards that it is tagged with. Immutable. */
@Value.Immutable
public abstract class TaggedItem {
    TaggedItem() {}

    /** The item, by its label. */
    public abstract String item();

    /** The standards it asks for, the main one first; empty if it has no tag or fits nothing. */
    public abstract List<StandardId> standards();

    /** The place of its demand on the scale of the blueprint; absent if nobody rated it. */
    public abstract Optional<Integer> demand();

    /** The points it gives, above zero; one unless set. */
    @Value.Default
    public Ratio points() {
        return Ratio.ONE;
    }

    /** Whether people found that it fits nothing in the framework, which is more than to have no tag; no unless set. */
    @Value.Default
    public boolean uncodable() {
        return false;
    }

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.id(item(), "item");
        Checks.distinct(standards(), "standards");
        demand().ifPresent(demand -> Checks.positive(demand, "demand"));
        Checks.require(
                points().numerator().signum() > 0,
                "item \"%s\" gives %s points. Expected more than zero.",
                item(),
                points());
        Checks.require(
                !uncodable() || standards().isEmpty(),
                "item \"%s\" fits nothing and is tagged with %s. Expected one of the two.",
                item(),
                standards());
    }

    /**
     * The items as a panel's judgments of one round tag them: the main standard, named as an objective or as what the item
     * fits in general, and the demand are those that more than half of the item's raters name; an item that more than half
     * find to fit nothing is uncodable. Where no more than half agree, the item stays without a tag, or without a demand,
     * for people to settle; nothing is averaged.
     *
     * @throws IllegalArgumentException if a rater judges an item twice, as in judgments of two rounds
     */
    public static List<TaggedItem> listAgreed(List<AlignmentJudgment> judgments) {
        Map<String, List<AlignmentJudgment>> byItem = new LinkedHashMap<>();
        Alignment.onlyOnce(judgments)
                .forEach(one -> byItem.computeIfAbsent(one.item(), any -> new ArrayList<>())
                        .add(one));
        List<TaggedItem> items = new ArrayList<>();
        byItem.forEach((item, own) -> {
            Builder built = builder().item(item);
            majority(own.stream().map(one -> one.primary().or(one::generic)).toList())
                    .ifPresent(built::addStandards);
            built.uncodable(
                    2 * own.stream().filter(AlignmentJudgment::uncodable).count() > own.size());
            built.demand(majority(own.stream().map(AlignmentJudgment::demand).toList()));
            items.add(built.build());
        });
        return List.copyOf(items);
    }

    private static <T> Optional<T> majority(List<Optional<T>> named) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        named.forEach(one -> one.ifPresent(value -> counts.merge(value, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(entry -> 2 * entry.getValue() > named.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an item; its label must be set. */
    public static final class Builder extends ImmutableTaggedItem.Builder {
        Builder() {}
    }
}
