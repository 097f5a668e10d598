package org.iltlib.analytics.deciding;

import org.iltlib.decision.protocol.Advice;
import org.iltlib.decision.protocol.Consensus;
import org.iltlib.decision.protocol.Consent;
import org.iltlib.decision.protocol.FistToFive;
import org.iltlib.decision.protocol.GradientsOfAgreement;
import org.iltlib.decision.protocol.Majority;
import org.iltlib.decision.protocol.PrincipalReserved;
import org.iltlib.decision.protocol.Unanimity;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Choice;
import org.iltlib.decision.vote.Position.Stand;

/**
 * Which ballot shows which value, for a member to whom the text is worth something between much less and much more than
 * the status quo. With i for indifference and o for outrage: each language goes from the best to the worst.
 */
public enum BallotLanguage {
    /** Yes above i, abstain, no below −i. */
    VOTE {
        @Override
        Position show(double value, boolean dares, TeamModel model) {
            return value > model.indifference()
                    ? Position.yes()
                    : value < -model.indifference() ? Position.no() : Position.abstain();
        }

        @Override
        boolean isAgainst(Position position) {
            return position instanceof Position.Vote vote && vote.choice() == Choice.NO;
        }
    },
    /** Agree above o, reservations above 0, stand aside, block from −o on if the member dares. */
    STANCE {
        @Override
        Position show(double value, boolean dares, TeamModel model) {
            Stand stand = value > model.outrage()
                    ? Stand.AGREE
                    : value > 0
                            ? Stand.RESERVATIONS
                            : value > -model.outrage() || !dares ? Stand.STAND_ASIDE : Stand.BLOCK;
            return Position.stance(stand);
        }

        @Override
        boolean isAgainst(Position position) {
            return position instanceof Position.Stance stance
                    && (stance.stand() == Stand.STAND_ASIDE || stance.stand() == Stand.BLOCK);
        }
    },
    /** No objection (agree above 0, else reservations), object from −o on if the member dares. */
    CONSENT {
        @Override
        Position show(double value, boolean dares, TeamModel model) {
            boolean objects = value <= -model.outrage() && dares;
            return Position.stance(objects ? Stand.BLOCK : value > 0 ? Stand.AGREE : Stand.RESERVATIONS);
        }

        @Override
        boolean isAgainst(Position position) {
            return position.equals(Position.stance(Stand.BLOCK));
        }
    },
    /** Five above o, four above o/2, three above 0, two above −o/2, one, a fist from −o on if the member dares. */
    FINGERS {
        @Override
        Position show(double value, boolean dares, TeamModel model) {
            double steps = value / Math.max(model.outrage(), Double.MIN_NORMAL);
            int fingers = steps > 1 ? 5 : steps > 0.5 ? 4 : steps > 0 ? 3 : steps > -0.5 ? 2 : 1;
            return Position.fingers(value <= -model.outrage() && dares ? 0 : fingers);
        }

        @Override
        boolean isAgainst(Position position) {
            return position instanceof Position.Fingers hand && hand.shown() < 3;
        }
    },
    /**
     * Level 1 above o, 2 above o/2, 3 above i, 4 (abstain) to −i, 5 above −o/3, 6 above −2o/3, 7, 8 (veto) from −o on if
     * the member dares.
     */
    GRADIENTS {
        @Override
        Position show(double value, boolean dares, TeamModel model) {
            double outrage = model.outrage();
            if (value > model.indifference()) {
                return Position.grade(value > outrage ? 1 : value > outrage / 2 ? 2 : 3);
            } else if (value >= -model.indifference()) {
                return Position.grade(4);
            }
            int level = value > -outrage / 3 ? 5 : value > -outrage * 2 / 3 ? 6 : 7;
            return Position.grade(value <= -outrage && dares ? 8 : level);
        }

        @Override
        boolean isAgainst(Position position) {
            return position instanceof Position.Grade grade && grade.level() > 4;
        }
    };

    abstract Position show(double value, boolean dares, TeamModel model);

    abstract boolean isAgainst(Position position);

    /**
     * The language of a protocol of this library.
     *
     * @throws IllegalArgumentException if it is another: how its ballots show a value is not known here
     */
    public static BallotLanguage of(DecisionProtocol protocol) {
        if (protocol instanceof Consent) {
            return CONSENT;
        } else if (protocol instanceof Consensus) {
            return STANCE;
        } else if (protocol instanceof FistToFive) {
            return FINGERS;
        } else if (protocol instanceof GradientsOfAgreement) {
            return GRADIENTS;
        } else if (protocol instanceof Majority
                || protocol instanceof Unanimity
                || protocol instanceof PrincipalReserved
                || protocol instanceof Advice) {
            return VOTE;
        }
        throw new IllegalArgumentException(
                "There is no language of ballots for %s. Expected a yes/no or agreement protocol of this library."
                        .formatted(protocol.name()));
    }
}
