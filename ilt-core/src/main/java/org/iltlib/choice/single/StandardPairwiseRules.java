package org.iltlib.choice.single;

import static org.iltlib.choice.single.Axiom.CLONES;
import static org.iltlib.choice.single.Axiom.CONDORCET;
import static org.iltlib.choice.single.Axiom.CONDORCET_LOSER;
import static org.iltlib.choice.single.Axiom.MAJORITY;
import static org.iltlib.choice.single.Axiom.MONOTONICITY;
import static org.iltlib.choice.single.Axiom.PARETO;
import static org.iltlib.choice.single.Axiom.PARTICIPATION;
import static org.iltlib.choice.single.Axiom.POSITIVE_INVOLVEMENT;
import static org.iltlib.choice.single.Axiom.REVERSAL;
import static org.iltlib.choice.single.Axiom.SMITH;
import static org.iltlib.choice.single.Axiom.UNANIMITY;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.choice.Count;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Rational;

/** The rules by majorities that need no options: the set of winners, and the scores to show beside it. */
enum StandardPairwiseRules implements PairwiseRule {
    CONDORCET_WINNER(
            "condorcet",
            m -> m.findCondorcetWinner().map(List::of).orElse(PairwiseMethods.all(m.size())),
            Set.of(UNANIMITY, MAJORITY, CONDORCET, CONDORCET_LOSER, MONOTONICITY, POSITIVE_INVOLVEMENT, PARTICIPATION)),
    SMITH_SET(
            "smith",
            Tournament::smith,
            Set.of(
                    UNANIMITY,
                    MAJORITY,
                    CONDORCET,
                    SMITH,
                    CONDORCET_LOSER,
                    MONOTONICITY,
                    REVERSAL,
                    CLONES,
                    POSITIVE_INVOLVEMENT,
                    PARTICIPATION)),
    SCHWARTZ_SET(
            "schwartz",
            Tournament::schwartz,
            Set.of(
                    UNANIMITY,
                    MAJORITY,
                    CONDORCET,
                    SMITH,
                    CONDORCET_LOSER,
                    MONOTONICITY,
                    REVERSAL,
                    CLONES,
                    POSITIVE_INVOLVEMENT,
                    PARTICIPATION)),
    LANDAU_SET(
            "landau",
            Tournament::landau,
            Set.of(
                    UNANIMITY,
                    MAJORITY,
                    CONDORCET,
                    SMITH,
                    CONDORCET_LOSER,
                    MONOTONICITY,
                    REVERSAL,
                    CLONES,
                    POSITIVE_INVOLVEMENT,
                    PARTICIPATION)),
    UNCOVERED_SET(
            "uncovered",
            Tournament::uncovered,
            Set.of(
                    UNANIMITY,
                    PARETO,
                    MAJORITY,
                    CONDORCET,
                    SMITH,
                    CONDORCET_LOSER,
                    MONOTONICITY,
                    REVERSAL,
                    CLONES,
                    POSITIVE_INVOLVEMENT,
                    PARTICIPATION)),
    BIPARTISAN_SET(
            "bipartisan",
            m -> MaximalLottery.ofMajorities(m).support(),
            Set.of(
                    UNANIMITY,
                    PARETO,
                    MAJORITY,
                    CONDORCET,
                    SMITH,
                    CONDORCET_LOSER,
                    MONOTONICITY,
                    REVERSAL,
                    CLONES,
                    POSITIVE_INVOLVEMENT,
                    PARTICIPATION)),
    MAXIMAL_LOTTERIES(
            "maximal-lotteries",
            m -> MaximalLottery.of(m).support(),
            Set.of(
                    UNANIMITY,
                    PARETO,
                    MAJORITY,
                    CONDORCET,
                    SMITH,
                    CONDORCET_LOSER,
                    MONOTONICITY,
                    REVERSAL,
                    CLONES,
                    POSITIVE_INVOLVEMENT,
                    PARTICIPATION)),
    COPELAND(
            "copeland",
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, SMITH, CONDORCET_LOSER, MONOTONICITY, REVERSAL),
            m -> PairwiseMethods.copeland(m, 1)),
    LLULL(
            "llull",
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, SMITH, CONDORCET_LOSER, MONOTONICITY),
            m -> PairwiseMethods.copeland(m, 2)),
    MINIMAX_WINNING(
            "minimax-winning-votes",
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, MONOTONICITY, POSITIVE_INVOLVEMENT),
            m -> PairwiseMethods.minimax(m, PairwiseMethods::winningVotes)),
    MINIMAX_MARGINS(
            "minimax-margins",
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, MONOTONICITY, POSITIVE_INVOLVEMENT),
            m -> PairwiseMethods.minimax(m, PairwiseMethods::margin)),
    MINIMAX_OPPOSITION(
            "minimax-opposition",
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, MONOTONICITY, POSITIVE_INVOLVEMENT),
            m -> PairwiseMethods.minimax(m, PairwiseMethods::opposition)),
    SCHULZE_WINNING(
            "schulze-winning-votes",
            m -> PairwiseMethods.schulze(m, PairwiseMethods::winningVotes),
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, SMITH, CONDORCET_LOSER, MONOTONICITY, REVERSAL, CLONES)),
    SCHULZE_MARGINS(
            "schulze-margins",
            m -> PairwiseMethods.schulze(m, PairwiseMethods::margin),
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, SMITH, CONDORCET_LOSER, MONOTONICITY, REVERSAL, CLONES)),
    SPLIT_CYCLE(
            "split-cycle",
            PairwiseMethods::splitCycle,
            Set.of(
                    UNANIMITY,
                    PARETO,
                    MAJORITY,
                    CONDORCET,
                    SMITH,
                    CONDORCET_LOSER,
                    MONOTONICITY,
                    REVERSAL,
                    CLONES,
                    POSITIVE_INVOLVEMENT)),
    STABLE_VOTING(
            "stable-voting",
            PairwiseMethods::stableVoting,
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, SMITH, CONDORCET_LOSER)),
    BALDWIN(
            "baldwin",
            m -> PairwiseMethods.byBorda(m, true, false),
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, SMITH, CONDORCET_LOSER)),
    NANSON_STRICT(
            "nanson-strict",
            m -> PairwiseMethods.byBorda(m, false, false),
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, SMITH, CONDORCET_LOSER)),
    NANSON_WEAK(
            "nanson-weak",
            m -> PairwiseMethods.byBorda(m, false, true),
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, SMITH, CONDORCET_LOSER, REVERSAL));

    private final String rule;
    private final Function<Margins, List<Integer>> winners;
    private final Function<Margins, List<Rational>> scores;
    private final String unit;
    private final Set<Axiom> axioms;

    StandardPairwiseRules(String rule, Function<Margins, List<Integer>> winners, Set<Axiom> axioms) {
        this.rule = rule;
        this.winners = winners;
        this.scores = margins -> PairwiseMethods.copeland(margins, 1);
        this.unit = "Wins in pairs, a tie counting half";
        this.axioms = axioms;
    }

    StandardPairwiseRules(String rule, Set<Axiom> axioms, Function<Margins, List<Rational>> scores) {
        this.rule = rule;
        this.winners = margins -> Scores.highest(scores.apply(margins));
        this.scores = scores;
        this.unit = rule.startsWith("minimax") ? "Worst defeat, negative" : "Points for wins and ties in pairs";
        this.axioms = axioms;
    }

    @Override
    public Set<Axiom> axioms() {
        return axioms;
    }

    @Override
    public Count count(Margins margins) {
        return Scores.count(rule, margins.alternatives(), winners.apply(margins), scores.apply(margins), unit);
    }

    @Override
    public String ruleName() {
        return rule;
    }
}
