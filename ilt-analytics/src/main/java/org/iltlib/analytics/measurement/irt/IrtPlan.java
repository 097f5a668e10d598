package org.iltlib.analytics.measurement.irt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.iltlib.analytics.internal.Ascent;
import org.iltlib.analytics.internal.HiddenAbility;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/** Which items are to be estimated from which groups: the checks before a fit, where it starts, and the fit. */
final class IrtPlan {
    private static final int MOST_BOOKLETS = 32;
    private static final double STRETCH = 1.15;
    private static final double FAR = 20;
    private static final double EDGE = 1e-5;
    private static final double LONGEST = 40;
    private static final int MOST_NODES = 2_001;

    /** An item to be estimated: its name, and the group it belongs to alone, if it is free. */
    record Key(String item, Optional<String> group) {
        @Override
        public String toString() {
            return item + group.map(name -> " in " + name).orElse("");
        }
    }

    private final IrtOptions options;
    private final Map<String, Responses> groups;
    private final Map<Key, long[]> totals;

    private IrtPlan(IrtOptions options, Map<String, Responses> groups, Map<Key, long[]> totals) {
        this.options = options;
        this.groups = groups;
        this.totals = totals;
    }

    static IrtPlan of(IrtOptions options, Map<String, Responses> given) {
        Map<String, Responses> groups = new LinkedHashMap<>();
        Map<Key, long[]> totals = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        given.forEach((group, responses) -> {
            List<String> items = responses.itemNames();
            Checks.require(
                    !(responses instanceof RaschCounts) || isRasch(options, items),
                    "The responses of %s are counts. Expected patterns, unless all items are of the model %s.",
                    group,
                    ItemModel.RASCH);
            groups.put(group, choose(responses, isRasch(options, items)));
            names.addAll(items);
            for (int item = 0; item < items.size(); item++) {
                long[] counts = new long[responses.largest(item) + 1];
                for (int k = 0; k < counts.length; k++) {
                    counts[k] = responses.count(item, k);
                }
                if (counts.length > 1 || counts[0] > 0 || !options.freeItems().contains(items.get(item))) {
                    totals.merge(key(options, group, items.get(item)), counts, IrtPlan::sum);
                }
            }
        });
        Set<String> meant = new LinkedHashSet<>(options.others().keySet());
        meant.addAll(options.freeItems());
        for (String item : meant) {
            Checks.require(names.contains(item), "There is no item \"%s\". Expected one of %s.", item, names);
        }
        IrtPlan plan = new IrtPlan(options, groups, totals);
        plan.checkModels();
        return plan;
    }

    static boolean isRasch(IrtOptions options, List<String> items) {
        return items.stream().noneMatch(item -> options.modelOf(item).hasOwnSlope());
    }

    private static Responses choose(Responses responses, boolean rasch) {
        if (rasch && responses instanceof ResponsePatterns patterns) {
            RaschCounts counts = RaschCounts.of(patterns);
            return counts.booklets() <= MOST_BOOKLETS ? counts : patterns;
        }
        return responses;
    }

