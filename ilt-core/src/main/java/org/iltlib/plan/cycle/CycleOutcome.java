package org.iltlib.plan.cycle;

/** With which decision a cycle ends. */
public enum CycleOutcome {
    /** What was tried stays. */
    ADOPT,
    /** It stays in another shape; usually another cycle follows. */
    ADAPT,
    /** It is given up. */
    ABANDON
}
