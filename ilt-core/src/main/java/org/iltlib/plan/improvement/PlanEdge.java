package org.iltlib.plan.improvement;

/** An edge of the plan: what lies above should lead to something below, and what lies below should come from above. */
public enum PlanEdge {
    /** A need is answered by a goal; a goal answers a need. */
    NEED_GOAL("need", "goal"),
    /** A goal is pursued by a strategy; a strategy pursues a goal. */
    GOAL_STRATEGY("goal", "strategy"),
    /** A goal leads to an action, through a strategy; an action serves a goal. */
    GOAL_ACTION("goal", "action"),
    /** A goal has a measure that is defined; a measure serves a goal or a strategy. */
    GOAL_MEASURE("goal", "measure"),
    /** A strategy is carried out by actions; an action carries out a strategy. */
    STRATEGY_ACTION("strategy", "action"),
    /** A strategy has resources; an allocation is for a strategy. */
    STRATEGY_RESOURCE("strategy", "allocation"),
    /** A strategy's two measures are defined; a measure serves a goal or a strategy. */
    STRATEGY_MEASURE("strategy", "measure");

    private final String above;
    private final String below;

    PlanEdge(String above, String below) {
        this.above = above;
        this.below = below;
    }

    /** What lies above, in a word. */
    public String above() {
        return above;
    }

    /** What lies below, in a word. */
    public String below() {
        return below;
    }
}
