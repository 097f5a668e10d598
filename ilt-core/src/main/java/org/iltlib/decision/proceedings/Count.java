package org.iltlib.decision.proceedings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.decision.proceedings.Objection.Life;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol.Objections;
import org.iltlib.decision.vote.Groundwork;
import org.iltlib.decision.vote.LeftOut;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;

/**
 * What is handed to the protocol when a round is closed.
 *
 * @param ballots the ballots, after what became of objections
 * @param roll who could vote; in an anonymous vote those who did stand under labels
 * @param context on what, under which rules, and what became of objections
 * @param notes what was said of ballots and why
 */
record Count(List<Ballot> ballots, VotingRoll roll, VotingContext context, List<String> notes) {

    static ProceedingState close(ProceedingState state, Move move, Procedure.Closed closed) {
        Objections heard = state.rules().protocol().objections();
        if (heard == Objections.UNHEARD || heard == Objections.TESTED) {
            tested(state);
        }
        Tally attendance = attendance(state);
        ProceedingState.Builder after = state.toBuilder()
                .closedAt(move.at())
                .objections(state.objections().stream()
                        .map(one -> one.life() == Life.VALID || one.life() == Life.RAISED
                                ? one.toBuilder().life(Life.STANDING).build()
                                : one)
                        .toList())
                .answers(answers(state, attendance));
        if (state.context().secrecy() == Secrecy.ANONYMOUS) {
            open(counting(state), closed);
            for (LeftOut out :
                    attendance.end(Outcome.Status.INVALID, "not opened.").leftOut()) {
                if (state.handedIn().contains(out.person())) {
                    after.addVoided(out);
                }
            }
            after.opened(closed.opened()).unopened(closed.unopened());
        } else {
            Checks.require(
                    closed.opened().isEmpty() && closed.unopened().isEmpty(),
                    "The vote is not anonymous, and envelopes are opened at its close. Expected none.");
        }
        return decide(after.build());
    }

    private static void tested(ProceedingState state) {
        state.objections().stream()
                .filter(objection -> objection.life() == Life.RAISED)
                .findFirst()
                .ifPresent(objection -> {
                    throw new IllegalArgumentException(
                            "Round %s is closed while objection %s is not tested. Maybe test it first."
                                    .formatted(state.context().round(), objection.id()));
                });
    }

    /** Whose ballots count, whatever they say. */
    private static Tally attendance(ProceedingState state) {
        VotingContext context = everyVoice(state);
        List<Ballot> blanks = state.handedIn().stream()
                .map(person -> Ballot.of(person, context, Position.abstain()).toBuilder()
                        .castBy(state.findBallot(person).flatMap(Ballot::castBy))
                        .build())
                .toList();
        return Tally.of("attendance", blanks, state.roll(), context, position -> true);
    }

    /** Whose envelopes or ballots would count if the round were closed now. */
    static List<PersonId> counting(ProceedingState state) {
        return attendance(state).valid().stream()
                .map(Ballot::person)
                .filter(state.handedIn()::contains)
                .toList();
    }

    private static VotingContext everyVoice(ProceedingState state) {
        return state.context().toBuilder().affiliationsHeardOnce(false).build();
    }

    /** Whoever sits in a seat with a vote, alternates in the place of members. */
    static List<PersonId> seated(ProceedingState state) {
        return Tally.of("attendance", List.of(), state.roll(), state.context(), position -> true)
                .seated();
    }

    /** Who is present and may vote. */
    static List<PersonId> assembly(ProceedingState state) {
        return Tally.of("attendance", List.of(), state.roll(), state.context(), position -> true)
                .listPresent();
    }

    /** Whether that person holds a seat, or sits in one in the place of a member. */
    static boolean hasVoice(ProceedingState state, PersonId person) {
        return state.roll().findSeat(person).isPresent() || seated(state).contains(person);
    }

