package org.iltlib.analytics.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.iltlib.analytics.participation.FirstSpeaker.Point;
import org.iltlib.analytics.participation.ProposalOrigin.Put;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final double EXACT = 1e-12;

    /** R: qbinom(c(.05, .95), 90, .2) is 12 24; pbinom(33, 90, .2, lower = FALSE) is 7.44924573183e-05. */
    @Test
    void administratorsWithTwoOfTenSeatsSpeakFarAboveChance() {
        ChanceShare share = ChanceShare.binomial(34, 90, 2, 10);
        assertThat(share.low()).isEqualTo(12);
        assertThat(share.high()).isEqualTo(24);
        assertThat(share.atLeast()).isCloseTo(7.44924573183e-05, within(1e-15));
        assertThat(share.share()).isCloseTo(0.3778, within(5e-5));
        assertThat(share.ratio().orElse(0.0)).isCloseTo(17.0 / 9, within(EXACT));
        assertThat(share.place()).isEqualTo(ChanceShare.Place.ABOVE);
        assertThat(ChanceShare.binomial(24, 90, 2, 10).place()).isEqualTo(ChanceShare.Place.WITHIN);
        assertThat(ChanceShare.binomial(12, 90, 2, 10).place()).isEqualTo(ChanceShare.Place.WITHIN);
        assertThat(ChanceShare.binomial(11, 90, 2, 10).place()).isEqualTo(ChanceShare.Place.BELOW);
    }

    /** R: qbinom(c(.05, .95), 90, .7) is 56 70; pbinom(42, 90, .7) is 3.30642009678e-06. */
    @Test
    void teachersWithSevenOfTenSeatsSpeakFarBelowChance() {
        ChanceShare share = ChanceShare.binomial(42, 90, 7, 10);
        assertThat(List.of(share.low(), share.high())).containsExactly(56L, 70L);
        assertThat(share.atMost()).isCloseTo(3.30642009678e-06, within(1e-15));
        assertThat(share.ratio().orElse(0.0)).isCloseTo(2.0 / 3, within(EXACT));
        assertThat(share.place()).isEqualTo(ChanceShare.Place.BELOW);
    }

    @Test
    void whoHoldsAllSeatsOrNoneHasOneOutcome() {
        ChanceShare all = ChanceShare.binomial(5, 5, 3, 3);
        assertThat(List.of(all.low(), all.high())).containsExactly(5L, 5L);
        assertThat(all.atLeast()).isEqualTo(1);
        ChanceShare none = ChanceShare.binomial(0, 5, 0, 3);
        assertThat(List.of(none.low(), none.high())).containsExactly(0L, 0L);
        assertThat(none.ratio()).isInstanceOf(Measured.Missing.class);
        assertThatThrownBy(() -> ChanceShare.binomial(6, 5, 1, 3)).hasMessage("count is 6. Expected 0 to 5.");
        assertThatThrownBy(() -> ChanceShare.binomial(1, 5, 4, 3)).hasMessageContaining("seats is 4 of 3");
        assertThatThrownBy(() -> ChanceShare.hypergeometric(1, 11, 6, 10)).hasMessageContaining("sample is 11");
        assertThatThrownBy(() -> ChanceShare.hypergeometric(1, 5, 11, 10)).hasMessageContaining("marked is 11");
    }

    /** R: phyper(3, 6, 4, 5) is 0.738095238095238, 1 - phyper(4, 6, 4, 5) is 1/42; qhyper(c(.05, .95), 6, 4, 5) is 2 4. */
    @Test
    void aSampleWithoutPuttingBackIsHypergeometric() {
        ChanceShare three = ChanceShare.hypergeometric(3, 5, 6, 10);
        assertThat(three.atMost()).isCloseTo(0.738095238095238, within(EXACT));
        assertThat(List.of(three.low(), three.high())).containsExactly(2L, 4L);
        assertThat(ChanceShare.hypergeometric(5, 5, 6, 10).atLeast()).isCloseTo(1.0 / 42, within(EXACT));
    }

    /** By hand, two members and three turns: 3:0 in 2 of 8 ways with 1/2, 2:1 in 6 of 8 with 1/6; the mean is 1/4. */
    @Test
    void theExactBandOfAVerySmallMeetingIsThatOfTheWaysByHand() {
        ChanceBand band = ChanceBand.exact(Turns::gini, 2, 3);
        assertThat(band.expected()).isCloseTo(0.25, within(EXACT));
        assertThat(band.low()).isCloseTo(1.0 / 6, within(EXACT));
        assertThat(band.high()).isCloseTo(0.5, within(EXACT));
        assertThat(ChanceBand.exact(Turns::silent, 2, 3).expected()).isCloseTo(0.25, within(EXACT));
    }

    /** The expected sum of squared shares is 1/n + (1 − 1/n)/T, the expected number of silent members n (1 − 1/n)^T. */
    @Test
    void theExactMeansAreThoseOfTheClosedForms() {
        for (int members : new int[] {2, 3, 6, 9}) {
            for (int turns : new int[] {1, 2, 7, 30}) {
                double share = 1.0 / members;
                assertThat(ChanceBand.exact(Turns::concentration, members, turns)
                                .expected())
                        .isCloseTo(share + (1 - share) / turns, within(1e-11));
                assertThat(ChanceBand.exact(Turns::silent, members, turns).expected())
                        .isCloseTo(members * Math.pow(1 - share, turns), within(1e-10));
            }
        }
    }

    /** Published bands from 20 000 draws: expected Gini, its 95th, expected evenness, its 5th percentile. */
    @Test
    void theExactBandsAgreeWithTheTableOfSimulatedOnes() {
        double[][] table = {
            {6, 40, 0.18, 0.28, 0.964, 0.920}, {8, 60, 0.18, 0.26, 0.971, 0.942}, {10, 30, 0.29, 0.40, 0.928, 0.865}
        };
        for (double[] row : table) {
            ChanceBand gini = ChanceBand.exact(Turns::gini, (int) row[0], (int) row[1]);
            ChanceBand evenness = ChanceBand.exact(Turns::evenness, (int) row[0], (int) row[1]);
            assertThat(gini.expected()).isCloseTo(row[2], within(0.0051));
            assertThat(gini.high()).isCloseTo(row[3], within(0.0081));
            assertThat(evenness.expected()).isCloseTo(row[4], within(0.0011));
            assertThat(evenness.low()).isCloseTo(row[5], within(0.0031));
        }
    }

    @Test
    void aSimulatedBandOfAnyMeasureComesNearTheExactOne() {
        ChanceBand exact = ChanceBand.exact(Turns::concentration, 6, 40);
        ChanceBand simulated = ChanceBand.simulate(Turns::concentration, 6, 40, 20_000, 3);
        assertThat(simulated.expected()).isCloseTo(exact.expected(), within(0.001));
        assertThat(simulated.high()).isCloseTo(exact.high(), within(0.005));
        assertThatThrownBy(() -> ChanceBand.exact(Turns::gini, 12, 150)).hasMessageContaining("Maybe simulate");
        assertThatThrownBy(() -> ChanceBand.exact(Turns::gini, 1, 5)).hasMessageContaining("members is 1");
    }

    /** R: cor.test(years, turns, method = "kendall", exact = TRUE): tau 0.86666666666666670, p 0.000115189594356301936. */
    @Test
    void tauWithoutTiesIsThatOfR() {
        double[] years = {20, 15, 12, 3, 8, 9, 11, 2, 1, 6};
        double[] turns = {22, 12, 14, 6, 8, 7, 9, 4, 3, 5};
        RankCorrelation found = RankCorrelation.of(years, turns, 20_000, 5).orElse(new RankCorrelation(0, 1, true));
        assertThat(found.tau()).isCloseTo(0.8666666666666667, within(EXACT));
        assertThat(found.exact()).isFalse();
        assertThat(found.probability()).isLessThan(0.0006).isGreaterThan(0);
    }

    /** R: cor(a, b, method = "kendall") is 0.75; over all 5040 orders of b, 126 are as far from zero. */
    @Test
    void tauWithTiesIsThatOfRAndItsProbabilityThatOfAllOrders() {
        RankCorrelation found = RankCorrelation.of(
                        new double[] {1, 2, 2, 3, 5, 6, 7}, new double[] {2, 1, 4, 4, 6, 5, 7}, 100, 1)
                .orElse(new RankCorrelation(0, 1, false));
        assertThat(found.tau()).isCloseTo(0.75, within(EXACT));
        assertThat(found.probability()).isCloseTo(126.0 / 5040, within(EXACT));
        assertThat(found.exact()).isTrue();
        assertThat(RankCorrelation.of(new double[] {1, 1}, new double[] {1, 2}, 100, 1))
                .isInstanceOf(Measured.Missing.class);
        assertThat(RankCorrelation.of(new double[0], new double[0], 100, 1)).isInstanceOf(Measured.Missing.class);
        assertThatThrownBy(() -> RankCorrelation.of(new double[1], new double[2], 100, 1))
                .hasMessageContaining("1 and 2 numbers");
    }

    @Test
    void aDistributionOfSubsetSumsIsThatOfAllSubsets() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 50; round++) {
            int n = 2 + random.nextInt(9);
            long[] scores = random.longs(n, 0, 6).toArray();
            boolean[] chosen = new boolean[n];
            int mask = 1 + random.nextInt((1 << n) - 1);
            for (int i = 0; i < n; i++) {
                chosen[i] = (mask >> i & 1) == 1;
            }
            long all = 0;
            for (long score : scores) {
                all += score;
            }
            long hits = 0;
            long ways = 0;
            int k = Integer.bitCount(mask);
            long reach = Math.abs(n * sum(scores, mask) - k * all);
            for (int other = 0; other < 1 << n; other++) {
                if (Integer.bitCount(other) == k) {
                    ways++;
                    hits += Math.abs(n * sum(scores, other) - k * all) >= reach ? 1 : 0;
                }
            }
            assertThat(SubsetSums.twoSided(scores, chosen)).isCloseTo((double) hits / ways, within(EXACT));
        }
    }

    private static long sum(long[] scores, int mask) {
        long sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += (mask >> i & 1) == 1 ? scores[i] : 0;
        }
        return sum;
    }

    /** By hand: heard 2 3 2 when the administrator opens, 6 5 7 when not; the only split as far apart is its mirror. */
    @Test
    void anAdministratorWhoSpeaksFirstIsComparedWithChance() {
        List<Point> points = List.of(
                new Point(true, 2),
                new Point(true, 3),
                new Point(true, 2),
                new Point(false, 6),
                new Point(false, 5),
                new Point(false, 7));
        FirstSpeaker found = FirstSpeaker.of(points, 2, 10);
        assertThat(found.effect().orElse(0.0)).isCloseTo(7.0 / 3 - 6, within(EXACT));
        assertThat(found.probability().orElse(0.0)).isCloseTo(2.0 / 20, within(EXACT));
        assertThat(found.first().count()).isEqualTo(3);
        assertThat(found.first().place()).isEqualTo(ChanceShare.Place.WITHIN);
        assertThat(FirstSpeaker.of(points.subList(0, 3), 2, 10).effect()).isInstanceOf(Measured.Missing.class);
        assertThat(FirstSpeaker.of(points.subList(3, 6), 2, 10).probability()).isInstanceOf(Measured.Missing.class);
    }

    private static PersonId person(int number) {
        return PersonId.of("p-" + number);
    }

    /** By hand: 3 of 4, 1 of 2, none committed; the mean is 5/8. */
    @Test
    void leadingIsSharedAsFarAsOthersThanAdministratorsLead() {
        Set<PersonId> members = Set.of(person(1), person(2), person(3), person(4));
        LeadershipDistribution found = LeadershipDistribution.of(
                members,
                Set.of(person(1)),
                List.of(person(1), person(2), person(3), person(2)),
                List.of(person(1), person(4)),
                List.of());
        assertThat(found.index().orElse(0.0)).isEqualTo(0.625);
        assertThat(found.shares().keySet()).containsExactly("facilitation", "proposals", "commitments");
        assertThat(found.shares().get("facilitation").map(ChanceShare::expected))
                .isEqualTo(Measured.of(0.75));
        assertThat(found.shares().get("commitments")).isInstanceOf(Measured.Missing.class);
        assertThat(LeadershipDistribution.of(members, Set.of(), List.of(), List.of(), List.of())
                        .index())
                .isInstanceOf(Measured.Missing.class);
        assertThatThrownBy(() -> LeadershipDistribution.of(members, Set.of(person(9)), List.of(), List.of(), List.of()))
                .hasMessage("p-9 is not among the members.");
    }

    /** By hand: teachers put 5 of 10 and hold 7 of 10 seats; 5 of the 6 adopted are theirs, which chance does in 1 of 42. */
    @Test
    void proposalsAreFollowedFromOriginToAdoption() {
        List<Put> puts = List.of(
                new Put("teacher", true),
                new Put("teacher", true),
                new Put("teacher", true),
                new Put("teacher", true),
                new Put("teacher", true),
                new Put("administrator", true),
                new Put("administrator", false),
                new Put("administrator", false),
                new Put("administrator", false),
                new Put("administrator", false));
        ProposalOrigin origin = new ProposalOrigin(puts, Map.of("teacher", 7, "administrator", 2, "coach", 1));
        assertThat(origin.origin("teacher").map(ChanceShare::count)).isEqualTo(Measured.of(5L));
        assertThat(origin.origin("teacher").map(ChanceShare::expected)).isEqualTo(Measured.of(0.7));
        assertThat(origin.adoption("teacher").map(ChanceShare::atLeast).orElse(0.0))
                .isCloseTo(1.0 / 42, within(EXACT));
        assertThat(origin.adoptionRate("administrator").map(Estimate::value).orElse(0.0))
                .isEqualTo(0.2);
        assertThat(origin.adoption("coach")).isInstanceOf(Measured.Missing.class);
        assertThat(origin.adoptionRate("coach")).isInstanceOf(Measured.Missing.class);
        assertThat(origin.origin("coach").map(ChanceShare::place)).isEqualTo(Measured.of(ChanceShare.Place.WITHIN));
        assertThat(origin.origin("parent")).isInstanceOf(Measured.Missing.class);
        assertThatThrownBy(() -> new ProposalOrigin(puts, Map.of("teacher", 7)))
                .hasMessage("A proposal comes from \"administrator\". Expected one of [teacher].");
    }

    /** The shares 3, 2, 2, 2 of nine are as even as nine turns of four can be: the 95th percentile itself. */
    @Test
    void whereAValueLiesDoesNotHangOnTheOrderOfTheCounts() {
        ChanceBand band = ChanceBand.exact(Turns::evenness, 4, 9);
        for (int three = 0; three < 4; three++) {
            int[] counts = {2, 2, 2, 2};
            counts[three] = 3;
            AgainstChance evenness = new AgainstChance(Turns.of(counts).evenness(), band);
            assertThat(evenness.place()).as(evenness.toString()).isEqualTo(ChanceShare.Place.WITHIN);
        }
        assertThat(new AgainstChance(band.high() + 1e-6, band).place()).isEqualTo(ChanceShare.Place.ABOVE);
        assertThat(new AgainstChance(band.low() - 1e-6, band).place()).isEqualTo(ChanceShare.Place.BELOW);
        assertThat(new AgainstChance(Math.nextDown(band.low()), band).place()).isEqualTo(ChanceShare.Place.WITHIN);
    }
}
