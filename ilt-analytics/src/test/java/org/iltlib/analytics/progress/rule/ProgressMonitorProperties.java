package org.iltlib.analytics.progress.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.evidence.AimLine;
import org.iltlib.evidence.PhaseCause;
import org.iltlib.evidence.PhaseLine;
import org.iltlib.evidence.Probe;
import org.iltlib.evidence.ProgressSeries;

/**
 * Feeding one probe at a time gives what computing from the start gives, and both give what the rule says, computed here
 * anew from its definition. The series have ties with the aim line, missed weeks and phases; all numbers are such that
 * the definitions do not depend on rounding.
 */
class ProgressMonitorProperties {
    private static final LocalDate START = LocalDate.of(2026, 9, 7);
    private static final List<ProgressRule> RULES = List.of(
            RunRule.of(3, 6),
            RunRule.of(4, 4).withMinimum(6),
            MedianRule.of(3),
            MedianRule.of(5).withMinimum(7),
            SlopeRule.leastSquares().withMinimum(3),
            SlopeRule.theilSen().withMinimum(3),
            BoundRule.withDefaults().withMinimum(4));

    private static ProgressSeries start(boolean rising) {
        return ProgressSeries.builder()
                .id(EntryId.of("progress"))
                .measure("A measure")
                .unit("points")
                .addBaseline(Probe.of(START, 40), Probe.of(START, 40), Probe.of(START, 40))
                .goal(Probe.of(START.plusWeeks(10), rising ? 60 : 20))
                .build();
    }

    @Property(tries = 300)
    void feedingOneAtATimeEqualsComputingAllAndTheDefinition(
            @ForAll long seed, @ForAll @IntRange(max = 6) int which, @ForAll boolean rising) {
        ProgressPolicy policy = ProgressPolicy.withDefaults().withRule(RULES.get(which));
        SplittableRandom random = new SplittableRandom(seed);
        ProgressSeries series = start(rising);
        ProgressMonitor monitor = policy.monitor(series);
        for (int week = 0; week < 24; week++) {
            LocalDate day = START.plusWeeks(week);
            if (random.nextInt(8) == 0) {
                PhaseLine line = line(day, random.nextInt(3));
                series = series.with(line);
                monitor.feed(line);
            }
            if (random.nextInt(4) == 0) {
                continue;
            }
            Probe probe = Probe.of(day, 40 + (rising ? 2 : -2) * week + random.nextInt(5) - 2);
            series = series.with(probe);
            Measured<Advice> fed = monitor.feed(probe);
            assertThat(fed).isEqualTo(policy.monitor(series).advice());
            assertThat(fed.value()).isEqualTo(defined(policy.rule(), series.currentPhase()));
        }
        assertThat(monitor.advice()).isEqualTo(policy.monitor(series).advice());
        if (which != 5) { // simulated, which takes its time
            assertThat(monitor.verdict(Measured.of(0.9))).isEqualTo(policy.of(series, Measured.of(0.9)));
        }
    }

    private static PhaseLine line(LocalDate day, int kind) {
        PhaseLine.Builder line = PhaseLine.builder().on(day).reason("As agreed");
        return switch (kind) {
            case 0 -> line.cause(PhaseCause.SUPPORT).build();
            case 1 -> line.cause(PhaseCause.INSTRUMENT).build();
            default ->
                line.cause(PhaseCause.GOAL)
                        .aim(AimLine.of(Probe.of(day, 50), Probe.of(day.plusWeeks(8), 66)))
                        .build();
        };
    }

    private static Optional<Advice> defined(ProgressRule rule, ProgressSeries.Phase phase) {
        List<Probe> probes = phase.probes();
        if (phase.aim().isEmpty() || probes.size() < rule.minimum()) {
            return Optional.empty();
        }
        AimLine aim = phase.aim().get();
        double[] weeks =
                probes.stream().mapToDouble(p -> Math.round(aim.weeks(p.on()))).toArray();
        double perWeek = Math.round(aim.perWeek());
        double[] ahead = new double[weeks.length];
        for (int i = 0; i < weeks.length; i++) {
            ahead[i] = (probes.get(i).score() - aim.from().score() - perWeek * weeks[i]) * (aim.rises() ? 1 : -1);
        }
        double[] counted = java.util.stream.IntStream.range(0, weeks.length)
                .filter(i -> weeks[i] > 0)
                .mapToDouble(i -> ahead[i])
                .toArray();
        if (rule instanceof RunRule run) {
            return Optional.of(
                    last(counted, run.behind(), -1)
                            ? Advice.INTENSIFY
                            : last(counted, run.ahead(), 1) ? Advice.RAISE_GOAL : Advice.CONTINUE);
        } else if (rule instanceof MedianRule median) {
            if (counted.length < median.points()) {
                return Optional.of(Advice.CONTINUE);
            }
            double[] few = Arrays.copyOfRange(counted, counted.length - median.points(), counted.length);
            Arrays.sort(few);
            return Optional.of(few[median.points() / 2] < 0 ? Advice.INTENSIFY : Advice.CONTINUE);
        } else if (rule instanceof SlopeRule slope) {
            return Optional.of(slope(slope.method(), weeks, ahead) < -1e-9 ? Advice.INTENSIFY : Advice.CONTINUE);
        }
        double slope = slope(SlopeRule.Method.LEAST_SQUARES, weeks, ahead);
        double reach = Distributions.studentQuantile(weeks.length - 2, 0.9) * error(weeks, ahead, slope);
        return Optional.of(
                slope + reach < -1e-9 ? Advice.INTENSIFY : slope - reach > 1e-9 ? Advice.RAISE_GOAL : Advice.CONTINUE);
    }

    private static boolean last(double[] ahead, int many, int sign) {
        return ahead.length >= many
                && Arrays.stream(ahead, ahead.length - many, ahead.length).allMatch(a -> Math.signum(a) == sign);
    }

    private static double slope(SlopeRule.Method method, double[] x, double[] y) {
        double[] slopes = new double[x.length * (x.length - 1) / 2];
        double above = 0;
        double below = 0;
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                slopes[k++] = (y[j] - y[i]) / (x[j] - x[i]);
                above += (y[j] - y[i]) * (x[j] - x[i]);
                below += (x[j] - x[i]) * (x[j] - x[i]);
            }
        }
        Arrays.sort(slopes);
        return method == SlopeRule.Method.LEAST_SQUARES ? above / below : (slopes[(k - 1) / 2] + slopes[k / 2]) / 2;
    }

    private static double error(double[] x, double[] y, double slope) {
        double mx = Arrays.stream(x).average().orElseThrow();
        double my = Arrays.stream(y).average().orElseThrow();
        double rest = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            rest += Math.pow(y[i] - my - slope * (x[i] - mx), 2);
            squares += Math.pow(x[i] - mx, 2);
        }
        return Math.sqrt(rest / (x.length - 2) / squares);
    }
}
