package org.iltlib.curriculum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A set of standards, in a hierarchy by parent, with the associations between them. Immutable.
 *
 * <p>Lookups by id and by code take constant time after the first, which indexes the framework in linear time.
 */
@Value.Immutable
public abstract class StandardsFramework implements Recordable {
    /** The written form. */
    public static final Form<StandardsFramework> FORM = Form.<StandardsFramework, Builder>built(
                    StandardsFramework::builder, Builder::build)
            .field("id", EntryId.FORM, StandardsFramework::id, Builder::id)
            .field("title", Forms.TEXT, StandardsFramework::title, Builder::title)
            .maybe("version", Forms.TEXT, StandardsFramework::version, Builder::version)
            .maybe("replaces", EntryId.FORM, StandardsFramework::replaces, Builder::replaces)
            .list("items", Standard.FORM, StandardsFramework::items, Builder::addAllItems)
            .list("associations", Association.FORM, StandardsFramework::associations, Builder::addAllAssociations);

    /** The kind of entry. */
    public static final Kind<StandardsFramework> KIND =
            Kind.of("standards-framework", 1, StandardsFramework.class, FORM);

    StandardsFramework() {}

    @Override
    public abstract EntryId id();

    /** The title, as published. */
    public abstract String title();

    /** The version or year, as published. */
    public abstract Optional<String> version();

    /** The earlier recorded framework that this takes the place of. */
    public abstract Optional<EntryId> replaces();

    /** The standards, headings included, in the publisher's order. */
    public abstract List<Standard> items();

    /** The associations, those that reach outside the framework included. */
    public abstract List<Association> associations();

    /** Checks that ids are unique, parents are here, and no standard is its own ancestor. */
    @Value.Check
    void check() {
        Checks.text(title(), "title");
        Checks.distinct(items().stream().map(Standard::id).toList(), "items");
        Checks.distinct(associations().stream().map(Association::id).toList(), "associations");
        for (Standard item : items()) {
            item.parent()
                    .ifPresent(parent -> Checks.require(
                            byId().containsKey(parent),
                            "standard \"%s\" has the parent \"%s\", which is not in the framework. Maybe it is a root.",
                            item.label(),
                            parent));
        }
        Set<StandardId> sound = new LinkedHashSet<>();
        items().forEach(item -> refuseCycle(item, sound));
    }

    private void refuseCycle(Standard start, Set<StandardId> sound) {
        Set<StandardId> path = new LinkedHashSet<>();
        Optional<Standard> next = Optional.of(start);
        while (next.isPresent() && !sound.contains(next.get().id())) {
            Standard item = next.get();
            if (!path.add(item.id())) {
                List<String> names = new ArrayList<>();
                path.stream()
                        .dropWhile(id -> !id.equals(item.id()))
                        .forEach(id -> names.add(getStandard(id).label()));
                names.add(item.label());
                throw new IllegalArgumentException("The standards go round in a circle: " + String.join(" > ", names)
                        + ". Maybe one has a wrong parent.");
            }
            next = item.parent().map(this::getStandard);
        }
        sound.addAll(path);
    }

    /** The framework it replaces, if any. */
    @Override
    public List<EntryId> basedOn() {
        return replaces().stream().toList();
    }

    @Override
    public Kind<StandardsFramework> kind() {
        return KIND;
    }

    @Value.Lazy
    Map<StandardId, Standard> byId() {
        Map<StandardId, Standard> index = new LinkedHashMap<>();
        items().forEach(item -> index.put(item.id(), item));
        return index;
    }

    @Value.Lazy
    Map<String, List<Standard>> byCode() {
        Map<String, List<Standard>> index = new LinkedHashMap<>();
        items().forEach(item -> item.code()
                .ifPresent(code ->
                        index.computeIfAbsent(code, any -> new ArrayList<>()).add(item)));
        return index;
    }

    @Value.Lazy
    Map<StandardId, List<Standard>> byParent() {
        Map<StandardId, List<Standard>> index = new LinkedHashMap<>();
        items().forEach(item -> item.parent()
                .ifPresent(parent ->
                        index.computeIfAbsent(parent, any -> new ArrayList<>()).add(item)));
        return index;
    }

    /** The standard with that id, if it is here. */
    public Optional<Standard> findStandard(StandardId id) {
        return Optional.ofNullable(byId().get(id));
    }

    /**
     * The standard with that id.
     *
     * @throws NoSuchElementException if it is not here
     */
    public Standard getStandard(StandardId id) {
        return findStandard(id)
                .orElseThrow(() -> new NoSuchElementException(
                        "No standard \"" + id + "\" in \"" + title() + "\". Maybe it is a code: use listByCode."));
    }

    /** The standards with that code, in order; usually one, but publishers do use a code twice. */
    public List<Standard> listByCode(String code) {
        return Collections.unmodifiableList(byCode().getOrDefault(code, List.of()));
    }

    /** The standards without parent, in order. */
    public List<Standard> listRoots() {
        return items().stream().filter(item -> item.parent().isEmpty()).toList();
    }

    /** The standards directly below that one, in order. */
    public List<Standard> listChildren(StandardId id) {
        return Collections.unmodifiableList(byParent().getOrDefault(id, List.of()));
    }

    /**
     * What lies above that standard, nearest first; empty for a root.
     *
     * @throws NoSuchElementException if the standard is not here
     */
    public List<Standard> listAncestors(StandardId id) {
        List<Standard> ancestors = new ArrayList<>();
        Optional<StandardId> next = getStandard(id).parent();
        while (next.isPresent()) {
            Standard ancestor = getStandard(next.get());
            ancestors.add(ancestor);
            next = ancestor.parent();
        }
        return List.copyOf(ancestors);
    }

    /** The standards with nothing below them that are meant for that grade, in order: what can be taught and tested. */
    public List<Standard> listLeaves(GradeLevel grade) {
        return items().stream()
                .filter(item -> item.appliesTo(grade) && !byParent().containsKey(item.id()))
                .toList();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a framework; id and title must be set. */
    public static final class Builder extends ImmutableStandardsFramework.Builder {
        Builder() {}
    }
}
