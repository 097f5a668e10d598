/**
 * Pure functions from evidence to findings, and from findings to impact: no state, chance passed in as a seed, every
 * number with its interval and its reason.
 */
@org.jspecify.annotations.NullMarked
module org.iltlib.analytics {
    requires transitive org.iltlib.core;
    requires com.google.common;
    requires hipparchus.stat;
    requires hipparchus.core;
    requires ejml.ddense;
    requires static org.immutables.value.annotations;

    exports org.iltlib.analytics.impact;
    exports org.iltlib.analytics.simulation;
}
