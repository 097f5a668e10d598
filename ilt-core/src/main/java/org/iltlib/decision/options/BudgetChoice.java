package org.iltlib.decision.options;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.budget.BudgetCount;
import org.iltlib.choice.budget.BudgetRule;
import org.iltlib.choice.budget.BudgetRules;
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
 * Options that cost money or time, and a budget: everybody approves options or gives them points, and a rule of
 * {@code choice} finds a set that the budget can pay.
 *
 * <p>Options stand fixed; a ballot that names another is illegal. An option that nobody supports is never chosen. Ties
 * go to a lot of the context whose seeds are shown. Without one, and up to six options, every order is tried: the outcome
 * stands if it is the same in each, else what all have is safe and the rest is {@code TIED}; with more options it is
 * {@code TIED} wherever a tie was met. Written by the name of its rule. Immutable.
 *
 * @param costs the cost of each option by its id, above zero; at least two
 * @param budget the budget, zero or more, in the same unit
 * @param rule the rule
 */
public record BudgetChoice(Map<String, BigDecimal> costs, BigDecimal budget, BudgetRule rule)
        implements DecisionProtocol {
    /** The written form. */
    public static final Form<BudgetChoice> FORM = Form.of(
            "costs",
            Forms.mapOf(Forms.DECIMAL),
            BudgetChoice::costs,
            "budget",
            Forms.DECIMAL,
            BudgetChoice::budget,
            "rule",
            RuleNames.form(BudgetRule::ruleName, BudgetRules::findByName),
            BudgetChoice::rule,
            BudgetChoice::new);

    /** Checks the numbers and copies, in the order of ids; trailing zeros are dropped. */
    public BudgetChoice {
        OptionBallots.checked(List.copyOf(costs.keySet()));
        TreeMap<String, BigDecimal> copy = new TreeMap<>();
        costs.forEach((option, cost) -> {
            Checks.require(cost.signum() > 0, "The cost of %s is %s. Expected more than zero.", option, cost);
            copy.put(option, cost.stripTrailingZeros());
        });
        costs = Collections.unmodifiableMap(copy);
        Checks.require(budget.signum() >= 0, "budget is %s. Expected zero or more.", budget);
        budget = budget.stripTrailingZeros();
    }

    @Override
    public String name() {
        return "budget choice (%s, %s options, budget %s)"
                .formatted(rule.ruleName(), costs.size(), budget.toPlainString());
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        List<String> options = List.copyOf(costs.keySet());
        Tally count = OptionBallots.tally(
                name(),
                options,
                ballots,
                roll,
                context,
                position -> position instanceof Position.Approval || position instanceof Position.Scores);
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        count.tally("cast", position -> !position.isAbstention());
        count.tally("abstain", Position::isAbstention);
        Optional<String> lot = SeatChoice.lot(context);
        List<String> order = new ArrayList<>(options);
        lot.ifPresent(seed -> order.sort(Comparator.comparing(option -> TieBreaks.commitment(seed + "\n" + option))));
        BudgetCount found = count(order, count);
        List<String> chosen = names(order, found);
        if (chosen.isEmpty()) {
            return OptionBallots.with(count.ending(Status.REJECTED, "nothing is bought."), found.why());
        }
        count.step("Cost: %s of %s.", found.cost(), budget.toPlainString());
        if (found.ties().isEmpty() || lot.isPresent()) {
            lot.filter(seed -> !found.ties().isEmpty()).ifPresent(seed -> count.step("Ties: settled by lot."));
            return OptionBallots.chosen(count, chosen, found.why());
        }
        List<List<String>> sets = new ArrayList<>();
        if (Orders.canBeTried(options)) {
            sets.addAll(Orders.results(options, each -> names(each, count(each, count))));
        } else {
            sets.add(chosen);
            found.ties()
                    .forEach(note ->
                            sets.add(note.tied().stream().map(order::get).toList()));
        }
        return sets.size() == 1
                ? OptionBallots.chosen(count, chosen, found.why())
                : OptionBallots.tied(
                        count, CommitteeChoice.safe(sets), CommitteeChoice.open(sets), Optional.empty(), found.why());
    }

    private static List<String> names(List<String> order, BudgetCount found) {
        return found.chosen().stream().map(order::get).toList();
    }

    private BudgetCount count(List<String> order, Tally count) {
        BudgetProfile.Builder profile = BudgetProfile.builder(Rational.parse(budget.toPlainString()));
        order.forEach(option -> profile.project(
                option,
                Rational.parse(costs.getOrDefault(option, BigDecimal.ONE).toPlainString())));
        List<Ballot> cast = OptionBallots.cast(count);
        long[] weights = OptionBallots.weights(count, cast);
        for (int b = 0; b < cast.size(); b++) {
            Map<Integer, Long> points = new HashMap<>();
            Position position = cast.get(b).position();
            Function<String, Long> given = option -> position instanceof Position.Scores scores
                    ? scores.given().getOrDefault(option, 0).longValue()
                    : 1L;
            position.options().forEach(option -> points.put(order.indexOf(option), given.apply(option)));
            profile.add(weights[b], points);
        }
        return rule.count(profile.build());
    }
}
