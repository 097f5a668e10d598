package org.iltlib.choice.single;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.choice.Count;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Rational;

/** The rules of the highest median: they differ in how they separate alternatives with the same one. */
final class MedianRules {
    private MedianRules() {}

    /** What separates equal medians; more is better. */
    interface Separation {
        /** From the voters who grade above the median, below it, and at it (at least one). */
        Rational of(long above, long below, long at);
    }

    static Rational central(long above, long below, long at) {
        return above + below == 0 ? Rational.ZERO : Rational.of(above - below, above + below);
    }

    static Rational usual(long above, long below, long at) {
        return Rational.of(above - below, at);
    }

    static Count count(String rule, GradeProfile profile, Separation separation) {
        long voters = profile.totalWeight();
        int n = profile.size();
        Rational[] seconds = new Rational[n];
        int[] medians = new int[n];
        for (int x = 0; x < n; x++) {
            long[] counts = profile.histogram(x);
            medians[x] = voters == 0 ? 0 : median(counts, voters);
            long above = Arrays.stream(counts).skip(medians[x] + 1L).sum();
            long below = Arrays.stream(counts).limit(medians[x]).sum();
            seconds[x] = voters == 0 ? Rational.ZERO : separation.of(above, below, counts[medians[x]]);
        }
        List<Integer> winners = PairwiseMethods.where(
                n,
                x -> IntStream.range(0, n)
                        .allMatch(y -> medians[x] > medians[y]
                                || (medians[x] == medians[y] && seconds[x].compareTo(seconds[y]) >= 0)));
        return told(rule, profile, winners, medians);
    }

    private static Count told(String rule, GradeProfile profile, List<Integer> winners, int[] medians) {
        return Scores.count(
                rule,
                profile.alternatives(),
                winners,
                Arrays.stream(medians).mapToObj(Rational::of).toList(),
                "Median grade");
    }

    /** Equal medians: a voter with the median grade is taken from each, until they differ. */
    static Count majorityJudgment(GradeProfile profile) {
        List<long[]> counts =
                IntStream.range(0, profile.size()).mapToObj(profile::histogram).toList();
        long voters = profile.totalWeight();
        int best = 0;
        for (int x = 1; x < profile.size(); x++) {
            best = compare(counts.get(x), counts.get(best), voters) > 0 ? x : best;
        }
        int leader = best;
        List<Integer> winners =
                PairwiseMethods.where(profile.size(), x -> compare(counts.get(x), counts.get(leader), voters) == 0);
        int[] medians = counts.stream()
                .mapToInt(histogram -> voters == 0 ? 0 : median(histogram, voters))
                .toArray();
        return told("majority-judgment", profile, winners, medians);
    }

    private static int compare(long[] first, long[] second, long voters) {
        if (Arrays.equals(first, second)) {
            return 0;
        }
        long[] a = first.clone();
        long[] b = second.clone();
        long left = voters;
        while (left > 0) {
            int x = median(a, left);
            int y = median(b, left);
            if (x != y) {
                return Integer.compare(x, y);
            }
            long together = Math.min(stays(a, x, left), stays(b, y, left));
            a[x] -= together;
            b[y] -= together;
            left -= together;
        }
        return 0;
    }

    /** How many voters can be taken away one by one, at least one, such that the median is the same each time. */
    private static long stays(long[] counts, int median, long left) {
        long below = Arrays.stream(counts).limit(median).sum();
        long above = Arrays.stream(counts).skip(median + 1L).sum();
        // With m voters left, the median stays where ⌈m / 2⌉ > below and ⌊m / 2⌋ ≥ above.
        long least = Math.max(2 * below + 1, 2 * above);
        return Math.max(1, Math.min(counts[median], left - least + 1));
    }

    /** The lower median: the grade of voter ⌈voters / 2⌉ from below. */
    private static int median(long[] counts, long voters) {
        long below = 0;
        for (int grade = 0; grade < counts.length; grade++) {
            below += counts[grade];
            if (below >= voters / 2 + voters % 2) {
                return grade;
            }
        }
        throw new IllegalStateException("A histogram of " + voters + " voters has fewer.");
    }
}
