package org.iltlib.exchange.casenetwork.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.exchange.casenetwork.CasePackage;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseLink;

/**
 * Where each item stands, as numbers such as {@code 1.2}. Items that cannot be reached from the document have none; what
 * they are below is written as an association.
 */
final class SmartLevels {
    private final Map<String, Integer> places = new HashMap<>();
    private final List<CaseLink> links = new ArrayList<>();
    private final List<Optional<String>> codes = new ArrayList<>();
    private final CaseLink document;
    private final String[] levels;
    private final int[] positions;
    private final Map<Integer, Integer> itemOfEdge = new HashMap<>();
    private final Map<List<String>, Integer> pairs = new HashMap<>();

    private record Child(int item, int edge, int sequence) {}

    SmartLevels(CasePackage content) {
        String id = content.document().identifier();
        document =
                CaseLink.of(content.document().title(), id, content.document().uri());
        for (CaseItem item : content.items()) {
            places.put(item.identifier(), links.size());
            links.add(CaseLink.of("", item.identifier(), item.uri()));
            codes.add(item.humanCodingScheme().filter(code -> !code.isEmpty()));
        }
        levels = new String[links.size()];
        positions = new int[links.size()];
        Map<String, List<Child>> children = children(content);
        Deque<String> waiting = new ArrayDeque<>(List.of(id));
        while (!waiting.isEmpty()) {
            String parent = waiting.remove();
            Integer above = parent.equals(id) ? null : places.get(parent);
            String prefix = above == null ? "" : levels[above] + ".";
            if (prefix.chars().filter(c -> c == '.').count() < Dialect.DEEPEST) {
                number(children.getOrDefault(parent, List.of()), prefix, waiting);
            }
        }
    }

    private Map<String, List<Child>> children(CasePackage content) {
        Map<String, List<Child>> children = new HashMap<>();
        Set<String> placed = new HashSet<>();
        int edge = 0;
        for (CaseAssociation one : content.associations()) {
            int number = edge++;
            if (!one.associationType().equals("isChildOf")) {
                continue;
            }
            String child = one.origin().map(CaseLink::identifier).orElse("");
            String parent = one.destination().map(CaseLink::identifier).orElse("");
            pairs.merge(List.of(child, parent), 1, Integer::sum);
            boolean within = places.containsKey(parent) || parent.equals(document.identifier());
            Integer item = places.get(child);
            if (within && item != null && !child.equals(document.identifier()) && placed.add(child)) {
                children.computeIfAbsent(parent, any -> new ArrayList<>())
                        .add(new Child(item, number, one.sequenceNumber().orElse(0)));
            }
        }
        return children;
    }

    /** Numbers siblings: by their sequence number where that is free, the others behind. */
    private void number(List<Child> siblings, String prefix, Deque<String> waiting) {
        Set<Integer> taken = new HashSet<>();
        int last = 0;
        for (Child one : siblings) {
            boolean fits = one.sequence() > 0 && one.sequence() < 100_000_000 && taken.add(one.sequence());
            positions[one.item()] = fits ? one.sequence() : 0;
            last = Math.max(last, positions[one.item()]);
        }
        for (Child one : siblings) {
            if (positions[one.item()] == 0) {
                positions[one.item()] = ++last;
            }
            levels[one.item()] = prefix + positions[one.item()];
            itemOfEdge.put(one.edge(), one.item());
            waiting.add(links.get(one.item()).identifier());
        }
    }

    /** The level of the item at that place. */
    Optional<String> of(int place) {
        return Optional.ofNullable(levels[place]);
    }

    /** The code of the item of that identifier. */
    Optional<String> code(String identifier) {
        Integer place = places.get(identifier);
        return place == null ? Optional.empty() : codes.get(place);
    }

    /** Whether the association at that place is what a level implies, but for the titles of its links. */
    boolean implies(int place, CaseAssociation association, String changed) {
        Integer item = itemOfEdge.get(place);
        Optional<CaseLink> origin = association.origin();
        Optional<CaseLink> destination = association.destination();
        if (item == null || origin.isEmpty() || destination.isEmpty()) {
            return false;
        }
        String parent = destination.get().identifier();
        Integer above = places.get(parent);
        CaseLink known = above == null || parent.equals(document.identifier()) ? document : links.get(above);
        CaseLink child = CaseLink.of(
                origin.get().title(), origin.get().identifier(), links.get(item).uri());
        CaseLink whole = CaseLink.of(destination.get().title(), parent, known.uri());
        return pairs.getOrDefault(List.of(child.identifier(), parent), 0) == 1
                && association.members().equals(Dialect.child(child, whole, positions[item], changed));
    }
}
