package org.iltlib.analytics.voters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;
import org.iltlib.choice.Count;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.single.GradeRule;
import org.iltlib.choice.single.PairwiseRule;
import org.iltlib.choice.single.SingleWinnerRule;
import org.iltlib.choice.single.SingleWinnerRules;

/**
 * Draws many electorates from a model and counts each by every rule: how often a rule elects the Condorcet winner, how
 * much utility its winner has, how often it ties, and how often two rules agree. Immutable options; {@link #of} runs.
 *
 * <p>Where a rule leaves several winners, one lot for the electorate, the same for all rules, picks among them; how often
 * that was needed is in the result. Rules count exactly; only drawing and averaging use floating point. The same seed
 * gives the same result on any number of threads. Time: elections × (voters + the rules' own).
 */
public final class RuleStudy {
    private static final int HIGHEST_GRADE = 5;

    private final int voters;
    private final int elections;
    private final List<SingleWinnerRule> rules;
    private final List<GradeRule> gradeRules;
    private final Executor executor;

    private RuleStudy(
            int voters, int elections, List<SingleWinnerRule> rules, List<GradeRule> gradeRules, Executor executor) {
        this.voters = voters;
        this.elections = elections;
        this.rules = List.copyOf(rules);
        this.gradeRules = List.copyOf(gradeRules);
        this.executor = executor;
        List<String> names = names();
        Checks.distinct(Checks.notEmpty(names, "rules"), "rules");
    }

    /**
     * 25 voters, 1,000 elections; plurality, instant runoff, Borda, Copeland and Schulze; no grade rules; the common
     * pool of threads.
     */
    public static RuleStudy withDefaults() {
        return new RuleStudy(
                25,
                1_000,
                List.of(
                        SingleWinnerRules.PLURALITY,
                        SingleWinnerRules.IRV,
                        SingleWinnerRules.BORDA,
                        SingleWinnerRules.COPELAND,
                        SingleWinnerRules.SCHULZE_MARGINS),
                List.of(),
                ForkJoinPool.commonPool());
    }

    /** A copy with so many voters, at least 1. */
    public RuleStudy withVoters(int number) {
        return new RuleStudy((int) Checks.positive(number, "voters"), elections, rules, gradeRules, executor);
    }

    /** A copy with so many elections, at least 2. */
    public RuleStudy withElections(int number) {
        Checks.require(number >= 2, "elections is %s. Expected at least 2.", number);
        return new RuleStudy(voters, number, rules, gradeRules, executor);
    }

    /** A copy with these rules, each name once. */
    public RuleStudy withRules(List<SingleWinnerRule> newRules) {
        return new RuleStudy(voters, elections, newRules, gradeRules, executor);
    }

    /**
     * A copy that also counts grades from 0 to 5 by these rules, made from utilities by {@link Electorate#toGrades};
     * with a model without utilities they are left out.
     */
    public RuleStudy withGradeRules(List<GradeRule> newRules) {
        return new RuleStudy(voters, elections, rules, newRules, executor);
    }

    /**
     * A copy that works on these threads; {@code Runnable::run} for the calling one. Do not call {@link #of} from a
     * thread of an executor that has no other.
     */
    public RuleStudy withExecutor(Executor newExecutor) {
        return new RuleStudy(voters, elections, rules, gradeRules, newExecutor);
    }

    /** Draws and counts. */
    public RuleStudyResult of(VoterModel model, long seed) {
        List<Election> drawn = Replications.of(elections, seed, executor, chance -> hold(model, chance));
        boolean valued = !drawn.get(0).utility.isEmpty();
        return new RuleStudyResult(model.modelName(), voters, valued ? names() : rankedNames(), drawn);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(rankedNames());
        gradeRules.forEach(rule -> names.add(rule.ruleName()));
        return names;
    }

    private List<String> rankedNames() {
        return rules.stream().map(SingleWinnerRule::ruleName).toList();
    }

    private Election hold(VoterModel model, SplitMix chance) {
        Electorate electorate = model.draw(voters, chance.nextLong());
        int[] lot = Samplers.identity(electorate.alternatives());
        chance.shuffle(lot, lot.length);
        Profile profile = electorate.toProfile();
        Margins margins = Margins.of(profile);
        List<Count> counts = new ArrayList<>();
        for (SingleWinnerRule rule : rules) {
            counts.add(rule instanceof PairwiseRule pairwise ? pairwise.count(margins) : rule.count(profile));
        }
        if (electorate.hasUtilities() && !gradeRules.isEmpty()) {
            GradeProfile grades = electorate.toGrades(HIGHEST_GRADE);
            gradeRules.forEach(rule -> counts.add(rule.count(grades)));
        }
        List<Integer> winners = new ArrayList<>();
        List<Boolean> tied = new ArrayList<>();
        for (Count count : counts) {
            List<Integer> found = count.winners();
            tied.add(found.size() > 1);
            winners.add(Arrays.stream(lot).filter(found::contains).findFirst().orElseThrow());
        }
        return new Election(
                margins.findCondorcetWinner(),
                findCondorcetLoser(margins),
                winners,
                tied,
                Arrays.stream(means(electorate)).boxed().toList());
    }

    private static Optional<Integer> findCondorcetLoser(Margins margins) {
        int n = margins.size();
        return n < 2
                ? Optional.empty()
                : IntStream.range(0, n)
                        .filter(x -> IntStream.range(0, n).allMatch(y -> x == y || margins.beats(y, x)))
                        .boxed()
                        .findFirst();
    }

    private static double[] means(Electorate electorate) {
        if (!electorate.hasUtilities()) {
            return new double[0];
        }
        double[] means = new double[electorate.alternatives()];
        for (int x = 0; x < means.length; x++) {
            for (int v = 0; v < electorate.voters(); v++) {
                means[x] += electorate.utility(v, x) / electorate.voters();
            }
        }
        return means;
    }

    /**
     * One election: who beats all others, whom all others beat, who wins by each rule after the lot, whether the rule left
     * several, and each alternative's mean utility.
     */
    record Election(
            Optional<Integer> condorcetWinner,
            Optional<Integer> condorcetLoser,
            List<Integer> winners,
            List<Boolean> tied,
            List<Double> utility) {
        double gain(int alternative) {
            return utility.get(alternative) - mean();
        }

        double mostGain() {
            return utility.stream().mapToDouble(Double::doubleValue).max().orElse(0) - mean();
        }

        private double mean() {
            double sum = 0;
            for (double each : utility) {
                sum += each;
            }
            return sum / utility.size();
        }
    }
}
