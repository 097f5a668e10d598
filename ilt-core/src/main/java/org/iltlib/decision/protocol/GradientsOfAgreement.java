package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Minimum;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;

/**
 * Everybody names a level of a scale of agreement; adopted if enough are at the required level or better. A ballot at
 * the scale's veto level blocks if it gives a reason; without one it counts as that level only. Fix level and share
 * before the vote: the higher the stakes, the stricter. Immutable.
 *
 * @param scale the scale
 * @param level the weakest level that still supports, 1 being the strongest
 * @param enough the share of counted ballots that must reach it
 */
public record GradientsOfAgreement(Scale scale, int level, Minimum enough) implements DecisionProtocol {

    /** A named scale. Two orders with different meanings are in use, so the scale is part of every outcome. */
    public enum Scale {
        /**
         * The current eight: endorse, agree with a minor point, support with reservations, abstain, more discussion,
         * do not like but will support, serious disagreement, veto. Level 4 is an abstention and is not counted.
         */
        KANER_CURRENT("eight levels, current order", 8, 4),
        /**
         * The older eight: endorse, agree with a minor point, support with reservations, abstain, stand aside, disagree
         * but go with the majority, disagree and be absolved, block. Level 4 is an abstention and is not counted.
         */
        KANER_OLDER("eight levels, older order", 8, 4);

        private final String words;
        private final int veto;
        private final int abstention;

        Scale(String words, int veto, int abstention) {
            this.words = words;
            this.veto = veto;
            this.abstention = abstention;
        }
    }

    /** Checks that the level lies on the scale and is neither abstention nor veto. */
    public GradientsOfAgreement {
        Checks.require(
                level >= 1 && level < scale.veto && level != scale.abstention,
                "level is %s. Expected 1 to %s, other than %s, which abstains.",
                level,
                scale.veto - 1,
                scale.abstention);
    }

    @Override
    public String name() {
        return "gradients of agreement (%s; %s at level %s or better)".formatted(scale.words, enough, level);
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(
                name(),
                ballots,
                roll,
                context,
                position -> position instanceof Position.Grade grade && grade.level() <= scale.veto);
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        int abstain = count.tally("abstain", Position::isAbstention)
                + count.those(Position.grade(scale.abstention)::equals).size();
        for (int each = 1; each <= scale.veto; each++) {
            count.tally(Integer.toString(each), Position.grade(each)::equals);
        }
        long vetoes = count.those(Position.grade(scale.veto)::equals).stream()
                .filter(ballot -> ballot.reason().isPresent())
                .count();
        if (vetoes > 0) {
            return count.end(Status.BLOCKED, vetoes + " veto with a reason.", "ask what would remove the veto");
        }
        int support = count.those(position -> position instanceof Position.Grade grade
                        && grade.level() <= level
                        && grade.level() != scale.abstention)
                .size();
        int base = count.valid().size() - abstain;
        Threshold threshold = Threshold.of(enough, Threshold.Base.CAST);
        count.step("Support: %s of %s at level %s or better, %s needed.", support, base, level, enough.needed(base));
        return count.ending(
                        threshold.isMetBy(support, base) ? Status.ADOPTED : Status.REJECTED,
                        base == 0 ? "no votes counted." : "%s of %s.".formatted(support, base))
                .base(base)
                .threshold(threshold)
                .build();
    }
}
