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
import org.iltlib.analytics.alignment.blueprint.Blueprint;
import org.iltlib.analytics.alignment.blueprint.BlueprintReading;
import org.iltlib.analytics.alignment.blueprint.CountedStandards;
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

    /**
     * How much of a domain is asked for: by items on which more than half of their raters agree, and by any rater; and
     * whether the blueprint plans something of it.
     */
    record Domain(Standard domain, int asked, int askedByAny, int standards, boolean planned) {
        boolean touched() {
            return planned || askedByAny > 0;
        }
    }

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
        Set<StandardId> agreed = new LinkedHashSet<>();
        TaggedItem.listAgreed(judgments).forEach(item -> agreed.addAll(item.standards()));
        Set<StandardId> named = named(judgments);
        CountedStandards counted = CountedStandards.of(
                framework, outline.domains().stream().map(Standard::id).toList(), named);
        if (alignment.isPresent()) {
            panel(found, options, framework, outline, alignment.get(), blueprint);
        }
        Optional<AlignFiles.Steps> steps = options.edges().map(files::steps);
        Optional<PrerequisiteGraph> graph = steps.map(read -> graph(outline, read));
        List<Domain> domains = domains(outline, counted, agreed, named, blueprint);
        found.domains(domains);
        List<Gap> gaps = judgments.isEmpty() ? List.of() : gaps(outline, counted, agreed, domains, plan, graph);
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

    /** What some rater names, as an objective or in general. */
    private static Set<StandardId> named(List<AlignmentJudgment> judgments) {
        Set<StandardId> named = new LinkedHashSet<>();
        for (AlignmentJudgment one : judgments) {
            named.addAll(one.listObjectives());
            one.generic().ifPresent(named::add);
        }
        return named;
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
            Topics topics = Topics.of(framework, blueprint.get(), named(judgments));
            found.webb(WebbReport.of(topics.counted(alignment), options.round(), topics.standards()));
        }
        if (blueprint.isPresent()) {
            ContentMatrix intended = blueprint.get().matrix();
            PorterReport porter = PorterReport.of(
                    alignment, options.round(), intended, id -> Topics.find(framework, intended.topics(), id));
            found.porter(porter).assessed(porter.assessed());
            PorterChance chance = PorterChance.seeded(SEED);
            porter.against(porter.pairedItems(), chance).value().ifPresent(found::addChances);
            porter.against(new PorterNull.AnyShares(intended.listCells().size()), chance)
                    .value()
                    .ifPresent(found::addChances);
        } else {
            Set<String> domains = new LinkedHashSet<>();
            Set<StandardId> named = named(judgments);
            for (Standard item : framework.items()) {
                if (named.contains(item.id())) {
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

    private static PrerequisiteGraph graph(Outline outline, AlignFiles.Steps steps) {
        Set<StandardId> standards = new LinkedHashSet<>(outline.teachable());
        steps.steps().forEach(step -> {
            standards.add(step.before());
            standards.add(step.after());
        });
        try {
            return PrerequisiteGraph.of(List.copyOf(standards), steps.steps()).withParts(outline.wholes());
        } catch (IllegalArgumentException e) {
            String named = String.valueOf(e.getMessage());
            for (StandardId id : standards) {
                named = named.replace(id.value(), outline.name(id));
            }
            throw new UsageException(named.replaceAll("\\R+", " "), e);
        }
    }

    private static List<Domain> domains(
            Outline outline,
            CountedStandards counted,
            Set<StandardId> agreed,
            Set<StandardId> named,
            Optional<Blueprint> blueprint) {
        Set<StandardId> asked = counted(counted, agreed);
        Set<StandardId> askedByAny = counted(counted, named);
        List<StandardId> topics = blueprint.map(Blueprint::listTopics).orElse(List.of());
        Map<Standard, int[]> counts = new LinkedHashMap<>();
        Set<Standard> planned = new LinkedHashSet<>();
        for (Standard one : counted.list()) {
            Standard domain = outline.domain(one);
            int[] count = counts.computeIfAbsent(domain, any -> new int[3]);
            count[0] += asked.contains(one.id()) ? 1 : 0;
            count[1] += askedByAny.contains(one.id()) ? 1 : 0;
            count[2]++;
        }
        for (Standard leaf : outline.leaves()) {
            if (outline.path(leaf).stream().anyMatch(topics::contains)) {
                planned.add(outline.domain(leaf));
            }
        }
        List<Domain> domains = new ArrayList<>();
        counts.forEach((domain, count) ->
                domains.add(new Domain(domain, count[0], count[1], count[2], planned.contains(domain))));
        domains.sort(Comparator.comparing(
                one -> one.domain().grades().stream().findFirst().orElse(GradeLevel.of(12))));
        return domains;
    }

    private static Set<StandardId> counted(CountedStandards counted, Set<StandardId> some) {
        Set<StandardId> found = new LinkedHashSet<>();
        some.forEach(id -> counted.find(id).ifPresent(found::add));
        return found;
    }

    /** What is planned, or with no plan stands in a domain that the items touch, and no agreed item asks for. */
    private static List<Gap> gaps(
            Outline outline,
            CountedStandards counted,
            Set<StandardId> agreed,
            List<Domain> domains,
            Optional<BlueprintReading> plan,
            Optional<PrerequisiteGraph> graph) {
        Map<StandardId, Ratio> weights = new LinkedHashMap<>();
        plan.ifPresent(reading -> reading.topics().forEach(topic -> weights.put(topic.topic(), topic.planned())));
        Set<StandardId> asked = counted(counted, agreed);
        Set<Standard> touched = new LinkedHashSet<>();
        domains.stream().filter(Domain::touched).forEach(one -> touched.add(one.domain()));
        List<Standard> open = plan.map(BlueprintReading::standardsWithout)
                .orElseGet(() -> counted.list().stream()
                        .filter(one -> !asked.contains(one.id()) && touched.contains(outline.domain(one)))
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