    private static Key key(IrtOptions options, String group, String item) {
        return new Key(item, options.freeItems().contains(item) ? Optional.of(group) : Optional.empty());
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sum = new long[Math.max(a.length, b.length)];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = (k < a.length ? a[k] : 0) + (k < b.length ? b[k] : 0);
        }
        return sum;
    }

    private void checkModels() {
        long common = 0;
        for (Map.Entry<Key, long[]> entry : totals.entrySet()) {
            String item = entry.getKey().item();
            ItemModel model = options.modelOf(item);
            common += model == ItemModel.ONE_PARAMETER ? 1 : 0;
            Checks.require(
                    entry.getValue().length <= 2 || model.takesSeveralPoints(),
                    "Item \"%s\" gave up to %s points. Expected 1 in the model %s. Maybe the graded response model is"
                            + " meant.",
                    item,
                    entry.getValue().length - 1,
                    model);
        }
        Checks.require(
                common == 0 || common == totals.size(),
                "%s of %s items are of the model %s. Expected all or none. Maybe the others are Rasch items.",
                common,
                totals.size(),
                ItemModel.ONE_PARAMETER);
    }

    Measured<IrtFit> fit() {
        Optional<Measured<IrtFit>> refusal = new IrtObstacles(options, groups, totals).refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        IrtPlan plan = this;
        while (true) {
            MarginalLikelihood likelihood = plan.likelihood();
            Ascent.Summit summit =
                    Ascent.of(options.tolerance(), options.steps()).climb(likelihood, start(likelihood.size()));
            likelihood.at(summit.point(), new double[likelihood.size()]);
            int crowded = likelihood.crowded(EDGE);
            if (crowded < 0) {
                return plan.judge(likelihood, summit);
            }
            IrtPlan longer = plan.longer();
            if (longer.options.reach() > LONGEST || longer.options.nodes() > MOST_NODES) {
                return Measured.missing(
                        MissingReason.UNDEFINED,
                        "the grid is too short: at %s logits group %s still has students; %s"
                                .formatted(
                                        plan.options.reach(),
                                        groupNames().get(crowded),
                                        plan.suspicion(likelihood, summit.point())));
            }
            plan = longer;
        }
    }

    /** With a quarter more nodes on either side, at the same distance from one another. */
    private IrtPlan longer() {
        int more = (options.nodes() + 2) / 4;
        double step = 2 * options.reach() / (options.nodes() - 1);
        IrtOptions further = ImmutableIrtOptions.builder()
                .from(options)
                .nodes(options.nodes() + 2 * more)
                .reach(options.reach() + more * step)
                .build();
        return new IrtPlan(further, groups, totals);
    }

    private Measured<IrtFit> judge(MarginalLikelihood likelihood, Ascent.Summit summit) {
        for (int g = 0; g < groups.size(); g++) {
            double spread = likelihood.distribution(g, summit.point()).standardDeviation();
            if (spread < 2 * options.reach() / (options.nodes() - 1)) {
                return Measured.missing(
                        MissingReason.UNDEFINED,
                        "ability does not spread in group " + groupNames().get(g)
                                + ": who is right on one item is no likelier to be right on another");
            }
        }
        if (!summit.reached()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "no convergence: the gradient is %s after %s steps, more than %s; %s"
                            .formatted(
                                    summit.gradientNorm(),
                                    summit.steps(),
                                    options.tolerance(),
                                    suspicion(likelihood, summit.point())));
        }
        return Measured.of(new IrtFit(this, likelihood, summit));
    }

    private String suspicion(MarginalLikelihood likelihood, double[] point) {
        double farthest = FAR;
        String words = "maybe more steps would do";
        for (int j = 0; j < keys().size(); j++) {
            for (double value : likelihood.itemParameters(j, point)) {
                if (Math.abs(value) > farthest) {
                    farthest = Math.abs(value);
                    words = "item " + keys().get(j) + " runs away, which a prior would hold";
                }
            }
        }
        return words;
    }

    /** A new function to climb, with working memory of its own. */
    MarginalLikelihood likelihood() {
        List<MarginalLikelihood.Shape> shapes = new ArrayList<>();
        totals.forEach(
                (key, counts) -> shapes.add(new MarginalLikelihood.Shape(options.modelOf(key.item()), counts.length)));
        int[] categories =
                shapes.stream().mapToInt(MarginalLikelihood.Shape::categories).toArray();
        double[] nodes = AbilityDistribution.nodes(options.nodes(), options.reach());
        boolean fixedSlopes = shapes.stream().anyMatch(shape -> shape.fixed() == 1);
        List<Key> keys = keys();
        List<MarginalLikelihood.Group> parts = new ArrayList<>();
        groups.forEach((group, responses) -> {
            int[] place = responses.itemNames().stream()
                    .mapToInt(item -> keys.indexOf(key(options, group, item)))
                    .toArray();
            HiddenAbility hidden = responses.at(new Responses.Places(place, categories, nodes));
            boolean first = parts.isEmpty();
            parts.add(new MarginalLikelihood.Group(hidden, !first, !first || fixedSlopes));
        });
        return new MarginalLikelihood(shapes, parts, options.priors(), nodes, options.executor());
    }

    double[] start(int size) {
        double[] start = new double[size];
        int at = 0;
        for (Map.Entry<Key, long[]> entry : totals.entrySet()) {
            ItemModel model = options.modelOf(entry.getKey().item());
            long[] counts = entry.getValue();
            if (model.hasOwnSlope()) {
                start[at++] = 1;
            }
            if (model == ItemModel.THREE_PARAMETER) {
                double share = (double) counts[1] / (counts[0] + counts[1]);
                start[at++] = STRETCH * logit(Math.min(0.97, Math.max(0.05, (share - 0.15) / 0.85)));
                start[at++] = logit(0.15);
            } else {
                for (int k = 1; k < counts.length; k++) {
                    start[at++] = STRETCH * StrictMath.log(odds(counts, k, model == ItemModel.GRADED));
                }
            }
        }
        return start;
    }

    private static double odds(long[] counts, int k, boolean graded) {
        if (!graded) {
            return (double) counts[k] / counts[0];
        }
        double above = 0;
        double below = 0;
        for (int v = 0; v < counts.length; v++) {
            above += v >= k ? counts[v] : 0;
            below += v < k ? counts[v] : 0;
        }
        return above / below;
    }

    private static double logit(double share) {
        return StrictMath.log(share / (1 - share));
    }

    IrtOptions options() {
        return options;
    }

    List<Key> keys() {
        return List.copyOf(totals.keySet());
    }

    List<String> groupNames() {
        return List.copyOf(groups.keySet());
    }

    Responses responses(String group) {
        return Objects.requireNonNull(groups.get(group), group);
    }

    long students() {
        return groups.values().stream().mapToLong(Responses::students).sum();
    }
}
