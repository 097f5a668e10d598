package org.iltlib.learning.peers;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Which data a partner may see, and until when they must be destroyed.
 *
 * @param data what may be seen, each once; empty if none
 * @param identifiable whether they tell of single students or adults
 * @param destroyedBy the day by which nothing of them may be left with the partner
 */
public record DataLimits(List<String> data, boolean identifiable, LocalDate destroyedBy) {
    /** The written form. */
    public static final Form<DataLimits> FORM = Form.of(
            "data",
            Forms.listOf(Forms.TEXT),
            DataLimits::data,
            "identifiable",
            Forms.FLAG,
            DataLimits::identifiable,
            "destroyedBy",
            Forms.DATE,
            DataLimits::destroyedBy,
            DataLimits::new);

    /** Copies the list and checks it. */
    public DataLimits {
        data = List.copyOf(Checks.distinct(data, "data"));
        data.forEach(text -> Checks.text(text, "data"));
        Checks.require(
                !identifiable || !data.isEmpty(),
                "identifiable is true and data is empty. Expected what may be seen. Maybe identifiable is false.");
    }
}
