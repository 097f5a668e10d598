package org.iltlib.choice.single;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules for one winner from ranked ballots, with their usual options. Unless said otherwise a rule takes partial
 * and tied ballots, and time linear in the ballots or at most cubic in the alternatives.
 */
public final class SingleWinnerRules {
    /** Most first places; alternatives that share a first place share the ballot. */
    public static final SingleWinnerRule PLURALITY = StandardPositionalRules.PLURALITY;

    /**
     * More than half of first places, else a second round between the two highest; if several pairs can be the two
     * highest, each is tried and each of its winners wins.
     */
    public static final SingleWinnerRule TWO_ROUND = StandardPositionalRules.TWO_ROUND;

    /** {@link InstantRunoff} with its defaults. */
    public static final SingleWinnerRule IRV = InstantRunoff.withDefaults();

    /** {@link InstantRunoff} in which all that are lowest leave together. */
    public static final SingleWinnerRule IRV_TIES_TOGETHER =
            InstantRunoff.withDefaults().withTiesTogether();

    /** {@link InstantRunoff} with batches. */
    public static final SingleWinnerRule IRV_BATCH =
            InstantRunoff.withDefaults().withBatchElimination();

    /** {@link InstantRunoff} that asks for more than half of all ballots valid at first. */
    public static final SingleWinnerRule IRV_ALL_VALID =
            InstantRunoff.withDefaults().withHalfOfAllValid();

    /** As instant runoff, but the one with most last places leaves; every order of ties is followed. */
    public static final SingleWinnerRule COOMBS = StandardPositionalRules.COOMBS;

    /**
     * The least depth at which some alternative is listed on more than half of the ballots; the one listed on most of
     * them. If none ever is, the one listed on most ballots.
     */
    public static final SingleWinnerRule BUCKLIN = StandardPositionalRules.BUCKLIN;

    /** Bucklin in which all that are listed on more than half of the ballots at that depth win. */
    public static final SingleWinnerRule BUCKLIN_SIMPLIFIED = StandardPositionalRules.BUCKLIN_SIMPLIFIED;

    /** Borda, n − 1 points for the first of n; unlisted alternatives share what is left. */
    public static final SingleWinnerRule BORDA = StandardPositionalRules.BORDA;

    /** Borda, n − 1 points for the first of n; unlisted alternatives get nothing. */
    public static final SingleWinnerRule BORDA_ZERO = StandardPositionalRules.BORDA_ZERO;

    /** Borda, k points for the first of k listed; unlisted alternatives get nothing. */
    public static final SingleWinnerRule BORDA_MODIFIED = StandardPositionalRules.BORDA_MODIFIED;

    /** Borda that refuses ballots that do not list every alternative. */
    public static final SingleWinnerRule BORDA_COMPLETE = StandardPositionalRules.BORDA_COMPLETE;

    /** One over the rank as points; those tied share the average; unlisted alternatives get nothing. */
    public static final SingleWinnerRule DOWDALL = StandardPositionalRules.DOWDALL;

    /**
     * Dowdall in which unlisted alternatives share the points of the ranks that are left. On ballots that list few the
     * winner may differ from {@link #DOWDALL}, and neither is wrong: programs that read unlisted as tied last count in
     * this way.
     */
    public static final SingleWinnerRule DOWDALL_AVERAGE = StandardPositionalRules.DOWDALL_AVERAGE;

    /** The Condorcet winner if there is one, else Borda's. D. Black (1958), <i>Committees and Elections</i>. */
    public static final SingleWinnerRule BLACK = StandardPositionalRules.BLACK;

    /** {@link InstantRunoff} with only the Smith set standing. */
    public static final SingleWinnerRule SMITH_IRV = StandardPositionalRules.SMITH_IRV;

    /** The one that beats every other; if there is none, all stay tied. */
    public static final PairwiseRule CONDORCET = StandardPairwiseRules.CONDORCET_WINNER;

    /** The {@linkplain Tournament#smith Smith set}. */
    public static final PairwiseRule SMITH = StandardPairwiseRules.SMITH_SET;

    /** The {@linkplain Tournament#schwartz Schwartz set}. */
    public static final PairwiseRule SCHWARTZ = StandardPairwiseRules.SCHWARTZ_SET;

    /** The {@linkplain Tournament#landau Landau set}. */
    public static final PairwiseRule LANDAU = StandardPairwiseRules.LANDAU_SET;

    /** The {@linkplain Tournament#uncovered uncovered set}. */
    public static final PairwiseRule UNCOVERED = StandardPairwiseRules.UNCOVERED_SET;

    /**
     * The bipartisan set: those with a chance in the game in which a win in a pair pays 1. If pairs are tied there may be
     * several optimal strategies, and those with a chance in any of them are taken (the essential set). See
     * {@link MaximalLottery#ofMajorities}.
     */
    public static final PairwiseRule BIPARTISAN = StandardPairwiseRules.BIPARTISAN_SET;

