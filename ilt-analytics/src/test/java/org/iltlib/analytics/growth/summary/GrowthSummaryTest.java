package org.iltlib.analytics.growth.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.Progression;
import org.iltlib.analytics.growth.percentile.GoldenGrowth;
import org.iltlib.analytics.growth.percentile.GrowthModel;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Subject;
import org.iltlib.base.SuppressionReason;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class GrowthSummaryTest {
    private static final int[] NONE = {};
    private static final GrowthSummary OPEN = GrowthSummary.withDefaults(SuppressionPolicy.PUBLIC_DATA);
    private static final GrowthSummary CLOSED = GrowthSummary.withDefaults(SuppressionPolicy.NCES_2011_603);

    /** Students in schools of those sizes, named a, b, c …, without scores: percentiles come from outside. */
    private static GrowthCohort schools(int... sizes) {
        int[] codes = IntStream.range(0, sizes.length)
                .flatMap(school -> IntStream.range(0, sizes[school]).map(i -> school))
                .toArray();
        List<String> names = IntStream.range(0, sizes.length)
                .mapToObj(i -> String.valueOf((char) ('a' + i)))
                .toList();
        return GrowthCohort.of(
                        Progression.yearly(Subject.MATHEMATICS, 2025, GradeLevel.of(5), 1),
                        new double[codes.length],
                        List.of(new double[codes.length]))
                .withSchools(codes, names);
    }

    private static GroupReading reading(List<GroupGrowth> groups, int at) {
        return groups.get(at).reading().value().orElseThrow();
    }

    @Test
    void meanMedianAndShareStandWithTheirIntervals() {
        int[] percentiles = {10, 20, 30, 40, 50, 60, 70, 80, 0, 35, 45, 55, 65, 75};
        List<GroupGrowth> groups = OPEN.of(schools(9, 5), percentiles, NONE, NONE);
        GroupReading a = reading(groups, 0);
        assertThat(a.n()).isEqualTo(8);
        // R: t.test(seq(10, 80, 10))
        Estimate mean = a.mean().value().orElseThrow();
        assertThat(mean.value()).isEqualTo(45);
        assertThat(mean.lower()).isCloseTo(24.521753, within(1e-6));
        assertThat(mean.upper()).isCloseTo(65.478247, within(1e-6));
        // R: qbinom-based, ranks 1 and 8 of 8: pbinom(0, 8, .5) = .0039, pbinom(1, 8, .5) = .035
        Estimate median = a.median().value().orElseThrow();
        assertThat(median.value()).isEqualTo(45);
        assertThat(median.lower()).isEqualTo(10);
        assertThat(median.upper()).isEqualTo(80);
        assertThat(a.atTarget().value().orElseThrow().value()).isEqualTo(0.5);
        assertThat(a.corrected()).isEmpty();
        GroupReading b = reading(groups, 1);
        assertThat(b.median()).isEqualTo(Measured.missing(MissingReason.TOO_FEW, "n = 5"));
        assertThat(b.rank()).isEqualTo(Measured.of(new RankBand(1, 2, 2)));
        assertThat(groups.get(1).toString()).startsWith("b: mean 55.00 [").endsWith("rank 1 to 2 of 2");
    }

    /** R: m = anova(lm(y ~ g)): MSB, MSW; n0 = (N - sum(n^2)/N)/(G - 1); tau2 = (MSB - MSW)/n0. */
    @Test
    void aMeanIsDrawnInByItsReliability() {
        int[] percentiles = {20, 30, 40, 50, 60, 70, 80, 90, 40, 50};
        List<GroupGrowth> groups = OPEN.of(schools(4, 4, 2), percentiles, NONE, NONE);
        // group means 35, 75, 45, all 53; SSW 500 + 500 + 50 = 1050 on 7 df: 150; SSB 1296 + 1936 + 128 = 3360 on 2:
        // 1680
        double size = (10 - 36 / 10.0) / 2; // 3.2
        double between = (1680 - 150) / size; // 478.125
        double share = between / (between + 150 / 4.0);
        assertThat(reading(groups, 0).reliability().value().orElseThrow()).isCloseTo(share, within(1e-12));
        Estimate shrunken = reading(groups, 0).shrunken().value().orElseThrow();
        assertThat(shrunken.value()).isCloseTo(53 + share * (35 - 53), within(1e-12));
        // The guess is a sum of the means 35, 75, 45 with these shares; its error against the truth of the first
        // school:
        double[] shares = {share + (1 - share) * 0.4, (1 - share) * 0.4, (1 - share) * 0.2};
        int[] sizes = {4, 4, 2};
        double square = 0;
        for (int j = 0; j < 3; j++) {
            double off = shares[j] - (j == 0 ? 1 : 0);
            square += between * off * off + 150.0 / sizes[j] * shares[j] * shares[j];
        }
        // Searle's variance of the estimate of 478.125: N = 10, the squares of the sizes add up to 36, the cubes to 136
        double rest = 100 - 36;
        double spread = 2 * 150.0 * 150 * 100 * 9 * 2 / (7 * rest * rest)
                + 4 * 10 * 150 * between / rest
                + 2 * between * between * (100 * 36 + 36 * 36 - 20 * 136) / (rest * rest);
        double own = 150 / 4.0;
        square += 2 * spread * own * own / Math.pow(between + own, 3);
        assertThat(shrunken.standardError().orElseThrow()).isCloseTo(Math.sqrt(square), within(1e-12));
        // R: qt(.975, 2)
        assertThat(shrunken.upper()).isCloseTo(shrunken.value() + 4.302652730 * Math.sqrt(square), within(1e-7));
        assertThat(reading(groups, 2).reliability().value().orElseThrow()).isLessThan(share);
    }

    @Test
    void whereSchoolsDoNotDifferAllMeansShrinkToOneAndOneSchoolTellsNothing() {
        int[] same = {20, 80, 20, 80, 20, 80};
        GroupReading reading = reading(OPEN.of(schools(2, 2, 2), same, NONE, NONE), 0);
        assertThat(reading.reliability()).isEqualTo(Measured.of(0.0));
        assertThat(reading.shrunken().value().orElseThrow().value()).isEqualTo(50);
        Estimate guess = reading.shrunken().value().orElseThrow();
        assertThat(guess.upper() - guess.lower())
                .as("nobody knows that they are alike")
                .isGreaterThan(10);
        GroupReading alone = reading(OPEN.of(schools(6), same, NONE, NONE), 0);
        assertThat(alone.shrunken())
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "1 groups tell nothing of groups"));
        int[] alike = {50, 50, 50, 50};
        assertThat(reading(OPEN.of(schools(2, 2), alike, NONE, NONE), 0).reliability())
                .isEqualTo(Measured.missing(MissingReason.UNDEFINED, "all percentiles are alike"));
    }

    @Test
    void onlySchoolsWhoseIntervalsLieApartAreRanked() {
        int[] percentiles = new int[60];
        for (int i = 0; i < 60; i++) {
            percentiles[i] = (i < 20 ? 15 : i < 40 ? 70 : 75) + i % 10;
        }
        List<GroupGrowth> groups = OPEN.of(schools(20, 20, 20), percentiles, NONE, NONE);
        assertThat(reading(groups, 0).rank().toString()).isEqualTo("rank 3 of 3");
        Arrays.setAll(percentiles, i -> i < 20 ? 15 + i % 10 : 60 + i % 7 * 5);
        groups = OPEN.of(schools(20, 20, 20), percentiles, NONE, NONE);
        assertThat(reading(groups, 1).rank()).isEqualTo(Measured.of(new RankBand(1, 2, 3)));
        assertThat(reading(groups, 2).rank()).isEqualTo(Measured.of(new RankBand(1, 2, 3)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RankBand(2, 1, 3));
    }

    @Test
    void aSmallSchoolIsWithheldAndWithItTheSmallestOther() {
        int[] percentiles = IntStream.range(0, 60).map(i -> 1 + i).toArray();
        List<GroupGrowth> groups = CLOSED.of(schools(5, 25, 20, 10), percentiles, NONE, NONE);
        assertThat(groups.get(0).reading())
                .isEqualTo(Measured.suppressed(
                        SuppressionReason.SMALL_GROUP, CLOSED.policy().name()));
        assertThat(groups.get(3).reading())
                .isEqualTo(Measured.suppressed(
                        SuppressionReason.PROTECTS_ANOTHER, CLOSED.policy().name()));
        assertThat(reading(groups, 1).rank().value().orElseThrow().of()).isEqualTo(2);
        List<GroupGrowth> two = CLOSED.of(schools(5, 5, 25, 25), percentiles, NONE, NONE);
        assertThat(two.get(2).reading().isReported()).isTrue();
        assertThat(two.get(1).reading().isReported()).isFalse();
    }

    /** Two students are no group either: they would follow from the mean of all, or from how much schools differ. */
    @Test
    void nothingThatIsShownDependsOnASchoolThatIsNot() {
        int[] percentiles = IntStream.range(0, 62).map(i -> 1 + 37 * i % 99).toArray();
        List<GroupGrowth> groups = CLOSED.of(schools(1, 1, 25, 20, 15), percentiles, NONE, NONE);
        assertThat(groups.stream().map(group -> group.reading().isReported()))
                .containsExactly(false, false, true, true, false);
        percentiles[0] = 99;
        percentiles[1] = 1;
        percentiles[60] = 99;
        assertThat(CLOSED.of(schools(1, 1, 25, 20, 15), percentiles, NONE, NONE))
                .isEqualTo(groups);
        int[] corrected = new int[62];
        corrected[3] = 7; // one student of the school of 25
        assertThat(reading(CLOSED.of(schools(1, 1, 25, 20, 15), percentiles, corrected, NONE), 2)
                        .corrected()
                        .orElseThrow()
                        .isReported())
                .isFalse();
    }

    /** Of 400 draws with 5 schools of 20 each: a binomial count of 2,000 at .95 lies above 1,863 with a chance of .9999. */
    @Test
    void theIntervalOfAMeanDrawnInHoldsTheTruthWhereSchoolsAreFew() {
        Random random = new Random(11);
        int held = 0;
        for (int draw = 0; draw < 400; draw++) {
            double[] truth = new double[5];
            int[] percentiles = new int[100];
            for (int i = 0; i < 100; i++) {
                truth[i / 20] = i % 20 == 0 ? 50 + 5 * random.nextGaussian() : truth[i / 20];
                percentiles[i] =
                        (int) Math.round(Math.max(1, Math.min(99, truth[i / 20] + 15 * random.nextGaussian())));
            }
            List<GroupGrowth> groups = OPEN.of(schools(20, 20, 20, 20, 20), percentiles, NONE, NONE);
            for (int school = 0; school < 5; school++) {
                Estimate guess = reading(groups, school).shrunken().value().orElseThrow();
                held += guess.lower() <= truth[school] && truth[school] <= guess.upper() ? 1 : 0;
            }
        }
        assertThat(held).isGreaterThan(1863);
    }

    @Test
    void targetsMayBeOnesOwnAndCorrectedMeansStandBeside() {
        int[] percentiles = {40, 60, 40, 60};
        int[] targets = {40, 61, 30, 20};
        int[] corrected = {45, 65, 0, 70};
        List<GroupGrowth> groups = OPEN.of(schools(2, 2), percentiles, corrected, targets);
        assertThat(reading(groups, 0).atTarget().value().orElseThrow().value()).isEqualTo(0.5);
        assertThat(reading(groups, 1).atTarget().value().orElseThrow().value()).isEqualTo(1);
        assertThat(reading(groups, 0)
                        .corrected()
                        .orElseThrow()
                        .value()
                        .orElseThrow()
                        .value())
                .isEqualTo(55);
        assertThat(reading(groups, 1).corrected().orElseThrow().isReported()).isFalse();
        assertThat(OPEN.withTarget(61).withLevel(0.9).of(schools(2, 2), percentiles, NONE, NONE))
                .allSatisfy(group -> assertThat(group.reading()
                                .value()
                                .orElseThrow()
                                .atTarget()
                                .value()
                                .orElseThrow()
                                .value())
                        .isZero());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.of(schools(2, 2), new int[] {1}, NONE, NONE))
                .withMessage("There are 1 numbers of 4 students.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.of(schools(1), new int[] {100}, NONE, NONE))
                .withMessageContaining("Expected 0 to 99");
        assertThatIllegalArgumentException().isThrownBy(() -> OPEN.withTarget(0));
    }

    @Test
    void meansOfSchoolsComeFromTheCohortItself() {
        GrowthCohort cohort = GoldenGrowth.cohort("decimal", 1);
        int[] codes = IntStream.range(0, 600).map(i -> i % 3).toArray();
        GrowthPercentiles growth = GrowthModel.withDefaults()
                .score(cohort.withSchools(codes, List.of("x", "y", "z")), GoldenGrowth.matrices("decimal"));
        List<GroupGrowth> groups = CLOSED.of(growth);
        double[] golden = GoldenGrowth.column("sgp_decimal_order1.csv", "SGP");
        double mean = IntStream.range(0, 200)
                .mapToDouble(i -> golden[3 * i + 1])
                .average()
                .orElseThrow();
        assertThat(reading(groups, 1).mean().value().orElseThrow().value()).isCloseTo(mean, within(1e-10));
        assertThat(CLOSED.of(growth, growth.percentiles())
                        .get(1)
                        .reading()
                        .value()
                        .orElseThrow()
                        .corrected())
                .contains(reading(groups, 1).mean());
    }

    @Test
    void aModelThatFitsSpreadsPercentilesEvenlyAtAllLevels() {
        GrowthPercentiles growth =
                GrowthModel.withDefaults().score(GoldenGrowth.cohort("decimal", 1), GoldenGrowth.matrices("decimal"));
        GrowthCheck check = GrowthCheck.of(growth).value().orElseThrow();
        long all = 0;
        for (int tenth = 1; tenth <= 10; tenth++) {
            for (int band = 1; band <= 10; band++) {
                all += check.count(tenth, band);
            }
        }
        assertThat(all).isEqualTo(600);
        assertThat(check.largestDeviation()).isLessThan(0.1);
        assertThat(IntStream.rangeClosed(1, 10)
                        .mapToDouble(GrowthCheck::expected)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(check.toString()).startsWith("largest deviation 0.0");
        assertThat(check.share(1, 1).value().orElseThrow()).isBetween(0.0, 0.25);
        assertThatIllegalArgumentException().isThrownBy(() -> check.count(11, 1));
    }
}
