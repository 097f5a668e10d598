package org.iltlib.curriculum.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Lesson;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.Unit;

class CourseDiffProperties {
    private static Unit unit(String id) {
        return Unit.builder().id(id).title(id).plannedDays(12).build();
    }

    private static Course course(String id, List<Unit> units) {
        return Course.builder()
                .id(EntryId.of(id))
                .framework(EntryId.of("math"))
                .title("Mathematics 6")
                .subject("mathematics")
                .grade(GradeLevel.of(6))
                .addAllUnits(units)
                .build();
    }

    private static Course numbered(String id, List<Integer> numbers) {
        return course(id, numbers.stream().map(number -> unit("u" + number)).toList());
    }

    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.shuffle(0, 1, 2, 3, 4, 5);
    }

    /** Brute force over all subsets: the most that can stay in order. */
    private static int longestRun(List<Integer> order) {
        return IntStream.range(0, 1 << order.size())
                .filter(subset -> {
                    List<Integer> kept = new ArrayList<>();
                    for (int i = 0; i < order.size(); i++) {
                        if ((subset >> i & 1) == 1) {
                            kept.add(order.get(i));
                        }
                    }
                    return kept.equals(kept.stream().sorted().toList());
                })
                .map(Integer::bitCount)
                .max()
                .orElseThrow();
    }

    @Property
    void theFewestUnitsThatCanAreSaidToHaveMovedAndTheOthersKeptTheirOrder(@ForAll("orders") List<Integer> order) {
        CourseDiff diff = CourseDiff.between(numbered("a", List.of(0, 1, 2, 3, 4, 5)), numbered("b", order));
        List<String> moved =
                diff.changes().stream().map(CourseDiff.Change::unit).toList();
        assertThat(diff.list(CourseDiff.Sort.MOVED)).isEqualTo(diff.changes());
        assertThat(moved).hasSize(order.size() - longestRun(order));
        assertThat(order.stream()
                        .filter(number -> !moved.contains("u" + number))
                        .toList())
                .isSorted();
    }

    @Property
    void aCourseDoesNotDifferFromItself(@ForAll("orders") List<Integer> order) {
        assertThat(CourseDiff.between(numbered("a", order), numbered("b", order))
                        .changes())
                .isEmpty();
    }

    @Example
    void eachChangeOfAUnitIsNamed() {
        StandardId ratio = StandardId.of("6.RP.A.1");
        Course before = course("a", List.of(unit("a"), unit("b"), unit("d")));
        Unit changed = unit("b").toBuilder()
                .title("Ratios")
                .plannedDays(15)
                .addStandards(ratio)
                .addLessons(new Lesson("Paint", List.of(ratio), 45))
                .build();
        Course after = course("b", List.of(unit("a"), changed, unit("e")));
        CourseDiff diff = CourseDiff.between(before, after);
        assertThat(diff.changes())
                .map(CourseDiff.Change::toString)
                .containsExactly(
                        "b: renamed, b → Ratios",
                        "b: repaced, 12 → 15 days",
                        "b: realigned, +[6.RP.A.1] −[]",
                        "b: rewritten, 0 → 1 lessons",
                        "e: added, e",
                        "d: removed, d");
        assertThat(new CourseDiff.Change("c", CourseDiff.Sort.MOVED, "")).hasToString("c: moved");
    }
}
