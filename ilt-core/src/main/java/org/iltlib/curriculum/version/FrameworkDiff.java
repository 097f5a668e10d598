package org.iltlib.curriculum.version;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.iltlib.curriculum.Association;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.version.StandardChange.Kind;

/**
 * What changed from one version of a framework to the next: every standard that came, went, was reworded, moved,
 * re-coded, split or merged, and every association that came or went. Nothing that is in either version is passed over:
 * each standard of the earlier one is unchanged or in exactly one change, and each of the later one is unchanged, new, or
 * the successor in a change. Immutable. Made in linear time; the order of the publishers does not matter for what is
 * found.
 *
 * <p>Made for an import that comes again: a list that only adds would keep what the publisher has taken back. It sees what a
 * framework holds: code, statement, grades, first subject, parent and associations. Notes, types, dates of validity,
 * abbreviated statements, the numbering of lists and the order of siblings are of the package a framework was read from; an
 * empty difference says nothing of them. {@code org.iltlib.exchange.casenetwork.compare.PackageDiff} compares those.
 */
public final class FrameworkDiff {
    private final Succession succession;
    private final List<StandardChange> changes;
    private final int unchanged;
    private final List<Association> cameAssociations;
    private final List<Association> wentAssociations;

    private FrameworkDiff(
            Succession succession,
            List<StandardChange> changes,
            int unchanged,
            List<Association> cameAssociations,
            List<Association> wentAssociations) {
        this.succession = succession;
        this.changes = List.copyOf(changes);
        this.unchanged = unchanged;
        this.cameAssociations = cameAssociations;
        this.wentAssociations = wentAssociations;
    }

    /**
     * The difference.
     *
     * @param before the earlier version
     * @param after the later one
     * @param policy which spellings of a code are the same
     */
    public static FrameworkDiff between(StandardsFramework before, StandardsFramework after, CodePolicy policy) {
        Succession succession = Succession.between(before, after, policy);
        UnaryOperator<String> spelling = policy.normaliser();
        List<StandardChange> changes = new ArrayList<>();
        int unchanged = 0;
        for (Standard old : before.items()) {
            Map<StandardId, MatchedBy> next = succession.successors(old.id());
            List<Standard> successors =
                    next.keySet().stream().map(after::getStandard).toList();
            Set<Kind> kinds = kinds(old, successors, succession, spelling);
            if (kinds.isEmpty()) {
                unchanged++;
            } else {
                changes.add(new StandardChange(Optional.of(old), successors, kinds, List.copyOf(next.values())));
            }
        }
        for (Standard young : after.items()) {
            if (succession.predecessors(young.id()).isEmpty()) {
                changes.add(new StandardChange(Optional.empty(), List.of(young), EnumSet.of(Kind.ADDED), List.of()));
            }
        }
        return new FrameworkDiff(
                succession,
                changes,
                unchanged,
                without(after.associations(), before.associations()),
                without(before.associations(), after.associations()));
    }

    private static Set<Kind> kinds(
            Standard old, List<Standard> successors, Succession succession, UnaryOperator<String> spelling) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (successors.isEmpty()) {
            return EnumSet.of(Kind.REMOVED);
        }
        if (successors.size() > 1) {
            kinds.add(Kind.SPLIT);
        }
        for (Standard young : successors) {
            if (succession.predecessors(young.id()).size() > 1) {
                kinds.add(Kind.MERGED);
            }
        }
        if (kinds.isEmpty()) {
            Standard young = successors.get(0);
            add(kinds, Kind.REIDENTIFIED, !old.id().equals(young.id()));
            add(
                    kinds,
                    Kind.RECODED,
                    !old.code().map(spelling).equals(young.code().map(spelling)));
            add(
                    kinds,
                    Kind.REWORDED,
                    !old.statement().equals(young.statement())
                            || !old.grades().equals(young.grades())
                            || !old.subject().equals(young.subject()));
            add(kinds, Kind.MOVED, !follows(old.parent(), young.parent(), succession));
        }
        return kinds;
    }

    private static void add(Set<Kind> kinds, Kind kind, boolean holds) {
        if (holds) {
            kinds.add(kind);
        }
    }

    /** Whether the later parent is what became of the earlier one; roots stay roots. */
    private static boolean follows(Optional<StandardId> old, Optional<StandardId> young, Succession succession) {
        return old.isPresent() == young.isPresent()
                && (old.isEmpty() || succession.successors(old.get()).containsKey(young.orElseThrow()));
    }

    private static List<Association> without(List<Association> all, List<Association> others) {
        Set<Association> rest = new LinkedHashSet<>(all);
        rest.removeAll(new LinkedHashSet<>(others));
        return List.copyOf(rest);
    }

    /** What became of each standard. */
    public Succession succession() {
        return succession;
    }

    /** The changes: those of the earlier version in its order, then what is new in the order of the later one. */
    public List<StandardChange> changes() {
        return changes;
    }

    /** The changes in which that happened, in order. */
    public List<StandardChange> listOf(Kind kind) {
        return changes.stream().filter(change -> change.kinds().contains(kind)).toList();
    }

    /** How many standards of the earlier version are the same in the later one. */
    public int unchanged() {
        return unchanged;
    }

    /** The associations that were not there before, or not so. */
    public List<Association> cameAssociations() {
        return cameAssociations;
    }

    /** The associations that are there no more, or not so. */
    public List<Association> wentAssociations() {
        return wentAssociations;
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return changes.isEmpty() && cameAssociations.isEmpty() && wentAssociations.isEmpty();
    }

    /** How often each thing happened; what did not happen is left out. */
    public Map<Kind, Integer> counts() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        changes.forEach(change -> change.kinds().forEach(kind -> counts.merge(kind, 1, Integer::sum)));
        return counts;
    }

    /** Such as {@code 740 unchanged, 3 added, 2 re-coded}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(unchanged).append(" unchanged");
        counts().forEach((kind, count) ->
                text.append(", ").append(count).append(' ').append(kind));
        if (!cameAssociations.isEmpty() || !wentAssociations.isEmpty()) {
            text.append("; associations: ")
                    .append(cameAssociations.size())
                    .append(" came, ")
                    .append(wentAssociations.size())
                    .append(" went");
        }
        return text.toString();
    }
}
