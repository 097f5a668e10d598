package org.iltlib.analytics.suggestion.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.stats.Quantiles;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.StandardId;
import org.iltlib.finding.Estimate;

/**
 * How well scores tell accepted from rejected: the share of pairs of one of each in which the accepted has the higher
 * score, a tie counting half; the area under the ROC curve. 0.5 is chance, 1 perfect. The interval is the percentile
 * bootstrap over standards, since judgments of one standard resemble one another.
 *
 * <p>Source: J. Hanley, B. McNeil (1982), doi:10.1148/radiology.143.1.7063747; for the bootstrap over clusters, C. Field,
 * A. Welsh (2007), doi:10.1111/j.1467-9868.2007.00593.x.
 *
 * @param seed of the bootstrap
 * @param replications how many samples, at least 100
 * @param level the confidence level, between 0 and 1
 */
public record Separation(long seed, int replications, double level) {
    /** Checks the parts. */
    public Separation {
        Checks.require(replications >= 100, "replications is %s. Expected at least 100.", replications);
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1.", level);
    }

    /** Two thousand samples, level 0.95. */
    public static Separation withSeed(long seed) {
        return new Separation(seed, 2000, 0.95);
    }

    /** The separation; missing unless there is an accepted and a rejected reply. Time: replications · n log n. */
    public Measured<Estimate> of(List<Foretold> replies) {
        long accepted = replies.stream().filter(Foretold::accepted).count();
        if (accepted == 0 || accepted == replies.size()) {
            return Measured.missing(MissingReason.TOO_FEW, "all replies are alike");
        }
        Map<StandardId, List<Foretold>> byStandard = new TreeMap<>();
        replies.forEach(one -> byStandard
                .computeIfAbsent(one.standard(), any -> new ArrayList<>())
                .add(one));
        List<List<Foretold>> clusters = List.copyOf(byStandard.values());
        SplitMix chance = SplitMix.of(seed);
        double value = area(replies);
        List<Double> areas = new ArrayList<>();
        for (int i = 0; i < replications; i++) {
            List<Foretold> sample = new ArrayList<>();
            for (int j = 0; j < clusters.size(); j++) {
                sample.addAll(clusters.get(chance.nextInt(clusters.size())));
            }
            long yes = sample.stream().filter(Foretold::accepted).count();
            if (yes > 0 && yes < sample.size()) {
                areas.add(area(sample));
            }
        }
        return Measured.of(estimate(
                value,
                areas,
                replies.size(),
                "area under the ROC curve, percentile bootstrap over " + clusters.size() + " standards"));
    }

    /** The separation where each pair has a model of its own. */
    Measured<Estimate> of(PairWins pairs) {
        if (pairs.pairs() == 0) {
            return Measured.missing(MissingReason.TOO_FEW, "no accepted and rejected reply of different standards");
        }
        SplitMix chance = SplitMix.of(seed);
        double value = pairs.share();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < replications; i++) {
            int[] times = new int[pairs.blocks()];
            for (int j = 0; j < times.length; j++) {
                times[chance.nextInt(times.length)]++;
            }
            pairs.share(times).ifPresent(shares::add);
        }
        return Measured.of(estimate(
                value,
                shares,
                pairs.replies(),
                "area under the ROC curve, each pair's standards left out, percentile bootstrap over " + pairs.blocks()
                        + " sets of standards"));
    }

    private Estimate estimate(double value, List<Double> samples, int n, String method) {
        double[] numbers = samples.stream().mapToDouble(Double::doubleValue).toArray();
        return Estimate.builder()
                .value(value)
                .lower(Math.min(value, Quantiles.of(numbers, (1 - level) / 2).orElse(value)))
                .upper(Math.max(value, Quantiles.of(numbers, (1 + level) / 2).orElse(value)))
                .level(level)
                .n(n)
                .unit("share of pairs")
                .method(method)
                .build();
    }

    /** By ranks: ties share the mean of their ranks. */
    private static double area(List<Foretold> replies) {
        Foretold[] sorted = replies.toArray(Foretold[]::new);
        Arrays.sort(sorted, java.util.Comparator.comparingDouble(Foretold::score));
        double ranks = 0;
        long accepted = 0;
        int start = 0;
        while (start < sorted.length) {
            int end = start;
            int yes = 0;
            while (end < sorted.length && sorted[end].score() == sorted[start].score()) {
                yes += sorted[end].accepted() ? 1 : 0;
                end++;
            }
            ranks += yes * (start + 1 + end) / 2.0;
            accepted += yes;
            start = end;
        }
        double pairs = (double) accepted * (sorted.length - accepted);
        return (ranks - accepted * (accepted + 1) / 2.0) / pairs;
    }
}
