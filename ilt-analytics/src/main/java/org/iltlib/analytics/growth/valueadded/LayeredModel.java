package org.iltlib.analytics.growth.valueadded;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
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
 * The layered model of value added: all years of a student in one model, in which each year's teacher adds a layer that
 * stays in the scores of later years, whole or faded. No earlier score is needed as a column, and a student with gaps
 * counts with what there is. Immutable options.
 *
 * <p>The mean of a cell takes up what its teachers have in common: an effect says how a teacher differs from the others of
 * the same cell. Its interval is that of how the teacher differs from all: it is the wider, the fewer share the cell.
 *
 * <p>An entirely free covariance of a student's years, as the reports named below have it, is not offered: beside the
 * error of each score it cannot be told apart.
 *
 * <p>score = mean of the cell + student + Σ persistence^(years ago) · teacher + error, by REML. Source: Sanders, Saxton
 * &amp; Horn (1997), the model behind the reports of several states; McCaffrey, Lockwood, Koretz, Louis &amp; Hamilton
 * (2004), doi:10.3102/10769986029001067, for persistence as a number to be estimated.
 */
public final class LayeredModel {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double CLOSE = 1e-3;

    /** How the scores of one student go together over the years. */
    public enum Students {
        /** A level of the student's own: all years go together alike. */
        LEVEL,
        /** A level and a growth a year of the student's own, correlated; needs more than two scores a student. */
        LEVEL_AND_GROWTH;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final SuppressionPolicy policy;
    private final MixedModel model;
    private final Optional<Double> persistence;
    private final Students students;

    private LayeredModel(SuppressionPolicy policy, MixedModel model, Optional<Double> persistence, Students students) {
        this.policy = policy;
        this.model = model;
        this.persistence = persistence;
        this.students = students;
    }

    /** Teachers' parts stay whole; students have a level of their own; 95 % intervals. */
    public static LayeredModel withDefaults(SuppressionPolicy policy) {
        return new LayeredModel(policy, MixedModel.withDefaults().withUnit("points"), Optional.of(1.0), Students.LEVEL);
    }

    /** A copy in which that share, 0 to 1, of a teacher's part is left after each year. */
    public LayeredModel withPersistence(double share) {
        return new LayeredModel(policy, model, Optional.of(Checks.share(share, "persistence")), students);
    }

    /** A copy that estimates the persistence, to three decimals; the intervals take it as known. */
    public LayeredModel withEstimatedPersistence() {
        return new LayeredModel(policy, model, Optional.empty(), students);
    }

    /** A copy with other students. */
    public LayeredModel withStudents(Students newStudents) {
        return new LayeredModel(policy, model, persistence, newStudents);
    }

    /** A copy with another level of confidence. */
    public LayeredModel withLevel(double level) {
        return new LayeredModel(policy, model.withLevel(level), persistence, students);
    }

    /** A copy that works on that executor. */
    public LayeredModel withExecutor(Executor executor) {
        return new LayeredModel(policy, model.withExecutor(executor), persistence, students);
    }

    /** The effects of teachers. Missing, with the reason, if the rows do not carry the model. */
    public Measured<ValueAdded> of(StudentYears rows) {
        int[] scored = rows.scored();
        if (scored.length < MixedModel.FEWEST_ROWS) {
            return Measured.missing(MissingReason.TOO_FEW, scored.length + " scores");
        }
        int[] years = Arrays.stream(rows.years(scored)).distinct().sorted().toArray();
        if (years.length < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "one year; layers need two");
        }
        MixedDesign design = base(rows, scored, years);
        return persistence
                .map(share -> fit(design, rows, scored, share).map(fit -> added(fit, rows, scored, share)))
                .orElseGet(() -> searched(design, rows, scored));
    }

    /** All but the teachers. */
    private MixedDesign base(StudentYears rows, int[] scored, int[] years) {
        MixedDesign design = MixedDesign.of(rows.scores(scored));
        int[] cells = rows.cells(scored);
        int[] distinct = Arrays.stream(cells).distinct().sorted().toArray();
        for (int i = 1; i < distinct.length; i++) {
            int cell = distinct[i];
            design = design.withColumn(
                    "cell " + cell,
                    Arrays.stream(cells).mapToDouble(c -> c == cell ? 1 : 0).toArray());
        }
        RandomTerm student = RandomTerm.intercept("student", rows.students(scored));
        if (students == Students.LEVEL) {
            return design.withRandom(student);
        }
        double middle = (years[0] + years[years.length - 1]) / 2.0;
        double[] distance = Arrays.stream(rows.years(scored))
                .mapToDouble(year -> year - middle)
                .toArray();
        return design.withRandom(student.withSlope("year", distance));
    }

    private Measured<MixedFit> fit(MixedDesign design, StudentYears rows, int[] scored, double share) {
        StudentYears.Layers layers = rows.layers(scored, share);
        return model.of(design.withRandom(RandomTerm.intercept(ValueAdded.TEACHER, layers.memberships())
                .withSlope("layers", layers.weights())
                .withoutIntercept()));
    }

    /** Golden section on the criterion, whose value is comparable because the fixed effects are the same. */
    private Measured<ValueAdded> searched(MixedDesign design, StudentYears rows, int[] scored) {
        double low = 0;
        double high = 1;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        Measured<MixedFit> atLeft = fit(design, rows, scored, left);
        Measured<MixedFit> atRight = fit(design, rows, scored, right);
        while (atLeft.value().isPresent() && atRight.value().isPresent() && high - low > CLOSE) {
            if (atLeft.value().get().criterion() <= atRight.value().get().criterion()) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = fit(design, rows, scored, left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = fit(design, rows, scored, right);
            }
        }
        double share = Math.rint(500 * (low + high)) / 1000;
        return fit(design, rows, scored, share).map(fit -> added(fit, rows, scored, share));
    }

    private ValueAdded added(MixedFit fit, StudentYears rows, int[] scored, double share) {
        Map<String, Double> taught = rows.taught(scored);
        Explanation why = Explanation.of(
                        "Each year's teacher adds a layer to the scores of that year and later; REML on %d scores, %d rows"
                                + " without one.",
                        scored.length, rows.count() - scored.length)
                .because(fit.why())
                .because(
                        "%.3f of a layer is left after each year%s; students: %s.",
                        share, persistence.isPresent() ? "" : ", as estimated", students)
                .because("Students were not dealt to teachers by lot: what the model does not know of them stays in.");
        return ValueAdded.of(
                fit,
                why,
                Withheld.of(policy, taught, Map.of(), Map.of(), rows.teams(scored)),
                policy.name(),
                (long) rows.count() - scored.length);
    }
}
