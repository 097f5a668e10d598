package org.iltlib.analytics.progress.rule;

import java.util.OptionalDouble;

/** A rule whose chance of saying "intensify" has a formula. */
interface KnownChances {
    /**
     * The probability that it says "intensify", if there is a formula for these looks and this noise.
     *
     * @param plan of which the aim rises
     * @param surplus how much faster than the aim the student truly grows, a week; below zero if slower
     */
    OptionalDouble intensifies(MonitoringPlan plan, double surplus);
}
