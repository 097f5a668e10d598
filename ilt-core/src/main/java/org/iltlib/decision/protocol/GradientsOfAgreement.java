package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.iltlib.base.Checks;
import org.iltlib.base.Minimum;
import org.iltlib.choice.Rational;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Everybody names a level of a scale of agreement; adopted if enough are at the required level or better. A ballot at
 * the scale's veto level blocks if it gives a reason; without one it counts as that level only. Fix level and share
 * before the vote: the higher the stakes, the stricter. The share is one of weights; a veto is one whatever it weighs.
 * Immutable.
 *
 * @param scale the scale
 * @param level the weakest level that still supports, 1 being the strongest
 * @param enough the share of counted ballots that must reach it
 */
public record GradientsOfAgreement(GradientScale scale, int level, Minimum enough) implements DecisionProtocol {
    /** The written form. */
    public static final Form<GradientsOfAgreement> FORM = Form.of(
            "scale",
            GradientScale.FORM,
            GradientsOfAgreement::scale,
            "level",
            Forms.INTEGER,
            GradientsOfAgreement::level,
            "enough",
            Minimum.FORM,
            GradientsOfAgreement::enough,
            GradientsOfAgreement::new);

    /** Checks that the level lies on the scale and is neither abstention nor veto. */
    public GradientsOfAgreement {
        Checks.require(
                level >= 1
                        && level <= scale.labels().size()
                        && !scale.vetoes(level)
                        && !scale.abstains(level)
                        && scale.veto().filter(veto -> level > veto).isEmpty(),
                "level is %s. Expected 1 to %s%s.",
                level,
                scale.veto().orElse(scale.labels().size() + 1) - 1,
                scale.abstention()
                        .map(at -> ", other than " + at + ", which abstains")
                        .orElse(""));
    }

    @Override
    public String name() {
        return "gradients of agreement (%s; %s at level %s or better)".formatted(scale.name(), enough, level);
    }

    @Override
    public boolean countsHeads() {
        return true;
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(
                name(),
                ballots,
                roll,
                context,
                position -> position instanceof Position.Grade grade
                        && grade.level() <= scale.labels().size());
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        int abstain = count.tally("abstain", Position::isAbstention)
                + count.those(at(scale::abstains)).size();
        for (int each = 1; each <= scale.labels().size(); each++) {
            count.tally(Integer.toString(each), Position.grade(each)::equals);
        }
        long vetoes = count.those(at(scale::vetoes)).stream()
                .filter(ballot -> ballot.reason().isPresent())
                .count();
        if (vetoes > 0) {
            return count.end(Status.BLOCKED, vetoes + " veto with a reason.", "ask what would remove the veto");
        }
        Rational support = count.weigh(at(grade -> grade <= level && !scale.abstains(grade)));
        Rational whole = count.weigh(position -> scale.abstentionsCount()
                || !(position.isAbstention() || at(scale::abstains).test(position)));
        int base = count.valid().size() - (scale.abstentionsCount() ? 0 : abstain);
        Threshold threshold = Threshold.of(enough, Threshold.Base.CAST);
        count.step("Abstain: %s,%s counted in the base.", abstain, scale.abstentionsCount() ? "" : " not");
        count.step(
                "Support: %s of %s at level %s or better, %s needed.",
                support, whole, level, roll.isWeighted() ? enough : enough.needed(base));
        Outcome.Builder outcome = count.ending(
                        threshold.isMetBy(support, whole) ? Status.ADOPTED : Status.REJECTED,
                        base == 0 ? "no votes counted." : "%s of %s.".formatted(support, whole))
                .base(base)
                .threshold(threshold);
        if (roll.isWeighted()) {
            outcome.baseWeight(whole);
        }
        return outcome.build();
    }

    private static Predicate<Position> at(IntPredicate level) {
        return position -> position instanceof Position.Grade grade && level.test(grade.level());
    }
}
