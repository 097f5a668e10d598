/**
 * The domain of a school's Instructional Leadership Team: who decides, on what evidence, what was promised, and
 * whether it worked.
 *
 * <pre>{@code
 * var key = TeamKey.of(TeamId.of("lincoln-ilt"), SchoolYear.startingIn(2026));
 * var record = TeamRecord.empty(key).with(now, ana, finding, proposal);
 * store.append(record);
 * System.out.println(record.trace(proposal.id()));
 * }</pre>
 *
 * <p>What a leadership team's library is asked for, and where this one answers it, stands on <a
 * href="doc-files/capabilities.html">a page of its own</a>.
 */
@org.jspecify.annotations.NullMarked
module org.iltlib.core {
    requires org.slf4j;
    requires com.google.common;
    requires com.fasterxml.jackson.core;
    requires de.siegmar.fastcsv;
    requires transitive org.jspecify;
    requires static transitive java.sql;
    requires static org.immutables.value.annotations;

    exports org.iltlib.form;
    exports org.iltlib.base;
    exports org.iltlib.people;
    exports org.iltlib.team;
    exports org.iltlib.team.rights;
    exports org.iltlib.team.bridge;
    exports org.iltlib.team.meeting;
    exports org.iltlib.team.succession;
    exports org.iltlib.curriculum;
    exports org.iltlib.curriculum.version;
    exports org.iltlib.curriculum.pacing;
    exports org.iltlib.curriculum.design;
    exports org.iltlib.curriculum.transition;
    exports org.iltlib.curriculum.review;
    exports org.iltlib.curriculum.scorecard;
    exports org.iltlib.evidence;
    exports org.iltlib.evidence.response;
    exports org.iltlib.evidence.population;
    exports org.iltlib.evidence.fitness;
    exports org.iltlib.evidence.survey;
    exports org.iltlib.finding;
    exports org.iltlib.finding.policy;
    exports org.iltlib.choice;
    exports org.iltlib.choice.format;
    exports org.iltlib.choice.single;
    exports org.iltlib.choice.committee;
    exports org.iltlib.choice.tabulation;
    exports org.iltlib.choice.budget;
    exports org.iltlib.choice.insight;
    exports org.iltlib.decision.vote;
    exports org.iltlib.decision;
    exports org.iltlib.decision.options;
    exports org.iltlib.decision.protocol;
    exports org.iltlib.decision.ladder;
    exports org.iltlib.decision.proceedings;
    exports org.iltlib.decision.panel;
    exports org.iltlib.decision.dossier;
    exports org.iltlib.plan;
    exports org.iltlib.plan.resource;
    exports org.iltlib.plan.improvement;
    exports org.iltlib.plan.cycle;
    exports org.iltlib.plan.support;
    exports org.iltlib.plan.rollout;
    exports org.iltlib.plan.design;
    exports org.iltlib.learning;
    exports org.iltlib.learning.catalogue;
    exports org.iltlib.learning.evaluation;
    exports org.iltlib.learning.coaching;
    exports org.iltlib.learning.practice;
    exports org.iltlib.learning.peers;
    exports org.iltlib.learning.enacted;
    exports org.iltlib.impact;
    exports org.iltlib.impact.program;
    exports org.iltlib.impact.quality;
    exports org.iltlib.impact.registered;
    exports org.iltlib.record;
    exports org.iltlib.store;
    exports org.iltlib.store.archive;
    exports org.iltlib.store.memory;
    exports org.iltlib.store.jdbc;
    exports org.iltlib.store.contract;
    exports org.iltlib.custody;
    exports org.iltlib.exchange.oneroster;
    exports org.iltlib.exchange.casenetwork.compare;
    exports org.iltlib.exchange.casenetwork.model;
    exports org.iltlib.exchange.casenetwork;
    exports org.iltlib.exchange.casenetwork.service;
    exports org.iltlib.exchange.casenetwork.sheet;

    uses org.iltlib.store.StoreProvider;

    provides org.iltlib.store.StoreProvider with
            org.iltlib.store.memory.MemoryStoreProvider,
            org.iltlib.store.jdbc.JdbcStoreProvider;
}
