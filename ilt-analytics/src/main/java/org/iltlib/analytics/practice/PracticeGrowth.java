package org.iltlib.analytics.practice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.finding.Estimate;

/**
 * The mean growth of a group in observed practice, in points a year, with the leniency of each visitor set apart:
 * {@code score = person + rater + growth · years + error}, by least squares, so that nobody seems to grow because a
 * strict visitor came first and a lenient one later.
 *
 * <p>Years are days ÷ 365.25. The interval is Student's, on rows less persons less raters; errors count as independent
 * and equally spread. Growth and raters can be told apart only if raters are mixed over time: if each came on days of
 * their own, the answer is missing. O(visits · raters²).
 *
 * @param level the confidence level, between 0 and 1
 * @param fewest the least number of people visited on two days or more for which it is shown, at least 2
 */
public record PracticeGrowth(double level, int fewest) {
    private static final double DAYS_A_YEAR = 365.25;

    /** Checks level and group. */
    public PracticeGrowth {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
        Checks.require(fewest >= 2, "fewest is %s. Expected 2 or more: one person is not a group.", fewest);
    }

    /** Level 0.95, groups of five and more. */
    public static PracticeGrowth withDefaults() {
        return new PracticeGrowth(0.95, 5);
    }

    /**
     * The growth, and as n the people visited on two days or more, for of the others it says nothing; suppressed if
     * these are fewer than the least, missing where growth and raters cannot be told apart or no
     * degree of freedom is left. The order of the visits does not matter.
     *
     * @param visits all of one group on one scale
     */
    public Measured<Estimate> of(Collection<PracticeVisit> visits) {
        if (visits.isEmpty()) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody was visited");
        }
        long people = seenAgain(visits);
        if (people < fewest) {
            return Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than " + fewest + " people");
        }
        List<PracticeVisit> rows = visits.stream()
                .sorted(Comparator.comparing(PracticeVisit::person)
                        .thenComparing(PracticeVisit::on)
                        .thenComparing(PracticeVisit::rater)
                        .thenComparingDouble(PracticeVisit::score))
                .toList();
        double[] scores = rows.stream().mapToDouble(PracticeVisit::score).toArray();
        LeastSquares fit = LeastSquares.of(scores, design(rows), GroupCodes.of(persons(rows)));
        if (fit.deficientColumn().isPresent()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "growth and raters cannot be told apart: raters are not mixed over time, or nobody was seen twice");
        }
        if (fit.residualDegrees() < 1) {
            return Measured.missing(MissingReason.TOO_FEW, "no degree of freedom is left");
        }
        int growth = fit.columns() - 1;
        double value = fit.coefficients()[growth];
        double error = Math.sqrt(fit.classicalCovariance()[growth][growth]);
        double reach = error * Distributions.studentQuantile(fit.residualDegrees(), (1 + level) / 2);
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(level)
                .standardError(error)
                .n(people)
                .unit("points a year")
                .method("least squares with persons and raters, Student t interval")
                .build());
    }

    /** How many were visited on two days or more; nobody else shows growth. */
    private static long seenAgain(Collection<PracticeVisit> visits) {
        Map<PersonId, Set<LocalDate>> days = new HashMap<>();
        visits.forEach(visit ->
                days.computeIfAbsent(visit.person(), key -> new HashSet<>()).add(visit.on()));
        return days.values().stream().filter(of -> of.size() > 1).count();
    }

    /** A column for each rater but the first, then the years since the first visit of all. */
    private static double[][] design(List<PracticeVisit> rows) {
        SortedMap<PersonId, Integer> raters = new TreeMap<>();
        new TreeSet<>(rows.stream().map(PracticeVisit::rater).toList())
                .forEach(rater -> raters.put(rater, raters.size()));
        double[][] columns = new double[raters.size()][rows.size()];
        LocalDate first =
                rows.stream().map(PracticeVisit::on).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        for (int i = 0; i < rows.size(); i++) {
            int rater = raters.getOrDefault(rows.get(i).rater(), 0);
            if (rater > 0) {
                columns[rater - 1][i] = 1;
            }
            columns[raters.size() - 1][i] =
                    ChronoUnit.DAYS.between(first, rows.get(i).on()) / DAYS_A_YEAR;
        }
        return columns;
    }

    private static int[] persons(List<PracticeVisit> rows) {
        Map<PersonId, Integer> people = new HashMap<>();
        return rows.stream()
                .mapToInt(row -> people.computeIfAbsent(row.person(), key -> people.size()))
                .toArray();
    }
}
