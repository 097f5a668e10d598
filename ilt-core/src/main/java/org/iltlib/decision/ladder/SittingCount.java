package org.iltlib.decision.ladder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Disclosure;
import org.iltlib.decision.vote.LeftOut;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;

/** The count of one sitting by the protocol of its step. */
final class SittingCount {
    private final Ladder.Step step;
    private final Sitting sitting;
    private final VotingContext context;

    private SittingCount(Ladder.Step step, int round, Sitting sitting) {
        this.step = step;
        this.sitting = sitting;
        Optional<SittingRules> held = sitting.rules();
        held.ifPresent(rules -> rules.fit(step, sitting));
        VotingContext.Builder builder = VotingContext.builder();
        builder.proposal(sitting.proposal())
                .revision(sitting.revision())
                .round(round)
                .quorum(step.quorum())
                .recusalPolicy(step.recusalPolicy())
                .asked(sitting.asked())
                .reviewOn(sitting.reviewOn())
                .groundwork(sitting.groundwork())
                .allowed(step.allowed())
                .ties(held.map(SittingRules::ties).orElse(step.ties()))
                .secrecy(sitting.papers().isEmpty() && !step.secretBallot() ? Secrecy.OPEN : Secrecy.ANONYMOUS);
        held.ifPresent(rules -> builder.secrecy(rules.secrecy()).smallestCell(rules.smallestCell()));
        this.context = builder.build();
    }

    /** The outcome of that sitting; a poll that the text must cite and does not makes it invalid. */
    static Outcome of(Ladder.Step step, int round, Sitting sitting, Optional<String> poll) {
        Checks.require(
                !step.secretBallot() || sitting.ballots().isEmpty(),
                "The sitting on %s has ballots that name their voters. Expected papers: step %s is secret.",
                sitting.heldOn(),
                step.name());
        SittingCount count = new SittingCount(step, round, sitting);
        if (poll.isPresent() && !sitting.cites().contains(poll.get())) {
            return count.invalid("the text does not cite what came of \"%s\".".formatted(poll.get()));
        }
        Outcome outcome =
                count.context.secrecy() == Secrecy.ANONYMOUS ? count.papers() : count.decide(sitting.ballots());
        return step.polls() ? asked(outcome) : outcome;
    }

    private Outcome decide(List<Ballot> ballots) {
        return step.protocol().decide(ballots, sitting.roll(), context);
    }

    /**
     * Papers count whoever cast them; where that would matter, nothing can be counted. Numbers are told only as far as
     * nobody's vote follows from them.
     */
    private Outcome papers() {
        List<PersonId> voters = voters();
        int papers = sitting.papers().size();
        if (papers > voters.size()) {
            return invalid("%s papers were cast, and %s members could vote.".formatted(papers, voters.size()));
        }
        if (sitting.roll().isWeighted()) {
            return invalid("votes weigh differently, and papers bear no names.");
        }
        Outcome first = decide(named(voters));
        for (int turn = 1; turn < voters.size(); turn++) {
            List<PersonId> turned = new ArrayList<>(voters);
            Collections.rotate(turned, turn);
            Outcome other = decide(named(turned));
            if (other.status() != first.status()
                    || !other.counts().equals(first.counts())
                    || !other.chosen().equals(first.chosen())) {
                return invalid("it depends on who cast which paper, and papers bear no names.");
            }
        }
        return Disclosure.of(named(voters), context).outcome(first);
    }

    /** Those in the room who have a vote, alternates who came in the place of members. */
    private List<PersonId> voters() {
        VotingRoll roll = sitting.roll();
        Map<PersonId, PersonId> seated = new TreeMap<>();
        roll.listMembers().forEach(member -> seated.put(member, member));
        roll.substitutions().stream()
                .filter(each -> each.kind() == Substitution.Kind.ALTERNATE && seated.containsKey(each.member()))
                .filter(each -> step.allowed().contains(each.kind()))
                .forEach(each -> seated.put(
                        each.member(),
                        each.substitute()
                                .filter(person -> roll.present().contains(person))
                                .orElse(each.member())));
        return seated.values().stream()
                .filter(person -> roll.present().contains(person))
                .filter(person -> step.recusalPolicy() == Recusal.Policy.ADVISORY || !roll.isRecused(person))
                .toList();
    }

    private List<Ballot> named(List<PersonId> voters) {
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < sitting.papers().size(); i++) {
            Ballot ballot = Ballot.of(voters.get(i), context, sitting.papers().get(i));
            Optional<String> reason = Optional.ofNullable(sitting.reasons().get(String.valueOf(i + 1)));
            ballots.add(
                    reason.map(text -> ballot.toBuilder().reason(text).build()).orElse(ballot));
        }
        return ballots;
    }

    private Outcome invalid(String why) {
        Outcome.Builder outcome = Outcome.builder();
        return outcome.status(Status.INVALID)
                .protocol(step.protocol().name())
                .round(context.round())
                .revision(context.revision())
                .explanation(Explanation.of("Invalid by %s: %s", step.protocol().name(), why))
                .build();
    }

    private static Outcome asked(Outcome outcome) {
        if (!uses(outcome)) {
            return outcome;
        }
        Explanation why = Explanation.of("Needs another round by %s: the step only asks.", outcome.protocol())
                .because(outcome.explanation());
        return outcome.toBuilder()
                .status(Status.NEEDS_ROUND)
                .explanation(why)
                .nextStep("write the result into the text, and decide")
                .build();
    }

    /** Whether it uses up a round. */
    static boolean uses(Outcome outcome) {
        return outcome.status() != Status.NO_QUORUM && outcome.status() != Status.INVALID;
    }

    /** For (1), against (−1), or neither (0); also where the scale means different things to different groups. */
    static int side(Position position) {
        if (position.equals(Position.yes())) {
            return 1;
        } else if (position.equals(Position.no())) {
            return -1;
        } else if (position instanceof Position.Stance stance) {
            return switch (stance.stand()) {
                case AGREE, RESERVATIONS -> 1;
                case STAND_ASIDE, BLOCK -> -1;
                case ABSTAIN -> 0;
            };
        } else if (position instanceof Position.Fingers fingers) {
            return fingers.shown() >= 3 ? 1 : fingers.shown() == 0 ? -1 : 0;
        } else if (position instanceof Position.Thumb thumb) {
            return switch (thumb.shown()) {
                case UP -> 1;
                case SIDEWAYS -> 0;
                case DOWN -> -1;
            };
        } else if (position instanceof Position.Objection) {
            return -1;
        }
        return 0;
    }

    /** What more of those counted were: for (1), against (−1), or neither (0). */
    static int recommends(Sitting sitting, Outcome outcome) {
        List<PersonId> leftOut = outcome.leftOut().stream().map(LeftOut::person).toList();
        int balance = sitting.papers().stream().mapToInt(SittingCount::side).sum();
        for (Ballot ballot : sitting.ballots()) {
            balance += leftOut.contains(ballot.person()) ? 0 : side(ballot.position());
        }
        return Integer.signum(balance);
    }

    /** The side on which that person voted, 0 if none or not counted. */
    static int side(Sitting sitting, Outcome outcome, PersonId person) {
        boolean leftOut =
                outcome.leftOut().stream().anyMatch(left -> left.person().equals(person));
        return leftOut
                ? 0
                : sitting.ballots().stream()
                        .filter(ballot -> ballot.person().equals(person))
                        .findFirst()
                        .map(ballot -> side(ballot.position()))
                        .orElse(0);
    }
}
