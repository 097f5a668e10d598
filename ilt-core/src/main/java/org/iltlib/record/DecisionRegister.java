package org.iltlib.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Kind;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Decision;
import org.iltlib.decision.Deliberation;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.dossier.Dossier;
import org.iltlib.team.AgendaItem;
import org.iltlib.team.Meeting;

/**
 * All decisions of a record, in the order in which they were recorded, each with what the team knew when it decided.
 * Immutable.
 *
 * <pre>{@code
 * DecisionRegister register = DecisionRegister.of(record, Decision.KIND);
 * register.known(register.entries().get(0));       // the evidence, findings and proposals that it rests on
 * register.touching(goal.id());                    // the decisions that rest on the goal or led to it
 * register.asOf(june).stateOf(decision.id(), day); // how it stood in June, as was known then
 * register.listUnregistered();                     // instructional decisions of meetings that are not here
 * }</pre>
 */
public final class DecisionRegister {
    private final TeamRecord record;
    private final List<Entry> entries;
    private final Standing standing;

    private DecisionRegister(TeamRecord record, List<Entry> entries) {
        this.record = record;
        this.entries = entries;
        this.standing = Standing.of(record);
    }

    /**
     * The register of the entries of these kinds; of at least one.
     *
     * @throws org.iltlib.form.FormException if a correction or withdrawal cannot be read; see {@link Standing#of}
     */
    public static DecisionRegister of(TeamRecord record, Kind<?>... kinds) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(kinds).forEach(kind -> names.add(kind.name()));
        Checks.notEmpty(names, "kinds");
        return new DecisionRegister(
                record,
                record.entries().stream()
                        .filter(entry -> names.contains(entry.kind()))
                        .toList());
    }

    /** The decisions, in order. */
    public List<Entry> entries() {
        return entries;
    }

    /** The decisions that stand, in order: without those that were corrected, withdrawn or set aside. */
    public List<Entry> listStanding() {
        return entries.stream().filter(entry -> standing.stands(entry.id())).toList();
    }

    /** What holds of the record, so of every decision. */
    public Standing standing() {
        return standing;
    }

    /** The decisions recorded in that time, the start included, the end not. */
    public List<Entry> between(Instant start, Instant end) {
        return entries.stream()
                .filter(entry -> !entry.recordedAt().isBefore(start)
                        && entry.recordedAt().isBefore(end))
                .toList();
    }

    /** What the decision rests on, directly or through others, earliest first. */
    public List<Entry> known(Entry decision) {
        return record.trace(decision.id()).upstream();
    }

    /** What came of the decision so far, earliest first. */
    public List<Entry> consequences(Entry decision) {
        return record.trace(decision.id()).downstream();
    }

    /** The decisions that rest on that entry, directly or through others. */
    public List<Entry> restingOn(EntryId ground) {
        List<Entry> downstream = record.trace(ground).downstream();
        return entries.stream().filter(downstream::contains).toList();
    }

    /**
     * The decisions that rest on that entry or led to it, directly or through others: a need, a goal, a strategy, a
     * practice.
     */
    public List<Entry> touching(EntryId id) {
        Trace trace = record.trace(id);
        return entries.stream()
                .filter(entry -> trace.upstream().contains(entry)
                        || trace.downstream().contains(entry)
                        || entry.id().equals(id))
                .toList();
    }

    /** The decisions made on a day from the first to the last, both included; of kind {@link Decision#KIND}. */
    public List<Entry> decidedBetween(LocalDate first, LocalDate last) {
        return decisions()
                .filter(entry -> {
                    LocalDate day = entry.as(Decision.KIND).decidedOn();
                    return !day.isBefore(first) && !day.isAfter(last);
                })
                .toList();
    }

    /**
     * The decisions in which that person has a named part: proposed, spoke, voted openly, dissented by name, decided
     * against the vote, or sees to it; of kind {@link Decision#KIND}.
     */
    public List<Entry> naming(PersonId person) {
        return decisions()
                .filter(entry -> names(entry.as(Decision.KIND), person))
                .toList();
    }

    private boolean names(Decision decision, PersonId person) {
        return decision.owner().equals(person)
                || decision.overriddenBy().filter(person::equals).isPresent()
                || decision.dissent().stream()
                        .anyMatch(dissent ->
                                dissent.person().filter(person::equals).isPresent())
                || record.find(Proposal.KIND, decision.proposal())
                        .flatMap(Proposal::proposedBy)
                        .filter(person::equals)
                        .isPresent()
                || decision.deliberation()
                        .flatMap(id -> record.find(Deliberation.KIND, id))
                        .filter(rounds -> rounds.rounds().stream()
                                .anyMatch(round -> round.ballots().stream()
                                                .anyMatch(ballot ->
                                                        ballot.person().equals(person))
                                        || round.perspectives().stream()
                                                .anyMatch(perspective ->
                                                        perspective.speaker().equals(person))))
                        .isPresent();
    }

    private Stream<Entry> decisions() {
        return entries.stream().filter(entry -> entry.isOf(Decision.KIND));
    }

    /** The register as it stood at that time, with the corrections and withdrawals up to then. */
    public DecisionRegister asOf(Instant time) {
        TeamRecord then = record.asOf(time);
        return new DecisionRegister(
                then,
                entries.stream()
                        .filter(entry -> entry.sequence() <= then.revision())
                        .toList());
    }

    /**
     * All that belongs to that decision and stands. O(entries).
     *
     * @throws IllegalArgumentException if it is not a decision of kind {@link Decision#KIND}, or its proposal or
     *     deliberation is not in the record
     */
    public Dossier dossier(EntryId id) {
        return new DossierSearch(record, standing).find(id);
    }

    /**
     * How that decision stands on that day by what the record tells; to ask what was known at some time, ask the
     * register {@link #asOf} it. A decision that was corrected counts as replaced, one set aside as withdrawn.
     *
     * @throws IllegalArgumentException if there is no such decision in the record
     */
    public Dossier.State stateOf(EntryId id, LocalDate day) {
        return switch (standing.statusOf(id)) {
            case STANDS -> dossier(id).stateOn(day);
            case CORRECTED -> Dossier.State.REPLACED;
            case WITHDRAWN, SET_ASIDE -> Dossier.State.WITHDRAWN;
        };
    }

    /** How each decision of kind {@link Decision#KIND} stands on that day, in order. */
    public Map<EntryId, Dossier.State> statesOn(LocalDate day) {
        Map<EntryId, Dossier.State> states = new LinkedHashMap<>();
        decisions().forEach(entry -> states.put(entry.id(), stateOf(entry.id(), day)));
        return Collections.unmodifiableMap(states);
    }

    /**
     * The instructional points of meetings that stand, were to be decided and are closed, for which no decision that
     * stands is in this register: none rests on a proposal that the point is about. Empty if every instructional
     * decision is here.
     */
    public List<Unregistered> listUnregistered() {
        Set<EntryId> decided = new HashSet<>();
        listStanding().forEach(entry -> {
            decided.add(entry.id());
            known(entry).stream()
                    .filter(ground -> ground.isOf(Proposal.KIND))
                    .forEach(ground -> decided.add(ground.id()));
        });
        List<Unregistered> missing = new ArrayList<>();
        for (Entry entry : record.listEntries(Meeting.KIND.name())) {
            if (standing.stands(entry.id())) {
                entry.as(Meeting.KIND).agenda().stream()
                        .filter(item -> item.category() == AgendaItem.Category.INSTRUCTIONAL
                                && item.purpose() == AgendaItem.Purpose.DECIDE
                                && item.closed()
                                && item.about().stream().noneMatch(decided::contains))
                        .forEach(item -> missing.add(new Unregistered(entry.id(), item.title())));
            }
        }
        return List.copyOf(missing);
    }

    /** The share of standing decisions of kind {@link Decision#KIND} that froze some evidence, exact. */
    public Measured<Fraction> evidenceRate() {
        List<Decision> standing = decisions()
                .filter(entry -> this.standing.stands(entry.id()))
                .map(entry -> entry.as(Decision.KIND))
                .toList();
        long citing = standing.stream()
                .filter(decision -> !decision.snapshot().values().isEmpty())
                .count();
        return standing.isEmpty()
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "no decision stands")
                : Measured.of(Fraction.of(citing, standing.size()));
    }

    /**
     * A point that a meeting closed as decided, without a decision in the register.
     *
     * @param meeting the meeting
     * @param title what the point is called
     */
    public record Unregistered(EntryId meeting, String title) {}

    /** One line for each decision: time, id, how many entries it rests on and led to, and if it stands no more, why. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            Trace trace = record.trace(entry.id());
            text.append(text.isEmpty() ? "" : "\n")
                    .append(entry.recordedAt())
                    .append("  ")
                    .append(entry.id())
                    .append("  rests on ")
                    .append(trace.upstream().size())
                    .append(", led to ")
                    .append(trace.downstream().size())
                    .append(mark(entry.id()));
        }
        return text.toString();
    }

    private String mark(EntryId id) {
        String current =
                standing.current(id).map(entry -> ", now " + entry.id()).orElse("");
        return switch (standing.statusOf(id)) {
            case STANDS -> "";
            case CORRECTED -> "  corrected" + current;
            case WITHDRAWN -> "  withdrawn";
            case SET_ASIDE -> "  set aside" + current;
        };
    }
}
