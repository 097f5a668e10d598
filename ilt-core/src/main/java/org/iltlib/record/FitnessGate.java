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
import org.iltlib.evidence.Assessment;
import org.iltlib.evidence.fitness.FitnessStatement;
import org.iltlib.evidence.fitness.UseVerdict;
import org.iltlib.finding.Finding;
import org.iltlib.form.FormException;

/**
 * Whether findings use assessments for what these are fit for. A finding that states its use is judged by the last
 * fitness statement on each assessment that it rests on, directly or through datasets. A record refuses a finding whose
 * use is not supported, and a decision that rests on one; what is not known or supported with caution is told and let
 * through. Of an assessment without a statement nothing is known. Immutable.
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
                        .map(entry -> new Ruling(
                                finding.id(),
                                entry.id(),
                                findStatement(entry.id())
                                        .map(statement -> statement.verdict(use))
                                        .orElseGet(() -> UseVerdict.withoutStatement(use))))
                        .toList())
                .orElse(List.of());
    }

    /** The rulings on all findings that stand behind that entry, a decision say, directly or through others. */
    public List<Ruling> listBehind(EntryId id) {
        return rulings(List.of(id));
    }

    /** The last statement on that assessment. */
    public Optional<FitnessStatement> findStatement(EntryId assessment) {
        Stream<Entry> citing = Stream.concat(
                record.listCiting(assessment).stream(),
                added.values().stream().filter(entry -> entry.cites().contains(assessment)));
        return citing.filter(entry -> entry.isOf(FitnessStatement.KIND))
                .filter(entry -> entry.as(FitnessStatement.KIND).assessment().equals(assessment))
                .reduce((a, b) -> a.sequence() > b.sequence() ? a : b)
                .map(entry -> entry.as(FitnessStatement.KIND));
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
                findFinding(entry).ifPresent(finding -> rulings.addAll(list(finding)));
            }
        }
        return rulings;
    }

    /** The finding; empty if its body cannot be read here (it is of a newer version, say): then nothing is known of its use. */
    private static Optional<Finding> findFinding(Entry entry) {
        try {
            return Optional.of(entry.as(Finding.KIND));
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
