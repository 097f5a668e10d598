package org.iltlib.analytics.impact.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;

/**
 * Effects of a treatment that units start at different times, without mixing early with late starters: for each start g
 * and period t, the mean change from the last period before g to t of the units that start in g, less that of the control
 * group. Immutable options; {@link #of} computes.
 *
 * <p>Each unit counts once, with the mean of its rows in a period. Standard errors come from the units' influence, each
 * arm's variance with n − 1 below; intervals are Student's t with Satterthwaite's degrees of freedom, which are few where few
 * units start: two of thirty have hardly more than one. Bands hold for all effects of a list at
 * once: a multiplier bootstrap with Mammen's two-point weights, a unit at a time, gives the quantile of the largest
 * |t|, and each effect is given Student's quantile of the same probability. Shares of starts in weighted means count as estimates. Source: Callaway &amp; Sant'Anna (2021),
 * doi:10.1016/j.jeconom.2020.12.001, without covariates, with the period before the start as the base of leads too; Mammen
 * (1993), doi:10.1214/aos/1176349025. The R package {@code did} divides by n where this divides by n − 1.
 *
 * <p>Time O(G·T·N + draws·G·T·N) for G starts, T periods and N units. The same seed gives the same bits on any executor.
 */
public final class GroupTimeEffects {
    static final double GOLDEN = (Math.sqrt(5) + 1) / 2;

    private final ControlGroup control;
    private final int draws;
    private final long seed;
    private final double level;
    private final String unit;
    private final Executor executor;

    private GroupTimeEffects(ControlGroup control, int draws, long seed, double level, String unit, Executor executor) {
        this.control = control;
        this.draws = draws;
        this.seed = seed;
        this.level = level;
        this.unit = unit;
        this.executor = executor;
    }

    /** Never-treated controls, 999 draws, seed 1, 95 % intervals, the outcome in points, on the caller's thread. */
    public static GroupTimeEffects withDefaults() {
        return new GroupTimeEffects(ControlGroup.NEVER_TREATED, 999, 1, 0.95, "points", Runnable::run);
    }

    /** A copy with another control group. */
    public GroupTimeEffects withControl(ControlGroup newControl) {
        return new GroupTimeEffects(newControl, draws, seed, level, unit, executor);
    }

    /** A copy with so many draws, at least 1. */
    public GroupTimeEffects withDraws(int number) {
        return new GroupTimeEffects(control, (int) Checks.positive(number, "draws"), seed, level, unit, executor);
    }

    /** A copy with another seed. */
    public GroupTimeEffects withSeed(long newSeed) {
        return new GroupTimeEffects(control, draws, newSeed, level, unit, executor);
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public GroupTimeEffects withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new GroupTimeEffects(control, draws, seed, newLevel, unit, executor);
    }

    /** A copy that names the unit of the outcome in words. */
    public GroupTimeEffects withUnit(String newUnit) {
        return new GroupTimeEffects(control, draws, seed, level, Checks.text(newUnit, "unit"), executor);
    }

    /** A copy that draws on that executor. */
    public GroupTimeEffects withExecutor(Executor newExecutor) {
        return new GroupTimeEffects(control, draws, seed, level, unit, newExecutor);
    }

