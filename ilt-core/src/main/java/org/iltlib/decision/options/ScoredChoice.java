package org.iltlib.decision.options;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.choice.Count;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.single.GradeRule;
import org.iltlib.choice.single.GradeRules;
import org.iltlib.decision.Option;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Everybody scores the options from 0 to a highest score, and a rule of {@code choice} finds the one that is chosen:
 * approval, the highest sum, STAR, or majority judgment. An option without a score counts as 0. Where the highest score
 * is 1 a ballot may also be an approval of options.
 *
 * <p>Options stand fixed; a ballot that names another, or gives a higher score, is illegal. Nothing is chosen if nobody
 * scores anything above 0. Ties go to the policies of the context, then {@code TIED}. Written by the name of its rule.
 * Immutable.
 *
 * @param options the ids of the options, at least two
 * @param rule the rule
 * @param highest the highest score, at least 1
 */
public record ScoredChoice(List<String> options, GradeRule rule, int highest) implements DecisionProtocol {
    /** The written form. */
    public static final Form<ScoredChoice> FORM = Form.of(
            "options",
            Forms.listOf(Forms.TEXT),
            ScoredChoice::options,
            "rule",
            RuleNames.form(GradeRule::ruleName, GradeRules::findByName),
            ScoredChoice::rule,
            "highest",
            Forms.INTEGER,
            ScoredChoice::highest,
            ScoredChoice::new);

    /** Checks options and score, and copies. */
    public ScoredChoice {
        options = OptionBallots.checked(options);
        Checks.require(highest >= 1 && highest <= 1000, "highest is %s. Expected 1 to 1000.", highest);
    }

    /** A choice among these options by that rule. */
    public static ScoredChoice of(List<Option> options, GradeRule rule, int highest) {
        return new ScoredChoice(options.stream().map(Option::id).toList(), rule, highest);
    }

    @Override
    public String name() {
        return "scored choice (%s of %s options, 0 to %s)".formatted(rule.ruleName(), options.size(), highest);
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = OptionBallots.tally(name(), options, ballots, roll, context, this::understands);
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        count.tally("scored", position -> !position.isAbstention());
        count.tally("abstain", Position::isAbstention);
        List<Ballot> cast = OptionBallots.cast(count);
        long[] weights = OptionBallots.weights(count, cast);
        GradeProfile.Builder profile = GradeProfile.builder(options, highest);
        boolean any = false;
        for (int b = 0; b < cast.size(); b++) {
            Position position = cast.get(b).position();
            int[] grades =
                    options.stream().mapToInt(option -> score(position, option)).toArray();
            any = any || java.util.Arrays.stream(grades).anyMatch(grade -> grade > 0);
            profile.add(weights[b], grades);
        }
        if (!any) {
            return count.end(Status.REJECTED, "nothing has a score above 0.");
        }
        Count found = rule.count(profile.build());
        return OptionBallots.one(
                count,
                found.winnerNames(),
                tied -> position -> understands(position)
                        ? OptionBallots.best(tied, option -> score(position, option))
                        : Optional.empty(),
                found.why());
    }

    private boolean understands(Position position) {
        return (position instanceof Position.Scores scores
                        && scores.given().values().stream().allMatch(score -> score <= highest))
                || (position instanceof Position.Approval && highest == 1);
    }

    private static int score(Position position, String option) {
        return position instanceof Position.Scores scores
                ? scores.given().getOrDefault(option, 0)
                : position instanceof Position.Approval approval
                                && approval.approved().contains(option)
                        ? 1
                        : 0;
    }
}
