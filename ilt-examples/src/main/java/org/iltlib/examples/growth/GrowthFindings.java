package org.iltlib.examples.growth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.LongScores;
import org.iltlib.analytics.growth.cohort.Progression;
import org.iltlib.analytics.growth.cohort.ScoreErrors;
import org.iltlib.analytics.growth.cohort.Step;
import org.iltlib.analytics.growth.measured.Simex;
import org.iltlib.analytics.growth.measured.SimexPercentiles;
import org.iltlib.analytics.growth.percentile.GrowthModel;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.growth.summary.GroupGrowth;
import org.iltlib.analytics.growth.summary.GrowthSummary;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.examples.UsageException;
import org.immutables.value.Value;

/** Everything that the report says. */
@Value.Immutable
public abstract class GrowthFindings {
    GrowthFindings() {}

    abstract ReportOptions options();

    abstract ScoreFile file();

    /** One a grade of the newest time. */
    abstract List<CohortFindings> cohorts();

    /** The schools over all cohorts. */
    abstract List<GroupGrowth> schools();

    /**
     * Reads and analyses.
     *
     * @throws UsageException if the file cannot be used, nobody has a growth percentile, or a named student is not there
     */
    public static GrowthFindings of(ReportOptions options) {
        ScoreFile file = ScoreFile.read(options);
        LongScores scores = file.scores();
        Builder findings = new Builder().options(options).file(file);
        List<CohortFindings> cohorts = new ArrayList<>();
        for (Progression progression : progressions(options, file, scores)) {
            cohorts.add(cohort(options, file, scores.cohort(progression)));
        }
        if (cohorts.isEmpty()) {
            throw new UsageException("No grade of the newest time, " + newest(file)
                    + ", has scores in the grade before, the time before. Maybe that time is a slip, or grades are not"
                    + " counted from year to year.");
        }
        checkSomebodyHasGrown(file, cohorts);
        checkStudents(options, cohorts);
        return findings.cohorts(cohorts).schools(schools(options, cohorts)).build();
    }

    private static String newest(ScoreFile file) {
        int rows = file.times().lastEntry().getValue();
        return file.times().lastKey() + " with " + rows + (rows == 1 ? " row" : " rows");
    }

    private static void checkSomebodyHasGrown(ScoreFile file, List<CohortFindings> cohorts) {
        if (cohorts.stream().allMatch(one -> one.growth().scored() == 0)) {
            CohortFindings first = cohorts.get(0);
            throw new UsageException("No student has a growth percentile. The newest time is " + newest(file) + ". "
                    + String.join(" ", GrowthTables.about(first).subList(0, 2)));
        }
    }

    private static void checkStudents(ReportOptions options, List<CohortFindings> cohorts) {
        for (String student : options.students()) {
            boolean known = cohorts.stream()
                    .map(one -> one.growth().cohort())
                    .anyMatch(cohort -> IntStream.range(0, cohort.size())
                            .anyMatch(place -> cohort.student(place).equals(student)));
            if (!known) {
                throw new UsageException("Option --students names \"" + student
                        + "\", who is not among the students of the newest time. Expected ids of its column.");
            }
        }
    }

    /** The schools that have students. */
    boolean isOneSchool() {
        return schools().size() == 1;
    }

    /** The mean percentile of all students, which schools are held against. With ties it lies below 50. */
    double mean() {
        return cohorts().stream()
                .flatMapToInt(one -> Arrays.stream(one.growth().percentiles()))
                .filter(percentile -> percentile > 0)
                .average()
                .orElse(50);
    }

    /** Whether that student's school is withheld, and the student with it. */
    boolean isWithheld(GrowthCohort cohort, int place) {
        int school = cohort.school(place);
        return school >= 0
                && schools().stream()
                        .anyMatch(group ->
                                group.name().equals(cohort.schoolNames().get(school))
                                        && !group.reading().isReported());
    }

