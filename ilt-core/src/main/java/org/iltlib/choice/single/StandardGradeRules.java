package org.iltlib.choice.single;

import static org.iltlib.choice.single.Axiom.CLONES;
import static org.iltlib.choice.single.Axiom.CONDORCET_LOSER;
import static org.iltlib.choice.single.Axiom.CONSISTENCY;
import static org.iltlib.choice.single.Axiom.MONOTONICITY;
import static org.iltlib.choice.single.Axiom.PARETO;
import static org.iltlib.choice.single.Axiom.PARTICIPATION;
import static org.iltlib.choice.single.Axiom.POSITIVE_INVOLVEMENT;
import static org.iltlib.choice.single.Axiom.REVERSAL;
import static org.iltlib.choice.single.Axiom.UNANIMITY;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.iltlib.choice.Count;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Rational;

/** The rules by grades. */
enum StandardGradeRules implements GradeRule {
    APPROVAL(
            "approval",
            Set.of(MONOTONICITY, CLONES, POSITIVE_INVOLVEMENT, PARTICIPATION, CONSISTENCY),
            p -> Scores.count("approval", p.alternatives(), approvals(p), "Voters who approve")),
    SCORE(
            "score",
            Set.of(UNANIMITY, PARETO, MONOTONICITY, REVERSAL, CLONES, POSITIVE_INVOLVEMENT, PARTICIPATION, CONSISTENCY),
            p -> Scores.count("score", p.alternatives(), sums(p), "Sum of grades")),
    STAR("star", Set.of(UNANIMITY, PARETO, CONDORCET_LOSER), p -> new StarCount(p).count()),
    MAJORITY_JUDGMENT(
            "majority-judgment", Set.of(UNANIMITY, PARETO, MONOTONICITY, CLONES), MedianRules::majorityJudgment),
    MAJORITY_GAUGE(
            "majority-gauge",
            Set.of(UNANIMITY, PARETO, MONOTONICITY, CLONES),
            p -> MedianRules.count(
                    "majority-gauge", p, (above, below, at) -> Rational.of(above > below ? above : -below))),
    TYPICAL_JUDGMENT(
            "typical-judgment",
            Set.of(UNANIMITY, PARETO, MONOTONICITY, CLONES),
            p -> MedianRules.count("typical-judgment", p, (above, below, at) -> Rational.of(above - below))),
    CENTRAL_JUDGMENT(
            "central-judgment",
            Set.of(UNANIMITY, PARETO, MONOTONICITY, CLONES),
            p -> MedianRules.count("central-judgment", p, MedianRules::central)),
    USUAL_JUDGMENT(
            "usual-judgment",
            Set.of(UNANIMITY, PARETO, MONOTONICITY, CLONES),
            p -> MedianRules.count("usual-judgment", p, MedianRules::usual));

    private final String rule;
    private final Set<Axiom> axioms;
    private final Function<GradeProfile, Count> method;

    StandardGradeRules(String rule, Set<Axiom> axioms, Function<GradeProfile, Count> method) {
        this.rule = rule;
        this.axioms = axioms;
        this.method = method;
    }

    @Override
    public String ruleName() {
        return rule;
    }

    @Override
    public Set<Axiom> axioms() {
        return axioms;
    }

    @Override
    public Count count(GradeProfile profile) {
        return method.apply(profile);
    }

    static List<Rational> sums(GradeProfile profile) {
        return each(
                profile,
                counts -> IntStream.range(0, counts.length)
                        .mapToLong(grade -> grade * counts[grade])
                        .sum());
    }

    private static List<Rational> approvals(GradeProfile profile) {
        return each(profile, counts -> Arrays.stream(counts).skip(1).sum());
    }

    static List<Rational> highest(GradeProfile profile) {
        return each(profile, counts -> counts[counts.length - 1]);
    }

    private static List<Rational> each(GradeProfile profile, Function<long[], Long> score) {
        return IntStream.range(0, profile.size())
                .mapToObj(x -> Rational.of(score.apply(profile.histogram(x))))
                .toList();
    }
}
