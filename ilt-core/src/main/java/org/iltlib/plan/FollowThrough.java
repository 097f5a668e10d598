package org.iltlib.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.Minimum;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How many of the commitments that have come due were done on time: {@code doneOnTime ÷ (due − validly cancelled)}.
 *
 * <p>Relabelling cannot improve it. The first update that closes a commitment counts and every later one is ignored; a
 * cancellation is valid only up to the due day, after which the commitment stays overdue. What replaces a commitment
 * (another name, another day, a part of it) does not count by itself: the one replaced keeps its day, is done only when
 * an update says that it is, and can no longer be cancelled. But what is due after the day on which the one replaced was
 * done is more than a new name for it: unless it was itself done on time it counts too, so nothing hides behind a promise
 * that is kept already. Close both if one renames a commitment.
 */
@Value.Immutable
public abstract class FollowThrough {
    /** The share on time that a team should reach, unless it sets itself another: at least 80 percent. */
    public static final Minimum TARGET = Minimum.atLeast(Fraction.percent(80));

    /** What became of a commitment that has come due. */
    public enum Fate {
        /** It was done on or before the due day. */
        ON_TIME,
        /** It was done after it. */
        LATE,
        /** It was cancelled on or before it, with reason and evidence, and nothing took its place. */
        CANCELLED,
        /** None of these. */
        OVERDUE
    }

    FollowThrough() {}

    /** The number of commitments whose due day has come. */
    public abstract int due();

    /** Of these, done on or before the due day. */
    public abstract int doneOnTime();

    /** Of these, done after it. */
    public abstract int doneLate();

    /** Of these, cancelled on or before it, with reason and evidence. */
    public abstract int cancelled();

    /** Of those done, how many cite evidence. */
    public abstract int doneWithEvidence();

    /** For each one that is overdue, the days since its due day, the fewest first; one that is due today has none. */
    public abstract List<Long> overdueDays();

    /** Of these, neither done nor validly cancelled. */
    public int overdue() {
        return due() - doneOnTime() - doneLate() - cancelled();
    }

    /** The share done on time of those due and not validly cancelled; missing if there is none. */
    public Measured<Double> rate() {
        return share(doneOnTime(), due() - cancelled());
    }

    /** Whether enough of those due and not validly cancelled were done on time; never if there is none. */
    public boolean reaches(Minimum target) {
        return target.isMetBy(doneOnTime(), due() - cancelled());
    }

