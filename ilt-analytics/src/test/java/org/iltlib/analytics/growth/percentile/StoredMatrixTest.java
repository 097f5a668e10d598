package org.iltlib.analytics.growth.percentile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.quantile.FitCertificate;
import org.iltlib.base.GradeLevel;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class StoredMatrixTest {
    private static final GrowthModel MODEL = GrowthModel.withDefaults();

    @Test
    void aCertificateIsOfTheseCoefficientsAndOfNoOthers() {
        CoefficientMatrix matrix =
                MODEL.fit(GrowthModelTest.students(400, 1, 2025, 1), 1).value().orElseThrow();
        List<List<Double>> higher = matrix.coefficients().stream()
                .map(row -> {
                    List<Double> moved = new ArrayList<>(row);
                    moved.set(0, moved.get(0) + 40);
                    return moved;
                })
                .toList();
        CoefficientMatrix.Builder changed =
                CoefficientMatrix.builder().from(matrix).coefficients(higher);
        assertThatIllegalArgumentException()
                .isThrownBy(changed::build)
                .withMessageContaining("The certificate is not of these coefficients");
        CoefficientMatrix open = changed.certificate(Optional.empty())
                .certified(Optional.empty())
                .build();
        assertThat(open.certificate()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoefficientMatrix.builder()
                        .from(open)
                        .certificate(matrix.certificate().orElseThrow())
                        .build());
        String json = CanonicalJson.write(CoefficientMatrix.FORM.write(matrix));
        String first = Double.toString(matrix.coefficients().get(3).get(1));
        assertThat(json).contains(first);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoefficientMatrix.FORM.read(
                        CanonicalJson.read(json.replace(first, "1" + first.replace("-", "")))));
    }

    @Test
    void whatNoFitGivesIsNoMatrix() {
        CoefficientMatrix matrix =
                MODEL.fit(GrowthModelTest.students(400, 1, 2025, 1), 1).value().orElseThrow();
        List<Double> objectives = new ArrayList<>(matrix.objectives());
        objectives.set(0, Double.NaN);
        List<List<Double>> huge = new ArrayList<>(matrix.coefficients());
        huge.set(0, huge.get(0).stream().map(value -> 1.7e308).toList());
        for (CoefficientMatrix.Builder builder : List.of(
                CoefficientMatrix.builder().from(matrix).objectives(objectives),
                CoefficientMatrix.builder().from(matrix).coefficients(huge),
                CoefficientMatrix.builder().from(matrix).years(List.of()),
                CoefficientMatrix.builder().from(matrix).grades(List.of(GradeLevel.of(9), GradeLevel.of(5))))) {
            assertThatIllegalArgumentException().isThrownBy(builder::build);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new FitCertificate(-1e300, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FitCertificate(0, -7, 0));
    }

    @Test
    void scoresOfAnotherScaleAreNotHeldAgainstMatrices() {
        GrowthMatrices matrices =
                MODEL.fit(GrowthModelTest.students(400, 1, 2025, 1)).value().orElseThrow();
        GrowthCohort cohort = GrowthModelTest.students(20, 1, 2026, 2);
        double[] percent =
                Arrays.stream(cohort.allPrior(1)).map(score -> score / 10).toArray();
        GrowthPercentiles other =
                MODEL.score(GrowthCohort.of(cohort.progression(), cohort.allCurrent(), List.of(percent)), matrices);
        assertThat(other.scored()).isZero();
        assertThat(other.of(0).toString())
                .contains("20 of 20 scores 1 before lie outside", "maybe they are of another scale");
        double[] newest =
                Arrays.stream(cohort.allCurrent()).map(score -> score / 100).toArray();
        assertThat(MODEL.score(GrowthCohort.of(cohort.progression(), newest, List.of(cohort.allPrior(1))), matrices)
                        .of(0)
                        .toString())
                .contains("20 of 20 newest scores lie outside");
        assertThat(MODEL.score(cohort, matrices).scored()).isEqualTo(20);
    }
}
