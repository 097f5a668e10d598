package org.iltlib.analytics.measurement.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.QMatrix;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.finding.Estimate;

/**
 * How students, classes and grades do on each concept: the share of right answers to its items with an interval, and for
 * a student the chance that the share in the long run reaches a mark. Needs no model of the items. Immutable.
 *
 * <p>Missing answers are left out, never wrong. An item that asks for several concepts counts for each. A student with
 * fewer answered items of a concept than the minimum has no value there, with that reason. Linear in the answers.
 *
 * @param minimumItems the fewest answered items of a concept for a student, at least 1
 * @param mark the share in the long run that counts as mastery, between 0 and 1
 * @param level the level of the intervals, between 0 and 1
 */
public record ConceptMastery(int minimumItems, double mark, double level) {
    /** Checks the numbers. */
    public ConceptMastery {
        Checks.positive(minimumItems, "minimumItems");
        Checks.require(mark > 0 && mark < 1, "mark is %s. Expected between 0 and 1, both excluded.", mark);
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, both excluded.", level);
    }

    /** Three items, a mark of 0.8, intervals of 0.95. */
    public static ConceptMastery withDefaults() {
        return new ConceptMastery(3, 0.8, 0.95);
    }

    /** A copy with that minimum of items. */
    public ConceptMastery withMinimumItems(int items) {
        return new ConceptMastery(items, mark, level);
    }

    /** A copy with that mark. */
    public ConceptMastery withMark(double mark) {
        return new ConceptMastery(minimumItems, mark, level);
    }

    /**
     * A student's right answers to the items of a concept.
     *
     * @param share the share of right answers, Wilson interval; n is the number of answered items
     * @param chance the chance that the share in the long run reaches the mark: the answers seen as draws with that share,
     *     Jeffreys' prior
     */
    public record Student(Estimate share, double chance) {}

    /**
     * A student on a concept.
     *
     * @param table the answers, 0 or 1
     * @param q which items belong to which concept; items without a row count for none
     * @param row the student's row
     * @param concept the concept
     * @return missing if too few items were answered
     * @throws IllegalArgumentException if the concept is unknown, or an answer earned more than one point
     */
    public Measured<Student> student(ResponseTable table, QMatrix q, int row, String concept) {
        Counts counts = Counts.of(table, items(table, q, concept), row);
        if (counts.n() < minimumItems) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    "not enough items: " + counts.n() + " answered, " + minimumItems + " are needed");
        }
        double chance = 1
                - new BetaDistribution(counts.right() + 0.5, counts.n() - counts.right() + 0.5)
                        .cumulativeProbability(mark);
        return new WilsonInterval(level)
                .of(counts.right(), counts.n())
                .map(share -> new Student(share, Math.min(1, Math.max(0, chance))));
    }

    /**
     * All students of the table together on a concept: right answers ÷ answers. The interval treats the answers of a student
     * as belonging together (ratio of totals, linearised, Student's t); where all students have the same share it is
     * Wilson's. n is the number of students with an answer.
     *
     * @return missing if nobody answered, or a single student did
     */
    public Measured<Estimate> together(ResponseTable table, QMatrix q, String concept) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < table.students(); row++) {
            rows.add(row);
        }
        return together(table, items(table, q, concept), rows);
    }

    /**
     * Every group on every concept, small groups withheld and those that would give them away. The groups of a concept are
     * the students who answered an item of it.
     *
     * @param groups for each row of the table the class, grade or school; blank for none
     * @param small which groups are withheld
     * @throws IllegalArgumentException if there are not as many groups as rows
     */
    public ConceptGrid grid(ResponseTable table, QMatrix q, List<String> groups, SmallGroups small) {
        Checks.require(
                groups.size() == table.students(),
                "there are %s groups. Expected %s, one for each student.",
                groups.size(),
                table.students());
        SortedMap<String, List<Measured<Estimate>>> cells = new TreeMap<>();
        for (String group : groups) {
            if (!group.isBlank()) {
                cells.putIfAbsent(group, new ArrayList<>());
            }
        }
        for (String concept : q.attributes()) {
            List<Integer> items = items(table, q, concept);
            Map<String, List<Integer>> rows = new TreeMap<>();
            for (int row = 0; row < table.students(); row++) {
                if (!groups.get(row).isBlank() && Counts.of(table, items, row).n() > 0) {
                    rows.computeIfAbsent(groups.get(row), key -> new ArrayList<>())
                            .add(row);
                }
            }
            Map<String, Long> sizes = new TreeMap<>();
            rows.forEach((group, members) -> sizes.put(group, (long) members.size()));
            SmallGroups.Shown shown = small.among(sizes);
            cells.forEach((group, row) ->
                    row.add(shown.show(group, () -> together(table, items, rows.getOrDefault(group, List.of())))));
        }
        return new ConceptGrid(q.attributes(), cells);
    }

    private Measured<Estimate> together(ResponseTable table, List<Integer> items, List<Integer> rows) {
        List<Counts> counts = rows.stream()
                .map(row -> Counts.of(table, items, row))
                .filter(count -> count.n() > 0)
                .toList();
        long right = counts.stream().mapToLong(Counts::right).sum();
        long n = counts.stream().mapToLong(Counts::n).sum();
        int students = counts.size();
        if (students < 2) {
            return Measured.missing(
                    students == 0 ? MissingReason.NO_STUDENTS : MissingReason.TOO_FEW,
                    "students with an answer: " + students);
        }
        double share = (double) right / n;
        double squares = 0;
        for (Counts count : counts) {
            // whole numbers: students with the same share leave exactly nothing
            double rest = (double) (count.right() * n - right * count.n()) / n;
            squares += rest * rest;
        }
        double error = Math.sqrt(squares * students / (students - 1.0)) / n;
        if (right == 0 || right == n || error == 0) {
            return new WilsonInterval(level)
                    .of(right, n)
                    .map(estimate -> estimate.toBuilder().n(students).build());
        }
        double reach = error * Distributions.studentQuantile(students - 1.0, (1 + level) / 2);
        return Measured.of(Estimate.builder()
                .value(share)
                .lower(Math.max(0, share - reach))
                .upper(Math.min(1, share + reach))
                .level(level)
                .standardError(error)
                .n(students)
                .unit("share")
                .method("share of right answers, students as clusters, Student t interval")
                .build());
    }

    private static List<Integer> items(ResponseTable table, QMatrix q, String concept) {
        int place = q.attributes().indexOf(concept);
        Checks.require(place >= 0, "concept is \"%s\". Maybe one of %s.", concept, q.attributes());
        List<Integer> items = new ArrayList<>();
        for (String item : q.itemsOf(place)) {
            table.findItem(item).ifPresent(found -> {
                Checks.require(
                        table.largest(found) <= 1,
                        "item \"%s\" has a response of %s points. Expected 0 or 1.",
                        item,
                        table.largest(found));
                items.add(found);
            });
        }
        return items;
    }

    private record Counts(long right, long n) {
        static Counts of(ResponseTable table, List<Integer> items, int row) {
            long right = 0;
            long n = 0;
            for (int item : items) {
                int code = table.code(row, item);
                if (code >= 0) {
                    n++;
                    right += code;
                }
            }
            return new Counts(right, n);
        }
    }
}