    /** All that can be drawn by a {@link MaximalLottery}; the count ends before the draw. For teaching and study. */
    public static final PairwiseRule MAXIMAL_LOTTERIES = StandardPairwiseRules.MAXIMAL_LOTTERIES;

    /** Most wins in pairs, a tie counting half; the same winners as by wins less losses. */
    public static final PairwiseRule COPELAND = StandardPairwiseRules.COPELAND;

    /** Most wins in pairs, a tie counting as a win. */
    public static final PairwiseRule LLULL = StandardPairwiseRules.LLULL;

    /** The least worst defeat, measured by the ballots of the other side; no defeat counts as 0. */
    public static final PairwiseRule MINIMAX_WINNING = StandardPairwiseRules.MINIMAX_WINNING;

    /** The least worst defeat, measured by its margin. */
    public static final PairwiseRule MINIMAX_MARGINS = StandardPairwiseRules.MINIMAX_MARGINS;

    /** The least worst opposition, defeat or not; with ties or partial ballots it may pass over a Condorcet winner. */
    public static final PairwiseRule MINIMAX_OPPOSITION = StandardPairwiseRules.MINIMAX_OPPOSITION;

    /**
     * Schulze with the ballots of the winning side as strength: x wins if, for every y, the strongest path from x to y
     * is as strong as that back. M. Schulze (2011), <i>Social Choice and Welfare</i> 36, doi 10.1007/s00355-010-0475-4.
     */
    public static final PairwiseRule SCHULZE_WINNING = StandardPairwiseRules.SCHULZE_WINNING;

    /** Schulze, as {@link #SCHULZE_WINNING}, with margins as strength. */
    public static final PairwiseRule SCHULZE_MARGINS = StandardPairwiseRules.SCHULZE_MARGINS;

    /** {@link RankedPairs} with every order of equal margins. */
    public static final PairwiseRule RANKED_PAIRS = RankedPairs.allOrders();

    /** {@link RankedPairs} by the ballots of the winning side. */
    public static final PairwiseRule RANKED_PAIRS_WINNING =
            RankedPairs.allOrders().withWinningVotes();

    /** {@link River} with every order of equal margins. */
    public static final PairwiseRule RIVER = River.allOrders();

    /** {@link Kemeny}, exact. */
    public static final PairwiseRule KEMENY = Kemeny.exact();

    /**
     * Split cycle: a defeat counts unless it is the weakest of some cycle of majorities; the undefeated win. W. H.
     * Holliday and E. Pacuit (2023), <i>Public Choice</i> 197, doi 10.1007/s11127-023-01042-3.
     */
    public static final PairwiseRule SPLIT_CYCLE = StandardPairwiseRules.SPLIT_CYCLE;

    /**
     * Stable voting: of the pairs with a split-cycle winner first, in order of margins, the first pair (a, b) such that
     * a wins without b. Exponential in the size of cycles; refused after 200,000 subsets. W. H. Holliday and E. Pacuit
     * (2023), <i>Constitutional Political Economy</i> 34, doi 10.1007/s10602-022-09383-9.
     */
    public static final PairwiseRule STABLE_VOTING = StandardPairwiseRules.STABLE_VOTING;

    /** The lowest by Borda among those left leaves; every order of ties is followed. */
    public static final PairwiseRule BALDWIN = StandardPairwiseRules.BALDWIN;

    /** All below the average by Borda among those left leave. */
    public static final PairwiseRule NANSON_STRICT = StandardPairwiseRules.NANSON_STRICT;

    /** All at or below the average by Borda among those left leave, unless nobody would be left. */
    public static final PairwiseRule NANSON_WEAK = StandardPairwiseRules.NANSON_WEAK;

    private SingleWinnerRules() {}

    /** All of them, by places, by elimination, by majorities. */
    public static List<SingleWinnerRule> all() {
        return Stream.<Stream<? extends SingleWinnerRule>>of(
                        Arrays.<SingleWinnerRule>stream(StandardPositionalRules.values()),
                        Stream.of(IRV, IRV_TIES_TOGETHER, IRV_BATCH, IRV_ALL_VALID),
                        Stream.of(RANKED_PAIRS, RANKED_PAIRS_WINNING, RIVER, KEMENY),
                        Arrays.<SingleWinnerRule>stream(StandardPairwiseRules.values()))
                .<SingleWinnerRule>flatMap(rules -> rules)
                .toList();
    }

    /** The rule of that {@linkplain SingleWinnerRule#ruleName() name}. */
    public static Optional<SingleWinnerRule> findByName(String name) {
        return all().stream().filter(rule -> rule.ruleName().equals(name)).findFirst();
    }
}
