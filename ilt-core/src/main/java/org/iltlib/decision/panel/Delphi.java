package org.iltlib.decision.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;
import org.iltlib.decision.panel.ConsensusRule.Verdict;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * When an anonymous panel has rated often enough: as soon as it agrees on every item, or on the rest nothing moves any
 * more, or the last round is over. Consensus alone would be no rule for stopping, for some panels never agree; von der
 * Gracht (2012), doi 10.1016/j.techfore.2012.04.013. Immutable. Time: linear in the answers, but for sorting.
 *
 * @param rule when the panel agrees on an item
 * @param stability when the answers about an item no longer move
 * @param mostRounds the number of rounds at most
 */
public record Delphi(ConsensusRule rule, StabilityRule stability, int mostRounds) {
    /** The written form. */
    public static final Form<Delphi> FORM = Form.of(
            "rule",
            ConsensusRule.form(),
            Delphi::rule,
            "stability",
            StabilityRule.form(),
            Delphi::stability,
            "mostRounds",
            Forms.INTEGER,
            Delphi::mostRounds,
            Delphi::new);

    /** Checks the number of rounds. */
    public Delphi {
        Checks.positive(mostRounds, "mostRounds");
    }

    /** That rule, stability at 15 % who change, three rounds at most. */
    public static Delphi of(ConsensusRule rule) {
        return new Delphi(rule, new StabilityRule.ChangedAtMost(new Fraction(3, 20)), 3);
    }

    /** A copy in which an item is stable if at most that share change their answer. */
    public Delphi withMostChanged(Fraction share) {
        return withStability(new StabilityRule.ChangedAtMost(share));
    }

    /** A copy with that rule of stability. */
    public Delphi withStability(StabilityRule other) {
        return new Delphi(rule, other, mostRounds);
    }

    /** A copy with that number of rounds. */
    public Delphi withMostRounds(int rounds) {
        return new Delphi(rule, stability, rounds);
    }

    /**
     * Where the panel stands after these rounds.
     *
     * @param rounds all rounds so far, in order, about the same items
     * @throws IllegalArgumentException if there is none, one is missing, or items or scale changed
     */
    public PanelResult assess(List<PanelRound> rounds) {
        Checks.notEmpty(rounds, "rounds");
        PanelRound last = rounds.get(rounds.size() - 1);
        for (int i = 0; i < rounds.size(); i++) {
            PanelRound round = rounds.get(i);
            Checks.require(round.round() == i + 1, "Round %s stands at place %s.", round.round(), i + 1);
            Checks.require(
                    round.items().equals(last.items())
                            && round.lowest() == last.lowest()
                            && round.highest() == last.highest(),
                    "Round %s has other items or another scale than round %s. Expected the same. Maybe start anew.",
                    round.round(),
                    last.round());
        }
        List<PanelItem> items = new ArrayList<>();
        for (String item : last.items()) {
            Map<String, Integer> before = rounds.size() == 1
                    ? Map.of()
                    : rounds.get(rounds.size() - 2).answers(item);
            items.add(standing(last, item, before));
        }
        List<List<Integer>> complete = last.ratings().values().stream()
                .filter(answers -> answers.size() == last.items().size())
                .map(answers -> last.items().stream().map(answers::get).toList())
                .toList();
        return end(last, items, complete);
    }

