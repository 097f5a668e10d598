package org.iltlib.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;

/**
 * The kinds that should follow from one another: need, proposal, decision, commitment, impact. Each should rest on one
 * of the kind before it, directly or through entries of other kinds.
 *
 * <pre>{@code
 * Chain chain = Chain.of("need", "proposal", "decision", "commitment");
 * chain.orphans(record).unfollowed();          // needs nobody proposed anything for, decisions nobody committed to …
 * }</pre>
 *
 * @param kinds the names of the kinds, the ground first; at least two, each once
 */
public record Chain(List<String> kinds) {

    /** Checks the names. */
    public Chain {
        kinds = List.copyOf(Checks.distinct(kinds, "kinds"));
        Checks.require(kinds.size() >= 2, "kinds has %s. Expected at least 2 to make a chain.", kinds.size());
    }

    /** The chain of kinds with these names. */
    public static Chain of(String... kinds) {
        return new Chain(List.of(kinds));
    }

    /** The chain of these kinds. */
    public static Chain of(List<? extends Kind<?>> kinds) {
        return new Chain(kinds.stream().<String>map(Kind::name).toList());
    }

    /**
     * The first link that is missing among the entry of the trace, its grounds and its consequences; empty if the whole
     * chain can be walked. O(kinds × entries).
     */
    public Optional<BrokenLink> firstBrokenLink(Trace trace) {
        List<Entry> all = new ArrayList<>(trace.upstream());
        all.add(trace.entry());
        all.addAll(trace.downstream());
        List<Entry> reached =
                all.stream().filter(entry -> entry.kind().equals(kinds.get(0))).toList();
        if (reached.isEmpty()) {
            return Optional.of(new BrokenLink("", kinds.get(0), List.of()));
        }
        for (int i = 1; i < kinds.size(); i++) {
            String kind = kinds.get(i);
            Set<EntryId> grounded = restingOn(reached, all);
            List<Entry> next = all.stream()
                    .filter(entry -> entry.kind().equals(kind) && grounded.contains(entry.id()))
                    .toList();
            if (next.isEmpty()) {
                List<EntryId> ends = reached.stream().map(Entry::id).toList();
                return Optional.of(new BrokenLink(kinds.get(i - 1), kind, ends));
            }
            reached = next;
        }
        return Optional.empty();
    }

    /** The entries of these kinds that hang in the air, on either side. O(kinds × entries). */
    public Orphans orphans(TeamRecord record) {
        List<Entry> entries = record.entries();
        Set<EntryId> founded = new HashSet<>();
        Set<EntryId> followed = new HashSet<>();
        for (int i = 1; i < kinds.size(); i++) {
            Set<EntryId> grounded = restingOn(record.listEntries(kinds.get(i - 1)), entries);
            record.listEntries(kinds.get(i)).stream()
                    .map(Entry::id)
                    .filter(grounded::contains)
                    .forEach(founded::add);
            followed.addAll(groundsOf(record.listEntries(kinds.get(i)), entries));
        }
        return new Orphans(
                missing(entries, kinds.subList(1, kinds.size()), founded),
                missing(entries, kinds.subList(0, kinds.size() - 1), followed));
    }

    private static List<Entry> missing(List<Entry> entries, List<String> kinds, Set<EntryId> linked) {
        return entries.stream()
                .filter(entry -> kinds.contains(entry.kind()) && !linked.contains(entry.id()))
                .toList();
    }

    /** Everything that rests on one of the grounds, the grounds themselves not counted unless they do. */
    private static Set<EntryId> restingOn(List<Entry> grounds, List<Entry> inOrder) {
        Set<EntryId> start = new HashSet<>();
        grounds.forEach(entry -> start.add(entry.id()));
        Set<EntryId> resting = new HashSet<>();
        for (Entry entry : inOrder) {
            if (entry.cites().stream().anyMatch(cited -> start.contains(cited) || resting.contains(cited))) {
                resting.add(entry.id());
            }
        }
        return resting;
    }

    /** Everything on which one of these rests. */
    private static Set<EntryId> groundsOf(List<Entry> followers, List<Entry> inOrder) {
        Set<EntryId> start = new HashSet<>();
        followers.forEach(entry -> start.add(entry.id()));
        Set<EntryId> grounds = new HashSet<>();
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            Entry entry = inOrder.get(i);
            if (start.contains(entry.id()) || grounds.contains(entry.id())) {
                grounds.addAll(entry.cites());
            }
        }
        return grounds;
    }
}
