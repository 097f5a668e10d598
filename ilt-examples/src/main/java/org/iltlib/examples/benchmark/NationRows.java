package org.iltlib.examples.benchmark;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.percentile.GrowthModel;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.growth.summary.GroupGrowth;
import org.iltlib.analytics.growth.summary.GrowthSummary;
import org.iltlib.analytics.simulation.NationSimulation;
import org.iltlib.analytics.simulation.SimulatedCohort;
import org.iltlib.analytics.stats.SuppressionPolicy;

/** A whole nation's growth, drawn, fitted, scored and summed up by school, one cohort in memory at a time. */
public final class NationRows {
    private static final long SEED = 44;

    /** What 44 million scores in an hour are in a second. */
    private static final double SCORES_A_SECOND = 44e6 / 3600;

    private NationRows() {}

    /** So many scores in 14 cohorts of so many states. */
    public static Row of(long scores, int states, int cohorts, Executor threads) {
        NationSimulation nation = NationSimulation.withDefaults().withSize(scores, states, cohorts);
        GrowthModel model = GrowthModel.withDefaults().withExecutor(threads);
        GrowthSummary summary = GrowthSummary.withDefaults(SuppressionPolicy.NCES_2011_603);
        long scored = 0;
        long schools = 0;
        long sum = 0;
        double worst = 0;
        long start = System.nanoTime();
        for (Iterator<SimulatedCohort> all = nation.of(SEED).iterator(); all.hasNext(); ) {
            SimulatedCohort drawn = all.next();
            GrowthCohort cohort = PercentileRows.cohort(drawn)
                    .withSchools(
                            drawn.school(),
                            IntStream.range(0, drawn.schoolEffect().length)
                                    .mapToObj(school -> "school " + school)
                                    .toList());
            GrowthPercentiles growth = model.of(cohort);
            List<GroupGrowth> groups = summary.of(growth);
            scored += growth.scored();
            schools += groups.size();
            for (int percentile : growth.percentiles()) {
                sum += percentile;
            }
            worst = Math.max(worst, worst(growth));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Row(
                String.format(Locale.ROOT, "a nation: %,d scores in %d cohorts of %d states", scores, cohorts, states),
                scores / seconds / SCORES_A_SECOND,
                1,
                "",
                String.format(
                        Locale.ROOT,
                        "%.0f s; %,d percentiles, mean %.3f, of %,d schools; worst gap %.1e; heap of %,d MB at most",
                        seconds,
                        scored,
                        (double) sum / scored,
                        schools,
                        worst,
                        Runtime.getRuntime().maxMemory() >> 20));
    }

    private static double worst(GrowthPercentiles growth) {
        return growth.matrices().stream()
                .flatMap(matrix -> matrix.value().stream())
                .flatMap(matrix -> matrix.certificate().stream())
                .mapToDouble(certificate -> certificate.gap())
                .max()
                .orElse(0);
    }
}
