package org.iltlib.decision.dossier;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.decision.Decision;
import org.iltlib.decision.DecisionQuality;
import org.iltlib.decision.Deliberation;
import org.iltlib.decision.InvolvementChoice;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.Sunset;
import org.iltlib.decision.ladder.LadderEntry;
import org.iltlib.decision.ladder.LadderMatter;
import org.iltlib.decision.ladder.Sitting;
import org.iltlib.decision.proceedings.Objection;
import org.iltlib.decision.proceedings.Proceedings;
import org.iltlib.finding.Need;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/**
 * All that belongs to one decision, put together from its entries: what can be asked only of the whole. Immutable; the
 * register of a record gathers it.
 */
@Value.Immutable
public abstract class Dossier {
    Dossier() {}

    /** How a decision stands. */
    public enum State {
        /** It is not made yet. */
        NOT_YET("not yet made"),
        /** The status quo was chosen. */
        NOT_ADOPTED("not adopted"),
        /** It holds. */
        IN_FORCE("in force"),
        /** It holds, and the day on which it is to be looked at or voted on again has come. */
        REVIEW_IS_DUE("in force, review is due"),
        /** The sunset day has come, and it ended. */
        LAPSED("lapsed"),
        /** A review ended it. */
        ENDED("ended"),
        /** Another decision took its place. */
        REPLACED("replaced"),
        /** It was taken back. */
        WITHDRAWN("withdrawn");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** In words. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** The decision. */
    public abstract Decision decision();

    /** The proposal decided on, in its last revision. */
    public abstract Proposal proposal();

    /** The rounds; absent where the decision names none. */
    public abstract Optional<Deliberation> deliberation();

    /** The needs that the proposal cites. */
    public abstract List<Need> needs();

    /** The equity checks of the proposal, in any revision, in order. */
    public abstract List<EquityCheck> equityChecks();

    /** The consultations on the proposal, in any revision, in order. */
    public abstract List<Consultation> consultations();

    /** How far members stood behind it. */
    public abstract Optional<CommitmentLevels> commitment();

    /** Who had which role. */
    public abstract List<RoleAssignment> roles();

    /** How much part members were to have in it, chosen beforehand for the proposal in any revision, in order. */
    public abstract List<InvolvementChoice> involvement();

    /** The logs of what happened in the room: on the proposal in any revision, or cited by the decision, in order. */
    public abstract List<Proceedings> proceedings();

    /** The ladders that the proposal, in any revision, was taken up, in order. */
    public abstract List<LadderMatter> ladderMatters();

    /** What happened on the way up, in order. */
    public abstract List<LadderEntry> ladderEvents();

    /** The reviews, in the order in which they were recorded. */
    public abstract List<DecisionReview> reviews();

    /** Checks that the parts belong together. */
    @Value.Check
    void check() {
        Checks.require(
                decision().proposal().equals(proposal().id()),
                "The decision is on \"%s\", not on \"%s\".",
                decision().proposal(),
                proposal().id());
        Checks.require(
                decision().deliberation().equals(deliberation().map(Deliberation::id)),
                "The decision rests on deliberation %s, and %s is here.",
                decision().deliberation(),
                deliberation().map(Deliberation::id));
        commitment()
                .ifPresent(levels -> Checks.require(
                        levels.decision().equals(decision().id()),
                        "The levels are of \"%s\", not of \"%s\".",
                        levels.decision(),
                        decision().id()));
        Set<EntryId> matters = ladderMatters().stream().map(LadderMatter::id).collect(Collectors.toUnmodifiableSet());
        for (LadderEntry event : ladderEvents()) {
            Checks.require(
                    matters.contains(event.matter()),
                    "The event \"%s\" is of \"%s\". Expected one of the ladder matters %s.",
                    event.id(),
                    event.matter(),
                    ladderMatters().stream().map(LadderMatter::id).toList());
        }
        for (DecisionReview review : reviews()) {
            Checks.require(
                    review.decision().equals(decision().id()),
                    "Review \"%s\" is of \"%s\", not of \"%s\".",
                    review.id(),
                    review.decision(),
                    decision().id());
        }
    }

    /** The groups that were heard: somebody spoke for them in a round, or some of them answered a consultation. */
    public Set<StakeholderGroup> listHeard() {
        Set<StakeholderGroup> heard = new TreeSet<>();
        deliberation().stream()
                .flatMap(rounds -> rounds.rounds().stream())
                .flatMap(round -> round.perspectives().stream())
                .forEach(perspective -> heard.add(perspective.speaksFor()));
        consultations().stream()
                .filter(consultation -> consultation.answered() > 0)
                .forEach(consultation -> heard.add(consultation.group()));
        return Collections.unmodifiableSet(heard);
    }

