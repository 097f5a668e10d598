package org.iltlib.examples.benchmark;

import java.util.SplittableRandom;

/**
 * Scores of students over four years with teachers in schools, drawn from a seed: standard deviations of 3 between
 * schools, 4 between teachers, 10 between students and 8 of the rest; twenty teachers a school, fifty rows a teacher, and
 * 8 of 100 rows in another school than the student's own.
 */
final class DrawnTeaching {
    private static final long SEED = 7;
    private static final int TEACHERS = 20;

    private final double[] score;
    private final double[] prior;
    private final double[] grade;
    private final int[] student;
    private final int[] teacher;
    private final int[] school;

    private DrawnTeaching(int rows) {
        score = new double[rows];
        prior = new double[rows];
        grade = new double[rows];
        student = new int[rows];
        teacher = new int[rows];
        school = new int[rows];
    }

    static DrawnTeaching of(int rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        DrawnTeaching drawn = new DrawnTeaching(rows);
        int students = rows / 4;
        int schools = Math.max(20, rows / 1000);
        double[] ofStudent = normal(random, students, 10);
        double[] ofSchool = normal(random, schools, 3);
        double[] ofTeacher = normal(random, schools * TEACHERS, 4);
        for (int row = 0; row < rows; row++) {
            int one = row % students;
            int year = row / students;
            int at = one % schools;
            if (random.nextDouble() < 0.08) {
                at = random.nextInt(schools);
            }
            int by = at * TEACHERS + random.nextInt(TEACHERS);
            drawn.student[row] = one;
            drawn.school[row] = at;
            drawn.teacher[row] = by;
            drawn.grade[row] = year;
            drawn.prior[row] = 0.9 * ofStudent[one] + 5 * random.nextGaussian();
            drawn.score[row] =
                    500 + 5 * year + ofStudent[one] + ofSchool[at] + ofTeacher[by] + 8 * random.nextGaussian();
        }
        return drawn;
    }

    private static double[] normal(SplittableRandom random, int count, double deviation) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }

    double[] score() {
        return score;
    }

    double[] prior() {
        return prior;
    }

    double[] grade() {
        return grade;
    }

    int[] student() {
        return student;
    }

    int[] teacher() {
        return teacher;
    }

    int[] school() {
        return school;
    }
}
