package org.iltlib.examples.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.analytics.alignment.ChanceReading;
import org.iltlib.analytics.alignment.ContentMatrix;
import org.iltlib.analytics.alignment.PorterChance;
import org.iltlib.analytics.alignment.PorterNull;
import org.iltlib.analytics.alignment.PrerequisiteGraph;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.analytics.alignment.WebbStandard;
import org.iltlib.analytics.alignment.blueprint.Blueprint;
import org.iltlib.analytics.alignment.blueprint.BlueprintReading;
import org.iltlib.analytics.alignment.blueprint.TaggedItem;
import org.iltlib.analytics.alignment.panel.PanelAgreement;
import org.iltlib.analytics.alignment.panel.PorterReport;
import org.iltlib.analytics.alignment.panel.WebbReport;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.examples.UsageException;
import org.immutables.value.Value;

/** Everything that was found; what the user gave no file for is absent. */
@Value.Immutable
public abstract class AlignFindings {
    private static final long SEED = 20_260_101;

    /** How much of a domain is asked for. */
    record Domain(Standard domain, int asked, int standards) {}

    /** A standard that nothing asks for, with what speaks for looking at it first. */
    record Gap(Standard standard, Ratio planned, int restsOnIt) {}

    /** The graph of steps. */
    record Progression(PrerequisiteGraph graph, int unknown, Standard chosen) {}

    AlignFindings() {}

    abstract AlignOptions options();

    abstract StandardsFramework framework();

    /** What the import says. */
    abstract String report();

    abstract Outline outline();

    abstract List<Domain> domains();

    abstract Optional<Blueprint> blueprint();

    abstract Optional<BlueprintReading> plan();

    abstract Optional<Alignment> alignment();

    abstract Optional<PanelAgreement> agreement();

    abstract Optional<WebbReport> webb();

    /** What the items ask for, by the topics of the blueprint, or else by domain. */
    abstract Optional<ContentMatrix> assessed();

    abstract Optional<PorterReport> porter();

    abstract List<ChanceReading> chances();

    abstract List<Gap> gaps();

    abstract Optional<Progression> progression();

    /**
     * Reads the files and analyses them.
     *
     * @throws BrokenPackage if the package cannot be used
     * @throws UsageException if another file cannot
     */
    public static AlignFindings of(AlignOptions options) {
        AlignFiles.Source source = AlignFiles.framework(options.source());
        StandardsFramework framework = source.framework();
        AlignFiles files = new AlignFiles(framework, options.scale());
        Outline outline = new Outline(framework);
        Builder found = new Builder()
                .options(options)
                .framework(framework)
                .report(source.report())
                .outline(outline);
        Optional<Blueprint> blueprint = options.blueprint().map(files::blueprint);
        Optional<Alignment> alignment = options.judgements().map(files::judgements);
        found.blueprint(blueprint).alignment(alignment);
        List<AlignmentJudgment> judgments =
                alignment.map(one -> one.listRound(options.round())).orElse(List.of());
        if (alignment.isPresent() && judgments.isEmpty()) {
            throw new UsageException("Nobody judged in round " + options.round() + ". Maybe choose --round.");
        }
        Optional<BlueprintReading> plan =
                blueprint.map(one -> BlueprintReading.of(framework, one, TaggedItem.listAgreed(judgments)));
        found.plan(plan);
        Set<StandardId> asked = new LinkedHashSet<>();
        judgments.forEach(one -> asked.addAll(one.listObjectives()));
        if (alignment.isPresent()) {
            panel(found, options, framework, outline, alignment.get(), blueprint);
        }
        Optional<AlignFiles.Steps> steps = options.edges().map(files::steps);
        Optional<PrerequisiteGraph> graph = steps.map(read -> graph(outline, read));
        found.domains(domains(outline, asked));
        List<Gap> gaps = gaps(outline, asked, plan, graph, !judgments.isEmpty());
        found.gaps(gaps);
        if (steps.isPresent() && graph.isPresent()) {
            Standard chosen =
                    options.standard().map(files::chosen).orElseGet(() -> busiest(framework, graph.get(), gaps));
            if (!graph.get().contains(chosen.id())) {
                throw new UsageException("Option --standard is a heading. Expected a standard.");
            }
            found.progression(new Progression(graph.get(), steps.get().unknown(), chosen));
        }
        return found.build();
    }

    private static void panel(
            Builder found,
            AlignOptions options,
            StandardsFramework framework,
            Outline outline,
            Alignment alignment,
            Optional<Blueprint> blueprint) {
        List<AlignmentJudgment> judgments = alignment.listRound(options.round());
        found.agreement(PanelAgreement.of(
                options.scale(),
                judgments,
                id -> framework
                        .findStandard(id)
                        .map(outline::domain)
                        .map(Standard::id)
                        .orElse(id)));
        if (options.scale().ordered() && blueprint.isPresent()) {
            found.webb(WebbReport.of(alignment, options.round(), standards(framework, outline, blueprint.get())));
        }
        if (blueprint.isPresent()) {
            ContentMatrix intended = blueprint.get().matrix();
            PorterReport porter = PorterReport.of(
                    alignment, options.round(), intended, id -> topic(framework, intended.topics(), id));
            found.porter(porter).assessed(porter.assessed());
            if (porter.together().isReported()) {
                PorterChance chance = PorterChance.seeded(SEED);
                porter.against(new PorterNull.SameMargins(intended, porter.assessed()), chance)
                        .value()
                        .ifPresent(found::addChances);
                porter.against(new PorterNull.AnyShares(intended.listCells().size()), chance)
                        .value()
                        .ifPresent(found::addChances);
            }
        } else {
            Set<String> domains = new LinkedHashSet<>();
            for (Standard item : framework.items()) {
                if (judgments.stream().anyMatch(one -> one.listObjectives().contains(item.id()))) {
                    domains.add(outline.domain(item).id().value());
                }
            }
            found.assessed(ContentMatrix.ofJudgments(
                    options.scale(),
                    List.copyOf(domains),
                    judgments,
                    id -> framework
                            .findStandard(id)
                            .map(one -> outline.domain(one).id().value())));
        }
    }

