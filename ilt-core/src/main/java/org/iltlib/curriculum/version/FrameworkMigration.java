package org.iltlib.curriculum.version;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.curriculum.StandardId;
import org.iltlib.form.Form;
import org.immutables.value.Value;

/**
 * The account of what became of every link when a framework was replaced: how each was carried, and what a person
 * said of those that needed a word. Nothing is lost: a link without a word stays open. Immutable.
 */
@Value.Immutable
public abstract class FrameworkMigration implements Recordable {
    /** The written form. */
    public static final Form<FrameworkMigration> FORM = Form.<FrameworkMigration, Builder>built(
                    FrameworkMigration::builder, Builder::build)
            .field("id", EntryId.FORM, FrameworkMigration::id, Builder::id)
            .field("before", EntryId.FORM, FrameworkMigration::before, Builder::before)
            .field("after", EntryId.FORM, FrameworkMigration::after, Builder::after)
            .list("links", CarriedLink.FORM, FrameworkMigration::links, Builder::addAllLinks)
            .list("resolutions", LinkResolution.FORM, FrameworkMigration::resolutions, Builder::addAllResolutions);

    /** The kind of entry. */
    public static final Kind<FrameworkMigration> KIND =
            Kind.of("framework-migration", 1, FrameworkMigration.class, FORM);

    FrameworkMigration() {}

    @Override
    public abstract EntryId id();

    /** The recorded earlier version. */
    public abstract EntryId before();

    /** The recorded later version. */
    public abstract EntryId after();

    /** What became of each standard that was linked, each once. */
    public abstract List<CarriedLink> links();

    /** What persons said, at most one word for a link; only for links that stand above. */
    public abstract List<LinkResolution> resolutions();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.require(!before().equals(after()), "before and after are both \"%s\". Expected two versions.", before());
        List<StandardId> linked = links().stream().map(CarriedLink::standard).toList();
        Checks.distinct(linked, "links");
        List<StandardId> resolved =
                resolutions().stream().map(LinkResolution::standard).toList();
        Checks.distinct(resolved, "resolutions");
        Set<StandardId> known = new HashSet<>(linked);
        resolved.forEach(id -> Checks.require(
                known.contains(id),
                "\"%s\" is resolved, but no such link is listed. Maybe its code is spelled otherwise.",
                id));
    }

    /** The account of those links before anybody has said anything. */
    public static FrameworkMigration of(EntryId id, Migration migration, Collection<StandardId> links) {
        return builder()
                .id(id)
                .before(migration.succession().before().id())
                .after(migration.succession().after().id())
                .addAllLinks(migration.carry(links.stream().distinct().toList()))
                .build();
    }

    /** A copy under another id with one more word of a person; it takes the place of an earlier word on the link. */
    public FrameworkMigration with(EntryId id, LinkResolution resolution) {
        List<LinkResolution> words = new ArrayList<>(resolutions());
        words.removeIf(one -> one.standard().equals(resolution.standard()));
        words.add(resolution);
        return toBuilder().id(id).resolutions(words).build();
    }

    /** The links that need a word and have none, in order: split, merged or to be reviewed. */
    public List<CarriedLink> listOpen() {
        return links().stream()
                .filter(link -> link.mark() != CarriedLink.Mark.CARRIED
                        && findResolution(link.standard()).isEmpty())
                .toList();
    }

    /** What a person said of that link. */
    public Optional<LinkResolution> findResolution(StandardId standard) {
        return resolutions().stream()
                .filter(one -> one.standard().equals(standard))
                .findFirst();
    }

    /**
     * Where a link goes now: as a person said, or as it was carried. Empty while it is open, or if it is not listed; a list
     * without a standard if it ends.
     */
    public Optional<List<StandardId>> successors(StandardId standard) {
        Optional<LinkResolution> said = findResolution(standard);
        if (said.isPresent()) {
            return said.map(LinkResolution::successors);
        }
        return links().stream()
                .filter(link -> link.standard().equals(standard) && link.mark() == CarriedLink.Mark.CARRIED)
                .map(CarriedLink::successors)
                .findFirst();
    }

    /** How many links have each mark, in the order of the marks. */
    public SortedMap<CarriedLink.Mark, Long> counts() {
        SortedMap<CarriedLink.Mark, Long> counts = new TreeMap<>();
        links().forEach(link -> counts.merge(link.mark(), 1L, Long::sum));
        return counts;
    }

    /** Both versions. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(before(), after());
    }

    @Override
    public Kind<FrameworkMigration> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds an account; id and versions must be set. */
    public static final class Builder extends ImmutableFrameworkMigration.Builder {
        Builder() {}
    }
}
