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
    requires static org.apache.lucene.core;
    requires static org.immutables.value.annotations;

    exports org.iltlib.analytics.stats;
    exports org.iltlib.analytics.stats.merge;
    exports org.iltlib.analytics.quantile;
    exports org.iltlib.analytics.regression;
    exports org.iltlib.analytics.privacy;
    exports org.iltlib.analytics.privacy.breakdown;
    exports org.iltlib.analytics.multilevel;
    exports org.iltlib.analytics.participation;
    exports org.iltlib.analytics.alignment;
    exports org.iltlib.analytics.suggestion;
    exports org.iltlib.analytics.suggestion.learned;
    exports org.iltlib.analytics.suggestion.lucene;
    exports org.iltlib.analytics.coherence;
    exports org.iltlib.analytics.alignment.blueprint;
    exports org.iltlib.analytics.alignment.panel;
    exports org.iltlib.analytics.alignment.progression;
    exports org.iltlib.analytics.alignment.vertical;
    exports org.iltlib.analytics.measurement;
    exports org.iltlib.analytics.measurement.fairness;
    exports org.iltlib.analytics.measurement.item;
    exports org.iltlib.analytics.measurement.diagnosis;
    exports org.iltlib.analytics.measurement.irt;
    exports org.iltlib.analytics.measurement.irt.check;
    exports org.iltlib.analytics.review;
    exports org.iltlib.analytics.achievement;
    exports org.iltlib.analytics.achievement.coarse;
    exports org.iltlib.analytics.achievement.composition;
    exports org.iltlib.analytics.achievement.gap;
    exports org.iltlib.analytics.achievement.live;
    exports org.iltlib.analytics.achievement.peer;
    exports org.iltlib.analytics.achievement.standing;
    exports org.iltlib.analytics.achievement.status;
    exports org.iltlib.analytics.growth;
    exports org.iltlib.analytics.growth.cohort;
    exports org.iltlib.analytics.growth.measured;
    exports org.iltlib.analytics.growth.percentile;
    exports org.iltlib.analytics.growth.projection;
    exports org.iltlib.analytics.growth.summary;
    exports org.iltlib.analytics.growth.valueadded;
    exports org.iltlib.analytics.equity;
    exports org.iltlib.analytics.equity.warning;
    exports org.iltlib.analytics.progress;
    exports org.iltlib.analytics.progress.control;
    exports org.iltlib.analytics.progress.rule;
    exports org.iltlib.analytics.progress.runs;
    exports org.iltlib.analytics.impact;
    exports org.iltlib.analytics.impact.cutoff;
    exports org.iltlib.analytics.impact.time;
    exports org.iltlib.analytics.impact.doubt;
    exports org.iltlib.analytics.impact.match;
    exports org.iltlib.analytics.impact.mediate;
    exports org.iltlib.analytics.climate;
    exports org.iltlib.analytics.effectiveness;
    exports org.iltlib.analytics.matching;
    exports org.iltlib.analytics.collaboration;
    exports org.iltlib.analytics.practice;
    exports org.iltlib.analytics.simulation;
    exports org.iltlib.analytics.voters;
    exports org.iltlib.analytics.deciding;
    exports org.iltlib.analytics.chart;
    exports org.iltlib.analytics.report;
}
