package org.iltlib.analytics.measurement.diagnosis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.QMatrix;
import org.iltlib.evidence.response.ResponseTable;

/**
 * Which skills students have, each with its chance, from right and wrong answers and a {@link QMatrix}: a latent class
 * for every combination of skills, marginal maximum likelihood by EM (with squared extrapolation) from a fixed start (0.2 for who has none of the
 * skills of an item, 0.8 for who has all). Immutable.
 *
 * <p>Answers that are missing are left out, never wrong; students without any tell nothing. Equal rows of answers are
 * counted once, in an order of their own, so the order of students changes no bit. A step takes time in proportion to
 * different rows × items × combinations.
 *
 * <p>Refused, as {@link Measured.Missing}: more than {@value #MAXIMUM_SKILLS} skills; two combinations of skills that
 * answer every item alike; fewer students, or fewer possible rows of answers, than parameters; an item without answers.
 *
 * @param rule how the skills of an item combine
 * @param steps the most steps; a run that has not come to rest by then says so
 * @param tolerance the largest change of a chance or share in the last step; above 0
 */
public record DiagnosticModel(SkillRule rule, int steps, double tolerance) {
    /** The most skills. */
    public static final int MAXIMUM_SKILLS = 12;

    /** Checks the numbers. */
    public DiagnosticModel {
        Checks.positive(steps, "steps");
        Checks.require(tolerance > 0, "tolerance is %s. Expected above 0.", tolerance);
    }

    /** All skills of an item are needed (DINA); 10,000 steps, 1e-8. */
    public static DiagnosticModel dina() {
        return new DiagnosticModel(SkillRule.ALL, 10_000, 1e-8);
    }

    /** Any skill of an item will do (DINO); 10,000 steps, 1e-8. */
    public static DiagnosticModel dino() {
        return dina().withRule(SkillRule.ANY);
    }

    /** Each combination of the skills of an item has a chance of its own (G-DINA, identity link); 10,000 steps, 1e-8. */
    public static DiagnosticModel gdina() {
        return dina().withRule(SkillRule.EACH_COMBINATION);
    }

    /** A copy with that rule. */
    public DiagnosticModel withRule(SkillRule rule) {
        return new DiagnosticModel(rule, steps, tolerance);
    }

    /** A copy with at most so many steps. */
    public DiagnosticModel withSteps(int steps) {
        return new DiagnosticModel(rule, steps, tolerance);
    }

    /** A copy with that tolerance. */
    public DiagnosticModel withTolerance(double tolerance) {
        return new DiagnosticModel(rule, steps, tolerance);
    }

    /**
     * The fit.
     *
     * @param table the answers, 0 or 1
     * @param q what the items ask for; rows of other items are passed over
     * @throws IllegalArgumentException if an item has no row in the matrix, or a response of more than one point
     */
    public Measured<DiagnosticFit> of(ResponseTable table, QMatrix q) {
        QMatrix asked = q.select(table.itemNames());
        int skills = asked.attributes().size();
        if (skills > MAXIMUM_SKILLS) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    skills + " skills make 2^" + skills + " combinations; at most " + MAXIMUM_SKILLS
                            + " skills are told apart. Maybe group some.");
        }
        for (int item = 0; item < table.items(); item++) {
            if (table.present(item) == 0) {
                return Measured.missing(
                        MissingReason.TOO_FEW,
                        "nobody answered item \"" + table.itemNames().get(item) + "\"");
            }
        }
        Patterns patterns = Patterns.of(table);
        ClassFit fit = new ClassFit(patterns, asked, rule);
        int parameters = fit.parameters();
        if (patterns.people < parameters) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    patterns.people + " students with answers for " + parameters + " parameters");
        } else if (table.items() < 31 && (1L << table.items()) - 1 < parameters) {
            return Measured.missing(
                    MissingReason.TOO_FEW, table.items() + " items cannot carry " + parameters + " parameters");
        }
        String alike = alike(fit, asked);
        if (!alike.isEmpty()) {
            return Measured.missing(MissingReason.UNDEFINED, alike);
        }
        return Measured.of(run(table, asked, fit));
    }

    private DiagnosticFit run(ResponseTable table, QMatrix q, ClassFit fit) {
        Squared climb = new Squared();
        double[] point = fit.point();
        climb.run(fit, point, steps, tolerance);
        fit.read(point);
        return new DiagnosticFit(table.students(), q, rule, fit, climb.steps(), climb.atRest());
    }

    /** Two combinations of skills that the items cannot tell apart, in words. */
    private static String alike(ClassFit fit, QMatrix q) {
        Map<String, Integer> seen = new HashMap<>();
        for (int c = 0; c < fit.classes; c++) {
            int kept = c;
            String key = Arrays.toString(
                    Arrays.stream(fit.groups).mapToInt(group -> group[kept]).toArray());
            Integer other = seen.putIfAbsent(key, c);
            if (other != null) {
                return "who has " + q.names(other) + " and who has " + q.names(c)
                        + " answer every item alike. Maybe add an item that asks for one skill alone.";
            }
        }
        return "";
    }
}
