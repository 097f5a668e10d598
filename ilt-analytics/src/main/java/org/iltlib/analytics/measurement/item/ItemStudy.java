package org.iltlib.analytics.measurement.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.measurement.CronbachAlpha;
import org.iltlib.analytics.measurement.ItemMoments;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ChoiceTable;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.finding.Estimate;

/**
 * The classical analysis of the items of a test. Students for whom an item is missing are left out for that item only.
 * Immutable. Linear in the responses, beside the moments.
 *
 * <p>Sources: Crocker, L., &amp; Algina, J. (1986), Introduction to classical and modern test theory; Henrysson, S. (1963),
 * doi:10.1007/BF02289618, for taking the item out of the total.
 */
public final class ItemStudy {
    /** Alpha must rise by more than this for an item to be said to lower it. */
    private static final double CLEARLY = 0.005;

    /** Below this a negative correlation is hardly noise. */
    private static final double CLEARLY_NEGATIVE = -0.1;

    private static final double OFTEN = 0.15;
    private static final double KELLEY = 0.27;

    private final double level;
    private final ItemLimits limits;

    private ItemStudy(double level, ItemLimits limits) {
        this.level = level;
        this.limits = limits;
    }

    /** Intervals at level 0.95, the limits of {@link ItemLimits#withDefaults}. */
    public static ItemStudy withDefaults() {
        return new ItemStudy(0.95, ItemLimits.withDefaults());
    }

    /** A copy with intervals at that level, between 0 and 1, both excluded. */
    public ItemStudy withLevel(double other) {
        Checks.require(other > 0 && other < 1, "level is %s. Expected between 0 and 1, such as 0.95.", other);
        return new ItemStudy(other, limits);
    }

    /** A copy with those limits. */
    public ItemStudy withLimits(ItemLimits other) {
        return new ItemStudy(level, other);
    }

    /** A report of each item, in the order of the table. */
    public List<ItemReport> of(ResponseTable table) {
        ItemMoments moments = ItemMoments.of(table);
        double alpha = CronbachAlpha.withDefaults()
                .of(moments)
                .alpha()
                .map(Estimate::value)
                .orElse(1.0);
        Standing standing = new Standing(table);
        double[][] tails = tails(standing, table.students());
        List<ItemReport> reports = new ArrayList<>();
        for (int item = 0; item < table.items(); item++) {
            reports.add(report(table, item, standing, tails, moments.alphaWithout(item), alpha));
        }
        return List.copyOf(reports);
    }

    /**
     * A report of each item, with what the wrong answers tell.
     *
     * @param key for each item the right answer
     * @throws IllegalArgumentException if the key does not fit the items
     */
    public List<ItemReport> of(ChoiceTable choices, Map<String, String> key) {
        ResponseTable table = choices.scored(key);
        Standing standing = new Standing(table);
        List<ItemReport> reports = new ArrayList<>();
        List<ItemReport> plain = of(table);
        for (int item = 0; item < plain.size(); item++) {
            DistractorTable chosen = DistractorTable.of(choices, key, item, standing);
            List<ItemFlag> flags = new ArrayList<>(plain.get(item).flags());
            flags.remove(ItemFlag.KEY_SUSPECTED);
            if (!chosen.attractive().isEmpty()) {
                flags.add(ItemFlag.ATTRACTIVE_DISTRACTOR);
            }
            if (chosen.isKeySuspected()) {
                flags.add(ItemFlag.KEY_SUSPECTED);
            }
            if (!chosen.idle().isEmpty()) {
                flags.add(ItemFlag.IDLE_DISTRACTOR);
            }
            reports.add(plain.get(item).toBuilder()
                    .flags(flags.stream().sorted().toList())
                    .attractive(chosen.attractive().stream()
                            .map(DistractorTable.Option::text)
                            .toList())
                    .build());
        }
        return List.copyOf(reports);
    }

