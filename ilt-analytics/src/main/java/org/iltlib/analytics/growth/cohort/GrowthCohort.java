package org.iltlib.analytics.growth.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;

/**
 * Students with their newest score and those before it, each in an array of its own: eight bytes a score. Immutable and
 * thread-safe as long as the arrays handed to {@link #of} are left alone: so that a million students fit in memory, they
 * are not copied.
 *
 * <p>A student's order is the number of scores before the newest that are there without a gap, counted backwards: with
 * the scores of last year and of three years ago it is one. A student without the newest score, or without the one
 * before, has order 0.
 */
public final class GrowthCohort {
    /** The code of a student whose school is not known. */
    public static final int NO_SCHOOL = -1;

    private final Progression progression;
    private final List<Integer> years;
    private final double[] current;
    private final List<double[]> priors;
    private final List<String> students;
    private final int[] schools;
    private final List<String> schoolNames;
    private final Intake intake;

    private GrowthCohort(
            Progression progression,
            List<Integer> years,
            double[] current,
            List<double[]> priors,
            List<String> students,
            int[] schools,
            List<String> schoolNames,
            Intake intake) {
        this.progression = progression;
        this.years = years;
        this.current = current;
        this.priors = priors;
        this.students = students;
        this.schools = schools;
        this.schoolNames = schoolNames;
        this.intake = intake;
    }

    /**
     * The students of those arrays, not copied: who hands them over leaves them alone afterwards. Students are told
     * apart by their places, schools are unknown.
     *
     * @param progression what the arrays hold
     * @param current for each student the newest score; not a number if there is none
     * @param priors the scores before, the newest first; one array for each step but the last
     * @throws IllegalArgumentException if the arrays differ in length, or a score is infinite
     */
    public static GrowthCohort of(Progression progression, double[] current, List<double[]> priors) {
        Checks.require(
                priors.size() == progression.priors(),
                "There are %s arrays of earlier scores. Expected %s.",
                priors.size(),
                progression.priors());
        checkScores(current);
        long scores = present(current);
        for (double[] prior : priors) {
            Checks.require(
                    prior.length == current.length,
                    "An array has %s scores, the newest %s. Expected the same.",
                    prior.length,
                    current.length);
            checkScores(prior);
            scores += present(prior);
        }
        int[] schools = new int[current.length];
        Arrays.fill(schools, NO_SCHOOL);
        long cells = (long) current.length * (1 + priors.size());
        Intake.Builder intake = new Intake.Builder()
                .rows(cells)
                .otherSubject(0)
                .otherYear(0)
                .noScore(cells - scores)
                .duplicates(0)
                .otherGrade(0)
                .taken(scores);
        return new GrowthCohort(
                progression,
                List.of(progression.newest().year()),
                current,
                List.copyOf(priors),
                List.of(),
                schools,
                List.of(),
                count(intake, current, priors.get(0)));
    }

    /**
     * Several cohorts of the same subject and grades in one, a super-cohort: for matrices that later years are held
     * against. Students of one year stand behind those of the year before.
     *
     * @throws IllegalArgumentException if subjects or grades differ
     */
    public static GrowthCohort stacked(List<GrowthCohort> cohorts) {
        GrowthCohort last = Checks.notEmpty(cohorts, "cohorts").get(cohorts.size() - 1);
        TreeSet<Integer> years = new TreeSet<>();
        for (GrowthCohort cohort : cohorts) {
            Checks.require(
                    cohort.progression.subject().equals(last.progression.subject())
                            && cohort.progression.grades().equals(last.progression.grades()),
                    "%s cannot stand above %s. Expected the same subject and grades.",
                    cohort.progression,
                    last.progression);
            years.addAll(cohort.years);
        }
        List<double[]> priors = IntStream.range(0, last.priors.size())
                .mapToObj(k -> joined(cohorts.stream().map(c -> c.priors.get(k)).toList()))
                .toList();
        GrowthCohort all =
                of(last.progression, joined(cohorts.stream().map(c -> c.current).toList()), priors);
        List<String> ids = new ArrayList<>(all.size());
        cohorts.forEach(cohort ->
                IntStream.range(0, cohort.size()).mapToObj(cohort::student).forEach(ids::add));
        return new GrowthCohort(
                all.progression, List.copyOf(years), all.current, all.priors, ids, all.schools, List.of(), all.intake);
    }

