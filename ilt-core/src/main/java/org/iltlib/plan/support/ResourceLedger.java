package org.iltlib.plan.support;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Recordable;
import org.iltlib.choice.Rational;
import org.iltlib.people.StakeholderGroup;

/**
 * What became of the learning resources: which were reviewed and by whom, which were used and where, of which a finding
 * tells what they did, and which lie idle. An earlier edition that another revises is no longer asked after, but its
 * reviews and uses stay its own. Immutable. Everything here is linear in the entries.
 */
public final class ResourceLedger {
    private final SortedMap<EntryId, LearningResource> resources = new TreeMap<>();
    private final Set<EntryId> revised = new TreeSet<>();
    private final Map<EntryId, List<ResourceReview>> reviews;
    private final Map<EntryId, List<ResourceUse>> uses;
    private final Map<EntryId, List<ResourceEffect>> effects;

    private ResourceLedger(Collection<? extends Recordable> entries) {
        Checks.distinct(entries.stream().map(Recordable::id).toList(), "entries");
        for (LearningResource resource : only(entries, LearningResource.class)) {
            resources.put(resource.id(), resource);
            resource.revises().ifPresent(revised::add);
        }
        reviews = byResource(
                only(entries, ResourceReview.class),
                ResourceReview::resource,
                Comparator.comparing(ResourceReview::on).thenComparing(ResourceReview::id));
        uses = byResource(
                only(entries, ResourceUse.class),
                ResourceUse::resource,
                Comparator.comparing(ResourceUse::startsOn).thenComparing(ResourceUse::id));
        effects = byResource(
                only(entries, ResourceEffect.class),
                ResourceEffect::resource,
                Comparator.comparing(ResourceEffect::id));
    }

    /**
     * The ledger of these entries; those of other kinds are passed over.
     *
     * @param entries resources, reviews, uses and effects, each id once, in any order
     * @throws IllegalArgumentException if a review, use or effect is of a resource that is not among them
     */
    public static ResourceLedger of(Collection<? extends Recordable> entries) {
        return new ResourceLedger(entries);
    }

    private static <T> List<T> only(Collection<? extends Recordable> entries, Class<T> type) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private <T extends Recordable> Map<EntryId, List<T>> byResource(
            List<T> entries, Function<T, EntryId> resource, Comparator<T> order) {
        for (T entry : entries) {
            Checks.require(
                    resources.containsKey(resource.apply(entry)),
                    "%s is of \"%s\", which is no learning resource here. Maybe add the resource.",
                    entry.id(),
                    resource.apply(entry));
        }
        return entries.stream().sorted(order).collect(Collectors.groupingBy(resource));
    }

    /** The resources, by id, earlier editions included. */
    public List<LearningResource> resources() {
        return List.copyOf(resources.values());
    }

    /** The resources that answer that need, by id, those left out that another revises. */
    public List<LearningResource> listForNeed(EntryId need) {
        return current(resource -> resource.needs().contains(need));
    }

    /** The reviews of that resource, oldest first. */
    public List<ResourceReview> listReviews(EntryId resource) {
        return known(reviews, resource);
    }

    /** The uses of that resource, oldest first. */
    public List<ResourceUse> listUses(EntryId resource) {
        return known(uses, resource);
    }

    /** The classes that used that resource, by id. */
    public List<OrgUnitId> listUnits(EntryId resource) {
        return listUses(resource).stream()
                .map(ResourceUse::unit)
                .distinct()
                .sorted(Comparator.comparing(OrgUnitId::value))
                .toList();
    }

    /** The findings that tell what that resource did, by the id of the entry that names them. */
    public List<EntryId> listFindings(EntryId resource) {
        return known(effects, resource).stream()
                .map(ResourceEffect::finding)
                .distinct()
                .toList();
    }

    private <T> List<T> known(Map<EntryId, List<T>> entries, EntryId resource) {
        Checks.require(
                resources.containsKey(resource),
                "There is no learning resource \"%s\". Expected one of %s.",
                resource,
                resources.keySet());
        return List.copyOf(entries.getOrDefault(resource, List.of()));
    }

    /**
     * The mean rating of that resource by the role of those who looked at it, exact, in the order of the roles. Who
     * looked at it more than once counts with the last look in that role.
     */
    public SortedMap<StakeholderGroup, Rational> ratings(EntryId resource) {
        Map<List<String>, ResourceReview> last = new LinkedHashMap<>();
        listReviews(resource)
                .forEach(review ->
                        last.put(List.of(review.role().value(), review.by().value()), review));
        SortedMap<StakeholderGroup, Rational> means = new TreeMap<>();
        last.values().stream()
                .collect(Collectors.groupingBy(ResourceReview::role))
                .forEach((role, all) -> means.put(
                        role,
                        Rational.of(
                                all.stream().mapToLong(ResourceReview::rating).sum(), all.size())));
        return Collections.unmodifiableSortedMap(means);
    }

    /** How many students used that resource, use by use, so that one who used it twice counts twice; missing if a use was not counted or there is none. */
    public Measured<Long> studentUses(EntryId resource) {
        List<ResourceUse> all = listUses(resource);
        if (all.isEmpty()) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "it was not used");
        }
        return all.stream().anyMatch(use -> use.students().isEmpty())
                ? Measured.missing(MissingReason.NOT_COLLECTED, "the students of a use were not counted")
                : Measured.of(
                        all.stream().mapToLong(use -> use.students().orElse(0)).sum());
    }

    /** What nobody used, by id; without what another revises. */
    public List<LearningResource> unused() {
        return current(resource -> !uses.containsKey(resource.id()));
    }

    /** What nobody looked at, by id; without what another revises. */
    public List<LearningResource> unreviewed() {
        return current(resource -> !reviews.containsKey(resource.id()));
    }

    /** What was used though nobody looked at it, by id: first to be reviewed. */
    public List<LearningResource> usedUnreviewed() {
        return current(resource -> !reviews.containsKey(resource.id()) && uses.containsKey(resource.id()));
    }

    /** What was used and of which no finding tells whether it helped, by id. */
    public List<LearningResource> usedWithoutEffect() {
        return current(resource -> uses.containsKey(resource.id()) && !effects.containsKey(resource.id()));
    }

    private List<LearningResource> current(Predicate<LearningResource> test) {
        return resources.values().stream()
                .filter(resource -> !revised.contains(resource.id()))
                .filter(test)
                .toList();
    }

    /** The ledger in a few lines. */
    public Explanation explanation() {
        List<LearningResource> all = current(resource -> true);
        Explanation why = Explanation.of(
                "%d learning resources: %d used, %d reviewed.",
                all.size(),
                all.size() - unused().size(),
                all.size() - unreviewed().size());
        for (LearningResource resource : usedUnreviewed()) {
            why = why.because("%s is used and nobody reviewed it.", resource.title());
        }
        for (LearningResource resource : usedWithoutEffect()) {
            why = why.because("%s is used and no finding tells whether it helps.", resource.title());
        }
        for (LearningResource resource : unused()) {
            why = why.because(
                    "%s is not used. Maybe nobody knows of it, or it does not fit the need.", resource.title());
        }
        return why;
    }
}
