package org.iltlib.examples.align;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.analytics.alignment.WebbStandard;
import org.iltlib.analytics.alignment.blueprint.Blueprint;
import org.iltlib.analytics.alignment.blueprint.CountedStandards;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/**
 * The topics of a blueprint as standards with objectives: what counts as one standard below a topic is an objective of it,
 * and the lowest demand that is planned for the topic is that of its objectives. Nested topics share nothing: a standard
 * belongs to the nearest.
 *
 * @param standards the topics that have objectives
 * @param counted what counts as one standard
 */
record Topics(List<WebbStandard> standards, CountedStandards counted) {
    static Topics of(StandardsFramework framework, Blueprint blueprint, Set<StandardId> named) {
        List<StandardId> topics = blueprint.listTopics();
        List<String> ids = topics.stream().map(StandardId::value).toList();
        CountedStandards counted = CountedStandards.of(framework, topics, named);
        List<WebbStandard> standards = new ArrayList<>();
        for (StandardId topic : topics) {
            int lowest = blueprint.cells().stream()
                    .filter(cell -> cell.topic().equals(topic))
                    .mapToInt(cell -> cell.demand())
                    .min()
                    .orElse(1);
            Map<StandardId, Integer> objectives = new LinkedHashMap<>();
            for (Standard one : counted.list()) {
                if (!one.id().equals(topic)
                        && find(framework, ids, one.id())
                                .filter(topic.value()::equals)
                                .isPresent()) {
                    objectives.put(one.id(), lowest);
                }
            }
            if (!objectives.isEmpty()) {
                standards.add(new WebbStandard(topic, objectives, Optional.of(lowest)));
            }
        }
        return new Topics(standards, counted);
    }

    /** The nearest of those topics at or above a standard. */
    static Optional<String> find(StandardsFramework framework, List<String> topics, StandardId id) {
        if (topics.contains(id.value())) {
            return Optional.of(id.value());
        }
        return framework
                .findStandard(id)
                .flatMap(one -> framework.listAncestors(one.id()).stream()
                        .map(above -> above.id().value())
                        .filter(topics::contains)
                        .findFirst());
    }

    /**
     * The judgments with each objective as the standard that it counts for; what is tied to nothing but a topic fits that
     * topic in general.
     */
    Alignment counted(Alignment alignment) {
        return alignment.toBuilder()
                .judgments(alignment.judgments().stream().map(this::counted).toList())
                .build();
    }

    private AlignmentJudgment counted(AlignmentJudgment one) {
        List<StandardId> said = new ArrayList<>(one.listObjectives());
        one.generic().ifPresent(said::add);
        Set<StandardId> objectives = new LinkedHashSet<>();
        Optional<StandardId> topic = Optional.empty();
        for (StandardId id : said) {
            if (standards.stream().anyMatch(standard -> standard.id().equals(id))) {
                topic = Optional.of(id);
            } else {
                objectives.add(counted.find(id).orElse(id));
            }
        }
        List<StandardId> all = List.copyOf(objectives);
        return one.toBuilder()
                .primary(all.stream().findFirst())
                .secondary(all.stream().skip(1).toList())
                .generic(all.isEmpty() ? topic : Optional.empty())
                .build();
    }
}
