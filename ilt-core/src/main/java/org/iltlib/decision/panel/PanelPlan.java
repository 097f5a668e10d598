package org.iltlib.decision.panel;

import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;

/**
 * The rules by which a panel will rate, recorded before its first round, so that nobody picks them by the answers.
 *
 * @param id the id
 * @param question the proposal or question that the panel will work on
 * @param delphi the rules
 */
public record PanelPlan(EntryId id, EntryId question, Delphi delphi) implements Recordable {
    /** The written form. */
    public static final Form<PanelPlan> FORM = Form.of(
            "id",
            EntryId.FORM,
            PanelPlan::id,
            "question",
            EntryId.FORM,
            PanelPlan::question,
            "delphi",
            Delphi.FORM,
            PanelPlan::delphi,
            PanelPlan::new);

    /** The kind of entry. */
    public static final Kind<PanelPlan> KIND = Kind.of("panel-plan", 1, PanelPlan.class, FORM);

    @Override
    public List<EntryId> basedOn() {
        return List.of(question);
    }

    @Override
    public Kind<PanelPlan> kind() {
        return KIND;
    }
}
