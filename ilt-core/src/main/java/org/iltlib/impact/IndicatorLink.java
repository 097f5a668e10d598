package org.iltlib.impact;

import org.iltlib.base.Checks;
import org.iltlib.finding.Measure;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A condition that is expected to show in an outcome some time later.
 *
 * @param leading what leads
 * @param lagging what follows
 * @param lag after how many periods of the series, 1 or more: terms, where both are measured each term
 */
public record IndicatorLink(Measure leading, Measure lagging, int lag) {
    /** The written form. */
    public static final Form<IndicatorLink> FORM = Form.of(
            "leading",
            Measure.FORM,
            IndicatorLink::leading,
            "lagging",
            Measure.FORM,
            IndicatorLink::lagging,
            "lag",
            Forms.INTEGER,
            IndicatorLink::lag,
            IndicatorLink::new);

    /** Checks that the two differ, and the lag. */
    public IndicatorLink {
        Checks.require(!leading.id().equals(lagging.id()), "%s leads to itself. Expected two measures.", leading.id());
        Checks.require(lag >= 1, "lag is %s. Expected 1 or more. Maybe both are measured at the same time.", lag);
    }

    /** That link. */
    public static IndicatorLink of(Measure leading, Measure lagging, int lag) {
        return new IndicatorLink(leading, lagging, lag);
    }
}
