package org.iltlib.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.base.EntryId;
import org.iltlib.form.FormException;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a record, after every {@link Correction} and {@link Withdrawal} in it. Immutable.
 *
 * <pre>{@code
 * Standing standing = Standing.of(record);
 * standing.current(decision.id());            // what the decision has become; empty if it was withdrawn
 * standing.statusOf(decision.id());           // CORRECTED
 * }</pre>
 *
 * <p>Three rules:
 *
 * <ol>
 *   <li>A correction or withdrawal has effect unless a later one that has effect names it. So a withdrawn correction is
 *       as if it had not been made, and a withdrawn withdrawal too.
 *   <li>Of those in effect that name an entry, the last decides. A second correction overrides the first; a withdrawal
 *       overrides earlier corrections, and a correction an earlier withdrawal.
 *   <li>A replacement holds by its correction: if none of the corrections that put it in place decides any more, or what
 *       they corrected is itself set aside, then it is set aside. What should hold all the same is recorded anew.
 * </ol>
 *
 * <p>A replacement always comes after what it replaces, so there are no cycles. A correction of which this is not true,
 * which a record refuses but another program may have written, counts for nothing.
 */
public final class Standing {
    private final TeamRecord record;
    private final Map<EntryId, List<Correction>> corrections = new HashMap<>();
    private final Map<EntryId, Act> deciding = new HashMap<>();
    /** By entry that is set aside: the last correction that put it in place. */
    private final Map<EntryId, Act> setAside = new HashMap<>();

    /** How an entry stands. */
    public enum Status {
        /** It holds. */
        STANDS,
        /** Another entry took its place. */
        CORRECTED,
        /** It no longer holds, and nothing took its place. Says more than that it is set aside. */
        WITHDRAWN,
        /** It replaced another entry, by a correction that no longer decides. */
        SET_ASIDE
    }

    /** A correction, or a withdrawal if there is no replacement. */
    private record Act(EntryId id, EntryId named, @Nullable EntryId replacement) {}

    private Standing(TeamRecord record) {
        this.record = record;
        List<Act> acts = acts();
        Set<EntryId> named = new HashSet<>();
        for (int i = acts.size() - 1; i >= 0; i--) {
            Act act = acts.get(i);
            if (!named.contains(act.id())) {
                named.add(act.named());
                deciding.putIfAbsent(act.named(), act);
            }
        }
        Map<Long, List<Act>> bringing = new TreeMap<>();
        for (Act act : acts) {
            EntryId replacement = act.replacement();
            if (replacement != null) {
                bringing.computeIfAbsent(record.get(replacement).sequence(), none -> new ArrayList<>())
                        .add(act);
            }
        }
        bringing.forEach(this::settle);
    }

    /** In the order of the replacements, so that what they replace, which comes before, is settled. */
    private void settle(long sequence, List<Act> bringing) {
        if (bringing.stream()
                .noneMatch(act -> act.equals(deciding.get(act.named())) && !setAside.containsKey(act.named()))) {
            setAside.put(record.entries().get((int) sequence - 1).id(), bringing.get(bringing.size() - 1));
        }
    }

    private List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        for (Entry entry : record.entries()) {
            if (entry.isOf(Withdrawal.KIND)) {
                EntryId withdrawn = entry.as(Withdrawal.KIND).withdrawn();
                if (isBefore(withdrawn, entry.id())) {
                    acts.add(new Act(entry.id(), withdrawn, null));
                }
            } else if (entry.isOf(Correction.KIND)) {
                Correction correction = entry.as(Correction.KIND);
                corrections
                        .computeIfAbsent(correction.corrected(), none -> new ArrayList<>())
                        .add(correction);
                if (isBefore(correction.corrected(), correction.replacement())
                        && isBefore(correction.replacement(), entry.id())) {
                    acts.add(new Act(entry.id(), correction.corrected(), correction.replacement()));
                }
            }
        }
        return acts;
    }

    private boolean isBefore(EntryId early, EntryId late) {
        return record.find(early)
                .flatMap(first -> record.find(late).filter(second -> first.sequence() < second.sequence()))
                .isPresent();
    }

    /**
     * What holds of that record. O(entries).
     *
     * @throws FormException if a correction or withdrawal cannot be read, because a newer version of the library wrote
     *     it, say; what holds cannot be told then
     */
    public static Standing of(TeamRecord record) {
        return new Standing(record);
    }

    /**
     * How that entry stands.
     *
     * @throws IllegalArgumentException if there is no such entry
     */
    public Status statusOf(EntryId id) {
        Act act = deciding.get(record.get(id).id());
        if (act != null && act.replacement() == null) {
            return Status.WITHDRAWN;
        }
        if (setAside.containsKey(id)) {
            return Status.SET_ASIDE;
        }
        return act == null ? Status.STANDS : Status.CORRECTED;
    }

    /** Whether the entry stands; as {@link #statusOf}. */
    public boolean stands(EntryId id) {
        return statusOf(id) == Status.STANDS;
    }

    /** Whether the entry is withdrawn; as {@link #statusOf}. */
    public boolean isWithdrawn(EntryId id) {
        return statusOf(id) == Status.WITHDRAWN;
    }

    /**
     * What holds in place of that entry: itself if it stands; if it was corrected, what holds in place of its
     * replacement; if it is set aside, what holds in place of the entry that it was to replace. Empty if that was
     * withdrawn. O(corrections between).
     *
     * @throws IllegalArgumentException if there is no such entry
     */
    public Optional<Entry> current(EntryId id) {
        Entry entry = record.get(id);
        while (true) {
            Act source = setAside.get(entry.id());
            Act act = deciding.get(entry.id());
            EntryId replacement = act == null ? null : act.replacement();
            if (act != null && replacement == null) {
                return Optional.empty();
            } else if (source != null) {
                entry = record.get(source.named());
            } else if (replacement != null) {
                entry = record.get(replacement);
            } else {
                return Optional.of(entry);
            }
        }
    }

    /** The correction or withdrawal that decides how the entry stands; empty if no one in effect names it. */
    public Optional<Entry> findDeciding(EntryId id) {
        return Optional.ofNullable(deciding.get(id)).map(act -> record.get(act.id()));
    }

    /** All corrections of that entry, in the order in which they were recorded, also those without effect. */
    public List<Correction> listCorrections(EntryId id) {
        return Collections.unmodifiableList(corrections.getOrDefault(id, List.of()));
    }

    /** The entries that stand, in order; corrections and withdrawals are among them. O(entries). */
    public List<Entry> listStanding() {
        return record.entries().stream().filter(entry -> stands(entry.id())).toList();
    }
}
