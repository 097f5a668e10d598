package org.iltlib.choice.single;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rules for one winner from graded ballots. A missing grade counts as 0 in each. */
public final class GradeRules {
    /** Most voters with a grade above 0. S. J. Brams and P. C. Fishburn (1978), doi 10.2307/1955105. */
    public static final GradeRule APPROVAL = StandardGradeRules.APPROVAL;

    /** The highest sum of grades. */
    public static final GradeRule SCORE = StandardGradeRules.SCORE;

    /**
     * STAR: of the two highest sums, the one that more voters grade higher. Equal sums: more wins in pairs among the
     * equal, then more highest grades; pairs of finalists that this leaves open are all tried. Equal second round: the
     * higher sum, then more highest grades, else both win. Source: the protocol of the Equal Vote Coalition.
     */
    public static final GradeRule STAR = StandardGradeRules.STAR;

    /**
     * Majority judgment: the highest median grade, the lower one for an even number of voters; of equal ones a voter
     * with the median grade is taken away from each until they differ. Time: alternatives × voters at most. M. Balinski
     * and R. Laraki (2007), doi 10.1073/pnas.0702634104.
     */
    public static final GradeRule MAJORITY_JUDGMENT = StandardGradeRules.MAJORITY_JUDGMENT;

    private GradeRules() {}

    /** All of them. */
    public static List<GradeRule> all() {
        return Arrays.asList(StandardGradeRules.values());
    }

    /** The rule of that {@linkplain GradeRule#ruleName() name}. */
    public static Optional<GradeRule> findByName(String name) {
        return all().stream().filter(rule -> rule.ruleName().equals(name)).findFirst();
    }
}
