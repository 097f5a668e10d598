package org.iltlib.custody;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * That these must not be removed while a matter is open: no purge, no erasure, no end of the tenant. It holds in
 * whichever record of the tenant it stands, until a {@link HoldRelease} of the same matter is recorded at the same time
 * or later. Rests on nothing.
 *
 * @param id the id
 * @param matter what the proceedings are called, naming no person
 * @param holdings what must stay, at least one
 */
public record LegalHold(EntryId id, String matter, List<Holding> holdings) implements Recordable {
    /** The written form. */
    public static final Form<LegalHold> FORM = Form.of(
            "id",
            EntryId.FORM,
            LegalHold::id,
            "matter",
            Forms.TEXT,
            LegalHold::matter,
            "holdings",
            Forms.listOf(Holding.form()),
            LegalHold::holdings,
            LegalHold::new);

    /** How it stands in a record. */
    public static final Kind<LegalHold> KIND = Kind.of("legal-hold", 1, LegalHold.class, FORM);

    /** Checks the parts. */
    public LegalHold {
        Checks.text(matter, "matter");
        holdings = List.copyOf(Checks.distinct(Checks.notEmpty(holdings, "holdings"), "holdings"));
    }

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<LegalHold> kind() {
        return KIND;
    }
}