    private ItemReport report(
            ResponseTable table,
            int item,
            Standing standing,
            double[][] tails,
            Measured<Double> alphaWithout,
            double alpha) {
        int most = standing.most(item);
        long right = 0;
        long responses = 0;
        long omitted = 0;
        Moments shares = Moments.EMPTY;
        Association total = new Association();
        Association rest = new Association();
        double[] tail = new double[4]; // points and weights, lower then upper
        for (int row = 0; row < table.students(); row++) {
            int code = table.code(row, item);
            if (code < 0) {
                omitted += isOmission(code) ? 1 : 0;
                continue;
            }
            responses++;
            right += code;
            shares = most > 1 ? shares.with((double) code / most) : shares;
            total.add(code, standing.share(row));
            if (standing.hasRest(row, item)) {
                rest.add(code, standing.restShare(row, item));
            }
            for (int side = 0; side < 2; side++) {
                tail[2 * side] += tails[side][row] * code / most;
                tail[2 * side + 1] += tails[side][row];
            }
        }
        Measured<Estimate> difficulty = responses == 0
                ? Measured.missing(MissingReason.NO_STUDENTS, "nobody has points on it")
                : most == 1
                        ? new WilsonInterval(level).of(right, responses)
                        : new MeanInterval(level, "share of points").of(shares);
        ItemReport plain = ItemReport.builder()
                .name(table.itemNames().get(item))
                .maximum(most)
                .responses(responses)
                .omitted(omitted)
                .notGiven(table.students() - responses - omitted)
                .difficulty(difficulty)
                .itemTotal(total.correlation())
                .itemRest(rest.correlation())
                .upperLower(
                        tail[1] > 0 && tail[3] > 0
                                ? Measured.of(tail[2] / tail[3] - tail[0] / tail[1])
                                : Measured.missing(
                                        MissingReason.TOO_FEW, "nobody of the upper or the lower part has the item"))
                .alphaWithout(alphaWithout)
                .build();
        return plain.toBuilder().flags(flags(plain, alpha)).build();
    }

    private static boolean isOmission(int code) {
        return code == ResponseTable.codeOf(MissingReason.OMITTED)
                || code == ResponseTable.codeOf(MissingReason.NOT_REACHED);
    }

    private List<ItemFlag> flags(ItemReport item, double alpha) {
        List<ItemFlag> flags = new ArrayList<>();
        if (item.responses() == 0) {
            return List.of(ItemFlag.NO_RESPONSES);
        }
        double difficulty = item.difficulty().map(Estimate::value).orElse(0.5);
        double rest = item.itemRest().orElse(limits.weakBelow());
        if (!item.itemTotal().isReported() && item.responses() > 1) {
            flags.add(ItemFlag.NO_VARIATION);
        }
        if (difficulty < limits.hardBelow()) {
            flags.add(ItemFlag.HARD);
        }
        if (difficulty > limits.easyAbove()) {
            flags.add(ItemFlag.EASY);
        }
        if (rest < 0) {
            flags.add(ItemFlag.NEGATIVE_DISCRIMINATION);
            if (rest < CLEARLY_NEGATIVE) {
                flags.add(ItemFlag.KEY_SUSPECTED);
            }
        } else if (rest < limits.weakBelow()) {
            flags.add(ItemFlag.WEAK_DISCRIMINATION);
        }
        if (item.alphaWithout().orElse(alpha) > alpha + CLEARLY) {
            flags.add(ItemFlag.LOWERS_ALPHA);
        }
        if (item.omitted() > OFTEN * (item.omitted() + item.responses())) {
            flags.add(ItemFlag.OFTEN_OMITTED);
        }
        return flags.stream().sorted().toList();
    }

    /**
     * For each row how far it counts in the lower part and how far in the upper; those level at a border in part, and in both
     * where they are level at both.
     */
    private static double[][] tails(Standing standing, int students) {
        int[] order = standing.ascending();
        double[][] weights = new double[2][students];
        double wanted = KELLEY * order.length;
        double lower = wanted;
        double upper = wanted;
        for (int from = 0; from < order.length && lower > 0; ) {
            int to = from;
            while (to < order.length && standing.share(order[to]) == standing.share(order[from])) {
                to++;
            }
            double weight = Math.min(1, lower / (to - from));
            for (int i = from; i < to; i++) {
                weights[0][order[i]] = weight;
            }
            lower -= weight * (to - from);
            from = to;
        }
        for (int to = order.length; to > 0 && upper > 0; ) {
            int from = to;
            while (from > 0 && standing.share(order[from - 1]) == standing.share(order[to - 1])) {
                from--;
            }
            double weight = Math.min(1, upper / (to - from));
            for (int i = from; i < to; i++) {
                weights[1][order[i]] = weight;
            }
            upper -= weight * (to - from);
            to = from;
        }
        return weights;
    }
}
