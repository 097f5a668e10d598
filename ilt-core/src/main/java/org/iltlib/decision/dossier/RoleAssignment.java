package org.iltlib.decision.dossier;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.decision.RoleChart;
import org.iltlib.form.Form;

/**
 * Who has which role about one proposal or decision. A chart with findings is refused: two who decide, nobody who
 * drives, a driver who is only informed.
 *
 * @param id the id
 * @param about the proposal or decision
 * @param chart the roles
 */
public record RoleAssignment(EntryId id, EntryId about, RoleChart chart) implements Recordable {
    /** The written form. */
    public static final Form<RoleAssignment> FORM = Form.of(
            "id",
            EntryId.FORM,
            RoleAssignment::id,
            "about",
            EntryId.FORM,
            RoleAssignment::about,
            "chart",
            RoleChart.FORM,
            RoleAssignment::chart,
            RoleAssignment::new);

    /** The kind of entry. */
    public static final Kind<RoleAssignment> KIND = Kind.of("role-assignment", 1, RoleAssignment.class, FORM);

    /** Checks that the chart is sound. */
    public RoleAssignment {
        Checks.require(
                chart.findings().isEmpty(),
                "The %s chart about \"%s\" is not sound: %s",
                chart.scheme(),
                about,
                String.join(" ", chart.findings()));
    }

    @Override
    public List<EntryId> basedOn() {
        return List.of(about);
    }

    @Override
    public Kind<RoleAssignment> kind() {
        return KIND;
    }
}
