package org.iltlib.choice.committee;

/**
 * A promise that a rule for committees keeps on every profile. Winning committees are all that a rule returns.
 *
 * <p>Sources: M. Lackner and P. Skowron (2023), <i>Multi-Winner Voting with Approval Preferences</i>, chapters 3 and 4,
 * doi 10.1007/978-3-031-09016-5; for EJR+ M. Brill and J. Peters (2023), doi 10.1145/3580507.3597751.
 */
public enum CommitteeAxiom {
    /** Which voter cast which ballot does not matter. */
    ANONYMITY,
    /** Other names for the alternatives give the same committees under other names. */
    NEUTRALITY,
    /** As many copies of every ballot change nothing. */
    HOMOGENEITY,
    /** If all voters approve the same alternatives, as many as there are seats, these win alone. */
    UNANIMITY,
    /** No winning committee has another that gives every voter as many members and somebody more. */
    PARETO,
    /** Justified representation; see {@link Representation#findUnjustified}. */
    JUSTIFIED,
    /** Proportional justified representation; see {@link Representation#findDisproportional}. */
    PROPORTIONALLY_JUSTIFIED,
    /** Extended justified representation; see {@link Representation#findUnextended}. */
    EXTENDED_JUSTIFIED,
    /** EJR+; see {@link Representation#findUnderrepresented}. */
    EXTENDED_JUSTIFIED_PLUS,
    /**
     * One seat more: every winning committee is part of one that wins then, and every one that wins then has a winning one
     * as part.
     */
    COMMITTEE_MONOTONICITY,
    /** If a voter approves a member of a winning committee in addition, it is still a member of one. */
    SUPPORT_MONOTONICITY
}
