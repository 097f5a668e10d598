package org.iltlib.plan.support;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.plan.support.Criterion.Answer;

/**
 * Who enters an intervention, or leaves it: so many of these criteria must be met. Agreed before names are seen, and the
 * same for all.
 *
 * @param criteria the criteria, each once; at least one
 * @param needed how many must be met, 1 to all
 */
public record SupportRule(List<Criterion> criteria, int needed) {
    /** The written form. */
    public static final Form<SupportRule> FORM = Form.of(
            "criteria",
            Forms.listOf(Criterion.FORM),
            SupportRule::criteria,
            "needed",
            Forms.INTEGER,
            SupportRule::needed,
            SupportRule::new);

    /** Checks and copies the criteria. */
    public SupportRule {
        criteria = Checks.distinct(List.copyOf(Checks.notEmpty(criteria, "criteria")), "criteria");
        Checks.require(
                needed >= 1 && needed <= criteria.size(),
                "needed is %s. Expected 1 to %s, the number of criteria.",
                needed,
                criteria.size());
    }

    /** All of these. */
    public static SupportRule all(Criterion... criteria) {
        return new SupportRule(List.of(criteria), criteria.length);
    }

    /** Any of these. */
    public static SupportRule any(Criterion... criteria) {
        return new SupportRule(List.of(criteria), 1);
    }

    /**
     * What the rule says of a student. Missing values never count for or against; if they could tip the answer, it is not
     * known.
     *
     * @param readings the student's values, in any order; of two on one day the one given last is the later
     */
    public Result of(List<Reading> readings) {
        int met = 0;
        int open = 0;
        List<String> steps = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Answer answer = criterion.of(readings);
            met += answer == Answer.MET ? 1 : 0;
            open += answer == Answer.NOT_KNOWN ? 1 : 0;
            steps.add(criterion + ": " + answer + ".");
        }
        Answer answer = met >= needed ? Answer.MET : met + open < needed ? Answer.NOT_MET : Answer.NOT_KNOWN;
        Explanation explanation =
                Explanation.of("%d of %d criteria are met, %d must be.", met, criteria.size(), needed);
        for (String step : steps) {
            explanation = explanation.because(step);
        }
        return new Result(answer, explanation);
    }

    /**
     * What a rule said.
     *
     * @param answer the answer
     * @param explanation criterion by criterion
     */
    public record Result(Answer answer, Explanation explanation) {
        /** Whether it is met. */
        public boolean isMet() {
            return answer == Answer.MET;
        }
    }
}
