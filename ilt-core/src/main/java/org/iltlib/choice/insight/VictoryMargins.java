package org.iltlib.choice.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.single.GradeRule;
import org.iltlib.choice.single.GradeRules;
import org.iltlib.choice.single.SingleWinnerRule;

/**
 * How many ballots decide. A ballot that is different may be any strict ranking of all the alternatives, or for grades
 * any grades.
 *
 * <p>Exact by arithmetic: rules that add up points (plurality, Borda, Dowdall, approval, score) and the pairwise winner.
 * For the other rules: a lower bound from the pairs, from first places, or, for instant runoff, from every set of
 * alternatives that may be left (up to 14 alternatives); an upper bound from ballots that were found and counted again;
 * and between the two, with up to four alternatives, every change of one, two, three … ballots is tried while recounts
 * last (20,000 unless told otherwise). Where the bounds meet, the margin is exact. The same ballots give the same margin.
 * Immutable.
 *
 * <p>Sources: L. Xia (2012), Computing the margin of victory for various voting rules, <i>EC '12</i>, doi
 * 10.1145/2229012.2229086; for instant runoff T. R. Magrino, R. L. Rivest, E. Shen and D. Wagner (2011), <i>EVT/WOTE
 * '11</i>, and D. Cary (2011), there.
 */
public final class VictoryMargins {
    private static final VictoryMargins DEFAULTS = new VictoryMargins(20_000);

    private static final Set<String> POINTS = Set.of(
            "plurality", "borda", "borda-zero", "borda-modified", "borda-complete", "dowdall", "dowdall-average");

    private final int most;

    private VictoryMargins(int most) {
        this.most = most;
    }

    /** At most 20,000 recounts. */
    public static VictoryMargins withDefaults() {
        return DEFAULTS;
    }

    /** A copy with at most so many recounts between the bounds. */
    public VictoryMargins withMostRecounts(int recounts) {
        Checks.notNegative(recounts, "recounts");
        return new VictoryMargins(recounts);
    }

    /**
     * The margin of a rule on ranked ballots.
     *
     * @throws IllegalArgumentException if there is one alternative, no ballot, or a fraction of a ballot
     */
    public VictoryMargin of(SingleWinnerRule rule, Profile profile) {
        Checks.require(profile.size() > 1, "There is one alternative. Nobody else can win.");
        Checks.require(profile.totalWeight() > 0, "There are no ballots that list anything.");
        Checks.require(
                profile.scale() == 1,
                "Ballots weigh 1/%s of a ballot. Expected whole ballots. Maybe multiply them.",
                profile.scale());
        List<Integer> winners = rule.count(profile).winners();
        if (winners.size() != 1) {
            return new VictoryMargin(0, 0, "The rule leaves them tied.");
        }
        int winner = winners.get(0);
        if (POINTS.contains(rule.ruleName())) {
            return exact(points(rule, profile, winner), "points that a ballot moves, exact");
        }
        if (rule.ruleName().equals("condorcet")) {
            return exact(MarginBounds.pairs(profile, winner), "the closest pair of the winner, exact");
        }
        long least = Math.max(1, MarginBounds.least(rule, profile, winner));
        ChangeSearch search = new ChangeSearch(rule, profile, winner, most);
        long enough = Math.max(least, search.enough());
        Optional<Long> proven = search.between(least, enough);
        if (proven.isPresent()) {
            return exact(proven.get(), "every change of fewer ballots tried, exact");
        }
        return new VictoryMargin(
                search.excluded(least), enough, least == enough ? "bounds that meet, exact" : "bounds");
    }

    private static VictoryMargin exact(long ballots, String how) {
        return new VictoryMargin(ballots, ballots, how);
    }

    /** The fewest over challengers; each takes the ballots that help the winner most against it. */
    private static long points(SingleWinnerRule rule, Profile profile, int winner) {
        List<Long> units = new ArrayList<>();
        List<List<Rational>> points = new ArrayList<>();
        for (int b = 0; b < profile.distinct(); b++) {
            units.add(profile.weight(b));
            points.add(tallies(
                    rule,
                    Profile.builder(profile.alternatives())
                            .add(profile.ranking(b), 1)
                            .build()
                            .withUnranked(profile.unranked())));
        }
        long fewest = Long.MAX_VALUE;
        for (int y = 0; y < profile.size(); y++) {
            if (y != winner) {
                List<Rational> best = tallies(
                        rule,
                        Profile.builder(profile.alternatives())
                                .add(ChangeSearch.opposing(profile.size(), y, winner, List.of()), 1)
                                .build());
                fewest = Math.min(
                        fewest, greedy(units, points, winner, y, best.get(y).minus(best.get(winner))));
            }
        }
        return fewest;
    }

    private static List<Rational> tallies(SingleWinnerRule rule, Profile one) {
        return rule.count(one).rounds().get(0).tallies();
    }

    /** How many ballots must turn into one that is worth so much for y over the winner. */
    private static long greedy(List<Long> units, List<List<Rational>> points, int winner, int y, Rational best) {
        List<Integer> order = new ArrayList<>();
        Rational lead = Rational.ZERO;
        for (int b = 0; b < units.size(); b++) {
            order.add(b);
            lead = lead.plus(
                    points.get(b).get(winner).minus(points.get(b).get(y)).times(units.get(b)));
        }
        order.sort((a, b) -> points.get(b)
                .get(winner)
                .minus(points.get(b).get(y))
                .compareTo(points.get(a).get(winner).minus(points.get(a).get(y))));
        long changed = 0;
        for (int b : order) {
            Rational each =
                    points.get(b).get(winner).minus(points.get(b).get(y)).plus(best);
            if (lead.signum() <= 0 || each.signum() <= 0) {
                break;
            }
            long needed = lead.dividedBy(each).negate().floor().negate().longValueExact();
            long taken = Math.min(needed, units.get(b));
            changed += taken;
            lead = lead.minus(each.times(taken));
        }
        return lead.signum() <= 0 ? changed : Long.MAX_VALUE;
    }

    /**
     * The margin of approval or of score on graded ballots.
     *
     * @throws IllegalArgumentException if it is another rule, there is one alternative, or no voter
     */
    public VictoryMargin of(GradeRule rule, GradeProfile profile) {
        boolean approval = rule.equals(GradeRules.APPROVAL);
        Checks.require(
                approval || rule.equals(GradeRules.SCORE),
                "The rule is %s. Expected approval or score; no exact margin is known here for others.",
                rule.ruleName());
        Checks.require(profile.size() > 1, "There is one alternative. Nobody else can win.");
        Checks.require(profile.totalWeight() > 0, "There are no voters.");
        List<Integer> winners = rule.count(profile).winners();
        if (winners.size() != 1) {
            return new VictoryMargin(0, 0, "The rule leaves them tied.");
        }
        List<Long> units = new ArrayList<>();
        List<List<Rational>> points = new ArrayList<>();
        for (int b = 0; b < profile.ballots(); b++) {
            units.add(profile.weight(b));
            List<Rational> grades = new ArrayList<>();
            for (int x = 0; x < profile.size(); x++) {
                int grade = Math.max(0, profile.grade(b, x));
                grades.add(Rational.of(approval ? Math.min(1, grade) : grade));
            }
            points.add(grades);
        }
        long fewest = Long.MAX_VALUE;
        for (int y = 0; y < profile.size(); y++) {
            if (y != winners.get(0)) {
                Rational best = Rational.of(approval ? 1 : profile.highest());
                fewest = Math.min(fewest, greedy(units, points, winners.get(0), y, best));
            }
        }
        return exact(fewest, "points that a ballot moves, exact");
    }
}
