package org.iltlib.analytics.multilevel;

import org.iltlib.analytics.internal.SplitMix;

/** Successes of trials of students in schools, with teachers who teach in several: drawn, with known variances. */
@SuppressWarnings("ArrayRecordComponent")
record DrawnOutcomes(int[] school, int[] teacher, double[] x, int[] successes, int[] trials) {
    static DrawnOutcomes of(int rows, int schools, int teachers, int mostTrials, long seed) {
        SplitMix chance = SplitMix.of(seed);
        double[] ofSchool = new double[schools];
        double[] slope = new double[schools];
        for (int s = 0; s < schools; s++) {
            ofSchool[s] = chance.nextGaussian();
            slope[s] = 0.5 * chance.nextGaussian();
        }
        double[] ofTeacher = new double[teachers];
        for (int t = 0; t < teachers; t++) {
            ofTeacher[t] = 0.7 * chance.nextGaussian();
        }
        DrawnOutcomes drawn =
                new DrawnOutcomes(new int[rows], new int[rows], new double[rows], new int[rows], new int[rows]);
        for (int i = 0; i < rows; i++) {
            int school = chance.nextInt(schools);
            int teacher = chance.nextInt(teachers);
            drawn.school[i] = school;
            drawn.teacher[i] = teacher;
            drawn.x[i] = chance.nextGaussian();
            drawn.trials[i] = 1 + chance.nextInt(mostTrials);
            double eta = -0.3 + ofSchool[school] + ofTeacher[teacher] + (0.4 + slope[school]) * drawn.x[i];
            for (int k = 0; k < drawn.trials[i]; k++) {
                drawn.successes[i] += chance.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
            }
        }
        return drawn;
    }

    BinomialDesign fixed() {
        return BinomialDesign.of(successes, trials).withColumn("x", x);
    }

    BinomialDesign schools() {
        return fixed().withRandom(RandomTerm.intercept("school", school));
    }

    /** Correlated slopes of schools, crossed with teachers. */
    BinomialDesign crossed() {
        return fixed().withRandom(RandomTerm.intercept("school", school).withSlope("x", x))
                .withRandom(RandomTerm.intercept("teacher", teacher));
    }

    /** Some of the rows, perhaps several times, in that order. */
    DrawnOutcomes at(int[] rows) {
        int n = rows.length;
        DrawnOutcomes some = new DrawnOutcomes(new int[n], new int[n], new double[n], new int[n], new int[n]);
        for (int i = 0; i < n; i++) {
            some.school[i] = school[rows[i]];
            some.teacher[i] = teacher[rows[i]];
            some.x[i] = x[rows[i]];
            some.successes[i] = successes[rows[i]];
            some.trials[i] = trials[rows[i]];
        }
        return some;
    }

    /** One row for each trial. */
    DrawnOutcomes oneByOne() {
        int all = 0;
        for (int count : trials) {
            all += count;
        }
        int[] rows = new int[all];
        int[] yes = new int[all];
        int at = 0;
        for (int i = 0; i < trials.length; i++) {
            for (int k = 0; k < trials[i]; k++) {
                rows[at] = i;
                yes[at++] = k < successes[i] ? 1 : 0;
            }
        }
        DrawnOutcomes single = at(rows);
        for (int i = 0; i < all; i++) {
            single.successes[i] = yes[i];
            single.trials[i] = 1;
        }
        return single;
    }
}
