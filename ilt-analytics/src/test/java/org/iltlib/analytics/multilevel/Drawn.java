package org.iltlib.analytics.multilevel;

import org.iltlib.analytics.internal.SplitMix;

/** Students with four yearly scores, teachers within schools, and some who move: drawn, with known variances. */
@SuppressWarnings("ArrayRecordComponent")
record Drawn(int[] student, int[] teacher, int[] school, double[] grade, double[] prior, double[] score) {
    static Drawn of(int rows, int schools, int teachersEach, double mobility, long seed) {
        SplitMix chance = SplitMix.of(seed);
        double[] ofSchool = normal(schools, 3, chance);
        double[] ofTeacher = normal(schools * teachersEach, 4, chance);
        double[] ofStudent = normal(rows / 4 + 1, 10, chance);
        Drawn drawn = new Drawn(
                new int[rows], new int[rows], new int[rows], new double[rows], new double[rows], new double[rows]);
        int home = 0;
        for (int i = 0; i < rows; i++) {
            int student = i / 4;
            home = i % 4 == 0 ? chance.nextInt(schools) : home;
            int school = chance.nextDouble() < mobility ? chance.nextInt(schools) : home;
            drawn.student[i] = student;
            drawn.school[i] = school;
            drawn.teacher[i] = school * teachersEach + chance.nextInt(teachersEach);
            drawn.grade[i] = i % 4;
            drawn.prior[i] = 0.9 * ofStudent[student] + 5 * chance.nextGaussian();
            drawn.score[i] = 500
                    + 10 * drawn.grade[i]
                    + ofSchool[school]
                    + ofTeacher[drawn.teacher[i]]
                    + ofStudent[student]
                    + 8 * chance.nextGaussian();
        }
        return drawn;
    }

    private static double[] normal(int count, double spread, SplitMix chance) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = spread * chance.nextGaussian();
        }
        return values;
    }

    MixedDesign crossed() {
        return MixedDesign.of(score)
                .withColumn("grade", grade)
                .withRandom(RandomTerm.intercept("student", student))
                .withRandom(RandomTerm.intercept("teacher", teacher))
                .withRandom(RandomTerm.intercept("school", school));
    }

    MixedDesign nested() {
        return MixedDesign.of(score)
                .withColumn("prior", prior)
                .withColumn("grade", grade)
                .withRandom(RandomTerm.intercept("teacher", teacher))
                .withRandom(RandomTerm.intercept("school", school));
    }

    /** The rows in another order. */
    Drawn inOrder(int[] order) {
        Drawn other = new Drawn(
                new int[order.length],
                new int[order.length],
                new int[order.length],
                new double[order.length],
                new double[order.length],
                new double[order.length]);
        for (int i = 0; i < order.length; i++) {
            other.student[i] = student[order[i]];
            other.teacher[i] = teacher[order[i]];
            other.school[i] = school[order[i]];
            other.grade[i] = grade[order[i]];
            other.prior[i] = prior[order[i]];
            other.score[i] = score[order[i]];
        }
        return other;
    }
}
