package org.iltlib.record;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * An entry no longer holds, and nothing takes its place. It stays in the record; {@link Standing} tells what holds.
 *
 * @param id the id of the withdrawal
 * @param withdrawn the entry that no longer holds
 * @param reason why, in words
 */
public record Withdrawal(EntryId id, EntryId withdrawn, String reason) implements Recordable {
    /** The written form. */
    public static final Form<Withdrawal> FORM = Form.of(
            "id",
            EntryId.FORM,
            Withdrawal::id,
            "withdrawn",
            EntryId.FORM,
            Withdrawal::withdrawn,
            "reason",
            Forms.TEXT,
            Withdrawal::reason,
            Withdrawal::new);

    /** The kind in the record. */
    public static final Kind<Withdrawal> KIND = Kind.of("withdrawal", 1, Withdrawal.class, FORM);

    /** Checks that there is a reason. */
    public Withdrawal {
        Checks.text(reason, "reason");
    }

    /** The withdrawn entry. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(withdrawn);
    }

    @Override
    public Kind<Withdrawal> kind() {
        return KIND;
    }
}
