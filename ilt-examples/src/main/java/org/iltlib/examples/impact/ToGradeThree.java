package org.iltlib.examples.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Subject;

/**
 * Pupils with a mathematics score in kindergarten and in grade 3: one place of each array a pupil. Class and school are
 * those of kindergarten, to which the lot assigned.
 *
 * @param before the score in kindergarten
 * @param after the score in grade 3
 * @param small whether the kindergarten class was small
 * @param school the school's code
 * @param room the class's code
 * @param left how many pupils with a score in kindergarten have none in grade 3
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record ToGradeThree(double[] before, double[] after, boolean[] small, int[] school, int[] room, int left) {
    static ToGradeThree of(StarData data) {
        StarData first = data.grade("K");
        StarData last = data.grade("3");
        Map<String, Double> later = new HashMap<>();
        double[] lastScores = last.scores(Subject.MATHEMATICS);
        for (int row = 0; row < lastScores.length; row++) {
            int at = row;
            if (!Double.isNaN(lastScores[row])) {
                last.students().find(row).ifPresent(id -> later.put(id, lastScores[at]));
            }
        }
        double[] scores = first.scores(Subject.MATHEMATICS);
        boolean[] small = first.small();
        List<Integer> pairs = new ArrayList<>();
        int left = 0;
        for (int row = 0; row < scores.length; row++) {
            if (!Double.isNaN(scores[row])) {
                boolean stayed =
                        first.students().find(row).filter(later::containsKey).isPresent();
                left += stayed ? 0 : 1;
                if (stayed) {
                    pairs.add(row);
                }
            }
        }
        int[] rows = pairs.stream().mapToInt(Integer::intValue).toArray();
        boolean[] ofPairs = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ofPairs[i] = small[rows[i]];
        }
        int[] schools = first.schools();
        int[] rooms = first.classes();
        return new ToGradeThree(
                Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray(),
                Arrays.stream(rows)
                        .mapToDouble(row ->
                                later.getOrDefault(first.students().find(row).orElseThrow(), Double.NaN))
                        .toArray(),
                ofPairs,
                Arrays.stream(rows).map(row -> schools[row]).toArray(),
                Arrays.stream(rows).map(row -> rooms[row]).toArray(),
                left);
    }

    int count() {
        return before.length;
    }

    double[] gain() {
        double[] gain = new double[before.length];
        Arrays.setAll(gain, i -> after[i] - before[i]);
        return gain;
    }

    /** 1 for a small class, 0 for another. */
    double[] marks() {
        double[] marks = new double[small.length];
        Arrays.setAll(marks, i -> small[i] ? 1 : 0);
        return marks;
    }

    /** The mean of the school in kindergarten, of the pupils counted here. */
    double[] meanBeforeOfSchool() {
        Map<Integer, double[]> sums = new HashMap<>();
        for (int i = 0; i < before.length; i++) {
            double[] sum = sums.computeIfAbsent(school[i], code -> new double[2]);
            sum[0] += before[i];
            sum[1]++;
        }
        double[] means = new double[before.length];
        for (int i = 0; i < means.length; i++) {
            double[] sum = sums.getOrDefault(school[i], new double[2]);
            means[i] = sum[0] / sum[1];
        }
        return means;
    }
}
