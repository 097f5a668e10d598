package org.iltlib.exchange.casenetwork.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.iltlib.exchange.casenetwork.CasePackage;
import org.iltlib.exchange.casenetwork.compare.ObjectChange.Kind;
import org.iltlib.exchange.casenetwork.model.CaseObject;
import org.iltlib.form.Node;

/**
 * What differs between two packages, member by member: notes, types, dates and everything else that a publisher may have
 * changed. Objects are the same if their identifiers are. The order of associations does not count, that of items does.
 * Immutable. Made in time linear in the packages, and n log n in the items for their order.
 */
public final class PackageDiff {
    private final SortedSet<String> document;
    private final List<ObjectChange> items;
    private final List<ObjectChange> associations;
    private final SortedSet<String> others;
    private final List<String> reordered;

    private PackageDiff(CasePackage before, CasePackage after) {
        this.document = differing(before.document().members(), after.document().members());
        this.items = changes(before.items(), after.items(), before::findItem, after::findItem);
        this.associations =
                changes(before.associations(), after.associations(), before::findAssociation, after::findAssociation);
        this.others = differing(before.others(), after.others());
        this.reordered = reordered(before, after);
    }

    /** What differs from the earlier package to the later. */
    public static PackageDiff between(CasePackage before, CasePackage after) {
        return new PackageDiff(before, after);
    }

    private static <A extends CaseObject> List<ObjectChange> changes(
            List<A> before,
            List<A> after,
            Function<String, Optional<A>> findBefore,
            Function<String, Optional<A>> findAfter) {
        List<ObjectChange> changes = new ArrayList<>();
        for (A old : before) {
            Optional<A> young = findAfter.apply(old.identifier());
            if (young.isEmpty()) {
                changes.add(new ObjectChange(old.identifier(), Kind.WENT, new TreeSet<>()));
            } else if (!old.members().equals(young.get().members())) {
                changes.add(new ObjectChange(
                        old.identifier(),
                        Kind.CHANGED,
                        differing(old.members(), young.get().members())));
            }
        }
        for (A young : after) {
            if (findBefore.apply(young.identifier()).isEmpty()) {
                changes.add(new ObjectChange(young.identifier(), Kind.CAME, new TreeSet<>()));
            }
        }
        return List.copyOf(changes);
    }

    private static SortedSet<String> differing(Node.Fields before, Node.Fields after) {
        SortedSet<String> names = new TreeSet<>(before.values().keySet());
        names.addAll(after.values().keySet());
        names.removeIf(name -> before.values().containsKey(name)
                && after.values().containsKey(name)
                && before.values().get(name).equals(after.values().get(name)));
        return Collections.unmodifiableSortedSet(names);
    }

    /** The common items that do not belong to a longest row of them which kept its order. */
    private static List<String> reordered(CasePackage before, CasePackage after) {
        Map<String, Integer> places = new HashMap<>();
        before.items().forEach(item -> places.put(item.identifier(), places.size()));
        List<String> common = after.items().stream()
                .map(CaseObject::identifier)
                .filter(places::containsKey)
                .toList();
        int[] place = common.stream().mapToInt(id -> places.getOrDefault(id, 0)).toArray();
        // Patience: of rows of each length, the one that ends lowest.
        int[] lowest = new int[place.length];
        int[] ends = new int[place.length];
        int[] previous = new int[place.length];
        int longest = 0;
        for (int i = 0; i < place.length; i++) {
            int found = Arrays.binarySearch(lowest, 0, longest, place[i]);
            int length = found < 0 ? -found - 1 : found;
            lowest[length] = place[i];
            ends[length] = i;
            previous[i] = length == 0 ? -1 : ends[length - 1];
            longest = Math.max(longest, length + 1);
        }
        Set<Integer> kept = new HashSet<>();
        for (int i = longest == 0 ? -1 : ends[longest - 1]; i >= 0; i = previous[i]) {
            kept.add(i);
        }
        List<String> moved = new ArrayList<>();
        for (int i = 0; i < place.length; i++) {
            if (!kept.contains(i)) {
                moved.add(common.get(i));
            }
        }
        return List.copyOf(moved);
    }

    /** The names of the members of the document that differ. */
    public SortedSet<String> document() {
        return document;
    }

    /** The items that changed or went, in the order of the earlier package, and those that came, in that of the later. */
    public List<ObjectChange> items() {
        return items;
    }

    /** The associations that changed, went or came, as {@link #items}; the place among siblings is a member of them. */
    public List<ObjectChange> associations() {
        return associations;
    }

    /** The names of the other members of the package that differ, such as {@code CFDefinitions} and {@code CFRubrics}. */
    public SortedSet<String> others() {
        return others;
    }

    /**
     * The identifiers of the items that must be moved, as few as possible, for the others to stand in the order of the
     * earlier package; in the order of the later.
     */
    public List<String> reordered() {
        return reordered;
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return document.isEmpty()
                && items.isEmpty()
                && associations.isEmpty()
                && others.isEmpty()
                && reordered.isEmpty();
    }

    /** Such as {@code document: 1 members; items: 2 came, 0 went, 3 changed, 1 reordered; …}. */
    @Override
    public String toString() {
        return "document: " + document.size() + " members; items: " + counts(items) + ", " + reordered.size()
                + " reordered; associations: " + counts(associations) + "; others: " + others.size() + " members";
    }

    private static String counts(List<ObjectChange> changes) {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long count = changes.stream().filter(one -> one.kind() == kind).count();
            parts.add(count + " " + kind.name().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", parts);
    }
}
