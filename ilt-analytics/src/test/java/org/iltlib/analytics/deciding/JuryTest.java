package org.iltlib.analytics.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JuryTest {

    /** Expected: 3 · 0.6² · 0.4 + 0.6³ = 0.648, by hand; 0.6³ = 0.216. */
    @Test
    void threeOfSixtyPercentAreMoreOftenRightThanOne() {
        Jury three = Jury.ofEqual(3, 0.6);
        assertThat(three.majority()).isCloseTo(0.648, within(1e-15));
        assertThat(three.unanimity()).isCloseTo(0.216, within(1e-15));
        assertThat(three.atLeast(0)).isCloseTo(1, within(1e-15));
        assertThat(three.atLeast(4)).isZero();
        assertThat(three.members()).isEqualTo(3);
    }

    /** Condorcet's theorem: above a half a larger odd jury is better, below it worse. */
    @Test
    void largerJuriesAreBetterAboveAHalfAndWorseBelow() {
        for (int n = 1; n < 99; n += 2) {
            assertThat(Jury.ofEqual(n + 2, 0.55).majority())
                    .isGreaterThan(Jury.ofEqual(n, 0.55).majority());
            assertThat(Jury.ofEqual(n + 2, 0.45).majority())
                    .isLessThan(Jury.ofEqual(n, 0.45).majority());
            assertThat(Jury.ofEqual(n, 0.5).majority()).isCloseTo(0.5, within(1e-12));
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(Jury::of).hasMessageContaining("no members");
        assertThatThrownBy(() -> Jury.of(1.2)).hasMessageContaining("1.2");
        assertThatThrownBy(() -> Jury.ofEqual(0, 0.5)).hasMessageContaining("members");
    }
}
