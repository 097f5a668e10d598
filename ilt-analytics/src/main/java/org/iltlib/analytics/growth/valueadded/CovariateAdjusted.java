package org.iltlib.analytics.growth.valueadded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.multilevel.MixedDesign;
import org.iltlib.analytics.multilevel.MixedFit;
import org.iltlib.analytics.multilevel.MixedModel;
import org.iltlib.analytics.multilevel.RandomTerm;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Value added by what was to be expected from earlier scores: score ~ earlier scores + their means by class + other
 * columns + (1 | teacher) + (1 | school), by REML. The predicted effects of teachers and schools are what is asked for.
 * Immutable options.
 *
 * <p>Teachers differ within their school, schools from each other; a teacher's effect is beside that of the school. The
 * means by class keep apart what a student gains from classmates, as far as their scores tell it.
 *
 * <p>Earlier scores are measured with error, which draws their coefficients towards zero and makes teachers of students
 * who came with low scores look worse than they are. Where the standard errors of measurement are told, the scores are
 * calibrated first ({@link #withErrorOf}); the intervals take that calibration as known.
 */
public final class CovariateAdjusted {
    private final SuppressionPolicy policy;
    private final MixedModel model;
    private final boolean classMeans;
    private final Map<String, Double> errors;

    private CovariateAdjusted(
            SuppressionPolicy policy, MixedModel model, boolean classMeans, Map<String, Double> errors) {
        this.policy = policy;
        this.model = model;
        this.classMeans = classMeans;
        this.errors = errors;
    }

    /** With means by class, 95 % intervals, earlier scores taken as they are. */
    public static CovariateAdjusted withDefaults(SuppressionPolicy policy) {
        return new CovariateAdjusted(policy, MixedModel.withDefaults().withUnit("points"), true, Map.of());
    }

    /** A copy with another level of confidence. */
    public CovariateAdjusted withLevel(double level) {
        return new CovariateAdjusted(policy, model.withLevel(level), classMeans, errors);
    }

    /** A copy that works on that executor. */
    public CovariateAdjusted withExecutor(Executor executor) {
        return new CovariateAdjusted(policy, model.withExecutor(executor), classMeans, errors);
    }

    /** A copy without the means by class. */
    public CovariateAdjusted withoutClassMeans() {
        return new CovariateAdjusted(policy, model, false, errors);
    }

    /**
     * A copy that calibrates the earlier score of that name.
     *
     * @param prior its name
     * @param standardError of measurement, in points, above zero
     */
    public CovariateAdjusted withErrorOf(String prior, double standardError) {
        Checks.require(
                Checks.finite(standardError, "standardError") > 0,
                "The standard error of \"%s\" is %s. Expected above zero.",
                prior,
                standardError);
        Map<String, Double> all = new LinkedHashMap<>(errors);
        all.put(prior, standardError);
        return new CovariateAdjusted(policy, model, classMeans, all);
    }

    /**
     * The effects. Missing, with the reason, if the rows do not carry the model.
     *
     * @throws IllegalArgumentException if the rows have no teacher, or an error is told of a score that is not there
     */
    public Measured<ValueAdded> of(TaughtRows rows) {
        Checks.require(
                rows.shared().isPresent() || rows.teachers().length > 0,
                "The rows name no teachers. Expected taughtBy.");
        for (String prior : errors.keySet()) {
            Checks.require(
                    rows.names().subList(0, rows.priors()).contains(prior),
                    "An error is told of \"%s\". Expected one of the earlier scores %s.",
                    prior,
                    rows.names().subList(0, rows.priors()));
        }
        Checks.require(
                !classMeans || rows.priors() == 0 || rows.classes().length > 0,
                "Rows with several teachers need classes for their means. Maybe say withoutClassMeans.");
        int[] places = rows.complete();
        if (places.length < MixedModel.FEWEST_ROWS) {
            return Measured.missing(MissingReason.TOO_FEW, places.length + " complete rows");
        }
        Optional<double[][]> columns = columns(rows, places);
        if (columns.isEmpty()) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "earlier scores vary less within classes than their errors alone would");
        }
        MixedDesign design = MixedDesign.of(at(rows.outcome(), places));
        for (int i = 0; i < columns.get().length; i++) {
            design = design.withColumn(name(rows, i), columns.get()[i]);
        }
        RandomTerm teachers = rows.shared()
                .map(shares -> RandomTerm.intercept(ValueAdded.TEACHER, shares.at(places)))
                .orElseGet(() -> RandomTerm.intercept(ValueAdded.TEACHER, at(rows.teachers(), places)));
        design = design.withRandom(teachers);
        if (rows.schools().length > 0) {
            design = design.withRandom(RandomTerm.intercept(ValueAdded.SCHOOL, at(rows.schools(), places)));
        }
        Withheld withheld = withheld(rows, places);
        return model.of(design)
                .map(fit -> ValueAdded.of(
                        fit, why(fit, rows, places), withheld, policy.name(), (long) rows.count() - places.length));
    }

    private String name(TaughtRows rows, int column) {
        return column < rows.names().size()
                ? rows.names().get(column)
                : "mean of " + rows.names().get(column - rows.names().size()) + " by class";
    }

    /** The columns, calibrated where errors are told, followed by the means by class. */
    private Optional<double[][]> columns(TaughtRows rows, int[] places) {
        int means = classMeans ? rows.priors() : 0;
        int own = rows.names().size();
        double[][] columns = new double[own + means][];
        for (int i = 0; i < own; i++) {
            columns[i] = at(rows.columns().get(i), places);
        }
        if (means == 0 && errors.isEmpty()) {
            return Optional.of(columns);
        }
        GroupCodes classes = rows.classes().length > 0
                ? GroupCodes.of(at(rows.classes(), places))
                : GroupCodes.of(new int[places.length]);
        double[][] centred = new double[rows.priors()][];
        for (int i = 0; i < rows.priors(); i++) {
            centred[i] = classes.within(columns[i]);
            if (means > 0) {
                columns[own + i] = new double[places.length];
                for (int row = 0; row < places.length; row++) {
                    columns[own + i][row] = columns[i][row] - centred[i][row];
                }
            }
        }
        return errors.isEmpty() ? Optional.of(columns) : calibrated(rows, columns, centred, classes);
    }

    private Optional<double[][]> calibrated(
            TaughtRows rows, double[][] columns, double[][] centred, GroupCodes classes) {
        double[] variances = new double[centred.length];
        for (int i = 0; i < variances.length; i++) {
            double error = errors.getOrDefault(rows.names().get(i), 0.0);
            variances[i] = error * error;
        }
        int degrees = columns[0].length - classes.count();
        Optional<double[][]> better =
                degrees > 0 ? PriorErrors.calibrate(centred, degrees, variances) : Optional.empty();
        return better.map(reliable -> {
            for (int i = 0; i < reliable.length; i++) {
                for (int row = 0; row < columns[i].length; row++) {
                    columns[i][row] += reliable[i][row] - centred[i][row];
                }
            }
            return columns;
        });
    }

    private Explanation why(MixedFit fit, TaughtRows rows, int[] places) {
        Explanation why = Explanation.of(
                        "Scores beyond what earlier scores let expect, by teacher%s; REML on %d rows, %d left out.",
                        rows.schools().length > 0 ? " and school" : "", places.length, rows.count() - places.length)
                .because(fit.why());
        for (Map.Entry<String, Double> error : new TreeMap<>(errors).entrySet()) {
            why = why.because(
                    "\"%s\" is calibrated for a standard error of measurement of %.2f points.",
                    error.getKey(), error.getValue());
        }
        return why.because(
                "Students were not dealt to teachers by lot: what the model does not know of them stays in.");
    }

    private Withheld withheld(TaughtRows rows, int[] places) {
        Map<String, Map<Integer, Double>> taught = new LinkedHashMap<>();
        Map<String, Map<Integer, Double>> schooled = new LinkedHashMap<>();
        Map<String, Set<String>> staff = new LinkedHashMap<>();
        for (int place : places) {
            int student = rows.student(place);
            Map<String, Double> parts = teachers(rows, place);
            parts.forEach((teacher, share) ->
                    taught.computeIfAbsent(teacher, code -> new HashMap<>()).merge(student, share, Math::max));
            if (rows.schools().length > 0) {
                String school = Integer.toString(rows.schools()[place]);
                schooled.computeIfAbsent(school, code -> new HashMap<>()).put(student, 1.0);
                staff.computeIfAbsent(school, code -> new TreeSet<>()).addAll(parts.keySet());
            }
        }
        return Withheld.of(policy, totals(taught), totals(schooled), staff, sums(rows, places));
    }

    private static Map<String, Double> totals(Map<String, Map<Integer, Double>> students) {
        Map<String, Double> totals = new LinkedHashMap<>();
        students.forEach((unit, shares) -> totals.put(
                unit, shares.values().stream().mapToDouble(Double::doubleValue).sum()));
        return totals;
    }

    /** The teachers of a row, each with a share. */
    private static Map<String, Double> teachers(TaughtRows rows, int row) {
        return rows.shared()
                .map(shares -> shares.at(new int[] {row}).totals())
                .orElseGet(() -> Map.of(Integer.toString(rows.teachers()[row]), 1.0));
    }

    /** For each column of zeros and ones that is one for all rows of some teachers: these teachers, and the others. */
    private static List<Set<String>> sums(TaughtRows rows, int[] places) {
        List<Set<String>> sums = new ArrayList<>();
        for (double[] column : rows.columns()) {
            if (!Arrays.stream(places).allMatch(place -> column[place] == 0 || column[place] == 1)) {
                continue;
            }
            List<Set<String>> sides = List.of(new TreeSet<>(), new TreeSet<>());
            for (int place : places) {
                sides.get(column[place] == 1 ? 1 : 0)
                        .addAll(teachers(rows, place).keySet());
            }
            if (Collections.disjoint(sides.get(0), sides.get(1))) {
                sums.addAll(sides);
            }
        }
        return sums;
    }

    private static double[] at(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }

    private static int[] at(int[] values, int[] places) {
        return Arrays.stream(places).map(place -> values[place]).toArray();
    }
}
