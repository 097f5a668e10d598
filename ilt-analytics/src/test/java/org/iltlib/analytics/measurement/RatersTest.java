package org.iltlib.analytics.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class RatersTest {
    /** Cohen 1968 with 200 units. */
    private static final long[][] COHEN = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};

    private static final double[][] WORSE = {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}};

    /** Ten subjects, five categories, fourteen raters; the widely published example with kappa .210. */
    private static final int[][] FOURTEEN = {
        {0, 0, 0, 0, 14},
        {0, 2, 6, 4, 2},
        {0, 0, 3, 5, 6},
        {0, 3, 9, 2, 0},
        {2, 2, 8, 1, 1},
        {7, 7, 0, 0, 0},
        {3, 2, 6, 3, 0},
        {2, 5, 3, 2, 2},
        {6, 5, 2, 1, 0},
        {0, 2, 2, 3, 7}
    };

    /**
     * R: {@code psych::cohen.kappa(p, w, n.obs = 200)$var.kappa}. For the weighted form the formula of Fleiss, Cohen and
     * Everitt written out in R gives .0057008563196, and 4,000 multinomial draws .0057007890 (psych, given weights of
     * disagreement, prints another number).
     */
    @Test
    void kappaHasTheErrorOfFleissCohenAndEveritt() {
        Estimate plain = KappaInterval.withDefaults().cohen(COHEN).value().orElseThrow();
        assertThat(plain.value()).isCloseTo(0.49152542372881347, within(1e-14));
        assertThat(Math.pow(plain.standardError().orElseThrow(), 2)).isCloseTo(0.0026011851920562587, within(1e-14));
        assertThat(plain.lower()).isCloseTo(0.49152542372881347 - 1.959963984540054 * 0.0510018155760778, within(1e-9));
        Estimate weighted =
                KappaInterval.withDefaults().weighted(COHEN, WORSE).value().orElseThrow();
        assertThat(weighted.value()).isCloseTo(0.34782608695652173, within(1e-14));
        assertThat(Math.pow(weighted.standardError().orElseThrow(), 2)).isCloseTo(0.005700856319600534, within(1e-14));
        assertThat(weighted.n()).isEqualTo(200);
    }

    /** R: the same formula with weights 1 − |i − j|/2 and 1 − (i − j)²/4. */
    @Test
    void linearAndQuadraticWeightsAgreeWithR() {
        assertThat(KappaInterval.withDefaults()
                        .linear(COHEN)
                        .value()
                        .orElseThrow()
                        .value())
                .isCloseTo(0.4736842105263159, within(1e-13));
        assertThat(KappaInterval.withDefaults()
                        .quadratic(COHEN)
                        .value()
                        .orElseThrow()
                        .value())
                .isCloseTo(0.4545454545454543, within(1e-13));
        assertThat(KappaInterval.withDefaults()
                        .withLevel(0.9)
                        .linear(COHEN)
                        .value()
                        .orElseThrow()
                        .level())
                .isEqualTo(0.9);
        assertThat(KappaInterval.withDefaults()
                        .cohen(new long[][] {{5, 0}, {0, 0}})
                        .isReported())
                .isFalse();
    }

    @Test
    void exactAndAdjacentAgreementAreShares() {
        KappaInterval.Shares shares = KappaInterval.agreement(COHEN).value().orElseThrow();
        assertThat(shares.exact()).isEqualTo(0.7);
        assertThat(shares.adjacent()).isEqualTo(0.9);
        assertThat(KappaInterval.agreement(new long[2][2]).isReported()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KappaInterval.agreement(new long[][] {{1, 2}}))
                .withMessageContaining("square");
    }

    /** Published .210; R: the formula of Fleiss 1971. */
    @Test
    void fleissAgreesWithThePublishedExample() {
        assertThat(SeveralRaters.fleiss(FOURTEEN).orElse(9.0)).isCloseTo(0.20993070442195522, within(1e-14));
        assertThat(SeveralRaters.fleiss(new int[0][]).isReported()).isFalse();
        assertThat(SeveralRaters.fleiss(new int[][] {{3, 0}, {3, 0}}).isReported())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeveralRaters.fleiss(new int[][] {{2, 1}, {1, 1}}))
                .withMessageContaining("Maybe gwet");
        assertThatIllegalArgumentException().isThrownBy(() -> SeveralRaters.fleiss(new int[][] {{2, 1}, {3}}));
    }

    /** R: the formulas of Gwet 2014 on the same table, identity and quadratic weights. */
    @Test
    void gwetAgreesWithHisFormulaInR() {
        assertThat(SeveralRaters.gwetFirst(FOURTEEN).orElse(9.0)).isCloseTo(0.22561415081662817, within(1e-13));
        double[][] quadratic = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                quadratic[i][j] = 1 - (i - j) * (i - j) / 16.0;
            }
        }
        assertThat(SeveralRaters.gwet(FOURTEEN, quadratic).orElse(9.0)).isCloseTo(0.6006929163350345, within(1e-13));
        assertThat(SeveralRaters.gwet(new int[][] {{1, 0}}, new double[][] {{1, 0}, {0, 1}})
                        .isReported())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeveralRaters.gwet(FOURTEEN, new double[2][2]))
                .withMessageContaining("Expected 5");
    }

    /** 118 of 125 units agree, 117 of them in one category: kappa falls to .19, the first coefficient stays near .94. */
    @Test
    void gwetStaysHighWhereNearlyEverybodyIsInOneCategory() {
        int[][] counts = new int[125][];
        for (int i = 0; i < 125; i++) {
            counts[i] = i < 117 ? new int[] {2, 0} : i < 118 ? new int[] {0, 2} : new int[] {1, 1};
        }
        assertThat(SeveralRaters.fleiss(counts).orElse(9.0)).isLessThan(0.25);
        assertThat(SeveralRaters.gwetFirst(counts).orElse(9.0)).isGreaterThan(0.93);
    }

    @Test
    void lightIsTheMeanOfAllPairs() {
        int[][] ratings = {{0, 1, 2, 1, 0, 2}, {0, 1, 2, 2, 0, 2}, {0, 1, 1, 1, 0, 0}};
        double mean = 0;
        for (int[] pair : new int[][] {{0, 1}, {0, 2}, {1, 2}}) {
            double[][] table = new double[3][3];
            for (int unit = 0; unit < 6; unit++) {
                table[ratings[pair[0]][unit]][ratings[pair[1]][unit]]++;
            }
            mean += Kappa.cohen(table).orElse(9.0) / 3;
        }
        assertThat(SeveralRaters.light(ratings, 3).orElse(9.0)).isCloseTo(mean, within(1e-14));
        assertThat(SeveralRaters.light(new int[][] {{0}}, 3).isReported()).isFalse();
        assertThat(SeveralRaters.light(new int[][] {{0}, {0}}, 3).isReported()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeveralRaters.light(new int[][] {{0}, {3}}, 3))
                .withMessageContaining("0 to 2");
        assertThatIllegalArgumentException().isThrownBy(() -> SeveralRaters.light(new int[][] {{0}, {0, 1}}, 3));
    }

    @Test
    void krippendorffsIntervalIsTheSameForTheSameSeed() {
        List<List<Double>> units = Stream.of(
                        "111", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "555")
                .map(unit -> unit.chars().mapToObj(c -> (double) (c - '0')).toList())
                .toList();
        KrippendorffAlpha.Scale scale = KrippendorffAlpha.Scale.ORDINAL;
        Estimate found =
                KrippendorffAlpha.interval(units, scale, 0.95, 500, 11).value().orElseThrow();
        assertThat(found.value()).isEqualTo(KrippendorffAlpha.of(units, scale).orElse(9.0));
        assertThat(found.lower()).isBetween(0.3, found.value() - 0.01);
        assertThat(found.upper()).isBetween(found.value() + 0.01, 1.0);
        assertThat(KrippendorffAlpha.interval(units, scale, 0.95, 500, 11).value())
                .contains(found);
        assertThat(KrippendorffAlpha.interval(units, scale, 0.95, 500, 12)
                        .value()
                        .orElseThrow())
                .isNotEqualTo(found);
        assertThat(KrippendorffAlpha.interval(List.of(List.of(1.0)), scale, 0.95, 100, 1)
                        .isReported())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KrippendorffAlpha.interval(units, scale, 0.95, 9, 1))
                .withMessageContaining("at least 100");
    }
}
