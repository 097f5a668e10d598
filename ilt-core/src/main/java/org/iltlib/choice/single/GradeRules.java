package org.iltlib.choice.single;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules for one winner from graded ballots. A missing grade counts as 0, except where the rule says otherwise. */
public final class GradeRules {
    /** Most voters with a grade above 0. S. J. Brams and P. C. Fishburn (1978), doi 10.2307/1955105. */
    public static final GradeRule APPROVAL = StandardGradeRules.APPROVAL;

    /** The highest sum of grades. */
    public static final GradeRule SCORE = StandardGradeRules.SCORE;

    /** {@link MeanScore} without a quorum: a missing grade is no opinion. */
    public static final GradeRule MEAN_SCORE = MeanScore.withDefaults();

    /**
     * STAR: of the two highest sums, the one that more voters grade higher. More with equal sums than places: whoever lost
     * most pairs among them leaves, again and again while enough are left, then whoever has fewest highest grades; pairs
     * of finalists that this leaves open are all tried. Equal second round: the higher sum, then more highest grades,
     * else both win. Source: the official tie protocol of the Equal Vote Coalition.
     */
    public static final GradeRule STAR = StandardGradeRules.STAR;

    /**
     * Majority judgment: the highest median grade, the lower one for an even number of voters; of equal ones a voter
     * with the median grade is taken away from each until they differ. Time: alternatives × grades². M. Balinski and R.
     * Laraki (2007), doi 10.1073/pnas.0702634104.
     */
    public static final GradeRule MAJORITY_JUDGMENT = StandardGradeRules.MAJORITY_JUDGMENT;

    /**
     * The highest median; of equal ones the majority gauge: the share p that grades above the median if it exceeds the
     * share q that grades below it, else −q. With many voters nearly always as majority judgment, which separates more
     * ties. M. Balinski and R. Laraki (2007), as there.
     */
    public static final GradeRule MAJORITY_GAUGE = StandardGradeRules.MAJORITY_GAUGE;

    /** The highest median; of equal ones the greatest p − q. A. Fabre (2021), doi 10.1007/s00355-020-01269-9. */
    public static final GradeRule TYPICAL_JUDGMENT = StandardGradeRules.TYPICAL_JUDGMENT;

    /** The highest median; of equal ones the greatest (p − q) / (p + q), 0 if both are 0. A. Fabre (2021), as there. */
    public static final GradeRule CENTRAL_JUDGMENT = StandardGradeRules.CENTRAL_JUDGMENT;

    /** The highest median; of equal ones the greatest (p − q) / (1 − p − q). A. Fabre (2021), as there. */
    public static final GradeRule USUAL_JUDGMENT = StandardGradeRules.USUAL_JUDGMENT;

    private GradeRules() {}

    /** All of them. */
    public static List<GradeRule> all() {
        return Stream.concat(Arrays.<GradeRule>stream(StandardGradeRules.values()), Stream.of(MEAN_SCORE))
                .toList();
    }

    /** The rule of that {@linkplain GradeRule#ruleName() name}. */
    public static Optional<GradeRule> findByName(String name) {
        return all().stream().filter(rule -> rule.ruleName().equals(name)).findFirst();
    }
}
