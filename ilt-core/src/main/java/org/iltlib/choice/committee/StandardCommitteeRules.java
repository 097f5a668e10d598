package org.iltlib.choice.committee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.Rational;

/** The rules for committees. */
enum StandardCommitteeRules implements CommitteeRule {
    AV("av", (p, k) -> Purchase.highest(new BitSet(), approvals(p, false), k)),
    SAV("sav", (p, k) -> Purchase.highest(new BitSet(), approvals(p, true), k)),
    PAV("pav", (p, k) -> new Thiele(p, k, k, j -> Rational.of(1, j)).exact()),
    SLAV("slav", (p, k) -> new Thiele(p, k, k, j -> Rational.of(1, 2L * j - 1)).exact()),
    GEOMETRIC("geom2", (p, k) -> new Thiele(p, k, k, StandardCommitteeRules::halves).exact()),
    CC("cc", (p, k) -> new Thiele(p, k, k, StandardCommitteeRules::one).exact()),
    SEQUENTIAL_PAV("seqpav", (p, k) -> new Thiele(p, k, k, j -> Rational.of(1, j)).sequential()),
    SEQUENTIAL_SLAV("seqslav", (p, k) -> new Thiele(p, k, k, j -> Rational.of(1, 2L * j - 1)).sequential()),
    SEQUENTIAL_CC("seqcc", (p, k) -> new Thiele(p, k, k, StandardCommitteeRules::one).sequential()),
    REVERSE_SEQUENTIAL_PAV("revseqpav", (p, k) -> new Thiele(p, k, p.size(), j -> Rational.of(1, j)).reverse()),
    PHRAGMEN("seqphragmen", (p, k) -> new Purchase(p, k).phragmen()),
    EQUAL_SHARES("equal-shares", (p, k) -> {
        Purchase purchase = new Purchase(p, k);
        return purchase.completedByPhragmen(purchase.equalShares());
    }),
    EQUAL_SHARES_AV("equal-shares-with-av-completion", (p, k) -> {
        Purchase purchase = new Purchase(p, k);
        return purchase.completedByApproval(purchase.equalShares());
    }),
    EQUAL_SHARES_INCREMENT(
            "equal-shares-with-increment-completion", (p, k) -> new Purchase(p, k).completedByIncrement()),
    LEXICOGRAPHIC_CC("lexcc", (p, k) -> new Evenness(p, k).lexicographicCoverage()),
    ADAMS("adams", (p, k) -> new Evenness(p, k).adams()),
    MINIMAX_AV("minimaxav", (p, k) -> new Evenness(p, k).minimaxDistance()),
    LEXICOGRAPHIC_MINIMAX_AV("lexminimaxav", (p, k) -> new Evenness(p, k).lexicographicDistance()),
    MINIMAX_PHRAGMEN("minimaxphragmen", (p, k) -> new Evenness(p, k).minimaxLoad()),
    LEXIMAX_PHRAGMEN("leximaxphragmen", (p, k) -> new Evenness(p, k).leximaxLoad()),
    MAXIMIN_SUPPORT("maximin-support", (p, k) -> new Evenness(p, k).maximinSupport()),
    MONROE("monroe", (p, k) -> new Monroe(p, k).exact()),
    GREEDY_MONROE("greedy-monroe", (p, k) -> new Monroe(p, k).greedy()),
    ENESTROEM("phragmen-enestroem", (p, k) -> new Rounds(p, k).enestroem()),
    CONSENSUS("consensus-rule", (p, k) -> new Rounds(p, k).consensus()),
    PLURIBUS_HUGO("eph", (p, k) -> new PluribusHugo(p, k).count()),
    TRIVIAL("trivial", (p, k) -> new Evenness(p, k).all());

    private interface Method {
        Set<BitSet> of(ApprovalProfile profile, int seats);
    }

    private final String rule;
    private final Method method;

    StandardCommitteeRules(String rule, Method method) {
        this.rule = rule;
        this.method = method;
    }

    @Override
    public String ruleName() {
        return rule;
    }

    @Override
    public Set<CommitteeAxiom> axioms() {
        return CommitteeAxioms.of(this);
    }

    @Override
    public CommitteeCount count(ApprovalProfile profile, int seats) {
        Checks.require(
                seats >= 1 && seats <= profile.size(),
                "seats is %s. Expected 1 to the number of alternatives, %s.",
                seats,
                profile.size());
        return told(rule, profile, method.of(profile, seats));
    }

    static CommitteeCount told(String rule, ApprovalProfile profile, Set<BitSet> sets) {
        List<List<Integer>> committees = sets.stream()
                .map(set -> set.stream().boxed().toList())
                .sorted(Comparator.comparing(StandardCommitteeRules::key, Arrays::compare))
                .toList();
        Explanation why = Explanation.of(
                "%s", committees.size() == 1 ? "One committee." : committees.size() + " committees are tied.");
        for (List<Integer> committee : committees.subList(0, Math.min(10, committees.size()))) {
            why = why.because(
                    "%s",
                    committee.stream().map(profile.alternatives()::get).collect(Collectors.joining(", ")) + ": "
                            + represented(profile, committee) + " of " + profile.totalWeight()
                            + " voters approve a member.");
        }
        return CommitteeCount.builder()
                .rule(rule)
                .alternatives(profile.alternatives())
                .committees(committees)
                .why(why)
                .build();
    }

    private static int[] key(List<Integer> committee) {
        return committee.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long represented(ApprovalProfile profile, List<Integer> committee) {
        long sum = 0;
        for (int b = 0; b < profile.distinct(); b++) {
            int ballot = b;
            sum += committee.stream().anyMatch(x -> profile.approves(ballot, x)) ? profile.weight(b) : 0;
        }
        return sum;
    }

    private static Rational halves(int j) {
        Checks.require(j <= 60, "There are %s seats. Expected at most 60 for exact halves.", j);
        return Rational.of(1, 1L << j);
    }

    private static Rational one(int j) {
        return j == 1 ? Rational.ONE : Rational.ZERO;
    }

    private static List<Rational> approvals(ApprovalProfile profile, boolean divided) {
        List<Rational> scores = new ArrayList<>();
        for (int x = 0; x < profile.size(); x++) {
            Rational sum = Rational.ZERO;
            for (int b = 0; b < profile.distinct(); b++) {
                if (profile.approves(b, x)) {
                    sum = sum.plus(Rational.of(
                            profile.weight(b), divided ? profile.approved(b).size() : 1));
                }
            }
            scores.add(sum);
        }
        return scores;
    }
}
