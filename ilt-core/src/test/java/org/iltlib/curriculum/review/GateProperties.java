package org.iltlib.curriculum.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.people.StakeholderGroup;

class GateProperties {
    private static final ReviewRubric RUBRIC = Panels.rubric();

    private static MaterialReview review(List<Integer> points) {
        int[] given = points.stream().mapToInt(Integer::intValue).toArray();
        return Panels.agreed(RUBRIC, "a", given);
    }

    @Property
    void aGateIsRatedIfAndOnlyIfTheOneBeforeOpensIt(@ForAll @Size(4) List<@IntRange(max = 2) Integer> points) {
        ReviewResult result = ReviewResult.of(RUBRIC, review(points));
        boolean opened = points.get(0) + points.get(1) >= 2;
        assertThat(result.getGate("g1").points().orElse(-1)).isEqualTo(points.get(0) + points.get(1));
        assertThat(result.getGate("g2").points().orElse(-1)).isEqualTo(opened ? points.get(2) + points.get(3) : -1);
        assertThat(result.isEligible()).isEqualTo(opened && points.get(2) + points.get(3) >= 2);
    }

    @Property
    void onePointMoreNeverTakesAMaterialBack(
            @ForAll @Size(6) List<@IntRange(max = 2) Integer> points, @ForAll @IntRange(max = 5) int at) {
        ReviewResult before = ReviewResult.of(RUBRIC, review(points));
        List<Integer> more = new ArrayList<>(points);
        more.set(at, Math.min(2, points.get(at) + 1));
        ReviewResult after = ReviewResult.of(RUBRIC, review(more));
        before.gates()
                .forEach(gate -> gate.band()
                        .value()
                        .ifPresent(band -> assertThat(
                                        after.getGate(gate.gate().id()).reaches(band))
                                .isTrue()));
        assertThat(after.isEligible() || !before.isEligible()).isTrue();
    }

    @Property
    void whatSomebodyWithAConflictGivesChangesNothing(
            @ForAll @Size(6) List<@IntRange(max = 2) Integer> points, @ForAll @IntRange(max = 2) int given) {
        MaterialReview without = review(points);
        MaterialReview.Builder with = without.toBuilder()
                .addReviewers(
                        Reviewer.of(Panels.AUTHOR, StakeholderGroup.TEACHER).withConflict("wrote it"));
        RUBRIC.listCriteria()
                .forEach(criterion -> with.addIndependent(CriterionRating.of(Panels.AUTHOR, criterion.id(), given)));
        ReviewResult one = ReviewResult.of(RUBRIC, without);
        ReviewResult other = ReviewResult.of(RUBRIC, with.build());
        assertThat(other.gates()).isEqualTo(one.gates());
        assertThat(other.weightedShare()).isEqualTo(one.weightedShare());
        assertThat(other.agreement().same()).isEqualTo(one.agreement().same());
        assertThat(other.listMoved()).isEqualTo(one.listMoved());
    }

    @Property
    void nothingIsAheadOfItselfAndTwoAreNeverAheadOfEachOther(
            @ForAll @Size(6) List<@IntRange(max = 2) Integer> points,
            @ForAll @Size(6) List<@IntRange(max = 2) Integer> others) {
        int[] given = others.stream().mapToInt(Integer::intValue).toArray();
        ReviewResult one = ReviewResult.of(RUBRIC, review(points));
        ReviewResult other = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "b", given));
        MaterialComparison both = MaterialComparison.of(List.of(one, other));
        assertThat(both.isAhead(one, one)).isFalse();
        assertThat(both.isAhead(one, other) && both.isAhead(other, one)).isFalse();
        assertThat(both.listUnsurpassed())
                .hasSizeGreaterThanOrEqualTo(Math.min(1, both.listEligible().size()));
    }
}
