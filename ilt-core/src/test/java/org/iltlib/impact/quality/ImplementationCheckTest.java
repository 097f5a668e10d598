package org.iltlib.impact.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.Verdict;
import org.iltlib.impact.VerdictRule;

class ImplementationCheckTest {
    private static ClassroomFidelity room(String id, int adherence, int dosage, int quality, int responsiveness) {
        return ClassroomFidelity.builder()
                .classroom(id)
                .adherence(CountOf.count(adherence, 10))
                .dosage(CountOf.count(dosage, 10))
                .quality(CountOf.count(quality, 10))
                .responsiveness(CountOf.count(responsiveness, 10))
                .build();
    }

    private static ImplementationCheck.Builder check(ClassroomFidelity... rooms) {
        return ImplementationCheck.builder()
                .id(EntryId.of("check"))
                .about(EntryId.of("course"))
                .on(LocalDate.of(2027, 3, 31))
                .addClassrooms(rooms)
                .reach(CountOf.count(90, 100));
    }

    @Example
    void theFiveSharesArePooledFromCountsAndTheWeakestIsNamed() {
        ImplementationCheck check =
                check(room("a", 8, 14, 7, 9), room("b", 6, 2, 9, 9)).build();
        assertThat(check.shares())
                .containsEntry(FidelityDimension.ADHERENCE, Fraction.of(7, 10))
                .containsEntry(FidelityDimension.DOSAGE, Fraction.of(3, 5))
                .containsEntry(FidelityDimension.QUALITY, Fraction.of(4, 5))
                .containsEntry(FidelityDimension.RESPONSIVENESS, Fraction.of(9, 10))
                .containsEntry(FidelityDimension.REACH, Fraction.of(9, 10));
        assertThat(check.weakest()).isEqualTo(FidelityDimension.DOSAGE);
        assertThat(check.toFidelity().implementation()).isEqualTo(0.9 * 0.75, within(1e-15));
        assertThat(check.passes()).isTrue();
        assertThat(check.explain().toString()).contains("Enough is implemented", "weakest is dosage", "dosage: 3/5");
    }

    @Example
    void aVerdictAsksTheCheckItselfWithItsFloor() {
        Estimate effect = Estimate.builder()
                .value(0.2)
                .lower(0.1)
                .upper(0.3)
                .level(0.95)
                .n(84)
                .unit("standard deviations")
                .method("Hedges g")
                .build();
        ImplementationCheck check =
                check(room("a", 4, 10, 7, 3)).reach(CountOf.count(100, 100)).build();
        VerdictRule rule = VerdictRule.withDefaults();
        assertThat(rule.of(effect, check).judgment()).isEqualTo(Verdict.Judgment.WORKS);
        ImplementationCheck below =
                check.toBuilder().floor(Minimum.atLeast(Fraction.HALF)).build();
        Verdict verdict = rule.of(effect, below);
        assertThat(verdict.judgment()).isEqualTo(Verdict.Judgment.NOT_IMPLEMENTED_ENOUGH);
        assertThat(verdict.explanation().toString()).contains("responsiveness is below its floor");
    }

    @Example
    void aGateIsReachedExactlyAndNotByRounding() {
        // (0.4 + 1.0 + 0.7 + 0.3) / 4 is 0.6 exactly; in doubles it is below 0.6.
        ImplementationCheck check =
                check(room("a", 4, 10, 7, 3)).reach(CountOf.count(100, 100)).build();
        assertThat(check.toFidelity().implementation()).isLessThan(0.6);
        assertThat(check.passes()).isTrue();
        assertThat(check.toBuilder()
                        .gate(Minimum.moreThan(Fraction.percent(60)))
                        .build()
                        .passes())
                .isFalse();
    }

    @Example
    void noDimensionMakesUpForOneBelowTheFloor() {
        ImplementationCheck check = check(room("a", 3, 10, 10, 10))
                .floor(Minimum.atLeast(Fraction.HALF))
                .build();
        assertThat(check.listBelowFloor()).containsExactly(FidelityDimension.ADHERENCE);
        assertThat(check.passes()).isFalse();
        assertThat(check.explain().toString())
                .contains("Not implemented enough", "adherence is below its floor, at least 1/2");
        assertThat(check(room("a", 3, 10, 10, 10)).build().passes())
                .as("without a floor the mean decides")
                .isTrue();
    }

    @Example
    void classroomsAtCriterionAreCounted() {
        ImplementationCheck check = check(room("a", 8, 8, 8, 8), room("b", 8, 8, 8, 7), room("c", 10, 10, 10, 10))
                .build();
        assertThat(check.listAtCriterion()).containsExactly("a", "c");
        assertThat(check.atCriterion()).isEqualTo(Fraction.of(2, 3));
    }

    /** The same in whole numbers: reach * sum of the four, over 100 * 40, against 3/5. */
    @Property
    void theGateIsThatOfWholeNumbers(
            @ForAll @IntRange(max = 10) int adherence,
            @ForAll @IntRange(max = 10) int dosage,
            @ForAll @IntRange(max = 10) int quality,
            @ForAll @IntRange(max = 10) int responsiveness,
            @ForAll @IntRange(max = 100) int reach) {
        ImplementationCheck check = check(room("a", adherence, dosage, quality, responsiveness))
                .reach(CountOf.count(reach, 100))
                .build();
        int sum = reach * (adherence + dosage + quality + responsiveness);
        assertThat(check.passes()).isEqualTo(5 * sum >= 3 * 4000);
    }

    @Example
    void whatCannotBeIsRefusedInWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        check(room("a", 1, 1, 1, 1), room("a", 1, 1, 1, 1)).build())
                .withMessageContaining("twice");
        assertThatIllegalArgumentException().isThrownBy(() -> check().build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountOf.count(1, 0))
                .withMessageContaining("of is 0");
        assertThatIllegalArgumentException().isThrownBy(() -> CountOf.count(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CountOf.count(2_000_000, 1));
        assertThat(CountOf.count(17, 20)).hasToString("17 of 20");
    }
}
