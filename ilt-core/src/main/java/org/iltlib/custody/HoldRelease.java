package org.iltlib.custody;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * That a matter is closed, so what was held for it may go as far as other matters allow. Names the matter rather than
 * citing its holds, which may stand in the record of an earlier year; so it rests on nothing.
 *
 * @param id the id
 * @param matter what the proceedings are called, exactly as in the holds
 */
public record HoldRelease(EntryId id, String matter) implements Recordable {
    /** The written form. */
    public static final Form<HoldRelease> FORM =
            Form.of("id", EntryId.FORM, HoldRelease::id, "matter", Forms.TEXT, HoldRelease::matter, HoldRelease::new);

    /** How it stands in a record. */
    public static final Kind<HoldRelease> KIND = Kind.of("hold-release", 1, HoldRelease.class, FORM);

    /** Checks the matter. */
    public HoldRelease {
        Checks.text(matter, "matter");
    }

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<HoldRelease> kind() {
        return KIND;
    }
}