    private static double[] joined(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static void checkScores(double[] scores) {
        for (double score : scores) {
            Checks.require(!Double.isInfinite(score), "A score is %s. Expected a finite number.", score);
        }
    }

    private static long present(double[] scores) {
        return Arrays.stream(scores).filter(score -> !Double.isNaN(score)).count();
    }

    private static Intake count(Intake.Builder intake, double[] current, double[] newest) {
        long complete = 0;
        long withoutPrior = 0;
        for (int i = 0; i < current.length; i++) {
            boolean scored = !Double.isNaN(current[i]);
            complete += scored && !Double.isNaN(newest[i]) ? 1 : 0;
            withoutPrior += scored && Double.isNaN(newest[i]) ? 1 : 0;
        }
        return intake.students(current.length)
                .complete(complete)
                .withoutPrior(withoutPrior)
                .withoutCurrent(current.length - complete - withoutPrior)
                .build();
    }

    GrowthCohort withIntake(Intake.Builder counted) {
        Intake account = count(counted, current, priors.get(0));
        return new GrowthCohort(progression, years, current, priors, students, schools, schoolNames, account);
    }

    /** A copy whose students have those ids, one a student. */
    public GrowthCohort withStudents(List<String> ids) {
        Checks.require(ids.size() == size(), "There are %s ids of %s students.", ids.size(), size());
        return new GrowthCohort(progression, years, current, priors, List.copyOf(ids), schools, schoolNames, intake);
    }

    /**
     * A copy whose students attend those schools.
     *
     * @param codes for each student a place among the names, or {@link #NO_SCHOOL}
     */
    public GrowthCohort withSchools(int[] codes, List<String> names) {
        Checks.require(codes.length == size(), "There are %s codes of %s students.", codes.length, size());
        for (int code : codes) {
            Checks.require(
                    code >= NO_SCHOOL && code < names.size(),
                    "A code is %s. Expected less than %s.",
                    code,
                    names.size());
        }
        return new GrowthCohort(
                progression, years, current, priors, students, codes.clone(), List.copyOf(names), intake);
    }

    /** What the scores are of. */
    public Progression progression() {
        return progression;
    }

    /** The years of the newest scores; several where cohorts are stacked. */
    public List<Integer> years() {
        return years;
    }

    /** The number of students. */
    public int size() {
        return current.length;
    }

    /** The number of scores before the newest that a student may have. */
    public int priors() {
        return priors.size();
    }

    /** The id of that student; without ids the place, from {@code 1}. */
    public String student(int place) {
        return students.isEmpty() ? Integer.toString(place + 1) : students.get(place);
    }

    /** The code of that student's school, or {@link #NO_SCHOOL}. */
    public int school(int place) {
        return schools[place];
    }

    /** The names of the schools, by code. */
    public List<String> schoolNames() {
        return schoolNames;
    }

    /** What was left out, and why. */
    public Intake intake() {
        return intake;
    }

    /** How many scores before the newest count for that student; 0 if growth cannot be told. */
    public int order(int place) {
        if (Double.isNaN(current[place])) {
            return 0;
        }
        int order = 0;
        while (order < priors.size() && !Double.isNaN(priors.get(order)[place])) {
            order++;
        }
        return order;
    }

    /** The newest score, if there is one. */
    public Optional<Double> findCurrent(int place) {
        return Optional.of(current[place]).filter(score -> !Double.isNaN(score));
    }

    /**
     * An earlier score, if there is one.
     *
     * @param back 1 for the one before the newest, 2 for the one before that
     */
    public Optional<Double> findPrior(int place, int back) {
        return Optional.of(priors.get(back - 1)[place]).filter(score -> !Double.isNaN(score));
    }

    /** The places of the students of at least that order, ascending. */
    public int[] withOrder(int order) {
        return IntStream.range(0, size()).filter(place -> order(place) >= order).toArray();
    }

    /** The newest scores of those students; of one who has none, not a number. */
    public double[] current(int[] places) {
        return picked(current, places);
    }

    /** Earlier scores of those students; of one who has none, not a number. */
    public double[] prior(int back, int[] places) {
        return picked(priors.get(back - 1), places);
    }

    /** All newest scores that there are. */
    public double[] allCurrent() {
        return Arrays.stream(current).filter(score -> !Double.isNaN(score)).toArray();
    }

    /** All earlier scores of that step that there are, whether or not the student has the newest. */
    public double[] allPrior(int back) {
        return Arrays.stream(priors.get(back - 1))
                .filter(score -> !Double.isNaN(score))
                .toArray();
    }

    private static double[] picked(double[] scores, int[] places) {
        double[] chosen = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            chosen[i] = scores[places[i]];
        }
        return chosen;
    }

    /** Such as {@code mathematics, grade 5 in 2024 to grade 6 in 2025, 600 students}. */
    @Override
    public String toString() {
        return progression + ", " + size() + " students";
    }
}
