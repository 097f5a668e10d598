package org.iltlib.analytics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The interrupted series of 24 times (effects.json, its), against sandwich 3.0-2 and nlme 3.1-162. */
class SerialErrorsTest {
    private static final double[] Y = {
        70.616, 70.311, 70.734, 71.126, 71.294, 72.366, 70.482, 71.101, 74.841, 73.404, 71.956, 72.851, 73.194, 77.685,
        79.784, 78.548, 77.971, 79.005, 78.615, 80.635, 77.683, 81.244, 80.146, 81.831
    };
    private static final int[] TIME = new int[24];
    private static final double[] T = new double[24];
    private static final double[] POST = new double[24];
    private static final double[] SINCE = new double[24];

    static {
        for (int i = 0; i < 24; i++) {
            TIME[i] = i + 1;
            T[i] = i + 1;
            POST[i] = i < 14 ? 0 : 1;
            SINCE[i] = i < 14 ? 0 : i - 13;
        }
    }

    private static final Design DESIGN =
            Design.of("score", Y).with("t", T).with("post", POST).with("since", SINCE);

    private static void errors(RegressionFit fit, double... expected) {
        for (int j = 0; j < 4; j++) {
            assertThat(fit.coefficients().get(j).standardError())
                    .isCloseTo(expected[j], within(1e-12 * expected[j] * 10));
        }
    }

    // m <- lm(y ~ t + post + post * (t - 14)); NeweyWest(m, lag = 2, prewhite = FALSE, adjust = FALSE), TRUE
    @Test
    void neweyWestEqualsSandwich() {
        SerialFit found = NeweyWest.withLag(2).of(DESIGN, TIME).value().orElseThrow();
        errors(found.fit(), 0.5141313845152617, 0.09300884995968543, 0.7669068967918754, 0.1715019895627567);
        errors(
                NeweyWest.withLag(2)
                        .withoutAdjustment()
                        .of(DESIGN, TIME)
                        .value()
                        .orElseThrow()
                        .fit(),
                0.4693355947006173,
                0.08490507528422188,
                0.7000870114653265,
                0.1565591805675624);
        assertThat(found.durbinWatson()).isCloseTo(2.137598628780781, within(1e-12));
        assertThat(found.fit().getCoefficient("post").value()).isCloseTo(3.4090000000000087, within(1e-12));
        RegressionFit textbook = NeweyWest.withLag(2)
                .withTextbookDegrees()
                .of(DESIGN, TIME)
                .value()
                .orElseThrow()
                .fit();
        assertThat(textbook.getCoefficient("post").degreesOfFreedom()).isEqualTo(20);
        assertThat(textbook.getCoefficient("post").pValue().value().orElseThrow())
                .isLessThan(found.fit().getCoefficient("post").pValue().value().orElseThrow());
    }

    @Test
    void lagZeroIsHeteroscedasticityRobust() {
        RegressionFit white = LinearRegression.withDefaults()
                .withErrors(ErrorRule.HC0)
                .of(DESIGN)
                .value()
                .orElseThrow();
        RegressionFit zero = NeweyWest.withLag(0)
                .withoutAdjustment()
                .of(DESIGN, TIME)
                .value()
                .orElseThrow()
                .fit();
        assertThat(zero.getCoefficient("t").standardError())
                .isCloseTo(white.getCoefficient("t").standardError(), within(1e-14));
    }

    // the iteration written out in R with lm on the changed columns; gls(..., corAR1(rho, fixed = TRUE)) agrees on coef
    @Test
    void praisWinstenEqualsGls() {
        SerialFit found = PraisWinsten.withDefaults().of(DESIGN, TIME).value().orElseThrow();
        assertThat(found.autocorrelation()).isCloseTo(-0.10190932661397585, within(1e-11));
        assertThat(found.fit().getCoefficient("post").value()).isCloseTo(3.5191191618399023, within(1e-10));
        assertThat(found.fit().getCoefficient("since").value()).isCloseTo(-0.11053086575538149, within(1e-10));
        errors(found.fit(), 0.6911624217320468, 0.0813826203639487, 1.0580843086094576, 0.15734846627410073);
        assertThat(found.durbinWatson()).isCloseTo(2.137598628780781, within(1e-12));
    }

    @Test
    void twoSeriesOfTheSameTimesAreKeptApart() {
        double[] y = new double[48];
        double[] t = new double[48];
        int[] time = new int[48];
        int[] series = new int[48];
        for (int i = 0; i < 48; i++) {
            y[i] = Y[i % 24] + (i < 24 ? 0 : Math.sin(i));
            t[i] = T[i % 24];
            time[i] = TIME[i % 24];
            series[i] = i / 24;
        }
        Design both = Design.of("score", y).with("t", t);
        SerialFit found = NeweyWest.withLag(1).of(both, time, series).value().orElseThrow();
        assertThat(found.fit().getCoefficient("t").isConclusive()).isTrue();
        assertThatThrownBy(() -> NeweyWest.withLag(1).of(both, time)).hasMessageContaining("stands twice in series 0");
        assertThat(PraisWinsten.withDefaults().of(both, time, series).isReported())
                .isTrue();
    }

    @Test
    void aGapIsFineForOneAndNotForTheOther() {
        double[] holes = Y.clone();
        holes[5] = Double.NaN;
        Design gap = Design.of("score", holes).with("t", T);
        assertThat(NeweyWest.withLag(2).of(gap, TIME).isReported()).isTrue();
        assertThat(PraisWinsten.withDefaults().of(gap, TIME))
                .hasToString("not applicable: a series leaves a time out; Newey–West errors can do with that");
    }
}
