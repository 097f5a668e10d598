package org.iltlib.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.record.Verification.Breach;
import org.iltlib.record.Verification.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A verifier that is written for nothing but being easy to follow: one thread, everything in sets and maps, the bytes of
 * the seal spelt out as the class comment of {@link Entry} gives them. What the real one says is held against it.
 */
final class PlainVerifier {
    private final TeamKey key;
    private final List<Entry> entries;

    PlainVerifier(TeamKey key, List<Entry> entries) {
        this.key = key;
        this.entries = entries;
    }

    Verification verify() {
        Set<EntryId> seen = new HashSet<>();
        @Nullable Entry before = null;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Fault fault = fault(i, entry, before, seen);
            if (fault != null) {
                return new Verification(Math.min(i, fault.place() - 1), Optional.of(fault));
            }
            seen.add(entry.id());
            before = entry;
        }
        return new Verification(entries.size(), Optional.empty());
    }

    Verification verify(Checkpoint checkpoint) {
        Verification chain = verify();
        long count = checkpoint.count();
        if (count == 0 || (!chain.holds() && chain.checked() < count)) {
            return chain;
        }
        if (count > entries.size()) {
            return broken(
                    entries.size(),
                    Breach.REMOVED,
                    entries.size() + 1L,
                    "the checkpoint counts " + count + " entries, the record has " + entries.size() + ".");
        }
        Entry last = entries.get((int) count - 1);
        if (!last.digest().equals(checkpoint.head())) {
            return broken(
                    0,
                    Breach.ALTERED,
                    count,
                    name(last) + " is not the one that the checkpoint names; history was rewritten here or before.");
        }
        return chain;
    }

    private static Verification broken(long checked, Breach breach, long place, String detail) {
        return new Verification(checked, Optional.of(new Fault(breach, place, detail)));
    }

    private @Nullable Fault fault(int i, Entry entry, @Nullable Entry before, Set<EntryId> seen) {
        long place = i + 1L;
        Digest expected = before == null ? Digest.NONE : before.digest();
        if (!Digest.ofBytes(bytes(key, entry)).equals(entry.digest()) || torn(entry.text())) {
            return new Fault(Breach.ALTERED, place, name(entry) + " does not fit its own digest.");
        }
        if (!entry.previous().equals(expected)) {
            return brokenLink(i, entry, expected);
        }
        if (entry.sequence() != place) {
            return new Fault(Breach.ALTERED, place, name(entry) + " was numbered anew as " + entry.sequence() + ".");
        }
        if (seen.contains(entry.id())) {
            return new Fault(Breach.INSERTED, place, name(entry) + " has the id of an earlier one.");
        }
        if (before != null && entry.recordedAt().isBefore(before.recordedAt())) {
            return new Fault(Breach.ALTERED, place, name(entry) + " has a time before that of its predecessor.");
        }
        if (!seen.containsAll(entry.cites())) {
            return new Fault(Breach.ALTERED, place, name(entry) + " cites what was not recorded before it.");
        }
        return null;
    }

    /** The entry is whole, but is not the successor of the one before it. */
    private Fault brokenLink(int i, Entry entry, Digest expected) {
        Map<Digest, Integer> places = new HashMap<>();
        for (int j = 0; j < entries.size(); j++) {
            places.putIfAbsent(entries.get(j).digest(), j);
        }
        long place = i + 1L;
        int predecessor = entry.previous().equals(Digest.NONE) ? -1 : places.getOrDefault(entry.previous(), i);
        if (predecessor > i) {
            return new Fault(
                    Breach.REORDERED,
                    place,
                    name(entry) + " stands before its predecessor, now at place " + (predecessor + 1) + ".");
        }
        if (predecessor < i - 1) {
            boolean moved = places.getOrDefault(entry.digest(), i) < i;
            long first = moved ? place : predecessor + 2L;
            return new Fault(
                    Breach.INSERTED, first, name(entries.get((int) first - 1)) + " was not recorded at this place.");
        }
        for (int j = i + 1; j < entries.size(); j++) {
            if (entries.get(j).previous().equals(expected)) {
                return new Fault(
                        Breach.INSERTED,
                        place,
                        name(entry) + " stands before the true successor of the one before it.");
            }
        }
        if (entry.sequence() > place) {
            long gone = entry.sequence() - place;
            return new Fault(
                    Breach.REMOVED,
                    place,
                    gone + (gone == 1 ? " entry is" : " entries are") + " missing before " + name(entry) + ".");
        }
        if (i == 0) {
            return new Fault(Breach.ALTERED, place, name(entry) + " claims a predecessor, but stands first.");
        }
        return new Fault(
                Breach.ALTERED,
                place - 1,
                name(entries.get(i - 1)) + " is not the predecessor that " + name(entry) + " was sealed with.");
    }

    private static String name(Entry entry) {
        return "entry \"" + entry.id() + "\" (" + entry.kind() + ", sequence " + entry.sequence() + ")";
    }

    private static boolean torn(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    static byte[] bytes(TeamKey key, Entry entry) {
        List<String> lines = new ArrayList<>(
                List.of("ilt-entry/1", key.team().value(), key.year().toString()));
        lines.add(Long.toString(entry.sequence()));
        Instant at = entry.recordedAt();
        lines.add(Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000));
        lines.add(entry.recordedBy().value());
        lines.add(entry.kind());
        lines.add(Integer.toString(entry.version()));
        lines.add(entry.id().value());
        lines.add(Integer.toString(entry.cites().size()));
        entry.cites().forEach(cited -> lines.add(cited.value()));
        lines.add(entry.previous().hex());
        lines.add(entry.text());
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
