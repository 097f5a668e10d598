package org.iltlib.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.immutables.value.Value;

/**
 * How many of the commitments that have come due were done on time: {@code doneOnTime ÷ (due − validly cancelled)}.
 *
 * <p>Relabelling cannot improve it. The first update that closes a commitment counts and every later one is ignored; a
 * cancellation is valid only up to the due day, after which the commitment stays overdue.
 */
@Value.Immutable
public abstract class FollowThrough {
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

    /** Of these, neither done nor validly cancelled. */
    public int overdue() {
        return due() - doneOnTime() - doneLate() - cancelled();
    }

    /** The share done on time of those due and not validly cancelled; missing if there is none. */
    public Measured<Double> rate() {
        return share(doneOnTime(), due() - cancelled());
    }

    /** The share of those done that cite evidence; missing if none is done. */
    public Measured<Double> evidenceRate() {
        return share(doneWithEvidence(), doneOnTime() + doneLate());
    }

    /** The arithmetic in words. */
    public Explanation explanation() {
        return Explanation.of("%d of %d commitments were done on time.", doneOnTime(), due() - cancelled())
                .because("%d came due; %d of them were validly cancelled and do not count.", due(), cancelled())
                .because("%d were done late and %d are overdue.", doneLate(), overdue());
    }

    /**
     * The follow-through on that day.
     *
     * @param commitments the commitments, each id once
     * @param updates their updates, in the order in which they were recorded
     * @param day the day; later updates and commitments due later are left out, and what is due that day counts as due
     * @throws IllegalArgumentException if an update is of a commitment that is not there
     */
    public static FollowThrough of(Collection<Commitment> commitments, List<CommitmentUpdate> updates, LocalDate day) {
        Checks.distinct(commitments.stream().map(Commitment::id).toList(), "commitments");
        Map<EntryId, CommitmentUpdate> closing = new HashMap<>();
        Map<EntryId, Commitment> byId = new HashMap<>();
        commitments.forEach(commitment -> byId.put(commitment.id(), commitment));
        for (CommitmentUpdate update : updates) {
            Commitment commitment = byId.get(update.commitment());
            Checks.require(
                    commitment != null,
                    "Update %s is of commitment \"%s\", which is not among them.",
                    update.id(),
                    update.commitment());
            if (commitment != null && !update.on().isAfter(day) && closes(update, commitment)) {
                closing.putIfAbsent(update.commitment(), update);
            }
        }
        return count(commitments, closing, day);
    }

    private static boolean closes(CommitmentUpdate update, Commitment commitment) {
        return update.status() == CommitmentStatus.DONE
                || (update.status() == CommitmentStatus.CANCELLED
                        && !update.on().isAfter(commitment.due()));
    }

    private static FollowThrough count(
            Collection<Commitment> commitments, Map<EntryId, CommitmentUpdate> closing, LocalDate day) {
        int due = 0;
        int onTime = 0;
        int late = 0;
        int cancelled = 0;
        int withEvidence = 0;
        for (Commitment commitment : commitments) {
            if (commitment.due().isAfter(day)) {
                continue;
            }
            due++;
            CommitmentUpdate update = closing.get(commitment.id());
            if (update == null) {
                continue;
            }
            if (update.status() == CommitmentStatus.CANCELLED) {
                cancelled++;
                continue;
            }
            withEvidence += update.evidence().isEmpty() ? 0 : 1;
            if (update.on().isAfter(commitment.due())) {
                late++;
            } else {
                onTime++;
            }
        }
        return ImmutableFollowThrough.builder()
                .due(due)
                .doneOnTime(onTime)
                .doneLate(late)
                .cancelled(cancelled)
                .doneWithEvidence(withEvidence)
                .build();
    }

    private static Measured<Double> share(int part, int whole) {
        return whole == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no such commitment")
                : Measured.of((double) part / whole);
    }
}
