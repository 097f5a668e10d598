package org.iltlib.team;

import java.math.BigDecimal;
import java.math.MathContext;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * When a rule applies: a figure of the school compared with a number, such as {@code minorityEnrolmentShare} at least
 * 0.08.
 *
 * @param figure the name of the figure in {@link SchoolFacts#figures()}
 * @param comparison how it is compared
 * @param limit with what; finite
 */
public record SchoolCondition(String figure, Comparison comparison, double limit) {
    /** The written form. */
    public static final Form<SchoolCondition> FORM = Form.of(
            "figure",
            Forms.TEXT,
            SchoolCondition::figure,
            "comparison",
            Forms.enumOf(Comparison.class),
            SchoolCondition::comparison,
            "limit",
            Forms.NUMBER,
            SchoolCondition::limit,
            SchoolCondition::new);

    /** The figure that is always known: how many members the team has, vacant seats not counted. */
    public static final String TEAM_SIZE = "teamSize";

    /** How a figure is compared with a limit. */
    public enum Comparison {
        /** The figure reaches the limit. */
        AT_LEAST,
        /** The figure stays below it. */
        BELOW
    }

    /** Checks name and limit. */
    public SchoolCondition {
        Checks.id(figure, "figure");
        Checks.finite(limit, "limit");
    }

    /** The figure reaches the limit. */
    public static SchoolCondition atLeast(String figure, double limit) {
        return new SchoolCondition(figure, Comparison.AT_LEAST, limit);
    }

    /** The figure stays below the limit. */
    public static SchoolCondition below(String figure, double limit) {
        return new SchoolCondition(figure, Comparison.BELOW, limit);
    }

    /** Whether a figure of that size fulfils it. */
    public boolean holdsFor(double value) {
        return comparison == Comparison.AT_LEAST ? value >= limit : value < limit;
    }

    /** {@code minorityEnrolmentShare at least 0.08}. */
    @Override
    public String toString() {
        return figure
                + (comparison == Comparison.AT_LEAST ? " at least " : " below ")
                + new BigDecimal(limit, MathContext.DECIMAL64)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
