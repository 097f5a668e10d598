package org.iltlib.analytics.alignment.vertical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.Unit;
import org.junit.jupiter.api.Test;

/** Expected values by hand from the definitions. */
class VerticalTest {
    private static TaughtTopic taught(int grade, int level, String... expectations) {
        return new TaughtTopic(GradeLevel.of(grade), level, Set.of(expectations));
    }

    private static VerticalJudgment judgment(String rater, String objective, VerticalClass change) {
        return VerticalJudgment.builder()
                .rater(PersonId.of(rater))
                .objective(StandardId.of(objective))
                .strand(objective.substring(0, 1))
                .change(change)
                .clear(change != VerticalClass.NEW)
                .build();
    }

    @Test
    void aTopicHasDurationSpanGapAndReentry() {
        Articulation topic = Articulation.of(
                "fractions", List.of(taught(7, 2, "a"), taught(1, 1, "a"), taught(2, 1, "a"), taught(4, 2, "b", "c")));
        assertThat(topic.duration()).isEqualTo(4);
        assertThat(topic.span()).isEqualTo(7);
        assertThat(topic.gap()).isEqualTo(3);
        assertThat(topic.reentries()).isEqualTo(2);
        assertThat(topic.find(GradeLevel.of(4))).isPresent();
        assertThat(topic.find(GradeLevel.of(5))).isEmpty();
        assertThatThrownBy(() -> Articulation.of("t", List.of(taught(1, 1), taught(1, 2))))
                .hasMessageContaining("grade 1");
    }

    @Test
    void aGradeThatAddsNeitherLevelNorBreadthRepeatsStagnantly() {
        Articulation topic = Articulation.of(
                "measurement",
                List.of(
                        taught(1, 1, "a"),
                        taught(2, 1, "b"),
                        taught(3, 2, "b"),
                        taught(4, 2, "b", "c"),
                        taught(6, 2, "d")));
        assertThat(topic.listStagnantRepeats())
                .containsExactly(new Articulation.Repeat(GradeLevel.of(1), GradeLevel.of(2)));
        assertThat(topic.overlaps())
                .containsOnlyKeys("b")
                .containsEntry("b", List.of(GradeLevel.of(2), GradeLevel.of(3), GradeLevel.of(4)));
    }

    @Test
    void aGradeHasAFocusAndTopicsAMeanDuration() {
        List<Articulation> topics = List.of(
                Articulation.of("a", List.of(taught(1, 1), taught(2, 2))), Articulation.of("b", List.of(taught(2, 1))));
        assertThat(Articulation.focus(topics))
                .containsEntry(GradeLevel.of(1), 1)
                .containsEntry(GradeLevel.of(2), 2);
        assertThat(Articulation.meanDuration(topics)).isEqualTo(Measured.of(Ratio.of(3, 2)));
        assertThat(Articulation.meanDuration(List.of()).isReported()).isFalse();
    }

    @Test
    void aPanelTellsHowObjectivesChangeAndHowFarItAgrees() {
        VerticalReport report = VerticalReport.of(List.of(
                judgment("p-1", "n1", VerticalClass.DEEPENED),
                judgment("p-2", "n1", VerticalClass.DEEPENED),
                judgment("p-1", "n2", VerticalClass.NEW),
                judgment("p-2", "n2", VerticalClass.SAME),
                judgment("p-1", "g1", VerticalClass.BROADENED)));
        assertThat(report.strands().get(0).shares())
                .containsEntry(VerticalClass.DEEPENED, Ratio.of(1, 2))
                .containsEntry(VerticalClass.PREREQUISITE, Ratio.ZERO);
        assertThat(report.strands().get(0).clear()).isEqualTo(Ratio.of(3, 4));
        assertThat(report.agreement()).isEqualTo(Measured.of(Ratio.of(1, 2)));
        assertThat(VerticalReport.of(List.of(judgment("p-1", "n1", VerticalClass.NEW)))
                        .agreement()
                        .isReported())
                .isFalse();
        assertThatThrownBy(() -> VerticalReport.of(
                        List.of(judgment("p-1", "n1", VerticalClass.NEW), judgment("p-1", "n1", VerticalClass.SAME))))
                .hasMessageContaining("twice");
    }

    @Test
    void aCurriculumIsMatchedWithAReferenceCellByCell() {
        CompositeMatch.Place first = new CompositeMatch.Place("a", GradeLevel.of(1));
        CompositeMatch.Place second = new CompositeMatch.Place("a", GradeLevel.of(2));
        CompositeMatch.Place other = new CompositeMatch.Place("b", GradeLevel.of(4));
        CompositeMatch.Place late = new CompositeMatch.Place("a", GradeLevel.of(4));
        CompositeMatch match = CompositeMatch.of(Set.of(second, first, other), Set.of(first, late));
        assertThat(match.matched()).containsExactly(first);
        assertThat(match.lacking()).containsExactly(second, other);
        assertThat(match.extra()).containsExactly(late);
        assertThat(match.share()).isEqualTo(Measured.of(Ratio.of(1, 3)));
        assertThat(CompositeMatch.of(Set.of(), Set.of(first)).share().isReported())
                .isFalse();
        assertThat(CompositeMatch.isStaircase(Set.of(first, second, other))).isTrue();
        assertThat(CompositeMatch.isStaircase(Set.of(first, late))).isFalse();
    }

    /** 60 days half major and 35 days all major of 100 are exactly 65 of 100, which is enough. */
    @Test
    void majorWorkOfExactlySixtyFiveInAHundredIsEnough() {
        Unit mixed = Unit.builder()
                .id("u1")
                .title("mixed")
                .plannedDays(60)
                .addStandards(StandardId.of("major"), StandardId.of("minor"))
                .build();
        Unit major = Unit.builder()
                .id("u2")
                .title("major")
                .plannedDays(35)
                .addStandards(StandardId.of("major"))
                .build();
        Unit tests = Unit.builder().id("u3").title("tests").plannedDays(5).build();
        Course course = Course.builder()
                .id(EntryId.of("c"))
                .framework(EntryId.of("f"))
                .title("Mathematics 4")
                .subject("mathematics")
                .grade(GradeLevel.of(4))
                .addUnits(mixed, major, tests)
                .build();
        MajorWork work = MajorWork.of(course, id -> "major".equals(id.value()));
        assertThat(work.share()).isEqualTo(Measured.of(Ratio.of(65, 100)));
        assertThat(work.reaches(MajorWork.MINIMUM)).isEqualTo(Measured.of(true));
        assertThat(work.reaches(Minimum.moreThan(new Fraction(65, 100)))).isEqualTo(Measured.of(false));
        assertThat(work.unsorted()).containsExactly("tests");
        assertThat(new MajorWork(Ratio.ZERO, 0, List.of()).share().isReported()).isFalse();
    }
}
