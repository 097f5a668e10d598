package org.iltlib.record;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.base.EntryId;

/**
 * An entry with everything it rests on and everything that rests on it, each entry once, in the order in which they were
 * recorded. Upstream answers "why", downstream "what came of it". Immutable; O(entries and citations reached), and a bit
 * for each entry of the record.
 */
public final class Trace {
    private final TeamRecord record;
    private final Entry entry;
    private final List<Entry> upstream;
    private final List<Entry> downstream;

    Trace(TeamRecord record, Entry entry) {
        this.record = record;
        this.entry = entry;
        this.upstream = reach(this::grounds);
        this.downstream = reach(this::consequences);
    }

    private List<Entry> grounds(Entry from) {
        return from.cites().stream()
                .map(record::find)
                .flatMap(Optional::stream)
                .filter(cited -> cited.sequence() < from.sequence())
                .toList();
    }

    private List<Entry> consequences(Entry from) {
        return record.listCiting(from.id());
    }

    private List<Entry> reach(Function<Entry, List<Entry>> next) {
        List<Entry> entries = record.entries();
        int start = record.indexOf(entry.id());
        BitSet reached = new BitSet();
        reached.set(start);
        Deque<Entry> open = new ArrayDeque<>(List.of(entry));
        while (!open.isEmpty()) {
            for (Entry found : next.apply(open.pop())) {
                int index = record.indexOf(found.id());
                if (!reached.get(index)) {
                    reached.set(index);
                    open.push(found);
                }
            }
        }
        reached.clear(start);
        return reached.stream().mapToObj(entries::get).toList();
    }

    /** The entry asked about. */
    public Entry entry() {
        return entry;
    }

    /** What it rests on, directly or through others, earliest first. */
    public List<Entry> upstream() {
        return upstream;
    }

    /** What rests on it, directly or through others, earliest first. */
    public List<Entry> downstream() {
        return downstream;
    }

    /** Where the chain first breaks in this trace; empty if it is whole. */
    public Optional<BrokenLink> firstBrokenLink(Chain chain) {
        return chain.firstBrokenLink(this);
    }

    /** The record that was traced. */
    TeamRecord record() {
        return record;
    }

    /** A tree for reading: grounds above, consequences below; an entry that came up before is only named. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(line(entry));
        section("rests on", this::grounds, text);
        section("led to", this::consequences, text);
        return text.toString();
    }

    private void section(String title, Function<Entry, List<Entry>> next, StringBuilder text) {
        text.append("\n  ").append(title);
        List<Entry> first = next.apply(entry);
        if (first.isEmpty()) {
            text.append(" nothing");
        }
        Set<EntryId> printed = new HashSet<>();
        record Step(Entry entry, int depth) {}
        Deque<Step> open = new ArrayDeque<>();
        for (int i = first.size() - 1; i >= 0; i--) {
            open.push(new Step(first.get(i), 2));
        }
        while (!open.isEmpty()) {
            Step step = open.pop();
            text.append('\n').append("  ".repeat(step.depth())).append(line(step.entry()));
            List<Entry> below = next.apply(step.entry());
            if (!printed.add(step.entry().id())) {
                text.append(below.isEmpty() ? "" : " (see above)");
                continue;
            }
            for (int i = below.size() - 1; i >= 0; i--) {
                open.push(new Step(below.get(i), step.depth() + 1));
            }
        }
    }

    private static String line(Entry entry) {
        return entry.kind() + " " + entry.id();
    }
}
