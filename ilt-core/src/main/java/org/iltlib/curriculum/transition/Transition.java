package org.iltlib.curriculum.transition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.StandardId;

/** A transition point with what was handed over and what was acknowledged. Immutable; methods are linear, but for sorting. */
public final class Transition {
    private final TransitionPoint point;
    private final List<HandOff> handOffs;
    private final Map<EntryId, HandOffReceipt> receipts;

    private Transition(TransitionPoint point, List<HandOff> handOffs, Map<EntryId, HandOffReceipt> receipts) {
        this.point = point;
        this.handOffs = handOffs;
        this.receipts = receipts;
    }

    /**
     * Puts them together; of several receipts of a hand-off the first counts.
     *
     * @throws IllegalArgumentException if a hand-off is of another transition, a receipt of none of the hand-offs, or by a
     *     team to which it was not given, or before it was given, or takes up a concern that the hand-off does not have
     */
    public static Transition of(
            TransitionPoint point, Collection<HandOff> handOffs, Collection<HandOffReceipt> receipts) {
        Map<EntryId, HandOff> given = new HashMap<>();
        for (HandOff handOff : handOffs) {
            Checks.require(
                    handOff.transition().equals(point.id()),
                    "Hand-off %s is of \"%s\". Expected \"%s\".",
                    handOff.id(),
                    handOff.transition(),
                    point.id());
            given.put(handOff.id(), handOff);
        }
        Map<EntryId, HandOffReceipt> first = new HashMap<>();
        for (HandOffReceipt receipt : receipts) {
            HandOff handOff = given.get(receipt.handOff());
            Checks.require(handOff != null, "Receipt %s is of no hand-off that is given here.", receipt.id());
            if (handOff != null) {
                check(receipt, handOff);
            }
            first.merge(
                    receipt.handOff(),
                    receipt,
                    (one, other) -> Comparator.comparing(HandOffReceipt::on)
                                            .thenComparing(HandOffReceipt::id)
                                            .compare(one, other)
                                    <= 0
                            ? one
                            : other);
        }
        return new Transition(
                point,
                handOffs.stream()
                        .sorted(Comparator.comparing(HandOff::on).thenComparing(HandOff::id))
                        .toList(),
                first);
    }

    private static void check(HandOffReceipt receipt, HandOff handOff) {
        Checks.require(
                receipt.by().equals(handOff.to()),
                "Receipt %s is by \"%s\". Expected \"%s\", to whom it was given.",
                receipt.id(),
                receipt.by(),
                handOff.to());
        Checks.require(
                !receipt.on().isBefore(handOff.on()),
                "Receipt %s is of %s, before the hand-off of %s.",
                receipt.id(),
                receipt.on(),
                handOff.on());
        for (String concern : receipt.answered()) {
            Checks.require(
                    handOff.concerns().contains(concern),
                    "\"%s\" is taken up. Expected one of %s.",
                    concern,
                    handOff.concerns());
        }
    }

    /** The transition point. */
    public TransitionPoint point() {
        return point;
    }

    /** What was handed over, in order of days. */
    public List<HandOff> handOffs() {
        return handOffs;
    }

    /** The receipt of that hand-off up to that day, if there is one. */
    public Optional<HandOffReceipt> findReceipt(HandOff handOff, LocalDate on) {
        return Optional.ofNullable(receipts.get(handOff.id()))
                .filter(receipt -> !receipt.on().isAfter(on));
    }

    /** The hand-offs up to that day that are not acknowledged, in order of days. */
    public List<HandOff> listWaiting(LocalDate on) {
        return handOffs.stream()
                .filter(one -> !one.on().isAfter(on) && findReceipt(one, on).isEmpty())
                .toList();
    }

    /** Those of them whose last day is over. */
    public List<HandOff> listOverdue(LocalDate on) {
        return listWaiting(on).stream().filter(one -> one.due().isBefore(on)).toList();
    }

    /** How many days the receiving team took; missing if it has not acknowledged yet. */
    public Measured<Long> daysToAcknowledge(HandOff handOff) {
        return Optional.ofNullable(receipts.get(handOff.id()))
                .<Measured<Long>>map(receipt -> Measured.of(ChronoUnit.DAYS.between(handOff.on(), receipt.on())))
                .orElse(Measured.missing(MissingReason.NOT_COLLECTED, "it is not acknowledged"));
    }

    /** The concerns of the hand-off that its receipt does not take up, in order; all of them without a receipt. */
    public List<String> listUnanswered(HandOff handOff) {
        Set<String> open = new LinkedHashSet<>(handOff.concerns());
        Optional.ofNullable(receipts.get(handOff.id())).ifPresent(receipt -> open.removeAll(receipt.answered()));
        return List.copyOf(open);
    }

    /** The prerequisites of which the hand-off says nothing, in order. */
    public List<StandardId> listUntold(HandOff handOff) {
        Set<StandardId> untold = new LinkedHashSet<>(point.prerequisites());
        handOff.ready().forEach(one -> untold.remove(one.standard()));
        return List.copyOf(untold);
    }

    /** The prerequisites for which the fewest are ready, weakest first, at most so many; withheld ones are left out. */
    public List<ReadyShare> listWeakest(HandOff handOff, int most) {
        return handOff.ready().stream()
                .filter(one -> one.share().isReported() && point.prerequisites().contains(one.standard()))
                .sorted(Comparator.comparing((ReadyShare one) -> one.share().orElse(Fraction.ONE))
                        .thenComparing(ReadyShare::standard))
                .limit(Checks.notNegative(most, "most"))
                .toList();
    }

    /** In words. */
    public Explanation explanation(LocalDate on) {
        Explanation why = Explanation.of(
                "From %s to %s%s: %s of %s hand-offs are acknowledged.",
                point.fromGrade(),
                point.toGrade(),
                point.changesSchool() ? " at another school" : "",
                handOffs.size() - listWaiting(on).size(),
                handOffs.size());
        for (HandOff handOff : handOffs) {
            Explanation step = Explanation.of(
                    "%s: %s.",
                    handOff.cohort(),
                    findReceipt(handOff, on)
                            .map(receipt -> "acknowledged on " + receipt.on())
                            .orElse("waiting since " + handOff.on()));
            for (ReadyShare weak : listWeakest(handOff, 3)) {
                step = step.because("%s: %s are ready.", weak.standard(), weak.share());
            }
            for (String concern : listUnanswered(handOff)) {
                step = step.because("Not taken up: %s.", concern);
            }
            why = why.because(step);
        }
        return why;
    }
}
