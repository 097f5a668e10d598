package org.iltlib.curriculum.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;

/**
 * Who must be on a panel for its word to count: so many reviewers without a conflict of interest, and at least one of
 * them from each of some roles. Whoever must be there must rate too: to sit on a panel is not to speak.
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
        return new PanelCheck(
                this, panel, missing(counted.stream().map(Reviewer::role).toList()));
    }

    /** The roles that must be there and are not among those. */
    private List<StakeholderGroup> missing(List<StakeholderGroup> there) {
        return roles.stream().filter(role -> !there.contains(role)).toList();
    }

    /**
     * What is wanting in those who rated something, in words: they are too few, or a role that must be there is not among
     * them. Nothing if their word counts.
     *
     * @param panel all who sit on the panel
     * @param raters those who rated; of them only those who count are looked at
     * @param what what was rated, for the words
     */
    public Optional<String> findWanting(List<Reviewer> panel, Collection<PersonId> raters, String what) {
        List<Reviewer> rated = panel.stream()
                .filter(one -> one.counts() && raters.contains(one.person()))
                .toList();
        if (rated.size() < least) {
            return Optional.of("%s rated %s, %s are needed".formatted(rated.size(), what, least));
        }
        List<StakeholderGroup> silent =
                missing(rated.stream().map(Reviewer::role).toList());
        return silent.isEmpty() ? Optional.empty() : Optional.of("nobody of %s rated %s".formatted(silent, what));
    }
}
