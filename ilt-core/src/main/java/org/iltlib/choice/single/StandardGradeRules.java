package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.iltlib.choice.Count;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Rational;

/** The rules by grades. */
enum StandardGradeRules implements GradeRule {
    APPROVAL("approval", p -> Scores.count("approval", p.alternatives(), approvals(p), "Voters who approve")),
    SCORE("score", p -> Scores.count("score", p.alternatives(), sums(p), "Sum of grades")),
    STAR("star", StandardGradeRules::star),
    MAJORITY_JUDGMENT("majority-judgment", StandardGradeRules::majorityJudgment);

    private final String rule;
    private final Function<GradeProfile, Count> method;

    StandardGradeRules(String rule, Function<GradeProfile, Count> method) {
        this.rule = rule;
        this.method = method;
    }

    @Override
    public String ruleName() {
        return rule;
    }

    @Override
    public Count count(GradeProfile profile) {
        return method.apply(profile);
    }

    private static List<Rational> sums(GradeProfile profile) {
        return each(
                profile,
                counts -> IntStream.range(0, counts.length)
                        .mapToLong(grade -> grade * counts[grade])
                        .sum());
    }

    private static List<Rational> approvals(GradeProfile profile) {
        return each(profile, counts -> Arrays.stream(counts).skip(1).sum());
    }

    private static List<Rational> highest(GradeProfile profile) {
        return each(profile, counts -> counts[counts.length - 1]);
    }

    private static List<Rational> each(GradeProfile profile, Function<long[], Long> score) {
        return IntStream.range(0, profile.size())
                .mapToObj(x -> Rational.of(score.apply(profile.histogram(x))))
                .toList();
    }

    private static Count star(GradeProfile profile) {
        List<Rational> sums = sums(profile);
        List<Rational> tops = highest(profile);
        Margins margins = Margins.of(profile.toProfile());
        int n = profile.size();
        int[] wins = new int[n];
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < n; y++) {
                wins[x] += sums.get(x).equals(sums.get(y)) && margins.beats(x, y) ? 1 : 0;
            }
        }
        Comparator<Integer> better = Comparator.<Integer, Rational>comparing(sums::get)
                .thenComparingInt(x -> wins[x])
                .thenComparing(tops::get)
                .reversed();
        BitSet winners = new BitSet();
        for (List<Integer> pair : finalists(n, better)) {
            int x = pair.get(0);
            int y = pair.get(1);
            int order = Long.signum(margins.margin(x, y));
            order = order != 0 ? order : sums.get(x).compareTo(sums.get(y));
            order = order != 0 ? order : tops.get(x).compareTo(tops.get(y));
            if (order >= 0) {
                winners.set(x);
            }
            if (order <= 0) {
                winners.set(y);
            }
        }
        List<Integer> list = winners.stream().boxed().toList();
        return Scores.count("star", profile.alternatives(), list, sums, "Sum of grades");
    }

    /** Every pair such that nobody else is better than the second of it. */
    private static List<List<Integer>> finalists(int n, Comparator<Integer> better) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int x = 0; x < n; x++) {
            for (int y = x + 1; y < n; y++) {
                int a = x;
                int b = y;
                boolean last = IntStream.range(0, n)
                        .filter(z -> z != a && z != b)
                        .allMatch(z -> better.compare(a, z) <= 0 && better.compare(b, z) <= 0);
                if (last) {
                    pairs.add(List.of(x, y));
                }
            }
        }
        return n == 1 ? List.of(List.of(0, 0)) : pairs;
    }

    private static Count majorityJudgment(GradeProfile profile) {
        List<long[]> counts =
                IntStream.range(0, profile.size()).mapToObj(profile::histogram).toList();
        long voters = profile.totalWeight();
        int best = 0;
        for (int x = 1; x < profile.size(); x++) {
            best = compare(counts.get(x), counts.get(best), voters) > 0 ? x : best;
        }
        int leader = best;
        List<Integer> winners = IntStream.range(0, profile.size())
                .filter(x -> compare(counts.get(x), counts.get(leader), voters) == 0)
                .boxed()
                .toList();
        List<Rational> medians = counts.stream()
                .map(histogram -> Rational.of(voters == 0 ? 0 : median(histogram, voters)))
                .toList();
        return Scores.count("majority-judgment", profile.alternatives(), winners, medians, "Median grade");
    }

    private static int compare(long[] first, long[] second, long voters) {
        if (Arrays.equals(first, second)) {
            return 0;
        }
        long[] a = first.clone();
        long[] b = second.clone();
        for (long left = voters; left > 0; left--) {
            int x = median(a, left);
            int y = median(b, left);
            if (x != y) {
                return Integer.compare(x, y);
            }
            a[x]--;
            b[y]--;
        }
        return 0;
    }

    /** The lower median: the grade of voter ⌈voters / 2⌉ from below. */
    private static int median(long[] counts, long voters) {
        long below = 0;
        for (int grade = 0; grade < counts.length; grade++) {
            below += counts[grade];
            if (below >= (voters + 1) / 2) {
                return grade;
            }
        }
        throw new IllegalStateException("A histogram of " + voters + " voters has fewer.");
    }
}
