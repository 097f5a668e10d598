package org.iltlib.analytics.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    /** Shrout and Fleiss 1979, table 2. */
    private static final double[][] JUDGES = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };

    /** R: {@code psych::ICC(sf, lmer = FALSE)}; published .17 .29 .71 .44 .62 .91. */
    @ParameterizedTest
    @CsvSource({
        "ONE_WAY_SINGLE, 0.16574176840547555, -0.13293232487475087, 0.7225600623281211",
        "TWO_WAY_RANDOM_SINGLE, 0.2897637795275592, 0.018786513374712047, 0.7610843696489531",
        "TWO_WAY_FIXED_SINGLE, 0.7148407148407149, 0.34246476503392537, 0.9458582599553595",
        "ONE_WAY_MEAN, 0.44279713367926893, -0.884442155238119, 0.9124154203407756",
        "TWO_WAY_RANDOM_MEAN, 0.6200505475989893, 0.07113681030250349, 0.927232040167722",
        "TWO_WAY_FIXED_MEAN, 0.9093155423770695, 0.6756747138163047, 0.9858916781690623"
    })
    void theSixFormsAgreeWithShroutAndFleiss(
            IntraclassCorrelation.Form form, double value, double lower, double upper) {
        Estimate estimate =
                IntraclassCorrelation.withDefaults().of(JUDGES, form).value().orElseThrow();
        assertThat(estimate.value()).isCloseTo(value, within(1e-12));
        assertThat(estimate.lower()).isCloseTo(lower, within(1e-7));
        assertThat(estimate.upper()).isCloseTo(upper, within(1e-7));
        assertThat(IntraclassCorrelation.withDefaults()
                        .withLevel(0.8)
                        .of(JUDGES, form)
                        .value()
                        .orElseThrow()
                        .lower())
                .isGreaterThan(estimate.lower());
    }

    @Test
    void ratingsThatDoNotVaryHaveNoIntraclassCorrelation() {
        IntraclassCorrelation icc = IntraclassCorrelation.withDefaults();
        for (IntraclassCorrelation.Form form : IntraclassCorrelation.Form.values()) {
            assertThat(icc.of(new double[][] {{1, 1}, {1, 1}}, form).isReported())
                    .isFalse();
            assertThat(icc.of(new double[][] {{1, 2}}, form).isReported()).isFalse();
            assertThat(icc.of(new double[0][], form).isReported()).isFalse();
        }
        assertThatThrownBy(() -> icc.withLevel(1)).hasMessageContaining("0.95");
    }

    /** Krippendorff 2011, section C and D: .743 .815 .849 .797; to more digits from his definition in R. */
    @ParameterizedTest
    @CsvSource({
        "NOMINAL, 0.743421052631579",
        "ORDINAL, 0.8153875037548813",
        "INTERVAL, 0.8491071428571428",
        "RATIO, 0.797402774711612"
    })
    void alphaAgreesWithKrippendorff(KrippendorffAlpha.Scale scale, double alpha) {
        List<List<Double>> units = Stream.of(
                        "111", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "555", "11", "3")
                .map(unit -> unit.chars().mapToObj(c -> (double) (c - '0')).toList())
                .toList();
        assertThat(KrippendorffAlpha.of(units, scale).orElse(9.0)).isCloseTo(alpha, within(1e-12));
    }

    @Test
    void withoutTwoDifferentRatingsThereIsNoAlpha() {
        assertThat(KrippendorffAlpha.of(List.of(), KrippendorffAlpha.Scale.NOMINAL)
                        .isReported())
                .isFalse();
        assertThat(KrippendorffAlpha.of(List.of(List.of(1.0, 1.0), List.of(2.0)), KrippendorffAlpha.Scale.ORDINAL)
                        .isReported())
                .isFalse();
        assertThatThrownBy(() -> KrippendorffAlpha.of(List.of(List.of(-1.0, 1.0)), KrippendorffAlpha.Scale.RATIO))
                .hasMessageContaining("zero or more");
    }

    /** R: {@code psych::alpha(ltm::LSAT)}; KR-20 with n − 1 in the variance is alpha. */
    @Test
    void theLawSchoolTestAgreesWithR() throws IOException {
        Optional<Path> file = Stream.of(
                        Path.of("../../shared/data/achievement/LSAT6.csv"),
                        Path.of(
                                Optional.ofNullable(System.getenv("ILT_SHARED")).orElse("none"),
                                "data/achievement/LSAT6.csv"))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "no test data: set ILT_SHARED to the folder that holds it");
        double[][] scores = Files.readAllLines(file.orElseThrow()).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        assertThat(scores).hasDimensions(1000, 5);
        assertThat(CronbachAlpha.withDefaults()
                        .of(scores)
                        .alpha()
                        .value()
                        .orElseThrow()
                        .value())
                .isCloseTo(0.29499719221594434, within(1e-12));
        double[] difficulty = {0.924, 0.709, 0.553, 0.763, 0.87};
        double[] discrimination = {
            0.11283268892234177, 0.15317812011652954, 0.17277894329109036, 0.14442809524709366, 0.12159640254709643
        };
        List<ItemAnalysis> items = ItemAnalysis.of(scores);
        for (int i = 0; i < 5; i++) {
            assertThat(items.get(i).difficulty()).isCloseTo(difficulty[i], within(1e-12));
            assertThat(items.get(i).discrimination().orElse(9.0)).isCloseTo(discrimination[i], within(1e-12));
        }
    }
}
