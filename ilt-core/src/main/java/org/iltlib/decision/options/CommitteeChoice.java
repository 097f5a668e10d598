package org.iltlib.decision.options;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.committee.CommitteeCount;
import org.iltlib.choice.committee.CommitteeRule;
import org.iltlib.choice.committee.CommitteeRules;
import org.iltlib.decision.Option;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Everybody approves options, and a rule of {@code choice} for committees fills several places: by most approvals, or so
 * that every part of the team is represented.
 *
 * <p>Options stand fixed; a ballot that names another is illegal. An option that nobody approves is never chosen; if no
 * more are approved than there are places, those are. If the rule leaves several sets, what all of them hold is safe, and
 * the policies of the context choose one place after another among the rest; what they leave open is {@code TIED}. Written
 * by the name of its rule. Immutable.
 *
 * @param options the ids of the options, at least two
 * @param rule the rule
 * @param places how many are chosen, fewer than there are options
 */
public record CommitteeChoice(List<String> options, CommitteeRule rule, int places) implements DecisionProtocol {
    /** The written form. */
    public static final Form<CommitteeChoice> FORM = Form.of(
            "options",
            Forms.listOf(Forms.TEXT),
            CommitteeChoice::options,
            "rule",
            RuleNames.form(CommitteeRule::ruleName, CommitteeRules::findByName),
            CommitteeChoice::rule,
            "places",
            Forms.INTEGER,
            CommitteeChoice::places,
            CommitteeChoice::new);

    /** Checks options and places, and copies. */
    public CommitteeChoice {
        options = OptionBallots.checked(options);
        places(places, options);
    }

    static void places(int places, List<String> options) {
        Checks.require(
                places >= 1 && places < options.size(),
                "places is %s. Expected at least 1, and fewer than the %s options.",
                places,
                options.size());
    }

    /** A choice of so many among these options by that rule. */
    public static CommitteeChoice of(List<Option> options, CommitteeRule rule, int places) {
        return new CommitteeChoice(options.stream().map(Option::id).toList(), rule, places);
    }

    @Override
    public String name() {
        return "committee choice (%s, best %s of %s options)".formatted(rule.ruleName(), places, options.size());
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = OptionBallots.tally(
                name(), options, ballots, roll, context, position -> position instanceof Position.Approval);
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        count.tally("cast", position -> !position.isAbstention());
        count.tally("abstain", Position::isAbstention);
        for (String option : options) {
            count.tally("approve " + option, position -> position.options().contains(option));
        }
        List<Ballot> cast = OptionBallots.cast(count);
        List<String> approved = options.stream()
                .filter(option -> cast.stream()
                        .anyMatch(ballot -> ballot.position().options().contains(option)))
                .toList();
        if (approved.isEmpty()) {
            return count.end(Status.REJECTED, "nothing is approved.");
        } else if (approved.size() <= places) {
            return OptionBallots.chosen(
                    count,
                    approved.stream().sorted().toList(),
                    Explanation.of("%s approved, %s places.", approved.size(), places));
        }
        CommitteeCount found = rule.count(profile(approved, count, cast), places);
        return choose(
                count,
                found.committees().stream()
                        .map(set -> set.stream().map(approved::get).toList())
                        .toList(),
                found.why());
    }

    private static ApprovalProfile profile(List<String> approved, Tally count, List<Ballot> cast) {
        long[] weights = OptionBallots.weights(count, cast);
        ApprovalProfile.Builder profile = ApprovalProfile.builder(approved);
        for (int b = 0; b < cast.size(); b++) {
            profile.add(
                    weights[b],
                    cast.get(b).position().options().stream()
                            .map(approved::indexOf)
                            .toList());
        }
        return profile.build();
    }

    private static Outcome choose(Tally count, List<List<String>> sets, Explanation why) {
        List<List<String>> left = sets;
        Optional<String> nextStep = Optional.empty();
        while (left.size() > 1) {
            TiePolicy.Settled settled =
                    count.settle(open(left), tied(open(left)), Optional.of(OptionBallots.STATUS_QUO));
            nextStep = settled.nextStep();
            if (settled.winner().isEmpty()) {
                break;
            }
            String winner = settled.winner().get();
            left = left.stream().filter(set -> set.contains(winner)).toList();
        }
        return left.size() == 1
                ? OptionBallots.chosen(count, left.get(0).stream().sorted().toList(), why)
                : OptionBallots.tied(count, safe(left), open(left), nextStep, why);
    }

    private static java.util.function.Function<Position, Optional<String>> tied(List<String> open) {
        return position -> OptionBallots.best(open, option -> position.options().contains(option) ? 1 : 0);
    }

    static List<String> safe(List<List<String>> sets) {
        return sets.get(0).stream()
                .filter(option -> sets.stream().allMatch(set -> set.contains(option)))
                .sorted()
                .toList();
    }

    static List<String> open(List<List<String>> sets) {
        TreeSet<String> open = new TreeSet<>();
        sets.forEach(open::addAll);
        open.removeAll(safe(sets));
        return List.copyOf(open);
    }
}