    private static void open(List<PersonId> counting, Procedure.Closed closed) {
        for (PersonId person : closed.unopened()) {
            Checks.require(
                    counting.contains(person),
                    "The envelope of %s is said not to be opened. Expected one that counts. Maybe it was taken back.",
                    person);
        }
        Checks.require(
                closed.opened().size() + closed.unopened().size() == counting.size(),
                "%s envelopes are opened and %s are not. Expected %s in all, one for each that counts.",
                closed.opened().size(),
                closed.unopened().size(),
                counting.size());
    }

    private static Map<String, Answer> answers(ProceedingState state, Tally attendance) {
        Map<String, Answer> answers = new TreeMap<>();
        state.roll().listMembers().forEach(person -> answers.put(person.value(), Answer.REPRESENTED));
        Set<PersonId> counting =
                new TreeSet<>(attendance.valid().stream().map(Ballot::person).toList());
        for (PersonId person : attendance.seated()) {
            Answer answer;
            if (attendance.excluded(person)) {
                answer = Answer.RECUSED;
            } else if (counting.contains(person) && !state.handedIn().contains(person)) {
                answer = Answer.REPRESENTED;
            } else if (counting.contains(person)) {
                boolean abstained = state.findBallot(person)
                        .filter(ballot -> ballot.position().isAbstention())
                        .isPresent();
                answer = abstained ? Answer.ABSTAINED : Answer.ANSWERED;
            } else {
                answer = state.roll().present().contains(person) ? Answer.SILENT : Answer.ABSENT;
            }
            answers.put(person.value(), answer);
        }
        return answers;
    }

    /** The closed round with the outcome that its protocol gives. */
    static ProceedingState decide(ProceedingState state) {
        Count count = of(state);
        Outcome outcome = state.rules().protocol().decide(count.ballots, count.roll, count.context);
        Explanation why = outcome.explanation();
        for (String note : count.notes) {
            why = why.because(note);
        }
        return state.toBuilder()
                .outcome(outcome.toBuilder().explanation(why).build())
                .build();
    }

    static Count of(ProceedingState state) {
        return state.context().secrecy() == Secrecy.ANONYMOUS ? anonymous(state) : named(state);
    }

    /** Those who voted get labels, in an order that has nothing to do with their ballots: nobody is said to have voted so. */
    private static Count anonymous(ProceedingState state) {
        Map<PersonId, PersonId> labels = new LinkedHashMap<>();
        List<Ballot> ballots = new ArrayList<>();
        List<PersonId> voters = counting(state).stream()
                .filter(person -> !state.unopened().contains(person))
                .toList();
        for (int i = 0; i < voters.size(); i++) {
            PersonId label = PersonId.of("ballot-%03d".formatted(i + 1));
            labels.put(voters.get(i), label);
            OpenedBallot opened = state.opened().get(i);
            Ballot ballot = Ballot.of(label, state.context(), opened.position());
            ballots.add(opened.reason()
                    .map(reason -> ballot.toBuilder().reason(reason).build())
                    .orElse(ballot));
        }
        List<String> notes = new ArrayList<>();
        notes.add("Anonymous: %s ballots were taken out of their envelopes, and stand under labels."
                .formatted(ballots.size()));
        if (!state.unopened().isEmpty()) {
            notes.add("Not opened: %s envelopes, whose voters kept the nonce."
                    .formatted(state.unopened().size()));
        }
        state.objections().stream().filter(Objection::stops).map(Count::unheard).forEach(notes::add);
        if (!state.context().groundwork().resolved().isEmpty()) {
            notes.add("Objections said to be settled beforehand settle no ballot here: nobody knows whose it is.");
        }
        return new Count(ballots, Labels.of(state.roll(), labels), context(state, Set.of()), notes);
    }