    /**
     * The topics of the blueprint, each with what is below it; the lowest demand that is planned for a topic is that of
     * its standards. Nested topics share nothing: a standard belongs to the nearest.
     */
    private static List<WebbStandard> standards(StandardsFramework framework, Outline outline, Blueprint blueprint) {
        List<String> topics =
                blueprint.listTopics().stream().map(StandardId::value).toList();
        List<WebbStandard> standards = new ArrayList<>();
        for (StandardId topic : blueprint.listTopics()) {
            int lowest = blueprint.cells().stream()
                    .filter(cell -> cell.topic().equals(topic))
                    .mapToInt(cell -> cell.demand())
                    .min()
                    .orElse(1);
            Map<StandardId, Integer> objectives = new LinkedHashMap<>();
            for (Standard leaf : outline.leaves()) {
                if (!leaf.id().equals(topic)
                        && topic(framework, topics, leaf.id())
                                .filter(topic.value()::equals)
                                .isPresent()) {
                    objectives.put(leaf.id(), lowest);
                }
            }
            if (!objectives.isEmpty()) {
                standards.add(new WebbStandard(topic, objectives, Optional.of(lowest)));
            }
        }
        return standards;
    }

    private static Optional<String> topic(StandardsFramework framework, List<String> topics, StandardId id) {
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

    private static PrerequisiteGraph graph(Outline outline, AlignFiles.Steps steps) {
        Set<StandardId> standards = new LinkedHashSet<>(outline.teachable());
        steps.steps().forEach(step -> {
            standards.add(step.before());
            standards.add(step.after());
        });
        return PrerequisiteGraph.of(List.copyOf(standards), steps.steps()).withParts(outline.wholes());
    }

    private static List<Domain> domains(Outline outline, Set<StandardId> asked) {
        Map<Standard, int[]> counts = new LinkedHashMap<>();
        for (Standard leaf : outline.leaves()) {
            int[] count = counts.computeIfAbsent(outline.domain(leaf), any -> new int[2]);
            count[0] += asked.contains(leaf.id()) ? 1 : 0;
            count[1]++;
        }
        List<Domain> domains = new ArrayList<>();
        counts.forEach((domain, count) -> domains.add(new Domain(domain, count[0], count[1])));
        domains.sort(Comparator.comparing(
                one -> one.domain().grades().stream().findFirst().orElse(GradeLevel.of(12))));
        return domains;
    }

    /** What is planned, or with no plan stands in a domain that the items touch, and is not asked for. */
    private static List<Gap> gaps(
            Outline outline,
            Set<StandardId> asked,
            Optional<BlueprintReading> plan,
            Optional<PrerequisiteGraph> graph,
            boolean judged) {
        if (!judged) {
            return List.of();
        }
        Map<StandardId, Ratio> weights = new LinkedHashMap<>();
        plan.ifPresent(reading -> reading.topics().forEach(topic -> weights.put(topic.topic(), topic.planned())));
        Set<Standard> touched = new LinkedHashSet<>();
        outline.leaves().stream()
                .filter(leaf -> asked.contains(leaf.id()))
                .forEach(leaf -> touched.add(outline.domain(leaf)));
        List<Standard> open = plan.map(BlueprintReading::standardsWithout)
                .orElseGet(() -> outline.leaves().stream()
                        .filter(leaf -> !asked.contains(leaf.id()) && touched.contains(outline.domain(leaf)))
                        .toList());
        List<Gap> gaps = new ArrayList<>();
        for (Standard standard : open) {
            Ratio planned = outline.path(standard).stream()
                    .filter(weights::containsKey)
                    .findFirst()
                    .map(topic -> weights.getOrDefault(topic, Ratio.ZERO))
                    .orElse(Ratio.ZERO);
            int rests = graph.filter(one -> one.contains(standard.id()))
                    .map(one -> one.listDescendants(standard.id()).size())
                    .orElse(0);
            gaps.add(new Gap(standard, planned, rests));
        }
        gaps.sort(Comparator.comparing(Gap::planned)
                .reversed()
                .thenComparing(Comparator.comparingInt(Gap::restsOnIt).reversed()));
        return gaps;
    }

    /** The gap that most rests on, or without gaps the standard that most rests on. */
    private static Standard busiest(StandardsFramework framework, PrerequisiteGraph graph, List<Gap> gaps) {
        List<StandardId> candidates = gaps.isEmpty()
                ? graph.standards()
                : gaps.stream()
                        .map(gap -> gap.standard().id())
                        .filter(graph::contains)
                        .toList();
        return candidates.stream()
                .max(Comparator.comparingInt(id -> graph.listDescendants(id).size()))
                .map(framework::getStandard)
                .orElseThrow(() -> new UsageException("There is no standard to draw. Maybe choose --standard."));
    }

    static final class Builder extends ImmutableAlignFindings.Builder {
        Builder() {}
    }
}
