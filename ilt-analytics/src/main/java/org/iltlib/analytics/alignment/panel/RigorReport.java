package org.iltlib.analytics.alignment.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.DemandScale;
import org.immutables.value.Value;

/**
 * How demanding the judged tasks are, grade by grade, against a floor for each grade. Grades without any judged task are
 * there too, so that none is forgotten. Decided in whole numbers.
 *
 * @param scale the scale of demand
 * @param lines a line for each grade asked for, in order
 * @param agreement the agreement of the raters on all tasks
 */
public record RigorReport(DemandScale scale, List<Line> lines, PanelAgreement agreement) {
    /** One grade. Immutable. */
    @Value.Immutable
    public abstract static class Line {
        Line() {}

        /** The grade. */
        public abstract GradeLevel grade();

        /** How many judgments give each level, one number for each level of the scale. */
        public abstract List<Integer> byLevel();

        /** How many judgments of the grade's tasks have no demand. */
        public abstract int unrated();

        /** The floor, if the grade has one. */
        public abstract Optional<DemandFloor> floor();

        /** How many judgments have a demand. */
        public int rated() {
            return byLevel().stream().mapToInt(Integer::intValue).sum();
        }

        /** The share of judgments at the floor's level or above; missing without a floor or a rated task. */
        public Measured<Ratio> atFloor() {
            if (floor().isEmpty()) {
                return Measured.missing(MissingReason.NOT_APPLICABLE, "the grade has no floor");
            }
            return rated() == 0
                    ? Measured.missing(MissingReason.NOT_COLLECTED, "no task of the grade was rated")
                    : Measured.of(Ratio.of(reaching(floor().get()), rated()));
        }

        private int reaching(DemandFloor floor) {
            return byLevel().stream()
                    .skip(floor.level() - 1L)
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        /** Whether the floor is met; missing without a floor or a rated task. */
        public Measured<Boolean> met() {
            return atFloor()
                    .map(share -> floor().orElseThrow().share().isMetBy(reaching(floor().orElseThrow()), rated()));
        }

        /** Builds a line. */
        static final class Builder extends ImmutableLine.Builder {
            Builder() {}
        }
    }

    /** Copies the list. */
    public RigorReport {
        lines = List.copyOf(lines);
    }

    /**
     * The report on one round of judging.
     *
     * @param grades the grades to report on
     * @param gradeOf the grade in which a task, by its name in the alignment, is set
     * @param floors at most one for each grade
     * @throws IllegalArgumentException if the scale is not declared or has no order, a floor lies off it or has a grade
     *     that is not asked for, or nobody judged in that round
     */
    public static RigorReport of(
            Alignment alignment,
            int round,
            List<GradeLevel> grades,
            Function<String, Optional<GradeLevel>> gradeOf,
            List<DemandFloor> floors) {
        DemandScale scale = WebbReport.scale(alignment);
        Checks.require(scale.ordered(), "The levels of \"%s\" stand in no order, so there is no floor.", scale.id());
        List<AlignmentJudgment> judgments = alignment.listRound(round);
        Checks.require(!judgments.isEmpty(), "Nobody judged in round %s of \"%s\".", round, alignment.id());
        Map<GradeLevel, DemandFloor> byGrade = new LinkedHashMap<>();
        for (DemandFloor floor : floors) {
            scale.getLevel(floor.level());
            Checks.require(
                    grades.contains(floor.grade()), "There is a floor for %s, which is not asked for.", floor.grade());
            Checks.require(byGrade.put(floor.grade(), floor) == null, "%s has two floors.", floor.grade());
        }
        Map<GradeLevel, int[]> counts = new TreeMap<>();
        for (AlignmentJudgment one : judgments) {
            gradeOf.apply(one.item())
                    .ifPresent(grade -> counts.computeIfAbsent(
                                    grade, any -> new int[scale.levels().size() + 1])[
                            one.demand().orElse(0)]++);
        }
        List<Line> lines = new ArrayList<>();
        for (GradeLevel grade : Checks.distinct(grades, "grades")) {
            int[] found = counts.getOrDefault(grade, new int[scale.levels().size() + 1]);
            Line.Builder line = new Line.Builder().grade(grade).unrated(found[0]);
            for (int level = 1; level < found.length; level++) {
                line.addByLevel(found[level]);
            }
            line.floor(Optional.ofNullable(byGrade.get(grade)));
            lines.add(line.build());
        }
        return new RigorReport(scale, lines, PanelAgreement.of(scale, judgments));
    }

    /** The grades whose floor is not met or that have a floor and no rated task, in order. */
    public List<GradeLevel> listBelowFloor() {
        return lines.stream()
                .filter(line -> line.floor().isPresent() && !line.met().orElse(false))
                .map(Line::grade)
                .toList();
    }
}
