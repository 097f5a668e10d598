package org.iltlib.curriculum.review;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;

/**
 * Who must be on a panel for its word to count: so many reviewers without a conflict of interest, and at least one of
 * them from each of some roles.
 *
 * @param least the least number of reviewers who count, at least 1
 * @param roles the roles that must be there; may be empty
 */
public record PanelRule(int least, List<StakeholderGroup> roles) {
    /** The written form. */
    public static final Form<PanelRule> FORM = Form.of(
            "least",
            Forms.INTEGER,
            PanelRule::least,
            "roles",
            Forms.listOf(StakeholderGroup.FORM),
            PanelRule::roles,
            PanelRule::new);

    /** Two reviewers of any role. */
    public static final PanelRule TWO = new PanelRule(2, List.of());

    /** Checks the number and copies the roles. */
    public PanelRule {
        Checks.positive(least, "least");
        roles = List.copyOf(Checks.distinct(roles, "roles"));
    }

    /** So many reviewers, with those roles among them. */
    public static PanelRule of(int least, StakeholderGroup... roles) {
        return new PanelRule(least, List.of(roles));
    }

    /** What the rule says of a panel. */
    public PanelCheck check(List<Reviewer> panel) {
        List<Reviewer> counted = panel.stream().filter(Reviewer::counts).toList();
        List<StakeholderGroup> missing = roles.stream()
                .filter(role -> counted.stream().noneMatch(one -> one.role().equals(role)))
                .toList();
        return new PanelCheck(this, panel, missing);
    }
}