    /**
     * The same told as an outcome, for a deliberation or a decision. Adopted if the panel agrees on every item and at
     * least one is in; rejected if it agrees that all are out; needs another round while it goes on; escalated if it
     * ended without agreement, for a panel that does not agree has not said no, and somebody else must decide. Counts are
     * of items: {@code in}, {@code out}, {@code open}; chosen are the items that are in, whatever becomes of the rest.
     *
     * @param rounds as in {@link #assess}
     * @param revision the revision of the text that the panel rated, from 1
     * @throws IllegalArgumentException as {@link #assess} does, or if the revision is not positive
     */
    public Outcome outcome(List<PanelRound> rounds, int revision) {
        PanelResult result = assess(rounds);
        List<String> in = result.listItems(Verdict.IN);
        List<String> open = result.listItems(Verdict.OPEN);
        Outcome.Status status = open.isEmpty() && in.isEmpty() ? Outcome.Status.REJECTED : result.status();
        Outcome.Builder outcome = Outcome.builder()
                .status(status)
                .protocol("delphi")
                .round(rounds.size())
                .revision(revision)
                .putCounts("in", in.size())
                .putCounts("out", result.listItems(Verdict.OUT).size())
                .putCounts("open", open.size())
                .addAllChosen(in)
                .explanation(result.why());
        if (status == Outcome.Status.NEEDS_ROUND) {
            outcome.nextStep("Show how the answers are spread, and rate again.");
        } else if (status == Outcome.Status.ESCALATED) {
            outcome.nextStep("Somebody else decides on " + String.join(", ", open) + ".");
        }
        return outcome.build();
    }

    private PanelResult end(PanelRound last, List<PanelItem> items, List<List<Integer>> complete) {
        long open =
                items.stream().filter(item -> item.verdict() == Verdict.OPEN).count();
        boolean settled = items.stream().allMatch(item -> item.verdict() != Verdict.OPEN || item.isStable());
        Outcome.Status status;
        String claim;
        if (open == 0) {
            status = Outcome.Status.ADOPTED;
            claim = "The panel agrees on every item after round " + last.round() + ".";
        } else if (settled) {
            status = Outcome.Status.ESCALATED;
            claim = open + " of " + items.size() + " items are open and no longer move.";
        } else if (last.round() >= mostRounds) {
            status = Outcome.Status.ESCALATED;
            claim = open + " of " + items.size() + " items are open after the last round.";
        } else {
            status = Outcome.Status.NEEDS_ROUND;
            claim = open + " of " + items.size() + " items are open; round " + (last.round() + 1) + " follows.";
        }
        Explanation why = Explanation.of("%s", claim)
                .because("Agreement: %s.", rule.words())
                .because("Stability: %s.", stability.words());
        for (PanelItem item : items) {
            why = why.because(item.why());
        }
        return new PanelResult(status, items, Concordance.of(complete), complete.size(), why);
    }

    private PanelItem standing(PanelRound round, String item, Map<String, Integer> before) {
        Map<String, Integer> answers = round.answers(item);
        List<Integer> rising = answers.values().stream().sorted().toList();
        Measured<Rational> changed = changed(answers, before);
        boolean stable = stability.isStable(StabilityRule.Answers.pair(before, answers));
        Verdict verdict = rule.on(rising, round.lowest(), round.highest());
        Measured<Rational> nobody = Measured.missing(MissingReason.NOT_COLLECTED, "nobody answered");
        Measured<Rational> median = rising.isEmpty() ? nobody : Measured.of(QuantileType.TYPE_7.median(rising));
        Measured<Rational> spread = rising.isEmpty() ? nobody : Measured.of(QuantileType.TYPE_7.spread(rising));
        return PanelItem.builder()
                .item(item)
                .answered(rising.size())
                .median(median)
                .spread(spread)
                .verdict(verdict)
                .changed(changed)
                .isStable(stable)
                .why(Explanation.of(
                        "%s: %s. %s answered, median %s, quartiles %s apart, changed %s.",
                        item,
                        verdict == Verdict.OPEN ? "open" : verdict == Verdict.IN ? "in" : "out",
                        rising.size(),
                        median,
                        spread,
                        changed))
                .build();
    }

    private static Measured<Rational> changed(Map<String, Integer> answers, Map<String, Integer> before) {
        long both = answers.keySet().stream().filter(before::containsKey).count();
        if (both == 0) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "no earlier answers to compare");
        }
        long other = answers.entrySet().stream()
                .filter(answer -> before.containsKey(answer.getKey())
                        && !answer.getValue().equals(before.get(answer.getKey())))
                .count();
        return Measured.of(Rational.of(other, both));
    }
}