    /**
     * The effects; missing where nobody starts, no unit is untreated when it is needed, no unit has a period before its
     * start, no outcome varies, units less groups are fewer than four, or the mean of all effects has fewer than four degrees of
     * freedom because few units start or few do not.
     */
    public Measured<GroupTimeResult> of(Panel panel) {
        if (panel.starts().isEmpty()) {
            return Measured.missing(MissingReason.TOO_FEW, "no unit starts within the periods");
        } else if (panel.starts().last() <= panel.periods().first()) {
            return Measured.missing(MissingReason.TOO_FEW, "no period before the start");
        } else if (control == ControlGroup.NEVER_TREATED && !panel.hasUntreated()) {
            return Measured.missing(
                    MissingReason.TOO_FEW, "no untreated unit; maybe hold against units that had not started yet");
        }
        Panel.Cells cells = panel.cells();
        GroupTimeSums sums = new GroupTimeSums(cells, control);
        if (sums.cells().stream().noneMatch(cell -> cell.since() >= 0)) {
            return Measured.missing(MissingReason.TOO_FEW, String.join("; ", sums.notes()));
        } else if (sums.cells().stream().allMatch(cell -> cell.effect().error() == 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "the units of a group all changed alike: no spread");
        }
        int degrees =
                cells.units() - (int) Arrays.stream(cells.starts()).distinct().count();
        if (degrees < 4) {
            return Measured.missing(
                    MissingReason.TOO_FEW, cells.units() + " units; at least four more than different starts needed");
        }
        double found = sums.mean(cell -> cell.since() >= 0).degreesOfFreedom(sums.groups());
        if (!(found >= 4)) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    String.format(
                            Locale.ROOT,
                            "%.1f degrees of freedom, at least 4 needed: too few units start, or too few do not",
                            found));
        }
        return Measured.of(result(cells, sums));
    }

    private GroupTimeResult result(Panel.Cells cells, GroupTimeSums sums) {
        TreeMap<Integer, Influence> events = new TreeMap<>();
        TreeMap<Integer, Influence> starts = new TreeMap<>();
        TreeMap<Integer, Influence> periods = new TreeMap<>();
        for (GroupTimeSums.Cell cell : sums.cells()) {
            events.computeIfAbsent(cell.since(), e -> sums.mean(each -> each.since() == e));
            if (cell.since() >= 0) {
                starts.computeIfAbsent(cell.start(), g -> sums.mean(each -> each.start() == g && each.since() >= 0));
                periods.computeIfAbsent(cell.time(), t -> sums.mean(each -> each.time() == t && each.since() >= 0));
            }
        }
        List<Influence> pairs =
                sums.cells().stream().map(GroupTimeSums.Cell::effect).toList();
        double[] reach = criticalValues(
                List.of(
                        pairs,
                        List.copyOf(events.values()),
                        List.copyOf(starts.values()),
                        List.copyOf(periods.values())),
                Distributions.normalQuantile(0.5 + level / 2));
        List<GroupTimeEffect> effects = new ArrayList<>();
        for (GroupTimeSums.Cell cell : sums.cells()) {
            effects.add(new GroupTimeEffect(
                    cells.times()[cell.start()], timed(cells.times()[cell.time()], cell.effect(), reach, 0, sums)));
        }
        GroupTimeResult.Builder built = GroupTimeResult.builder().effects(effects);
        events.forEach((e, effect) -> built.addByEventTime(timed(e, effect, reach, 1, sums)));
        starts.forEach((g, effect) -> built.addByStart(timed(cells.times()[g], effect, reach, 2, sums)));
        periods.forEach((t, effect) -> built.addByPeriod(timed(cells.times()[t], effect, reach, 3, sums)));
        Influence overall = sums.mean(cell -> cell.since() >= 0);
        List<Influence> before = List.copyOf(events.headMap(0).values());
        double known = before.stream()
                .mapToDouble(lead -> lead.degreesOfFreedom(sums.groups()))
                .min()
                .orElse(0);
        LeadTest leads = LeadTest.of(before, cells.units(), known);
        ClaimRung rung = leads.parallel() ? ClaimRung.QUASI_EXPERIMENTAL : ClaimRung.COMPARED;
        Explanation why = Explanation.of(
                        "On average the units that started changed by %.3f %s more than %s [%s].",
                        overall.value(), unit, control, rung)
                .because(
                        "%d effects of a start in a period, each a difference of mean changes since the last period"
                                + " before the start; no unit under treatment serves as a control.",
                        pairs.size())
                .because("Standard error %.3f from %d units' influence.", overall.error(), cells.units())
                .because(
                        "Bands for all at once: %d draws, seed %d; by event time they reach as far as a normal"
                                + " quantile of %.2f, farther where few units start.",
                        draws, seed, reach[2])
                .because(leads.words());
        for (String note : sums.notes()) {
            why = why.because("Left out: %s.", note);
        }
        return built.overall(estimate(overall, reach[0], sums, "mean group-time effect"))
                .overEventTimes(over(sums.plain(List.copyOf(events.tailMap(0).values())), reach[0], sums))
                .overStarts(over(sums.overStarts(starts), reach[0], sums))
                .overPeriods(over(sums.plain(List.copyOf(periods.values())), reach[0], sums))
                .preTrend(leads.test())
                .units(cells.units())
                .rung(rung)
                .addAssumptions(
                        DifferenceInDifferences.PARALLEL,
                        DifferenceInDifferences.NO_ANTICIPATION,
                        DifferenceInDifferences.NO_SPILLOVER,
                        DifferenceInDifferences.SAME_UNITS,
                        "Once started, a unit stays under treatment.")
                .notes(sums.notes())
                .why(why)
                .build();
    }

    /** The reach of a pointwise interval, and of the bands of each list, as normal quantiles. */
    private double[] criticalValues(List<List<Influence>> lists, double pointwise) {
        int units = lists.get(0).get(0).psi().length;
        List<double[]> largest = Replications.of(draws, seed, executor, chance -> {
            double[] by = new double[units];
            for (int u = 0; u < units; u++) {
                by[u] = chance.nextDouble() < GOLDEN / Math.sqrt(5) ? 1 - GOLDEN : GOLDEN;
            }
            double[] most = new double[lists.size()];
            for (int k = 0; k < most.length; k++) {
                for (Influence effect : lists.get(k)) {
                    double error = effect.error();
                    most[k] = Math.max(most[k], error > 0 ? Math.abs(effect.moved(by)) / error : 0);
                }
            }
            return most;
        });
        double[] reach = new double[lists.size() + 1];
        reach[0] = pointwise;
        for (int k = 0; k < lists.size(); k++) {
            int list = k;
            double[] sorted =
                    largest.stream().mapToDouble(most -> most[list]).sorted().toArray();
            int place = (int) Math.min(sorted.length - 1, Math.ceil(level * sorted.length) - 1);
            reach[k + 1] = Math.max(pointwise, sorted[Math.max(0, place)]);
        }
        return reach;
    }

    private TimedEstimate timed(int time, Influence effect, double[] reach, int list, GroupTimeSums sums) {
        return new TimedEstimate(
                time,
                estimate(effect, reach[0], sums, "group-time effect"),
                estimate(effect, reach[list + 1], sums, "group-time effect, simultaneous band"));
    }

    private Estimate over(Influence effect, double reach, GroupTimeSums sums) {
        return estimate(effect, reach, sums, "mean group-time effect");
    }

    private Estimate estimate(Influence effect, double normal, GroupTimeSums sums, String method) {
        double error = effect.error();
        double degrees = effect.degreesOfFreedom(sums.groups());
        double reach = -Distributions.studentQuantile(degrees, Distributions.normalProbability(-normal));
        return Estimate.builder()
                .value(effect.value())
                .lower(effect.value() - reach * error)
                .upper(effect.value() + reach * error)
                .level(level)
                .standardError(error)
                .n(Arrays.stream(sums.groups()).sum())
                .unit(unit)
                .method(method)
                .build();
    }
}
