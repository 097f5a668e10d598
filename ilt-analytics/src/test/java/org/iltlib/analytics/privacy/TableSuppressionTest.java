package org.iltlib.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.iltlib.analytics.stats.SuppressionPolicy;
import org.junit.jupiter.api.Test;

class TableSuppressionTest {
    private static final TableSuppression TEN = TableSuppression.of(SuppressionPolicy.NCES_2011_603);

    @Test
    void theCheapestSafePatternIsHidden() {
        // English learners and others in grades 3 to 5; the alternative with grade 3 would hide 138 students.
        SafeTable safe = TEN.protect(new long[][] {{12, 58}, {7, 61}, {14, 50}});
        assertThat(safe.hiddenStudents()).isEqualTo(132);
        assertThat(safe.cell(0, 0).value()).contains(12L);
        assertThat(safe.cell(3, 2).value()).contains(202L);
        for (int row = 1; row <= 2; row++) {
            assertThat(safe.cell(row, 0).isReported()).isFalse();
            assertThat(safe.cell(row, 1).isReported()).isFalse();
        }
        assertThat(safe.lowerBound(1, 0)).isZero();
        assertThat(safe.upperBound(1, 0)).hasValue(21);
        assertThat(safe.lowerBound(0, 0)).isEqualTo(12);
    }

    @Test
    void aTableOfOneRowHidesItsTotalsToo() {
        SafeTable safe = TEN.protect(new long[][] {{5, 40}});
        assertThat(safe.cell(0, 0).isReported()).isFalse();
        assertThat(safe.upperBound(0, 0).orElse(Long.MAX_VALUE)).isGreaterThanOrEqualTo(10);
    }

    @Test
    void aLargeTableIsSafeAsWell() {
        long[][] counts = new long[6][6];
        for (int i = 0; i < 36; i++) {
            counts[i / 6][i % 6] = i * 37L % 23;
        }
        SafeTable safe = TEN.protect(counts);
        for (int row = 0; row <= safe.rows(); row++) {
            for (int column = 0; column <= safe.columns(); column++) {
                if (!safe.cell(row, column).isReported()) {
                    assertThat(safe.upperBound(row, column).orElse(Long.MAX_VALUE))
                            .isGreaterThan(safe.lowerBound(row, column));
                }
            }
        }
    }

    @Test
    void aTableWithoutSmallCellsIsShownWhole() {
        assertThat(TEN.protect(new long[][] {{12, 0}, {30, 11}}).hiddenStudents())
                .isZero();
        assertThatThrownBy(() -> TEN.protect(new long[][] {{1, 2}, {3}})).hasMessageContaining("row 1 has 1 counts");
        assertThatThrownBy(() -> TEN.protect(new long[0][])).hasMessageContaining("empty");
    }
}
