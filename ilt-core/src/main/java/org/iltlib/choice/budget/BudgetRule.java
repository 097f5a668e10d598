package org.iltlib.choice.budget;

import org.iltlib.choice.BudgetProfile;

/** A rule from ballots on projects to a set that the budget can pay. Implementations are immutable. */
public interface BudgetRule {
    /** Its name, for a command line: {@code greedy}. */
    String ruleName();

    /** Chooses projects. */
    BudgetCount count(BudgetProfile profile);
}
