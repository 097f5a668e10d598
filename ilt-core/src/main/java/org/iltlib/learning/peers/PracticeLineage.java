package org.iltlib.learning.peers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;

/**
 * Which practice was adapted from which, who is to be credited, and what came of each when others used it. Immutable.
 * A practice never descends from itself: a circle is refused.
 */
public final class PracticeLineage {
    private final Map<EntryId, PracticeShare> shares = new TreeMap<>();
    private final Map<EntryId, SortedSet<EntryId>> children = new HashMap<>();
    private final List<PracticeReuse> reuses;

    private PracticeLineage(Collection<PracticeShare> all, Collection<PracticeReuse> reuses) {
        all.forEach(share -> shares.put(share.id(), share));
        this.reuses = List.copyOf(reuses);
        for (PracticeShare share : shares.values()) {
            share.adaptedFrom().ifPresent(parent -> {
                get(parent);
                children.computeIfAbsent(parent, key -> new TreeSet<>()).add(share.id());
            });
        }
        Set<EntryId> sound = new HashSet<>();
        shares.keySet().forEach(id -> refuseCircle(id, sound));
        reuses.forEach(reuse -> get(reuse.practice()));
    }

    private void refuseCircle(EntryId from, Set<EntryId> sound) {
        Set<EntryId> path = new LinkedHashSet<>();
        Optional<EntryId> at = Optional.of(from);
        while (at.isPresent() && !sound.contains(at.get())) {
            Checks.require(
                    path.add(at.get()),
                    "Practice \"%s\" descends from itself: %s. Expected no circle.",
                    at.get(),
                    path);
            at = get(at.get()).adaptedFrom();
        }
        sound.addAll(path);
    }

    /**
     * The lineage.
     *
     * @param shares the practices, each id once
     * @param reuses what came of them, each id once
     * @throws IllegalArgumentException if a practice descends from itself, or one that is named is not there
     */
    public static PracticeLineage of(Collection<PracticeShare> shares, Collection<PracticeReuse> reuses) {
        Checks.distinct(shares.stream().map(PracticeShare::id).toList(), "shares");
        Checks.distinct(reuses.stream().map(PracticeReuse::id).toList(), "reuses");
        return new PracticeLineage(shares, reuses);
    }

    /**
     * The practice of that id.
     *
     * @throws IllegalArgumentException if it is not there
     */
    public PracticeShare get(EntryId practice) {
        PracticeShare share = shares.get(practice);
        if (share == null) {
            throw new IllegalArgumentException("There is no practice \"" + practice + "\" among " + shares.keySet()
                    + ". Maybe it was shared in another record.");
        }
        return share;
    }

    /** What it was adapted from, nearest first; empty for an original. */
    public List<EntryId> ancestors(EntryId practice) {
        List<EntryId> ancestors = new ArrayList<>();
        Optional<EntryId> at = get(practice).adaptedFrom();
        while (at.isPresent()) {
            ancestors.add(at.get());
            at = get(at.get()).adaptedFrom();
        }
        return List.copyOf(ancestors);
    }

    /** Everything that was adapted from it, directly or in turn, by id. */
    public SortedSet<EntryId> descendants(EntryId practice) {
        get(practice);
        SortedSet<EntryId> found = new TreeSet<>();
        Deque<EntryId> open = new ArrayDeque<>(List.of(practice));
        while (!open.isEmpty()) {
            for (EntryId child : children.getOrDefault(open.remove(), Collections.emptySortedSet())) {
                found.add(child);
                open.add(child);
            }
        }
        return Collections.unmodifiableSortedSet(found);
    }

    /** Who is to be credited: the author of the original first, then who adapted it, each once. */
    public List<PersonId> credits(EntryId practice) {
        List<EntryId> line = new ArrayList<>(ancestors(practice));
        Collections.reverse(line);
        line.add(practice);
        return line.stream().map(id -> get(id).author()).distinct().toList();
    }

    /** How many people other than its author used it or an adaptation of it, or adapted it; each person once. */
    public int reuseCount(EntryId practice) {
        Set<EntryId> family = new HashSet<>(descendants(practice));
        Set<PersonId> people = new HashSet<>();
        family.forEach(id -> people.add(get(id).author()));
        family.add(practice);
        reuses.stream().filter(reuse -> family.contains(reuse.practice())).forEach(reuse -> people.add(reuse.person()));
        people.remove(get(practice).author());
        return people.size();
    }

    /** What came of this practice itself when it was used, by outcome; those with none are absent. */
    public Map<ReuseOutcome, Integer> outcomes(EntryId practice) {
        get(practice);
        Map<ReuseOutcome, Integer> outcomes = new EnumMap<>(ReuseOutcome.class);
        reuses.stream()
                .filter(reuse -> reuse.practice().equals(practice))
                .forEach(reuse -> outcomes.merge(reuse.outcome(), 1, Integer::sum));
        return Collections.unmodifiableMap(outcomes);
    }
}
