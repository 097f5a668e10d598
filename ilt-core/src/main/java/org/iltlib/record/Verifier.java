package org.iltlib.record;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.iltlib.record.Verification.Breach;
import org.iltlib.record.Verification.Fault;
import org.jspecify.annotations.Nullable;

/** Walks a chain; at the first entry that does not fit, looks around to tell what was done. */
final class Verifier {
    private final TeamKey key;
    private final SealCheck entries;
    private final Seen seen;
    private final Consumer<? super Entry> fitting;
    private @Nullable Entry before;
    private int index;

    Verifier(TeamKey key, Iterator<Entry> entries, Seen seen) {
        this(key, entries, seen, entry -> {});
    }

    Verifier(TeamKey key, Iterator<Entry> entries, Seen seen, Consumer<? super Entry> fitting) {
        this.key = key;
        this.entries = new SealCheck(key, entries, seen);
        this.seen = seen;
        this.fitting = fitting;
    }

    Verification verify() {
        return verify(Checkpoint.start(key));
    }

    Verification verify(Checkpoint checkpoint) {
        try {
            return walk(checkpoint);
        } finally {
            entries.close();
        }
    }

    private Verification walk(Checkpoint checkpoint) {
        long count = checkpoint.count();
        Optional<Fault> rewritten = Optional.empty();
        for (; entries.advance(); index++) {
            Entry entry = entries.entry();
            Fault fault = fault(entry);
            if (fault != null) {
                long checked = Math.min(index, fault.place() - 1);
                boolean ours = checked >= count && rewritten.isPresent();
                return ours ? new Verification(0, rewritten) : new Verification(checked, Optional.of(fault));
            }
            if (index + 1 == count && !entry.digest().equals(checkpoint.head())) {
                rewritten = Optional.of(new Fault(
                        Breach.ALTERED,
                        count,
                        name(entry) + " is not the one that the checkpoint names; history was rewritten here or"
                                + " before."));
            }
            before = entry;
            fitting.accept(entry);
        }
        if (count > index) {
            String detail = "the checkpoint counts " + count + " entries, the record has " + index + ".";
            return new Verification(index, Optional.of(new Fault(Breach.REMOVED, index + 1L, detail)));
        }
        return new Verification(rewritten.isPresent() ? 0 : index, rewritten);
    }

    private @Nullable Fault fault(Entry entry) {
        long place = index + 1L;
        Entry last = before;
        Digest expected = last == null ? Digest.NONE : last.digest();
        if (!entries.fits()) {
            return new Fault(Breach.ALTERED, place, name(entry) + " does not fit its own digest.");
        }
        if (!entry.previous().equals(expected)) {
            return brokenLink(entry, expected);
        }
        if (entry.sequence() != place) {
            return new Fault(Breach.ALTERED, place, name(entry) + " was numbered anew as " + entry.sequence() + ".");
        }
        if (!seen.pass(index, entry, entries.prepared())) {
            return new Fault(Breach.INSERTED, place, name(entry) + " has the id of an earlier one.");
        }
        if (last != null && entry.recordedAt().isBefore(last.recordedAt())) {
            return new Fault(Breach.ALTERED, place, name(entry) + " has a time before that of its predecessor.");
        }
        if (!seen.citesPassed(index, entry, entries.prepared())) {
            return new Fault(Breach.ALTERED, place, name(entry) + " cites what was not recorded before it.");
        }
        return null;
    }

    /** The entry is whole, but is not the successor of the one before it. */
    private Fault brokenLink(Entry entry, Digest expected) {
        long place = index + 1L;
        int predecessor = entry.previous().equals(Digest.NONE) ? -1 : seen.find(entry.previous(), index);
        boolean isFirst = entry.previous().equals(Digest.NONE);
        if (isFirst || predecessor >= 0) {
            boolean moved = seen.find(entry.digest(), index) >= 0;
            long first = moved ? place : predecessor + 2L;
            Entry stranger = first == place ? entry : seen.entry((int) first - 1);
            return new Fault(
                    Breach.INSERTED,
                    first,
                    (stranger == null ? "the entry" : name(stranger)) + " was not recorded at this place.");
        }
        boolean successor = false;
        int later = index;
        for (Iterator<Entry> rest = entries.rest(); rest.hasNext(); ) {
            Entry next = rest.next();
            later++;
            if (next.digest().equals(entry.previous())) {
                return new Fault(
                        Breach.REORDERED,
                        place,
                        name(entry) + " stands before its predecessor, now at place " + (later + 1) + ".");
            }
            successor |= next.previous().equals(expected);
        }
        if (successor) {
            return new Fault(
                    Breach.INSERTED, place, name(entry) + " stands before the true successor of the one before it.");
        }
        if (entry.sequence() > place) {
            long gone = entry.sequence() - place;
            return new Fault(
                    Breach.REMOVED,
                    place,
                    gone + (gone == 1 ? " entry is" : " entries are") + " missing before " + name(entry) + ".");
        }
        Entry last = before;
        if (last == null) {
            return new Fault(Breach.ALTERED, place, name(entry) + " claims a predecessor, but stands first.");
        }
        return new Fault(
                Breach.ALTERED,
                place - 1,
                name(last) + " is not the predecessor that " + name(entry) + " was sealed with.");
    }

    private static String name(Entry entry) {
        return "entry \"" + entry.id() + "\" (" + entry.kind() + ", sequence " + entry.sequence() + ")";
    }
}
