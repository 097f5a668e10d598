package org.iltlib.analytics.deciding;

import org.iltlib.base.Checks;
import org.iltlib.decision.ladder.Ladder;
import org.iltlib.decision.ladder.Ladder.Step;
import org.iltlib.decision.vote.DecisionProtocol;

/**
 * A way for a team to come to a decision: a ladder of protocols, how the floor is given, and whether ballots are seen.
 *
 * @param ladder the protocols in order, with their rounds; only steps of the team
 * @param floor how the floor is given
 * @param secret whether ballots are secret, so that nobody votes under pressure
 */
public record Procedure(Ladder ladder, Floor floor, boolean secret) {

    /** How the floor is given at a sitting. */
    public enum Floor {
        /** Whoever wants to speaks. */
        OPEN,
        /** Everybody is asked in turn. */
        IN_TURN
    }

    /** Checks that every step is the team's and that its ballots are known. */
    public Procedure {
        for (Step step : ladder.steps()) {
            Checks.require(
                    step.body().equals(Step.TEAM) && !step.ratifies(),
                    "The step %s is of the %s. Expected steps of the team alone; no other body is simulated.",
                    step.name(),
                    step.body());
            BallotLanguage.of(step.protocol());
        }
    }

    /**
     * One protocol in at most so many rounds, after which things stay as they are; open floor, open ballots.
     *
     * @param name what it is called
     * @param protocol how it decides
     * @param rounds at least 1
     */
    public static Procedure of(String name, DecisionProtocol protocol, int rounds) {
        Step step = Step.builder()
                .name(name)
                .protocol(protocol)
                .maxRounds(rounds)
                .rejectionEnds(true)
                .build();
        return of(Ladder.builder().name(name).addSteps(step).build());
    }

    /** A ladder with open floor and open ballots. */
    public static Procedure of(Ladder ladder) {
        return new Procedure(ladder, Floor.OPEN, false);
    }

    /** A copy in which everybody is asked in turn. */
    public Procedure inTurn() {
        return new Procedure(ladder, Floor.IN_TURN, secret);
    }

    /** A copy with secret ballots. */
    public Procedure bySecretBallot() {
        return new Procedure(ladder, floor, true);
    }

    /** A copy in which that authority decides when the ladder ends without a decision. */
    public Procedure elseBy(String authority) {
        return new Procedure(ladder.toBuilder().authority(authority).build(), floor, secret);
    }

    /** The name of the ladder. */
    public String name() {
        return ladder.name();
    }
}
