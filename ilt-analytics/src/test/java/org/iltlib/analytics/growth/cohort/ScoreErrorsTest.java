package org.iltlib.analytics.growth.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreErrorsTest {
    @Test
    void betweenAndBeyondTheTableErrorsFollowTheNaturalSpline() {
        ScoreErrors errors = new ScoreErrors(List.of(400.0, 480.0, 600.0, 700.0), List.of(30.0, 20.0, 25.0, 40.0));
        // R: splinefun(c(400, 480, 600, 700), c(30, 20, 25, 40), method = "natural")(c(350, 400, 450, 620, 700, 800))
        double[] expected = {
            37.7433993399340, 30.0000000000000, 22.8399597772277, 27.5841584158416, 40.0000000000000, 56.4438943894389
        };
        double[] found = errors.at(350, 400, 450, 620, 700, 800);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-11));
        }
        assertThat(ScoreErrors.FORM.read(ScoreErrors.FORM.write(errors))).isEqualTo(errors);
    }

    @Test
    void anErrorIsNeverBelowZeroAndAConstantOneStaysSo() {
        assertThat(new ScoreErrors(List.of(0.0, 1.0), List.of(1.0, 0.0)).at(5)).containsExactly(0);
        assertThat(ScoreErrors.constant(25).at(-100, 0.5, 700)).containsExactly(25, 25, 25);
    }

    @Test
    void aTableOutOfOrderIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreErrors(List.of(2.0, 1.0), List.of(1.0, 1.0)))
                .withMessageContaining("ascending");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreErrors(List.of(1.0, 2.0), List.of(1.0, -1.0)))
                .withMessageContaining("zero or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreErrors(List.of(1.0), List.of(1.0)))
                .withMessageContaining("at least two");
    }
}
