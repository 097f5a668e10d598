package org.iltlib.analytics.voters;

import java.util.List;
import java.util.function.Predicate;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * What rules made of electorates drawn from one model. All rules counted the same electorates. Intervals are at 95 % and
 * tell of chance in the drawing, not of how well the model fits anybody. Immutable.
 */
public final class RuleStudyResult {
    private static final double LEVEL = 0.95;

    private final String model;
    private final int voters;
    private final List<String> rules;
    private final List<RuleStudy.Election> elections;

    RuleStudyResult(String model, int voters, List<String> rules, List<RuleStudy.Election> elections) {
        this.model = model;
        this.voters = voters;
        this.rules = List.copyOf(rules);
        this.elections = List.copyOf(elections);
    }

    /** The name of the model. */
    public String modelName() {
        return model;
    }

    /** The number of voters in each election. */
    public int voters() {
        return voters;
    }

    /** The number of elections. */
    public int elections() {
        return elections.size();
    }

    /** The names of the rules, ranked ones first. */
    public List<String> rules() {
        return rules;
    }

    /** The share of elections in which one alternative beats every other by a majority. */
    public Measured<Estimate> condorcetWinnerExists() {
        return share(elections, election -> election.condorcetWinner().isPresent());
    }

    /** Of the elections with a Condorcet winner, the share in which the rule elects it; missing if there are none. */
    public Measured<Estimate> condorcetEfficiency(String rule) {
        int r = place(rule);
        return share(
                elections.stream()
                        .filter(election -> election.condorcetWinner().isPresent())
                        .toList(),
                election -> election.condorcetWinner()
                        .orElseThrow()
                        .equals(election.winners().get(r)));
    }

    /**
     * The share of elections in which the rule elects an alternative that every other one beats by a majority: Borda's
     * paradox.
     */
    public Measured<Estimate> condorcetLoserElected(String rule) {
        int r = place(rule);
        return share(
                elections,
                election -> election.condorcetLoser()
                        .filter(loser -> loser.equals(election.winners().get(r)))
                        .isPresent());
    }

    /** The share of elections in which the rule leaves more than one winner. */
    public Measured<Estimate> tied(String rule) {
        int r = place(rule);
        return share(elections, election -> election.tied().get(r));
    }

    /** The share of elections in which both rules have the same winner, after the same lot. */
    public Measured<Estimate> agreement(String rule, String other) {
        int r = place(rule);
        int s = place(other);
        return share(
                elections,
                election -> election.winners().get(r).equals(election.winners().get(s)));
    }

    /**
     * Social utility efficiency: what the winner's mean utility exceeds that of a random alternative by, over what the
     * best alternative exceeds it by, each added up over all elections. 1 is as good as can be, 0 as good as a lot. The
     * interval is that of a ratio of means with a linearised standard error and a normal quantile. Missing if the model has no
     * utilities or the alternatives are all worth the same.
     *
     * <p>Source: S. Merrill (1984), <i>American Journal of Political Science</i> 28, doi 10.2307/2110786; W. G. Cochran
     * (1977), <i>Sampling Techniques</i>, 6.3.
     */
    public Measured<Estimate> utilityEfficiency(String rule) {
        int r = place(rule);
        if (elections.get(0).utility().isEmpty()) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "the model has no utilities");
        }
        double gained = 0;
        double possible = 0;
        for (RuleStudy.Election election : elections) {
            gained += election.gain(election.winners().get(r));
            possible += election.mostGain();
        }
        if (!(possible > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "all alternatives are worth the same");
        }
        double ratio = gained / possible;
        double squares = 0;
        for (RuleStudy.Election election : elections) {
            double rest = election.gain(election.winners().get(r)) - ratio * election.mostGain();
            squares += rest * rest;
        }
        double n = elections.size();
        double error = Math.sqrt(squares / (n - 1) * n) / possible;
        double reach = error * Distributions.normalQuantile((1 + LEVEL) / 2);
        return Measured.of(Estimate.builder()
                .value(ratio)
                .lower(ratio - reach)
                .upper(ratio + reach)
                .level(LEVEL)
                .standardError(error)
                .n(elections.size())
                .unit("share")
                .method("ratio of means, linearised")
                .build());
    }

    private static Measured<Estimate> share(List<RuleStudy.Election> of, Predicate<RuleStudy.Election> holds) {
        return WilsonInterval.withDefaults()
                .withLevel(LEVEL)
                .of(of.stream().filter(holds).count(), of.size());
    }

    private int place(String rule) {
        int place = rules.indexOf(rule);
        Checks.require(place >= 0, "There is no rule %s in this study. Known: %s.", rule, rules);
        return place;
    }
}
