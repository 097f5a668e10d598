package org.iltlib.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class MetaAnalysisTest {
    private static final double[] Y = {.28, .41, .05, .62, -.10, .33};
    private static final double[] V = {.02, .035, .012, .06, .045, .018};

    private static Estimate study(double value, double variance) {
        return Estimate.builder()
                .value(value)
                .lower(value)
                .upper(value)
                .level(0.95)
                .standardError(Math.sqrt(variance))
                .n(100)
                .unit("standard deviations")
                .method("given")
                .build();
    }

    private static List<Estimate> studies(double... values) {
        List<Estimate> studies = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            studies.add(study(values[i], V[i]));
        }
        return studies;
    }

    private static MetaResult of(MetaAnalysis.Method method) {
        return MetaAnalysis.withDefaults()
                .withMethod(method)
                .of(studies(Y))
                .value()
                .orElseThrow();
    }

    private static void is(Estimate mean, double value, double error, double lower, double upper) {
        assertThat(mean.value()).isCloseTo(value, within(1e-9));
        assertThat(mean.standardError().orElseThrow()).isCloseTo(error, within(1e-9));
        assertThat(mean.lower()).isCloseTo(lower, within(1e-9));
        assertThat(mean.upper()).isCloseTo(upper, within(1e-9));
    }

    @Test
    void oneTruthAgreesWithR() {
        // R: w <- 1/v; m <- sum(w*y)/sum(w); sqrt(1/sum(w)); Q <- sum(w*(y-m)^2); pchisq(Q, 5, lower.tail = FALSE)
        MetaResult found = of(MetaAnalysis.Method.FIXED);
        double reach = 0.06245741583326723 * 1.959963984540054;
        is(
                found.mean(),
                0.2197213622291022,
                0.06245741583326723,
                0.2197213622291022 - reach,
                0.2197213622291022 + reach);
        assertThat(found.q()).isCloseTo(9.234186446508428, within(1e-12));
        assertThat(found.freedom()).isEqualTo(5);
        assertThat(found.pValue()).isCloseTo(0.1000800018462959, within(1e-12));
        assertThat(found.inconsistency()).isCloseTo(0.4585337832451317, within(1e-12));
        assertThat(found.betweenVariance()).isZero();
        assertThat(found).hasToString("0.2197 [0.09731, 0.3421] standard deviations (n = 600), Q 9.23 on 5, I² 46 %");
    }

    @Test
    void manyTruthsAgreeWithR() {
        // R: t <- max(0, (Q - 5)/(sum(w) - sum(w^2)/sum(w))), or uniroot of the slope of the restricted likelihood
        //    -.5*sum(log(v+t)) - .5*log(sum(w)) - .5*sum(w*(y-m)^2), w <- 1/(v+t); Knapp-Hartung:
        //    kh <- sqrt(sum(w*(y-m)^2)/5/sum(w)); m + c(-1, 1)*qt(.975, 5)*kh
        MetaResult moments = of(MetaAnalysis.Method.DERSIMONIAN_LAIRD);
        assertThat(moments.betweenVariance()).isCloseTo(0.02103705349512904, within(1e-12));
        is(moments.mean(), 0.2408234263345858, 0.09262650945466352, 0.002719403632032491, 0.4789274490371391);
        MetaResult reml = of(MetaAnalysis.Method.REML);
        assertThat(reml.betweenVariance()).isCloseTo(0.01814113161884116, within(1e-9));
        is(reml.mean(), 0.2393499560299368, 0.09194760025219573, 0.002991124991293531, 0.4757087870685801);
    }

    @Test
    void studiesThatAgreeHaveNothingBetweenThem() {
        for (MetaAnalysis.Method method : MetaAnalysis.Method.values()) {
            MetaResult found = MetaAnalysis.withDefaults()
                    .withMethod(method)
                    .of(studies(.2, .21, .2))
                    .value()
                    .orElseThrow();
            assertThat(found.betweenVariance()).isZero();
            assertThat(found.inconsistency()).isZero();
        }
        MetaResult apart = MetaAnalysis.withDefaults()
                .withLevel(0.9)
                .of(studies(-40, 40))
                .value()
                .orElseThrow();
        // R: var(c(-40, 40)) less about the mean of v
        assertThat(apart.betweenVariance()).isCloseTo(3200 - 0.0275, within(0.01));
        assertThat(apart.mean().level()).isEqualTo(0.9);
    }

    @Test
    void whatCannotBeCombinedIsMissing() {
        assertThat(MetaAnalysis.withDefaults().of(studies(.2)).isReported()).isFalse();
        assertThat(MetaAnalysis.withDefaults()
                        .of(List.of(study(.2, .1), study(.3, 0)))
                        .isReported())
                .isFalse();
        assertThatThrownBy(() -> MetaAnalysis.withDefaults()
                        .of(List.of(
                                study(.2, .1),
                                study(.3, .1).toBuilder().unit("points").build())))
                .hasMessageContaining("in points");
    }
}
