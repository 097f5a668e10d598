package org.iltlib.evidence.survey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.people.StakeholderGroup;

/**
 * You said, we did: every feedback with the disposition that stands, in the order in which it was recorded. Immutable.
 *
 * <pre>{@code
 * FeedbackLedger ledger = FeedbackLedger.of(feedback, dispositions);
 * ledger.changedShare();                                  // 12/47
 * ledger.listUnanswered();                                // nobody was told about these yet
 * ledger.listChanges(feedbackId);                         // what it led to
 * }</pre>
 *
 * @param items each feedback with its disposition, if it has one
 */
public record FeedbackLedger(List<Item> items) {
    /**
     * A feedback and what is done about it.
     *
     * @param feedback what was said
     * @param disposition what is done, if that is said
     */
    public record Item(Feedback feedback, Optional<Disposition> disposition) {
        /** Whether those who said it were told what is done. */
        public boolean isAnswered() {
            return disposition.flatMap(Disposition::reportedBack).isPresent();
        }

        boolean has(Disposition.Status status) {
            return disposition.filter(done -> done.status() == status).isPresent();
        }
    }

    /** Copies. */
    public FeedbackLedger {
        items = List.copyOf(items);
    }

    /**
     * The ledger. The last disposition of a feedback stands.
     *
     * @param feedback what was said, each id once
     * @param dispositions what is done, in the order recorded
     * @throws IllegalArgumentException if a disposition is of no feedback here
     */
    public static FeedbackLedger of(Collection<Feedback> feedback, List<Disposition> dispositions) {
        Map<EntryId, Optional<Disposition>> last = new LinkedHashMap<>();
        for (Feedback one : feedback) {
            Checks.require(last.put(one.id(), Optional.empty()) == null, "The feedback %s is given twice.", one.id());
        }
        for (Disposition done : dispositions) {
            Checks.require(
                    last.replace(done.feedback(), Optional.of(done)) != null,
                    "The disposition %s is of %s, which is not here. Maybe add it.",
                    done.id(),
                    done.feedback());
        }
        return new FeedbackLedger(feedback.stream()
                .map(one -> new Item(one, last.getOrDefault(one.id(), Optional.empty())))
                .toList());
    }

    /** The share that led to a change, exactly: 12 of 47; missing if there is no feedback. */
    public Measured<Fraction> changedShare() {
        return share(items.stream()
                .filter(item -> item.has(Disposition.Status.CHANGED))
                .count());
    }

    /** The share whose sources were told what is done. */
    public Measured<Fraction> answeredShare() {
        return share(items.stream().filter(Item::isAnswered).count());
    }

    private Measured<Fraction> share(long part) {
        return items.isEmpty()
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no feedback")
                : Measured.of(Fraction.of(part, items.size()));
    }

    /** What has no disposition at all, not even a pending one. */
    public List<Feedback> listWithoutDisposition() {
        return items.stream()
                .filter(item -> item.disposition().isEmpty())
                .map(Item::feedback)
                .toList();
    }

    /** What is settled or pending, but its sources were not told. */
    public List<Feedback> listUnanswered() {
        return items.stream()
                .filter(item -> !item.isAnswered())
                .map(Item::feedback)
                .toList();
    }

    /** What is pending beyond its day. */
    public List<Feedback> listOverdue(LocalDate day) {
        return items.stream()
                .filter(item -> item.disposition()
                        .flatMap(Disposition::due)
                        .filter(day::isAfter)
                        .isPresent())
                .map(Item::feedback)
                .toList();
    }

    /** The entries that a feedback led to; empty if it changed nothing, or is not here. */
    public List<EntryId> listChanges(EntryId feedback) {
        return items.stream()
                .filter(item -> item.feedback().id().equals(feedback))
                .flatMap(item -> item.disposition().stream())
                .flatMap(done -> done.changes().stream())
                .toList();
    }

    /** The feedback behind a change: who asked for it. */
    public List<Feedback> listBehind(EntryId change) {
        return items.stream()
                .filter(item -> item.disposition()
                        .filter(done -> done.changes().contains(change))
                        .isPresent())
                .map(Item::feedback)
                .toList();
    }

    /** The ledger of each group that said something. */
    public SortedMap<StakeholderGroup, FeedbackLedger> bySource() {
        return by(Feedback::source);
    }

    /** The ledger of each unit of the curriculum, or course of learning, that something was said about. */
    public SortedMap<String, FeedbackLedger> byUnit() {
        return by(Feedback::unit);
    }

    /** The ledger of each theme, by its words. */
    public SortedMap<String, FeedbackLedger> byTheme() {
        return by(Feedback::theme);
    }

    private <K extends Comparable<K>> SortedMap<K, FeedbackLedger> by(Function<Feedback, K> key) {
        SortedMap<K, List<Item>> parts = new TreeMap<>();
        items.forEach(item -> parts.computeIfAbsent(key.apply(item.feedback()), one -> new ArrayList<>())
                .add(item));
        SortedMap<K, FeedbackLedger> ledgers = new TreeMap<>();
        parts.forEach((one, own) -> ledgers.put(one, new FeedbackLedger(own)));
        return Collections.unmodifiableSortedMap(ledgers);
    }

    /** The units about which nobody said anything, in the order given: silence is no praise. */
    public List<String> listSilentUnits(Collection<String> units) {
        Set<String> heard = byUnit().keySet();
        return units.stream().filter(unit -> !heard.contains(unit)).toList();
    }

    /** The share of themes of which everything said was answered; missing if there is no feedback. */
    public Measured<Fraction> answeredThemes() {
        return themes(ledger -> ledger.listUnanswered().isEmpty());
    }

    /** The share of themes of which something said led to a change; missing if there is no feedback. */
    public Measured<Fraction> changedThemes() {
        return themes(ledger -> ledger.count(Disposition.Status.CHANGED) > 0);
    }

    private Measured<Fraction> themes(Predicate<FeedbackLedger> holds) {
        SortedMap<String, FeedbackLedger> themes = byTheme();
        return themes.isEmpty()
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no feedback")
                : Measured.of(Fraction.of(themes.values().stream().filter(holds).count(), themes.size()));
    }

    /** The median of the days from hearing to telling what is done, the lower of the two in the middle; missing if none was. */
    public Measured<Long> medianDaysToAnswer() {
        List<Long> days = items.stream()
                .flatMap(item -> item.disposition().flatMap(Disposition::reportedBack).stream()
                        .map(told -> ChronoUnit.DAYS.between(item.feedback().received(), told)))
                .sorted()
                .toList();
        return days.isEmpty()
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "nothing was answered yet")
                : Measured.of(days.get((days.size() - 1) / 2));
    }

    /** You said, we did, in words; praise is thanked for and not counted apart. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                "Of %s things said, %s led to a change, %s were kept with a reason, %s are pending, %s wait.",
                items.size(),
                count(Disposition.Status.CHANGED),
                count(Disposition.Status.KEPT),
                count(Disposition.Status.PENDING),
                listWithoutDisposition().size());
        for (Item item : items) {
            if (item.has(Disposition.Status.CHANGED)) {
                whole = whole.because(Explanation.of(
                                "You said (%s, %s): %s",
                                item.feedback().source().plural(),
                                item.feedback().unit(),
                                item.feedback().theme())
                        .because("We did: %s.", listChanges(item.feedback().id())));
            }
        }
        return whole;
    }

    private long count(Disposition.Status status) {
        return items.stream().filter(item -> item.has(status)).count();
    }
}
