package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A ladder as a team adopted it, to be cited by the matters that it decides. A change is another entry, and matters that
 * began before keep the old.
 *
 * @param id the id
 * @param adoptedOn the day
 * @param ladder the ladder, its protocols being the library's
 */
public record AdoptedLadder(EntryId id, LocalDate adoptedOn, Ladder ladder) implements Recordable {
    /** The written form. */
    public static final Form<AdoptedLadder> FORM = Form.of(
            "id",
            EntryId.FORM,
            AdoptedLadder::id,
            "adoptedOn",
            Forms.DATE,
            AdoptedLadder::adoptedOn,
            "ladder",
            Ladder.FORM,
            AdoptedLadder::ladder,
            AdoptedLadder::new);

    /** The kind of entry. */
    public static final Kind<AdoptedLadder> KIND = Kind.of("ladder", 1, AdoptedLadder.class, FORM);

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<AdoptedLadder> kind() {
        return KIND;
    }
}
