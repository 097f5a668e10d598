package org.iltlib.analytics.alignment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Chance for a panel: each item keeps the topics that all raters give it, and each set of demands that the raters give an
 * item stays together, but which demands go with which item is drawn by chance. What is drawn is the item, so raters who
 * say the same are no more than one, and their agreement is what it was. The index that is compared is the mean over the
 * raters' own. Items are exchanged only with items that the same raters gave a demand. Immutable.
 *
 * <p>Polikoff, M. S., &amp; Fulmer, G. W. (2013), Refining methods for estimating critical values for an alignment index,
 * Journal of Research on Educational Effectiveness 6(4), 380–395, show that raters and their agreement matter for what
 * chance gives; the permutation of whole items is elementary.
 */
public final class PairedItems implements PorterNull {
    private static final int MOST = 2_000;

    /**
     * How one rater codes one item.
     *
     * @param item the item
     * @param rater the rater
     * @param topics the topic of the plan that each hit falls on, once for each hit
     * @param elsewhere how many hits fall on no topic of the plan; an item that fits nothing counts as one
     * @param demand the level of demand, if the rater gave one
     */
    public record Coded(String item, PersonId rater, List<String> topics, int elsewhere, Optional<Integer> demand) {
        /** Checks the number and copies the list. */
        public Coded {
            Checks.notNegative(elsewhere, "elsewhere");
            topics = List.copyOf(topics);
        }

        /** The hits that count: those elsewhere, and, with a demand, those on topics of the plan. */
        int hits() {
            return elsewhere + (demand.isPresent() ? topics.size() : 0);
        }
    }

    private final ContentMatrix plan;
    private final List<String> items;
    private final SortedMap<PersonId, Map<String, Coded>> byRater;
    private final List<List<String>> exchangeable;

    private PairedItems(ContentMatrix plan, List<String> items, SortedMap<PersonId, Map<String, Coded>> byRater) {
        this.plan = plan;
        this.items = items;
        this.byRater = byRater;
        Map<Set<PersonId>, List<String>> alike = new LinkedHashMap<>();
        for (String item : items) {
            Set<PersonId> rated = new LinkedHashSet<>();
            byRater.forEach((rater, own) -> {
                Coded code = own.get(item);
                if (code != null && code.demand().isPresent()) {
                    rated.add(rater);
                }
            });
            alike.computeIfAbsent(rated, any -> new ArrayList<>()).add(item);
        }
        this.exchangeable = alike.values().stream().map(List::copyOf).toList();
    }

    /**
     * The model of those codes.
     *
     * @param plan the topics and demands that are wanted
     * @throws IllegalArgumentException if the plan is empty, a rater codes an item twice, a topic or demand is not one of
     *     the plan's, or there are more than 2,000 items
     */
    public static PairedItems of(ContentMatrix plan, List<Coded> codes) {
        Checks.require(!plan.total().isZero(), "The plan holds nothing. Expected some weight.");
        SortedSet<String> items = new TreeSet<>();
        SortedMap<PersonId, Map<String, Coded>> byRater = new TreeMap<>();
        for (Coded code : codes) {
            code.demand().ifPresent(plan.scale()::getLevel);
            code.topics().forEach(topic -> plan.cell(topic, 1));
            Map<String, Coded> own = byRater.computeIfAbsent(code.rater(), any -> new LinkedHashMap<>());
            Checks.require(
                    own.put(code.item(), code) == null,
                    "rater \"%s\" codes item \"%s\" twice. Expected one round. Maybe choose one by listRound.",
                    code.rater(),
                    code.item());
            items.add(code.item());
        }
        Checks.require(items.size() <= MOST, "There are %s items. Expected at most %s.", items.size(), MOST);
        return new PairedItems(plan, List.copyOf(items), byRater);
    }

    /** The index of each rater's own hits with the plan, in order of raters; missing for a rater without a hit. */
    public Map<PersonId, Measured<Ratio>> indexes() {
        Map<PersonId, Measured<Ratio>> indexes = new LinkedHashMap<>();
        byRater.forEach((rater, own) -> {
            List<Ratio> hits = new ArrayList<>();
            long[] counts = counts(own);
            for (long count : counts) {
                hits.add(Ratio.of(count, 1));
            }
            hits.add(Ratio.of(hits(own) - sum(counts), 1));
            List<Ratio> wanted = new ArrayList<>(plan.listCells());
            wanted.add(Ratio.ZERO);
            indexes.put(rater, PorterIndex.ofWeights(wanted, hits));
        });
        return Collections.unmodifiableMap(indexes);
    }

    /** The mean of the raters' indexes: what chance is to be compared with; missing if nobody has a hit. */
    public Measured<Ratio> observed() {
        List<Ratio> values = new ArrayList<>();
        indexes().values().forEach(one -> one.value().ifPresent(values::add));
        return values.isEmpty() ? Measured.missing(MissingReason.UNDEFINED, "no rater has a hit") : Ratio.mean(values);
    }

    /** The most hits of one rater, with or without a place in the plan. */
    public long mostHits() {
        return byRater.values().stream().mapToLong(PairedItems::hits).max().orElse(0);
    }

