package org.iltlib.learning.peers;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * That somebody looked into a partner before a contract.
 *
 * @param on the day
 * @param by the office that did: {@code the district's contracts office}
 * @param checked what was looked into, at least one: references, insurance, records of staff
 */
public record Vetting(LocalDate on, String by, List<String> checked) {
    /** The written form. */
    public static final Form<Vetting> FORM = Form.of(
            "on",
            Forms.DATE,
            Vetting::on,
            "by",
            Forms.TEXT,
            Vetting::by,
            "checked",
            Forms.listOf(Forms.TEXT),
            Vetting::checked,
            Vetting::new);

    /** Copies the list and checks the texts. */
    public Vetting {
        Checks.text(by, "by");
        checked = List.copyOf(Checks.notEmpty(checked, "checked"));
        checked.forEach(text -> Checks.text(text, "checked"));
    }
}
