package org.iltlib.decision.options;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Count;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.single.SingleWinnerRule;
import org.iltlib.choice.single.SingleWinnerRules;
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
 * Everybody ranks the options, and a rule of {@code choice} finds the one that is chosen. Any rule for one winner will
 * do; with {@link SingleWinnerRules#PLURALITY} it is the plurality of options, no majority needed.
 *
 * <ul>
 *   <li>Options stand fixed before the vote. A ballot that names another is illegal: left out, and the outcome says so.
 *   <li>Options that a ballot does not list are tied below those that it does. A ballot that lists none counts for
 *       nobody.
 *   <li>If the rule leaves several, the {@link #measures} are asked, then the policies for ties of the context. What
 *       they leave tied is {@code TIED}.
 *   <li>Ballots that a rule cannot count, by its own conditions, make the vote {@code INVALID}, with the rule's reason.
 * </ul>
 *
 * <p>The rounds and the arithmetic of the rule are the last step of the explanation. Ballots weigh as their voters do.
 * Written by the name of its rule: only the rules of {@link SingleWinnerRules} can be written. Immutable.
 *
 * @param options the ids of the options, at least two
 * @param rule the rule
 * @param measures what of the ballots is asked about a tie, in order
 */
public record RankedChoice(List<String> options, SingleWinnerRule rule, List<TieMeasure> measures)
        implements DecisionProtocol {
    /** The written form. */
    public static final Form<RankedChoice> FORM = Form.of(
            "options",
            Forms.listOf(Forms.TEXT),
            RankedChoice::options,
            "rule",
            RuleNames.form(SingleWinnerRule::ruleName, SingleWinnerRules::findByName),
            RankedChoice::rule,
            "measures",
            Forms.listOf(Forms.enumOf(TieMeasure.class)),
            RankedChoice::measures,
            RankedChoice::new);

    /** Checks the options and copies. */
    public RankedChoice {
        options = OptionBallots.checked(options);
        measures = List.copyOf(measures);
    }

    /** A choice among these options by that rule; ties go to the policies of the context at once. */
    public static RankedChoice of(List<Option> options, SingleWinnerRule rule) {
        return new RankedChoice(options.stream().map(Option::id).toList(), rule, List.of());
    }

    @Override
    public String name() {
        return "ranked choice (%s of %s options%s)"
                .formatted(
                        rule.ruleName(),
                        options.size(),
                        measures.isEmpty()
                                ? ""
                                : "; ties by "
                                        + measures.stream()
                                                .map(TieMeasure::toString)
                                                .collect(Collectors.joining(", then ")));
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = OptionBallots.tally(
                name(), options, ballots, roll, context, position -> position instanceof Position.Ranking);
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        count.tally("ranked", position -> !position.options().isEmpty());
        count.tally(
                "blank",
                position -> position instanceof Position.Ranking
                        && position.options().isEmpty());
        count.tally("abstain", Position::isAbstention);
        Profile profile = profile(options, count);
        if (profile.totalWeight() == 0) {
            return count.end(Status.REJECTED, "no votes counted.");
        }
        try {
            Count found = rule.count(profile);
            Count left = measures.isEmpty() ? found : found.settled(TieMeasure.chain(measures), profile);
            return OptionBallots.one(count, left.winnerNames(), OptionBallots::ranked, left.why());
        } catch (IllegalArgumentException e) {
            return OptionBallots.with(
                    count.ending(Status.INVALID, "the rule cannot count such ballots."),
                    Explanation.of("%s", e.getMessage() == null ? rule.ruleName() : e.getMessage()));
        }
    }

    /** The rankings that count, with what they weigh. */
    static Profile profile(List<String> options, Tally count) {
        Profile.Builder profile = Profile.builder(options);
        for (Ballot ballot : OptionBallots.cast(count)) {
            if (ballot.position() instanceof Position.Ranking ranking) {
                profile.add(
                        new Ranking(ranking.ranks().stream()
                                .map(rank -> rank.stream().map(options::indexOf).toList())
                                .toList()),
                        count.weigh(List.of(ballot.person())));
            }
        }
        return profile.build();
    }
}
