package org.iltlib.curriculum.review;

import java.util.List;
import org.iltlib.base.Explanation;
import org.iltlib.people.StakeholderGroup;

/**
 * Whether a panel is what a rule asks for.
 *
 * @param rule the rule
 * @param panel all who sit on it
 * @param missingRoles the roles of which nobody counts
 */
public record PanelCheck(PanelRule rule, List<Reviewer> panel, List<StakeholderGroup> missingRoles) {
    /** Copies. */
    public PanelCheck {
        panel = List.copyOf(panel);
        missingRoles = List.copyOf(missingRoles);
    }

    /** Those who count. */
    public List<Reviewer> counted() {
        return panel.stream().filter(Reviewer::counts).toList();
    }

    /** Those who declared a conflict of interest. */
    public List<Reviewer> excluded() {
        return panel.stream().filter(one -> !one.counts()).toList();
    }

    /** Whether enough count, and every role is there. */
    public boolean holds() {
        return missingRoles.isEmpty() && counted().size() >= rule.least();
    }

    /** The verdict in words, without naming anybody. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                "%s of %s reviewers count, %s needed: the panel %s.",
                counted().size(), panel.size(), rule.least(), holds() ? "is complete" : "is not complete");
        for (Reviewer one : excluded()) {
            whole = whole.because(
                    "One %s is not counted: %s.",
                    one.role().singular(), one.conflict().orElse(""));
        }
        for (StakeholderGroup role : missingRoles) {
            whole = whole.because("There is no %s who counts.", role.singular());
        }
        return whole;
    }
}
