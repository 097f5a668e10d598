package org.iltlib.impact.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.SuppressionReason;
import org.iltlib.impact.SeparateRating;
import org.iltlib.people.StakeholderGroup;

class RelevanceTest {
    private static SourceRating rating(StakeholderGroup source, int minimum, Integer... byLevel) {
        return SourceRating.builder()
                .source(source)
                .asked(100)
                .addAllByLevel(List.of(byLevel))
                .minimum(minimum)
                .build();
    }

    private static Relevance.Builder relevance(SourceRating... ratings) {
        return Relevance.builder()
                .id(EntryId.of("relevance"))
                .about(EntryId.of("course"))
                .on(LocalDate.of(2027, 4, 14))
                .addRatings(ratings);
    }

    @Example
    void noGroupMakesUpForAnother() {
        Relevance relevance = relevance(
                        rating(StakeholderGroup.TEACHER, 2, 0, 0, 1, 9),
                        rating(StakeholderGroup.COMMUNITY, 2, 0, 0, 0, 12),
                        rating(StakeholderGroup.STUDENT, 2, 20, 21, 20, 0))
                .addContexts("the harbour")
                .build();
        assertThat(relevance.passes()).isFalse();
        assertThat(relevance.listFailing()).containsExactly(SeparateRating.of("student", 1, 2));
        assertThat(relevance.listMissing()).isEmpty();
        assertThat(relevance.explain().toString())
                .contains("none makes up for another", "students: level 1, at least 2 is needed", "the harbour");
    }

    @Example
    void aGroupThatWasNotAskedOrOfWhichFewAnsweredIsMissing() {
        Relevance relevance = relevance(
                        rating(StakeholderGroup.TEACHER, 1, 0, 0, 6), rating(StakeholderGroup.STUDENT, 1, 0, 0, 4))
                .build();
        assertThat(relevance.listMissing()).containsExactly(StakeholderGroup.STUDENT, StakeholderGroup.COMMUNITY);
        assertThat(relevance.listFailing()).isEmpty();
        assertThat(relevance.passes()).isFalse();
        assertThat(relevance.ratings().get(1).level())
                .isEqualTo(Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than 5 students"));
        assertThat(rating(StakeholderGroup.STUDENT, 1, 0, 0).level().isReported())
                .isFalse();
        assertThat(relevance.explain().toString())
                .contains("Of the community members nothing can be said.", "No real context");
        assertThat(relevance.toBuilder()
                        .wanted(List.of(StakeholderGroup.TEACHER))
                        .build()
                        .passes())
                .isTrue();
    }

    /** Brute force: the answers one by one, in order. */
    @Property
    void theLevelIsTheLowerMedian(@ForAll @Size(min = 2, max = 5) List<@IntRange(max = 9) Integer> byLevel) {
        List<Integer> answers = new ArrayList<>();
        for (int level = 0; level < byLevel.size(); level++) {
            answers.addAll(Collections.nCopies(byLevel.get(level), level));
        }
        SourceRating rating = rating(StakeholderGroup.TEACHER, 1, byLevel.toArray(Integer[]::new));
        if (answers.size() >= 5) {
            assertThat(rating.level()).isEqualTo(Measured.of(answers.get((answers.size() - 1) / 2)));
        } else {
            assertThat(rating.level().isReported()).isFalse();
        }
    }

    @Example
    void whatCannotBeIsRefusedInWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rating(StakeholderGroup.TEACHER, 1, 60, 41))
                .withMessageContaining("101 answered, 100 were asked");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rating(StakeholderGroup.TEACHER, 2, 6, 4))
                .withMessageContaining("The minimum is level 2. Expected 0 to 1.");
        assertThatIllegalArgumentException().isThrownBy(() -> rating(StakeholderGroup.TEACHER, 0, 6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rating(StakeholderGroup.TEACHER, 1, 6, 4).toBuilder()
                        .least(0)
                        .build());
        SourceRating once = rating(StakeholderGroup.TEACHER, 1, 6, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> relevance(once, once).build());
    }
}
