package org.iltlib.plan.resource;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * That what was asked for is in hand.
 *
 * @param id the id of the entry
 * @param request what was asked for
 * @param on the day from which on it was in hand
 */
public record SupportFulfilment(EntryId id, EntryId request, LocalDate on) implements Recordable {
    /** The written form. */
    public static final Form<SupportFulfilment> FORM = Form.of(
            "id",
            EntryId.FORM,
            SupportFulfilment::id,
            "request",
            EntryId.FORM,
            SupportFulfilment::request,
            "on",
            Forms.DATE,
            SupportFulfilment::on,
            SupportFulfilment::new);

    /** The kind of entry. */
    public static final Kind<SupportFulfilment> KIND = Kind.of("support-fulfilment", 1, SupportFulfilment.class, FORM);

    /** The request. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(request);
    }

    @Override
    public Kind<SupportFulfilment> kind() {
        return KIND;
    }
}
