package org.iltlib.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;

/**
 * What an entry rests on, or what rests on it, over several records of a tenant: a {@link Trace} that follows every
 * {@link Reference} into the other record. Each entry of each record comes once. Immutable.
 *
 * <pre>{@code
 * Trail why = Trail.upstream(school, decision.id(), records::load);      // back to the district's goal, and its need
 * Trail what = Trail.downstream(List.of(district, school), district.key(), goal.id());
 * why.broken();                                                        // references that hold no more
 * }</pre>
 */
public final class Trail {
    private final List<Step> steps;
    private final List<Step> broken;

    /**
     * An entry and the record in which it stands.
     *
     * @param key the record
     * @param entry the entry
     */
    public record Step(TeamKey key, Entry entry) {
        private static final Comparator<Step> ORDER = Comparator.comparing(
                        (Step step) -> step.entry().recordedAt())
                .thenComparing(Step::key)
                .thenComparingLong(step -> step.entry().sequence());

        /** Such as {@code decision decision/1 (lincoln-ilt 2026-27)}. */
        @Override
        public String toString() {
            return entry.kind() + " " + entry.id() + " (" + key + ")";
        }
    }

    private record Place(TeamKey key, EntryId id) {}

    private record Link(TeamRecord record, Entry entry) {
        Step step() {
            return new Step(record.key(), entry);
        }
    }

    private Trail(List<Step> steps, List<Step> broken) {
        this.steps = steps.stream().sorted(Step.ORDER).toList();
        this.broken = broken.stream().sorted(Step.ORDER).toList();
    }

    /**
     * Everything that the entry rests on. O(entries and citations reached), besides the look-ups, one for each other
     * record reached.
     *
     * @param record the record in which to begin
     * @param id the entry there
     * @param others gives another record of the tenant by its key, empty if there is none: {@code records::load}
     * @throws IllegalArgumentException if there is no such entry
     */
    public static Trail upstream(TeamRecord record, EntryId id, Function<TeamKey, TeamRecord> others) {
        Map<TeamKey, TeamRecord> known = new HashMap<>(Map.of(record.key(), record));
        List<Step> broken = new ArrayList<>();
        Function<Link, List<Link>> grounds = link -> {
            List<Link> next = new ArrayList<>();
            for (EntryId cited : link.entry().cites()) {
                link.record().find(cited).ifPresent(entry -> next.add(new Link(link.record(), entry)));
            }
            if (link.entry().isOf(Reference.KIND)) {
                Reference reference = link.entry().as(Reference.KIND);
                TeamRecord other = known.get(reference.key());
                if (other == null) {
                    other = others.apply(reference.key());
                    known.put(reference.key(), other);
                }
                if (reference.holdsIn(other)) {
                    next.add(new Link(other, other.get(reference.entry())));
                } else {
                    broken.add(link.step());
                }
            }
            return next;
        };
        return new Trail(reach(new Link(record, record.get(id)), grounds), broken);
    }

    /**
     * Everything that rests on the entry, in these records. O(entries of the records), to find the references in them.
     *
     * @param records the records in which to look, each key once
     * @param key the one among them in which to begin
     * @param id the entry there
     * @throws IllegalArgumentException if there is no such record or entry, or a key comes twice
     */
    public static Trail downstream(Collection<TeamRecord> records, TeamKey key, EntryId id) {
        Map<TeamKey, TeamRecord> known = new HashMap<>();
        for (TeamRecord record : records) {
            Checks.require(
                    known.put(record.key(), record) == null, "records has %s twice. Expected each once.", record.key());
        }
        TeamRecord first = Optional.ofNullable(known.get(key))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no record of " + key + " among the " + known.size() + " given."));
        Map<Place, List<Link>> references = new HashMap<>();
        List<Step> broken = new ArrayList<>();
        for (TeamRecord record : records) {
            for (Entry entry : record.listEntries(Reference.KIND.name())) {
                Reference reference = entry.as(Reference.KIND);
                TeamRecord other = known.get(reference.key());
                Link link = new Link(record, entry);
                if (other != null && reference.holdsIn(other)) {
                    references
                            .computeIfAbsent(new Place(reference.key(), reference.entry()), none -> new ArrayList<>())
                            .add(link);
                } else if (other != null) {
                    broken.add(link.step());
                }
            }
        }
        Function<Link, List<Link>> consequences = link -> {
            List<Link> next = new ArrayList<>(references.getOrDefault(
                    new Place(link.record().key(), link.entry().id()), List.of()));
            link.record().listCiting(link.entry().id()).forEach(entry -> next.add(new Link(link.record(), entry)));
            return next;
        };
        return new Trail(reach(new Link(first, first.get(id)), consequences), broken);
    }

    private static List<Step> reach(Link start, Function<Link, List<Link>> next) {
        Set<Place> reached = new HashSet<>(
                Set.of(new Place(start.record().key(), start.entry().id())));
        List<Step> steps = new ArrayList<>();
        Deque<Link> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (Link link : next.apply(open.pop())) {
                if (reached.add(new Place(link.record().key(), link.entry().id()))) {
                    steps.add(link.step());
                    open.push(link);
                }
            }
        }
        return steps;
    }

    /** The entries reached, earliest first; the one asked about is not among them, the references passed are. */
    public List<Step> steps() {
        return steps;
    }

    /**
     * The references that do not hold: upstream those met, downstream all in the records given to any of them. What
     * they cite is not there, or is another entry by now; there the trail ends.
     */
    public List<Step> broken() {
        return broken;
    }

    /** One line for each step. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        steps.forEach(step -> text.append(text.isEmpty() ? "" : "\n").append(step));
        broken.forEach(
                step -> text.append(text.isEmpty() ? "" : "\n").append(step).append(" does not hold"));
        return text.toString();
    }
}
