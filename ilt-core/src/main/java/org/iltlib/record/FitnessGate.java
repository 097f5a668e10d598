package org.iltlib.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.evidence.Assessment;
import org.iltlib.evidence.fitness.FitnessStatement;
import org.iltlib.evidence.fitness.UseVerdict;
import org.iltlib.finding.Finding;
import org.iltlib.form.FormException;

/**
 * Whether findings use assessments for what these are fit for. A finding that states its use is judged by the fitness
 * statements on each assessment that it rests on, directly or through datasets. A record refuses a finding whose use is
 * not supported, and a decision that rests on one; what is not known or supported with caution is told and let through.
 * Of an assessment without a statement nothing is known. Immutable.
 *
 * <ul>
 *   <li>Each aspect is judged by the last statement that has a figure of it, by that statement's own policy: a later
 *       statement without the figure, or with one that no student is behind, lifts nothing (see
 *       {@link UseVerdict#of(org.iltlib.evidence.fitness.AssessmentUse, List)}).
 *   <li>The last is the one recorded last, whatever its day: a statement on an older study that is recorded today is what
 *       the team says today. A corrected statement counts as its correction has it, in its old place; a withdrawn one
 *       does not count ({@link Standing}).
 *   <li>All that is recorded in one call is seen together, in whatever order it stands there.
 *   <li>What was recorded before a refusal stays; {@link #listBehind} tells of it.
 * </ul>
 *
 * <p>What the gate does not do, by choice. It knows of an assessment only what the record says: a finding on a dataset that
 * names no assessment is not judged, nor one that states no use; a reader sees both in the record. It takes the team's
 * policy as it is: who adopts a policy with lower demands and states figures under it lowers the gate, in the open, under
 * the policy's name, day and source. And it judges the use that a finding states, not the words of the finding.
 */
public final class FitnessGate {
    private final TeamRecord record;
    private final Map<EntryId, Entry> added;

    private FitnessGate(TeamRecord record, Map<EntryId, Entry> added) {
        this.record = record;
        this.added = added;
    }

    /** The gate of that record, as it stands. */
    public static FitnessGate of(TeamRecord record) {
        return new FitnessGate(record, Map.of());
    }

    /** The gate of a record to which those entries are being added. */
    static FitnessGate of(TeamRecord record, Map<EntryId, Entry> added) {
        return new FitnessGate(record, new HashMap<>(added));
    }

    /**
     * What the gate says of one assessment behind a finding.
     *
     * @param finding the finding
     * @param assessment the assessment that it rests on
     * @param verdict whether its use is supported
     */
    public record Ruling(EntryId finding, EntryId assessment, UseVerdict verdict) {
        /** Whether the gate is shut. */
        public boolean refuses() {
            return verdict.level() == UseVerdict.Level.NOT_SUPPORTED;
        }

        /** Such as {@code finding/f1 uses assessment/a1 to place a student: not supported (…)}. */
        @Override
        public String toString() {
            return finding + " uses " + assessment + " to " + verdict;
        }
    }

    /** The rulings on that finding, one for each assessment behind it; none if it states no use. */
    public List<Ruling> list(Finding finding) {
        return finding.use()
                .map(use -> upstream(finding.evidence()).stream()
                        .filter(entry -> entry.isOf(Assessment.KIND))
                        .map(entry ->
                                new Ruling(finding.id(), entry.id(), UseVerdict.of(use, listStatements(entry.id()))))
                        .toList())
                .orElse(List.of());
    }

    /** The rulings on all findings that stand behind that entry, a decision say, directly or through others. */
    public List<Ruling> listBehind(EntryId id) {
        return rulings(List.of(id));
    }

    /** The last statement on that assessment that holds. */
    public Optional<FitnessStatement> findStatement(EntryId assessment) {
        return listStatements(assessment).stream().reduce((earlier, later) -> later);
    }

    /**
     * The statements on that assessment that hold, from the first to the last; a corrected one as its correction has it,
     * in its old place. One that cannot be read here, being of a newer version, is left out. O(entries) where there is a
     * statement.
     */
    public List<FitnessStatement> listStatements(EntryId assessment) {
        List<Entry> citing = Stream.concat(
                        record.listCiting(assessment).stream(),
                        added.values().stream().filter(entry -> entry.cites().contains(assessment)))
                .filter(entry -> entry.isOf(FitnessStatement.KIND))
                .sorted((a, b) -> Long.compare(a.sequence(), b.sequence()))
                .toList();
        if (citing.isEmpty()) {
            return List.of();
        }
        Standing standing = Standing.of(whole());
        Map<EntryId, Entry> holding = new LinkedHashMap<>();
        for (Entry entry : citing) {
            standing.current(entry.id()).ifPresent(current -> holding.putIfAbsent(current.id(), current));
        }
        return holding.values().stream()
                .filter(entry -> entry.isOf(FitnessStatement.KIND))
                .flatMap(entry -> findReadable(entry, FitnessStatement.KIND).stream())
                .filter(statement -> statement.assessment().equals(assessment))
                .toList();
    }

    private TeamRecord whole() {
        if (added.isEmpty()) {
            return record;
        }
        List<Entry> all = new ArrayList<>(record.entries());
        added.values().stream()
                .sorted((a, b) -> Long.compare(a.sequence(), b.sequence()))
                .forEach(all::add);
        return TeamRecord.of(record.key(), all, 0);
    }

    /** Refuses an entry that uses an assessment for what it is not fit for, or rests on a finding that does. */
    void check(EntryId id, List<Ruling> rulings) {
        for (Ruling ruling : rulings) {
            Checks.require(
                    !ruling.refuses(),
                    "Entry \"%s\" cannot be recorded: %s. Maybe use another assessment, or a weaker use.",
                    id,
                    ruling);
        }
    }

    List<Ruling> rulings(Collection<EntryId> cited) {
        List<Ruling> rulings = new ArrayList<>();
        for (Entry entry : upstream(cited)) {
            if (entry.isOf(Finding.KIND)) {
                findReadable(entry, Finding.KIND).ifPresent(finding -> rulings.addAll(list(finding)));
            }
        }
        return rulings;
    }

    /** The value; empty if its body cannot be read here (it is of a newer version, say): then nothing is known of it. */
    private static <T extends Recordable> Optional<T> findReadable(Entry entry, Kind<T> kind) {
        try {
            return Optional.of(entry.as(kind));
        } catch (FormException e) {
            return Optional.empty();
        }
    }

    /** Those entries and all that they rest on, as far as they are here, in the order of the record. */
    private Collection<Entry> upstream(Collection<EntryId> ids) {
        Map<EntryId, Entry> found = new LinkedHashMap<>();
        Set<EntryId> seen = new LinkedHashSet<>(ids);
        Deque<EntryId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            EntryId id = open.remove();
            Entry here = added.get(id);
            Optional<Entry> entry = here == null ? record.find(id) : Optional.of(here);
            entry.ifPresent(known -> {
                found.put(id, known);
                for (EntryId cited : known.cites()) {
                    if (seen.add(cited)) {
                        open.add(cited);
                    }
                }
            });
        }
        return found.values().stream()
                .sorted((a, b) -> Long.compare(a.sequence(), b.sequence()))
                .toList();
    }
}