    /** The median days since the due day of those overdue, exact; missing if none is. */
    public Measured<Rational> medianDaysOverdue() {
        int n = overdueDays().size();
        return n == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "none is overdue")
                : Measured.of(Rational.of(
                        overdueDays().get((n - 1) / 2) + overdueDays().get(n / 2), 2));
    }

    /** The share of those done that cite evidence; missing if none is done. */
    public Measured<Double> evidenceRate() {
        return share(doneWithEvidence(), doneOnTime() + doneLate());
    }

    /** The arithmetic in words. */
    public Explanation explanation() {
        return Explanation.of("%d of %d commitments were done on time.", doneOnTime(), due() - cancelled())
                .because("%d came due. Validly cancelled, which do not count: %d.", due(), cancelled())
                .because("Done late: %d. Overdue: %d.", doneLate(), overdue());
    }

    /**
     * The follow-through on that day.
     *
     * @param commitments the commitments, each id once
     * @param updates their updates, in the order in which they were recorded
     * @param day the day; later updates and commitments due later are left out, and what is due that day counts as due
     * @throws IllegalArgumentException if an update is of a commitment that is not there, a commitment replaces one that
     *     is not there, or commitments replace each other in a circle
     */
    public static FollowThrough of(Collection<Commitment> commitments, List<CommitmentUpdate> updates, LocalDate day) {
        Map<EntryId, CommitmentUpdate> closing = closing(commitments, updates, day);
        Map<EntryId, Fate> fates = fates(commitments, closing, day);
        List<Long> overdue = new ArrayList<>();
        int withEvidence = 0;
        for (Commitment commitment : commitments) {
            Fate fate = fates.get(commitment.id());
            CommitmentUpdate update = closing.get(commitment.id());
            if (fate == Fate.OVERDUE) {
                overdue.add(ChronoUnit.DAYS.between(commitment.due(), day));
            } else if (fate != null && fate != Fate.CANCELLED && update != null) {
                withEvidence += update.evidence().isEmpty() ? 0 : 1;
            }
        }
        overdue.sort(null);
        return ImmutableFollowThrough.builder()
                .due(fates.size())
                .doneOnTime(Collections.frequency(fates.values(), Fate.ON_TIME))
                .doneLate(Collections.frequency(fates.values(), Fate.LATE))
                .cancelled(Collections.frequency(fates.values(), Fate.CANCELLED))
                .doneWithEvidence(withEvidence)
                .overdueDays(overdue)
                .build();
    }

    /**
     * What became of each commitment that has come due and counts, by id, in the order given; arguments and refusals as in
     * {@link #of}.
     */
    public static Map<EntryId, Fate> fates(
            Collection<Commitment> commitments, List<CommitmentUpdate> updates, LocalDate day) {
        return fates(commitments, closing(commitments, updates, day), day);
    }

    private static Map<EntryId, CommitmentUpdate> closing(
            Collection<Commitment> commitments, List<CommitmentUpdate> updates, LocalDate day) {
        Checks.distinct(commitments.stream().map(Commitment::id).toList(), "commitments");
        Map<EntryId, Commitment> byId = new HashMap<>();
        commitments.forEach(commitment -> byId.put(commitment.id(), commitment));
        Set<EntryId> replaced = new HashSet<>();
        for (Commitment commitment : commitments) {
            commitment.replaces().ifPresent(old -> {
                Checks.require(
                        byId.containsKey(old),
                        "Commitment %s replaces \"%s\", which is not among them. Expected it too, for it keeps counting.",
                        commitment.id(),
                        old);
                replaced.add(old);
            });
        }
        commitments.forEach(commitment -> first(commitment, byId));
        Map<EntryId, CommitmentUpdate> closing = new HashMap<>();
        for (CommitmentUpdate update : updates) {
            Commitment commitment = byId.get(update.commitment());
            Checks.require(
                    commitment != null,
                    "Update %s is of commitment \"%s\", which is not among them.",
                    update.id(),
                    update.commitment());
            if (commitment != null && !update.on().isAfter(day) && closes(update, commitment, replaced)) {
                closing.putIfAbsent(update.commitment(), update);
            }
        }
        return closing;
    }

    private static boolean closes(CommitmentUpdate update, Commitment commitment, Set<EntryId> replaced) {
        return update.status() == CommitmentStatus.DONE
                || (update.status() == CommitmentStatus.CANCELLED
                        && !update.on().isAfter(commitment.due())
                        && !replaced.contains(commitment.id()));
    }

    private static Map<EntryId, Fate> fates(
            Collection<Commitment> commitments, Map<EntryId, CommitmentUpdate> closing, LocalDate day) {
        Map<EntryId, Commitment> byId = new HashMap<>();
        commitments.forEach(commitment -> byId.put(commitment.id(), commitment));
        Map<EntryId, Fate> fates = new LinkedHashMap<>();
        for (Commitment commitment : commitments) {
            Fate fate = fate(commitment, closing.get(commitment.id()));
            CommitmentUpdate kept = closing.get(first(commitment, byId).id());
            if (!commitment.due().isAfter(day)
                    && (commitment.replaces().isEmpty() || (fate != Fate.ON_TIME && isDoneBefore(kept, commitment)))) {
                fates.put(commitment.id(), fate);
            }
        }
        return Collections.unmodifiableMap(fates);
    }

    private static boolean isDoneBefore(@Nullable CommitmentUpdate update, Commitment commitment) {
        return update != null
                && update.status() == CommitmentStatus.DONE
                && update.on().isBefore(commitment.due());
    }

    /** The commitment whose place it takes in the end; itself if it takes none. */
    private static Commitment first(Commitment commitment, Map<EntryId, Commitment> byId) {
        Set<EntryId> seen = new HashSet<>();
        Commitment at = commitment;
        while (at.replaces().isPresent()) {
            Checks.require(
                    seen.add(at.id()),
                    "Commitments %s replace each other in a circle. Expected one that replaces none.",
                    new java.util.TreeSet<>(seen));
            Commitment older = byId.get(at.replaces().get());
            if (older == null) {
                return at;
            }
            at = older;
        }
        return at;
    }

    private static Fate fate(Commitment commitment, @Nullable CommitmentUpdate update) {
        if (update == null) {
            return Fate.OVERDUE;
        }
        if (update.status() == CommitmentStatus.CANCELLED) {
            return Fate.CANCELLED;
        }
        return update.on().isAfter(commitment.due()) ? Fate.LATE : Fate.ON_TIME;
    }

    private static Measured<Double> share(int part, int whole) {
        return whole == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no such commitment")
                : Measured.of((double) part / whole);
    }
}