    private static Count named(ProceedingState state) {
        Map<PersonId, Ballot> ballots = new TreeMap<>();
        List<Ballot> casting = new ArrayList<>();
        for (Ballot ballot : state.ballots()) {
            if (ballot.casting()) {
                casting.add(ballot);
            } else {
                ballots.put(ballot.person(), ballot);
            }
        }
        List<String> notes = new ArrayList<>();
        Set<PersonId> resolved = new TreeSet<>(state.context().groundwork().resolved());
        Objections heard = state.rules().protocol().objections();
        Map<PersonId, List<Objection>> byPerson = new TreeMap<>();
        state.objections()
                .forEach(one -> byPerson.computeIfAbsent(one.person(), person -> new ArrayList<>())
                        .add(one));
        byPerson.forEach((person, all) -> {
            Optional<Objection> standing = all.stream().filter(Objection::stops).findFirst();
            Ballot ballot = ballots.get(person);
            if (standing.isPresent()) {
                boolean blocks = ballot != null && ballot.position().isBlock();
                if (heard == Objections.UNHEARD || !hasVoice(state, person)) {
                    notes.add(unheard(standing.get()));
                } else if (!blocks) {
                    ballots.put(person, block(person, state.context(), standing.get()));
                    notes.add("Objection %s of %s stands, and counts as their answer."
                            .formatted(standing.get().id(), person));
                }
            } else {
                all.stream()
                        .filter(one -> one.raisedOn() == state.context().revision())
                        .reduce((one, next) -> next)
                        .filter(last -> !last.renewed())
                        .filter(last -> heard == Objections.TESTED || last.life() == Life.WITHDRAWN)
                        .ifPresent(last -> {
                            resolved.add(person);
                            if (ballot != null && ballot.position().isBlock()) {
                                notes.add("Objection %s of %s is %s: their block stands no more."
                                        .formatted(last.id(), person, last.life()));
                            }
                        });
            }
        });
        List<Ballot> all = new ArrayList<>(ballots.values());
        all.addAll(casting);
        return new Count(all, state.roll(), context(state, resolved), notes);
    }

    private static String unheard(Objection objection) {
        return "Objection %s of %s stands, and is not heard in this vote."
                .formatted(objection.id(), objection.person());
    }

    private static Ballot block(PersonId person, VotingContext context, Objection objection) {
        return Ballot.of(person, context, Position.stance(Stand.BLOCK), objection.reason());
    }

    /** The context with what the log knows besides: the day, and whose objections are settled. */
    private static VotingContext context(ProceedingState state, Set<PersonId> resolved) {
        Groundwork groundwork = state.context().groundwork();
        Groundwork.Builder more = groundwork.toBuilder();
        more.day(groundwork.day().or(() -> state.closedAt().map(state.rules()::day)))
                .resolved(resolved);
        return state.context().toBuilder().groundwork(more.build()).build();
    }

    /**
     * Whether that person's ballot was on the side that prevailed: counted, no abstention, and the protocol would have
     * come to the same if everybody there had voted so. In an anonymous vote nobody can tell; there it is enough to have
     * voted.
     */
    static boolean prevailed(ProceedingState state, PersonId person) {
        if (state.context().secrecy() == Secrecy.ANONYMOUS) {
            return state.handedIn().contains(person) && !state.unopened().contains(person);
        }
        Optional<Ballot> own = state.findBallot(person);
        return own.isPresent()
                && counting(state).contains(person)
                && prevails(state, own.get().position());
    }

    /** Whether the protocol would have come to the same if everybody in a seat had taken that position, with a reason. */
    static boolean prevails(ProceedingState state, Position position) {
        if (position.isAbstention()) {
            return false;
        }
        Outcome outcome = state.outcome().orElseThrow();
        List<PersonId> seated = seated(state);
        List<Ballot> all = seated.stream()
                .map(member -> Ballot.of(member, state.context(), position, "as all"))
                .toList();
        Outcome alike = state.rules()
                .protocol()
                .decide(all, state.roll().withRecusals(List.of()).withPresent(new TreeSet<>(seated)), state.context());
        return alike.isAdopted() == outcome.isAdopted()
                && (outcome.chosen().isEmpty() || outcome.chosen().stream().anyMatch(alike.chosen()::contains));
    }
}
