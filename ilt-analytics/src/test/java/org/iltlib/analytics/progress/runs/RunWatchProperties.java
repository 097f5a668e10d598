package org.iltlib.analytics.progress.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.analytics.progress.runs.RunSignal.Rule;

/** Point by point gives what all points at once give, and both what the definition says, written anew here. */
class RunWatchProperties {

    @Property(tries = 500)
    void feedingOneAtATimeEqualsReadingAllAndTheDefinition(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int spread) {
        SplittableRandom random = new SplittableRandom(seed);
        RunRules rules = RunRules.builder()
                .shift(2 + random.nextInt(5))
                .trend(3 + random.nextInt(3))
                .runsLevel(0.1)
                .longRun(true)
                .fewCrossings(true)
                .build();
        RunWatch watch = rules.watch(0);
        List<RunSignal> before = new ArrayList<>();
        int start = 0;
        Double[] all = new Double[40];
        for (int place = 0; place < all.length; place++) {
            if (random.nextInt(25) == 0) {
                before = new ArrayList<>(local(rules, all, start, place, before));
                start = place;
                watch.restart(0);
            }
            if (random.nextInt(6) == 0) {
                watch.skip();
            } else {
                all[place] = (double) random.nextInt(2 * spread + 1) - spread;
                watch.feed(all[place]);
            }
            RunReading reading = watch.reading();
            List<RunSignal> expected = new ArrayList<>(local(rules, all, start, place + 1, before));
            expected.addAll(global(rules, all, start, place + 1));
            assertThat(reading.signals()).containsExactlyElementsOf(expected);
            if (start == 0 && Arrays.stream(all, 0, place + 1).noneMatch(v -> v == null)) {
                double[] values =
                        Arrays.stream(all, 0, place + 1).mapToDouble(v -> v).toArray();
                assertThat(rules.against(0, values)).isEqualTo(reading);
            }
        }
    }

    private static List<Integer> places(Double[] all, int from, int to) {
        return IntStream.range(from, to).filter(i -> all[i] != null).boxed().toList();
    }

    /** A shift is complete at a point if the last k useful ones share a side and the one before them does not. */
    private static List<RunSignal> local(RunRules rules, Double[] all, int from, int to, List<RunSignal> before) {
        List<RunSignal> found = new ArrayList<>(before);
        int shift = rules.shift().orElseThrow();
        int trend = rules.trend().orElseThrow();
        List<Integer> there = places(all, from, to);
        List<Integer> useful = there.stream().filter(i -> all[i] != 0).toList();
        List<Integer> distinct = new ArrayList<>();
        for (int i : there) {
            if (distinct.isEmpty() || !all[distinct.get(distinct.size() - 1)].equals(all[i])) {
                distinct.add(i);
            }
        }
        for (int i : there) {
            int u = useful.indexOf(i);
            if (u >= shift - 1
                    && useful.subList(u - shift + 1, u + 1).stream()
                            .allMatch(j -> Math.signum(all[j]) == Math.signum(all[i]))
                    && (u == shift - 1 || Math.signum(all[useful.get(u - shift)]) != Math.signum(all[i]))) {
                found.add(new RunSignal(Rule.SHIFT, useful.get(u - shift + 1) + 1, i + 1));
            }
            int d = distinct.indexOf(i);
            if (d >= trend - 1
                    && monotone(all, distinct.subList(d - trend + 1, d + 1))
                    && (d == trend - 1 || !monotone(all, distinct.subList(d - trend, d + 1)))) {
                found.add(new RunSignal(Rule.TREND, distinct.get(d - trend + 1) + 1, i + 1));
            }
        }
        return found;
    }

    private static boolean monotone(Double[] all, List<Integer> places) {
        double sign = Math.signum(all[places.get(1)] - all[places.get(0)]);
        return IntStream.range(1, places.size())
                .allMatch(i -> Math.signum(all[places.get(i)] - all[places.get(i - 1)]) == sign);
    }

    private static List<RunSignal> global(RunRules rules, Double[] all, int from, int to) {
        List<RunSignal> found = new ArrayList<>();
        List<Integer> useful =
                places(all, from, to).stream().filter(i -> all[i] != 0).toList();
        int n = useful.size();
        int above = (int) useful.stream().filter(i -> all[i] > 0).count();
        int crossings = (int) IntStream.range(1, n)
                .filter(i -> Math.signum(all[useful.get(i)]) != Math.signum(all[useful.get(i - 1)]))
                .count();
        if (n >= 10) {
            double half = rules.runsLevel().orElseThrow() / 2;
            if (RunCounts.atMost(crossings + 1, above, n - above) <= half) {
                found.add(new RunSignal(Rule.TOO_FEW_RUNS, from + 1, to));
            } else if (RunCounts.atLeast(crossings + 1, above, n - above) <= half) {
                found.add(new RunSignal(Rule.TOO_MANY_RUNS, from + 1, to));
            }
        }
        if (n < 2) {
            return found;
        }
        AnhojLimits limits = AnhojLimits.of(n);
        int best = 0;
        int bestFrom = 0;
        for (int i = 0; i < n; i++) {
            int end = i;
            while (end < n && Math.signum(all[useful.get(end)]) == Math.signum(all[useful.get(i)])) {
                end++;
            }
            if (end - i > best) {
                best = end - i;
                bestFrom = useful.get(i);
            }
        }
        if (best > limits.longestRun()) {
            found.add(new RunSignal(Rule.LONG_RUN, bestFrom + 1, to));
        }
        if (crossings < limits.fewestCrossings()) {
            found.add(new RunSignal(Rule.FEW_CROSSINGS, from + 1, to));
        }
        return found;
    }
}
