package org.iltlib.analytics.matching;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.OrgUnitId;
import org.iltlib.learning.MenteeProfile;

/**
 * Whether new teachers of some schools get good mentors as often as those of the others: schools with low incomes often
 * do not (Kardos and Johnson 2010, doi:10.1007/s10833-008-9083-8). A match is good from so many points on; a new teacher
 * without a mentor has none.
 *
 * <p>The difference is judged by Fisher's exact test, two-sided: the chance, if good matches fell on teachers at random,
 * of a division no more likely than the one seen. It is counted with whole numbers of any size and divided once at the
 * end. O(new teachers) numbers.
 *
 * @param goodPoints from how many points on a match is good, above zero
 */
public record MatchEquity(double goodPoints) {
    /** Checks the points. */
    public MatchEquity {
        Checks.require(
                Checks.finite(goodPoints, "goodPoints") > 0, "goodPoints is %s. Expected above zero.", goodPoints);
    }

    /** Sixty points: by the default points, the subject and one more of grade and school. */
    public static MatchEquity withDefaults() {
        return new MatchEquity(60);
    }

    /**
     * The comparison; missing if there is no new teacher on one of the two sides. New teachers without a school are
     * left out.
     *
     * @param matches who mentors whom
     * @param mentees the new teachers, each once
     * @param focus the schools to hold against all others
     */
    public Measured<MatchEquityResult> of(
            MentorMatches matches, Collection<MenteeProfile> mentees, Set<OrgUnitId> focus) {
        Checks.distinct(mentees.stream().map(MenteeProfile::person).toList(), "mentees");
        List<MenteeProfile> placed =
                mentees.stream().filter(mentee -> mentee.site().isPresent()).toList();
        List<MenteeProfile> inside = placed.stream()
                .filter(mentee -> mentee.site().stream().anyMatch(focus::contains))
                .toList();
        int outside = placed.size() - inside.size();
        if (inside.isEmpty() || outside == 0) {
            return Measured.missing(MissingReason.TOO_FEW, "one side has no new teachers");
        }
        int good = count(matches, placed);
        int goodInside = count(matches, inside);
        WilsonInterval interval = WilsonInterval.withDefaults();
        return Measured.of(new MatchEquityResult(
                interval.of(goodInside, inside.size()).value().orElseThrow(),
                interval.of(good - goodInside, outside).value().orElseThrow(),
                fisher(goodInside, inside.size(), good, placed.size())));
    }

    private int count(MentorMatches matches, List<MenteeProfile> mentees) {
        return (int) mentees.stream()
                .filter(mentee -> matches.findPairOf(mentee.person())
                        .filter(pair -> pair.points() >= goodPoints)
                        .isPresent())
                .count();
    }

    /** The two-sided p value of {@code seen} good ones among {@code inside}, of {@code good} among {@code all}. */
    static double fisher(int seen, int inside, int good, int all) {
        BigInteger limit = ways(seen, inside, good, all);
        BigInteger likely = BigInteger.ZERO;
        BigInteger whole = BigInteger.ZERO;
        for (int k = Math.max(0, inside + good - all); k <= Math.min(inside, good); k++) {
            BigInteger ways = ways(k, inside, good, all);
            whole = whole.add(ways);
            likely = ways.compareTo(limit) <= 0 ? likely.add(ways) : likely;
        }
        return new BigDecimal(likely)
                .divide(new BigDecimal(whole), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigInteger ways(int seen, int inside, int good, int all) {
        return choose(good, seen).multiply(choose(all - good, inside - seen));
    }

    private static BigInteger choose(int n, int k) {
        BigInteger result = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return result;
    }
}
