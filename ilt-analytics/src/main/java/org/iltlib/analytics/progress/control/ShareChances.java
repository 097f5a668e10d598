package org.iltlib.analytics.progress.control;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.CountedRuns;
import org.iltlib.analytics.internal.Remembered;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.progress.Chance;
import org.iltlib.analytics.progress.ErrorRates;

/**
 * How often a chart of shares signals something among the watched points, if the share stays and if it changes, its
 * limits coming from a baseline of chance. Counts are binomial, or beta-binomial where the spread is above 1. Simulated
 * with the plan's seed and remembered, the same on any number of threads; for limits that are known see {@link
 * ShareChart#signals}, which is exact.
 */
public final class ShareChances {
    private static final Remembered<Question, Chance> REMEMBERED = new Remembered<>(500);

    private record Question(SharePlan plan, double after) {}

    private final SharePlan plan;
    private final Executor executor;

    private ShareChances(SharePlan plan, Executor executor) {
        this.plan = plan;
        this.executor = executor;
    }

    /** Under that plan. */
    public static ShareChances of(SharePlan plan) {
        return new ShareChances(plan, Runnable::run);
    }

    /** A copy that simulates on that executor, whose last thread must not be the caller's. */
    public ShareChances on(Executor other) {
        return new ShareChances(plan, other);
    }

    /** The chance of a signal if nothing changes. */
    public Chance falseAlarm() {
        return signals(plan.share());
    }

    /** The chance of no signal if the share changes as the plan says. */
    public Chance miss() {
        return signals(plan.changed()).not();
    }

    /** Both. */
    public ErrorRates rates() {
        return new ErrorRates(falseAlarm(), miss());
    }

    private Chance signals(double after) {
        return REMEMBERED.get(new Question(plan, after), () -> {
            Map<Long, double[]> before = sums(plan.baseline(), plan.share());
            Map<Long, double[]> later = sums(plan.watched(), after);
            int times = CountedRuns.of(plan.runs(), executor, run -> signals(before, later, run));
            return Chance.simulated(times, plan.runs());
        });
    }

    /** The distribution function of the count, for each total. */
    private Map<Long, double[]> sums(List<Long> totals, double share) {
        ShareChart truth = new ShareChart(share, plan.spread());
        Map<Long, double[]> sums = new HashMap<>();
        for (long total : totals) {
            sums.computeIfAbsent(total, n -> {
                double[] sum = new double[Math.toIntExact(n)];
                double all = 0;
                for (int count = 0; count < sum.length; count++) {
                    all += truth.probability(count, n, share);
                    sum[count] = all;
                }
                return sum;
            });
        }
        return sums;
    }

    private boolean signals(Map<Long, double[]> before, Map<Long, double[]> later, int run) {
        SplitMix chance = Replications.chance(plan.seed(), run);
        ShareChart chart = limits(drawn(plan.baseline(), before, chance));
        ShareWatch watch = chart.watch(plan.rules());
        long[] counts = drawn(plan.watched(), later, chance);
        for (int i = 0; i < counts.length; i++) {
            watch.feed(counts[i], plan.watched().get(i));
        }
        return !watch.signals().isEmpty();
    }

    private ShareChart limits(long[] counts) {
        long[] totals = plan.baseline().stream().mapToLong(total -> total).toArray();
        ShareChart plain = ShareChart.of(counts, totals);
        boolean scatters = plain.share() > 0 && plain.share() < 1;
        return plan.laney() && scatters ? ShareChart.laney(counts, totals) : plain;
    }

    private static long[] drawn(List<Long> totals, Map<Long, double[]> sums, SplitMix chance) {
        long[] counts = new long[totals.size()];
        for (int i = 0; i < counts.length; i++) {
            double[] sum = sums.getOrDefault(totals.get(i), new double[0]);
            int place = Arrays.binarySearch(sum, chance.nextDouble());
            counts[i] = place < 0 ? -place - 1 : place;
        }
        return counts;
    }
}
