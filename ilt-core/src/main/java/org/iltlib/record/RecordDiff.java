package org.iltlib.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;

/**
 * What a record had at one time and not yet at another. The record as it stood at the first, and these entries, make
 * the record as it stood at the second. Immutable.
 */
public final class RecordDiff {
    private final TeamKey key;
    private final Instant from;
    private final Instant to;
    private final List<Entry> added;
    private final List<EntryId> corrected;
    private final List<EntryId> withdrawn;

    RecordDiff(TeamRecord record, Instant from, Instant to) {
        Checks.require(!to.isBefore(from), "to is %s, before from, %s. Maybe they are swapped.", to, from);
        this.key = record.key();
        this.from = from;
        this.to = to;
        TeamRecord before = record.asOf(from);
        TeamRecord after = record.asOf(to);
        this.added = after.entries().subList((int) before.revision(), (int) after.revision());
        Standing standing = Standing.of(after);
        List<EntryId> replaced = new ArrayList<>();
        List<EntryId> revoked = new ArrayList<>();
        for (Entry act : added) {
            if (act.isOf(Correction.KIND)) {
                keep(act, act.as(Correction.KIND).corrected(), standing, replaced);
            } else if (act.isOf(Withdrawal.KIND)) {
                keep(act, act.as(Withdrawal.KIND).withdrawn(), standing, revoked);
            }
        }
        this.corrected = List.copyOf(replaced);
        this.withdrawn = List.copyOf(revoked);
    }

    private static void keep(Entry act, EntryId named, Standing standing, List<EntryId> into) {
        if (standing.findDeciding(named).filter(act::equals).isPresent()) {
            into.add(named);
        }
    }

    /** The record. */
    public TeamKey key() {
        return key;
    }

    /** The earlier time. */
    public Instant from() {
        return from;
    }

    /** The later time. */
    public Instant to() {
        return to;
    }

    /** The entries recorded after the earlier time, up to the later one and at it, in order. */
    public List<Entry> added() {
        return added;
    }

    /**
     * The entries that an added correction replaced, in the order of the corrections; without those of which the
     * correction did not decide any more at the later time.
     */
    public List<EntryId> corrected() {
        return corrected;
    }

    /** The entries that an added withdrawal withdrew; as {@link #corrected}. */
    public List<EntryId> withdrawn() {
        return withdrawn;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return added.isEmpty();
    }

    /** A heading, and one line for each entry added, corrected or withdrawn; never a body. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(key.toString())
                .append(" from ")
                .append(from)
                .append(" to ")
                .append(to)
                .append(": ")
                .append(added.size())
                .append(" added, ")
                .append(corrected.size())
                .append(" corrected, ")
                .append(withdrawn.size())
                .append(" withdrawn");
        added.forEach(entry -> text.append("\n  + ").append(entry));
        corrected.forEach(id -> text.append("\n  ~ ").append(id));
        withdrawn.forEach(id -> text.append("\n  - ").append(id));
        return text.toString();
    }
}
