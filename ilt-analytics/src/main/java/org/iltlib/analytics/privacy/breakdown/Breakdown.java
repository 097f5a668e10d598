package org.iltlib.analytics.privacy.breakdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.iltlib.analytics.privacy.PrivacyPolicy;
import org.iltlib.base.Checks;
import org.iltlib.evidence.response.ResponseTable;

/**
 * Counts of a district: for every measure, in the district, each school and each grade of a school, how many of every
 * group were measured and how many of them reached it. Immutable. The counts themselves are not to be had; {@link
 * #protect} gives those that may be shown.
 *
 * <p>Units and groups are numbers from 0: unit 0 is the district, group 0 is all students.
 */
public final class Breakdown {
    private final Layout layout;
    private final List<String> measures;
    private final ResponseTable responses;
    private final int cut;

    private Breakdown(Builder builder, ResponseTable responses) {
        this.layout = new Layout(builder.schools, builder.grades, builder.attributes, builder.crosses);
        this.responses = responses;
        this.measures = responses.itemNames();
        this.cut = builder.cut;
    }

    /** A builder for students of these schools and grades, a label for each student. */
    public static Builder builder(List<String> schools, List<String> grades) {
        return new Builder(schools, grades);
    }

    /** The names of the measures. */
    public List<String> measures() {
        return measures;
    }

    /** The names of the units: {@code district}, the schools, and {@code school, grade}. */
    public List<String> units() {
        return List.copyOf(layout.unitNames);
    }

    /** The names of the groups: {@code all}, {@code attribute label} and, for crosses, two of them with a comma. */
    public List<String> groups() {
        return List.copyOf(layout.groupNames);
    }

    /**
     * The number of that unit.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int unit(String name) {
        return place(layout.unitNames, name);
    }

    /**
     * The number of that group.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int group(String name) {
        return place(layout.groupNames, name);
    }

    private static int place(List<String> names, String name) {
        int place = names.indexOf(name);
        Checks.require(
                place >= 0,
                "name is \"%s\". Maybe one of %s.",
                name,
                names.stream().limit(12).toList());
        return place;
    }

    /**
     * What may be shown under that policy, each small number with a proof, checked. The same for any number of threads.
     * Linear in students times measures for the counting; the proofs take about as long again.
     *
     * @param policy the policy; there is no default
     * @param threads how many threads work, at least one
     */
    public SafeBreakdown protect(PrivacyPolicy policy, int threads) {
        Checks.positive(threads, "threads");
        return Shared.run(threads, () -> {
            List<Counts> counts = IntStream.range(0, measures.size())
                    .parallel()
                    .mapToObj(this::count)
                    .toList();
            return new SafeBreakdown(layout, policy, counts, new Search(layout, policy, counts));
        });
    }

    private Counts count(int measure) {
        Counts counts = new Counts(layout.units(), layout.groups());
        for (int row = 0; row < layout.leafOfRow.length; row++) {
            if (responses.isPresent(row, measure)) {
                int[][] target = responses.score(row, measure) >= cut ? counts.reached : counts.missed;
                int[] cells = target[layout.leafOfRow[row]];
                for (int group : layout.groupsOfRow[row]) {
                    cells[group]++;
                }
            }
        }
        for (int unit = layout.units() - 1; unit > 0; unit--) {
            for (int group = 0; group < layout.groups(); group++) {
                counts.reached[layout.parent[unit]][group] += counts.reached[unit][group];
                counts.missed[layout.parent[unit]][group] += counts.missed[unit][group];
            }
        }
        return counts;
    }

    /** Collects columns. */
    public static final class Builder {
        private final List<String> schools;
        private final List<String> grades;
        private final Map<String, List<String>> attributes = new LinkedHashMap<>();
        private final List<List<String>> crosses = new ArrayList<>();
        private int cut;

        Builder(List<String> schools, List<String> grades) {
            Checks.notEmpty(schools, "schools");
            this.schools = List.copyOf(schools);
            this.grades = sized(grades, "grades");
        }

        private List<String> sized(List<String> labels, String name) {
            Checks.require(
                    labels.size() == schools.size(),
                    "%s has %s labels. Expected %s, one for each student.",
                    name,
                    labels.size(),
                    schools.size());
            return List.copyOf(labels);
        }

        /** Adds an attribute by which to break down, a label for each student. */
        public Builder attribute(String name, List<String> labels) {
            Checks.require(!attributes.containsKey(name), "attribute \"%s\" is there already.", name);
            attributes.put(Checks.text(name, "name"), sized(labels, name));
            return this;
        }

        /** Adds the groups of two attributes together. */
        public Builder cross(String one, String other) {
            crosses.add(List.of(one, other));
            return this;
        }

        /**
         * The breakdown of these measures.
         *
         * @param responses a row for each student in the same order, an item for each measure
         * @param cut the points from which a student has reached a measure
         * @throws IllegalArgumentException if there are not as many rows as students, or a cross names no two attributes
         */
        public Breakdown measures(ResponseTable responses, int cut) {
            Checks.require(
                    responses.students() == schools.size(),
                    "there are %s rows of responses. Expected %s, one for each student.",
                    responses.students(),
                    schools.size());
            Checks.require(!attributes.isEmpty(), "There is no attribute. Expected at least one.");
            this.cut = cut;
            return new Breakdown(this, responses);
        }
    }
}