    /**
     * What became of the objections in the logs, in the order in which they were first told; of one that several logs
     * tell, as the last of them tells it. An objection is the same if its id, its person and its words are.
     */
    public List<Objection> listObjections() {
        Map<String, Objection> last = new LinkedHashMap<>();
        for (Proceedings log : proceedings()) {
            for (Objection objection : log.state().objections()) {
                last.put(objection.id() + "\n" + objection.person() + "\n" + objection.reason(), objection);
            }
        }
        return List.copyOf(last.values());
    }

    /**
     * The objections that have come to no end: not found invalid, integrated, withdrawn or overridden, nor kept as dissent
     * of the same person or in the same words.
     */
    public List<Objection> listOpenObjections() {
        return listObjections().stream()
                .filter(objection -> objection.life() == Objection.Life.RAISED || objection.stops())
                .filter(objection -> decision().dissent().stream()
                        .noneMatch(dissent -> dissent.reason().equals(objection.reason())
                                || dissent.person()
                                        .filter(objection.person()::equals)
                                        .isPresent()))
                .toList();
    }

    /** The entries cited as sealed ballots that hold none: neither a log nor a sitting that is here. */
    public List<EntryId> listWrongSeals() {
        Set<EntryId> holding = new HashSet<>();
        proceedings().stream().filter(Dossier::holdsBallots).forEach(log -> holding.add(log.id()));
        ladderEvents().stream().filter(Dossier::holdsBallots).forEach(event -> holding.add(event.id()));
        return decision().sealedBallots().stream()
                .filter(id -> !holding.contains(id))
                .toList();
    }

    static boolean holdsBallots(Proceedings log) {
        return log.listClosed().stream()
                .anyMatch(state -> !state.ballots().isEmpty() || !state.opened().isEmpty());
    }

    static boolean holdsBallots(LadderEntry entry) {
        return entry.event() instanceof Sitting sitting
                && !(sitting.ballots().isEmpty() && sitting.papers().isEmpty());
    }

    /** The affected groups that nobody heard, in order. */
    public Set<StakeholderGroup> listUnheard() {
        Set<StakeholderGroup> unheard = new TreeSet<>(proposal().affected());
        unheard.removeAll(listHeard());
        return Collections.unmodifiableSet(unheard);
    }

    /** Affected groups heard over affected groups, exact; missing if the proposal names none. */
    public Measured<Fraction> affectedCoverage() {
        int all = proposal().affected().size();
        return all == 0
                ? Measured.missing(MissingReason.NOT_COLLECTED, "the proposal names no affected groups")
                : Measured.of(Fraction.of(all - listUnheard().size(), all));
    }

    /**
     * How the decision stands on that day, by its own dates and the reviews up to that day. Of several reviews the last
     * on or before the day decides; a day is reached when it begins. A sunset on which a vote is due is met by a review
     * on that day or later. That an entry was corrected or withdrawn is for the register to say.
     */
    public State stateOn(LocalDate day) {
        if (day.isBefore(decision().decidedOn())) {
            return State.NOT_YET;
        }
        if (decision().chosen().statusQuo()) {
            return State.NOT_ADOPTED;
        }
        Optional<DecisionReview> last = Optional.empty();
        for (DecisionReview review : reviews()) {
            if (!review.on().isAfter(day)
                    && last.filter(other -> other.on().isAfter(review.on())).isEmpty()) {
                last = Optional.of(review);
            }
        }
        Optional<DecisionReview.Result> result = last.map(DecisionReview::result);
        Optional<Sunset> reached =
                decision().sunset().filter(sunset -> !sunset.on().isAfter(day));
        if (result.filter(DecisionReview.Result.ENDS::equals).isPresent()) {
            return State.ENDED;
        }
        if (result.filter(DecisionReview.Result.REPLACED::equals).isPresent()) {
            return State.REPLACED;
        }
        if (reached.filter(sunset -> sunset.then() == Sunset.Then.LAPSES).isPresent()) {
            return State.LAPSED;
        }
        LocalDate next = last.flatMap(DecisionReview::nextOn).orElse(decision().reviewOn());
        Optional<LocalDate> reviewed = last.map(DecisionReview::on);
        boolean voteIsDue = reached.filter(sunset ->
                        reviewed.filter(on -> !on.isBefore(sunset.on())).isEmpty())
                .isPresent();
        return voteIsDue || !next.isAfter(day) ? State.REVIEW_IS_DUE : State.IN_FORCE;
    }

    /** The whole checklist of the record, with what would close each gap. */
    public DecisionQuality quality() {
        return new DecisionQuality(Checklist.of(this));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a dossier; decision and proposal must be set, and the deliberation if the decision names one. */
    public static final class Builder extends ImmutableDossier.Builder {
        Builder() {}
    }
}