    private static List<Progression> progressions(ReportOptions options, ScoreFile file, LongScores scores) {
        List<Integer> times = new ArrayList<>(file.times().descendingKeySet());
        List<Integer> used = new ArrayList<>(times.subList(0, Math.min(times.size(), options.orders() + 1)));
        Collections.reverse(used);
        List<Progression> found = new ArrayList<>();
        if (options.grade().isEmpty()) {
            found.add(new Progression(
                    ScoreFile.SUBJECT,
                    used.stream()
                            .map(time -> new Step(time, GradeLevel.of(file.hasYears() ? 1 : time)))
                            .toList()));
            return found;
        }
        for (GradeLevel grade : scores.grades(ScoreFile.SUBJECT, times.get(0))) {
            List<Step> steps = new ArrayList<>();
            for (int back = 0; back < used.size() && grade.number() - back >= -1; back++) {
                int time = times.get(back);
                GradeLevel then = GradeLevel.of(grade.number() - back);
                if (!scores.grades(ScoreFile.SUBJECT, time).contains(then)) {
                    break;
                }
                steps.add(0, new Step(time, then));
            }
            if (steps.size() >= 2) {
                found.add(new Progression(ScoreFile.SUBJECT, steps));
            }
        }
        return found;
    }

    private static CohortFindings cohort(ReportOptions options, ScoreFile file, GrowthCohort cohort) {
        Step newest = cohort.progression().newest();
        Optional<ScoreErrors> errors = file.errors(newest);
        GrowthModel model =
                GrowthModel.withDefaults().withOrders(options.orders()).withFewestStudents(options.fewest());
        GrowthPercentiles growth = errors.map(model::withErrors).orElse(model).of(cohort);
        CohortFindings.Builder found = new CohortFindings.Builder()
                .name(
                        !file.hasGrades()
                                ? "Scores of " + newest.year()
                                : file.hasYears()
                                        ? "Grade " + newest.grade().code() + " in " + newest.year()
                                        : "Grade " + newest.grade().code())
                .growth(growth)
                .errors(errors);
        if (options.simex() > 0) {
            List<ScoreErrors> earlier = new ArrayList<>();
            List<Step> steps = cohort.progression().steps();
            for (int at = steps.size() - 2; at >= 0; at--) {
                Step step = steps.get(at);
                earlier.add(file.errors(step)
                        .orElseThrow(() -> new UsageException(
                                "There are no standard errors of " + step + ". Expected one for each score.")));
            }
            found.corrected(Simex.of(earlier)
                    .withReplicates(options.simex())
                    .withModel(model)
                    .of(cohort));
        }
        return found.build();
    }

    private static List<GroupGrowth> schools(ReportOptions options, List<CohortFindings> cohorts) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        int size =
                cohorts.stream().mapToInt(one -> one.growth().cohort().size()).sum();
        int[] groups = new int[size];
        int[] percentiles = new int[size];
        int[] corrected = new int[size];
        int at = 0;
        for (CohortFindings one : cohorts) {
            GrowthCohort cohort = one.growth().cohort();
            Optional<SimexPercentiles> better = one.corrected().flatMap(Measured::value);
            for (int place = 0; place < cohort.size(); place++) {
                int school = cohort.school(place);
                groups[at] = school < 0
                        ? GrowthCohort.NO_SCHOOL
                        : codes.computeIfAbsent(cohort.schoolNames().get(school), name -> codes.size());
                percentiles[at] = one.growth().percentile(place);
                corrected[at] = better.isPresent() ? better.get().percentile(place) : 0;
                at++;
            }
        }
        SuppressionPolicy policy = new SuppressionPolicy(
                "groups of fewer than " + options.smallest() + " students",
                LocalDate.of(2026, 11, 23),
                options.smallest());
        return GrowthSummary.withDefaults(policy)
                .withTarget(options.target())
                .of(
                        List.copyOf(codes.keySet()),
                        groups,
                        percentiles,
                        options.simex() > 0 ? corrected : new int[0],
                        new int[0]);
    }

    static final class Builder extends ImmutableGrowthFindings.Builder {
        Builder() {}
    }
}