    private static long hits(Map<String, Coded> own) {
        return own.values().stream().mapToLong(Coded::hits).sum();
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private long[] counts(Map<String, Coded> own) {
        int levels = plan.scale().levels().size();
        long[] counts = new long[plan.topics().size() * levels];
        own.values()
                .forEach(code -> code.demand()
                        .ifPresent(demand -> code.topics()
                                .forEach(topic -> counts[plan.topics().indexOf(topic) * levels + demand - 1]++)));
        return counts;
    }

    private List<Map<String, Coded>> counted() {
        return byRater.values().stream().filter(own -> hits(own) > 0).toList();
    }

    @Override
    public String name() {
        return "the topics of each item and the demands of each item as the raters give them, paired by chance ("
                + items.size() + (items.size() == 1 ? " item, " : " items, ") + byRater.size()
                + (byRater.size() == 1 ? " rater)" : " raters)");
    }

    /**
     * The exact mean, since each rater's own demands are drawn without replacement; the agreement of raters moves the
     * interval and not the mean.
     *
     * @throws IllegalArgumentException if no rater has a hit
     */
    @Override
    public Ratio expectation() {
        List<Ratio> means = counted().stream().map(this::expectation).toList();
        return Ratio.mean(means)
                .value()
                .orElseThrow(() -> new IllegalArgumentException("No rater has a hit. Expected one at least."));
    }

    private Ratio expectation(Map<String, Coded> own) {
        BigInteger all = BigInteger.valueOf(hits(own));
        Ratio mean = Ratio.ZERO;
        for (String topic : plan.topics()) {
            for (int level = 1; level <= plan.scale().levels().size(); level++) {
                Ratio share = plan.cell(topic, level).dividedBy(plan.total());
                if (!share.isZero()) {
                    DrawnSum sum = DrawnSum.NOTHING;
                    for (List<String> group : exchangeable) {
                        sum = sum.plus(drawn(group, own, topic, level));
                    }
                    mean = mean.plus(sum.meanOfLesser(share, all));
                }
            }
        }
        return mean;
    }

    private static DrawnSum drawn(List<String> group, Map<String, Coded> own, String topic, int level) {
        List<Integer> hits = new ArrayList<>();
        int chosen = 0;
        for (String item : group) {
            Coded code = own.get(item);
            if (code != null && code.demand().isPresent()) {
                hits.add(Collections.frequency(code.topics(), topic));
                chosen += code.demand().get() == level ? 1 : 0;
            }
        }
        return DrawnSum.of(hits, chosen);
    }

    /** As many draws of the mean over raters as the array is long. */
    void draw(SplitMix chance, double[] values) {
        int levels = plan.scale().levels().size();
        double[] wanted = plan.listCells().stream()
                .mapToDouble(cell -> cell.dividedBy(plan.total()).toDouble())
                .toArray();
        List<Map<String, Coded>> counted = counted();
        List<int[][]> groups = new ArrayList<>();
        List<int[][]> demands = new ArrayList<>();
        for (List<String> group : exchangeable) {
            for (Map<String, Coded> own : counted) {
                groups.add(
                        group.stream().map(item -> rows(own.get(item), levels)).toArray(int[][]::new));
                demands.add(new int[][] {
                    group.stream().mapToInt(item -> place(own.get(item))).toArray()
                });
            }
        }
        double[] hits = counted.stream().mapToDouble(PairedItems::hits).toArray();
        for (int draw = 0; draw < values.length; draw++) {
            double[][] drawn = new double[counted.size()][wanted.length];
            int place = 0;
            for (List<String> group : exchangeable) {
                int[] order = new int[group.size()];
                for (int i = 0; i < order.length; i++) {
                    order[i] = i;
                }
                chance.shuffle(order, order.length);
                for (double[] cells : drawn) {
                    pair(groups.get(place), demands.get(place)[0], order, cells);
                    place++;
                }
            }
            double sum = 0;
            for (int rater = 0; rater < drawn.length; rater++) {
                for (int cell = 0; cell < wanted.length; cell++) {
                    sum += Math.min(wanted[cell], drawn[rater][cell] / hits[rater]);
                }
            }
            values[draw] = sum / drawn.length;
        }
    }

    private static void pair(int[][] rows, int[] demands, int[] order, double[] cells) {
        for (int i = 0; i < order.length; i++) {
            int demand = demands[order[i]];
            if (demand > 0) {
                for (int row : rows[i]) {
                    cells[row + demand - 1]++;
                }
            }
        }
    }

    private int[] rows(@Nullable Coded code, int levels) {
        return code == null || code.demand().isEmpty()
                ? new int[0]
                : code.topics().stream()
                        .mapToInt(topic -> plan.topics().indexOf(topic) * levels)
                        .toArray();
    }

    private static int place(@Nullable Coded code) {
        return code == null ? 0 : code.demand().orElse(0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairedItems paired && plan.equals(paired.plan) && byRater.equals(paired.byRater);
    }

    @Override
    public int hashCode() {
        return 31 * plan.hashCode() + byRater.hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
