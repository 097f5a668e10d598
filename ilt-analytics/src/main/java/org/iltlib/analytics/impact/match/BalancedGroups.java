package org.iltlib.analytics.impact.match;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.iltlib.analytics.impact.BaselineEquivalence;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.impact.ClaimRung;

/**
 * Treated rows and the rows they are compared with, each with its weight, chosen without sight of any outcome. Immutable.
 *
 * <p>Treated rows weigh 1; the others weigh what they stand for, scaled so that their sum is their number. A row of weight
 * zero plays no part.
 */
public final class BalancedGroups {
    private static final int NONE = -1;

    private final List<String> names;
    private final Inputs inputs;
    private final double[] weights;
    private final int[] sets;
    private final String method;
    private final Optional<Double> distance;
    private final List<BalanceLine> balance;
    private final int rows;

    private BalancedGroups(
            Candidates candidates,
            Inputs inputs,
            double[] weights,
            int[] sets,
            String method,
            Optional<Double> distance) {
        this(candidates.names(), candidates.rows(), inputs, weights, sets, method, distance);
    }

    private BalancedGroups(
            List<String> names,
            int rows,
            Inputs inputs,
            double[] weights,
            int[] sets,
            String method,
            Optional<Double> distance) {
        this.names = names;
        this.inputs = inputs;
        this.weights = weights;
        this.sets = sets;
        this.method = method;
        this.distance = distance;
        this.rows = rows;
        this.balance = IntStream.range(0, inputs.columns().length)
                .mapToObj(j -> BalanceLine.of(names.get(j), inputs.columns()[j], inputs, weights))
                .toList();
    }

    /** The same groups with the mean weight for all rows of a code that are in a set. */
    BalancedGroups shared(int[] alike) {
        double[] sums = new double[weights.length];
        int[] counts = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            sums[alike[i]] += weights[i];
            counts[alike[i]] += weights[i] > 0 ? 1 : 0;
        }
        double[] shared = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            shared[i] = weights[i] > 0 ? sums[alike[i]] / counts[alike[i]] : 0;
        }
        return new BalancedGroups(names, rows, inputs, shared, sets, method, distance);
    }

    /** Groups that fall into sets; a set with one side only is left out. */
    static Measured<BalancedGroups> ofSets(
            Candidates candidates, Inputs inputs, int[] set, String method, Optional<Double> distance) {
        int count = Arrays.stream(set).max().orElse(NONE) + 1;
        int[] treated = new int[count];
        int[] others = new int[count];
        for (int i = 0; i < set.length; i++) {
            if (set[i] != NONE) {
                treated[set[i]] += inputs.treated()[i] ? 1 : 0;
                others[set[i]] += inputs.treated()[i] ? 0 : 1;
            }
        }
        double[] weights = new double[set.length];
        int[] kept = new int[set.length];
        double sum = 0;
        int used = 0;
        for (int i = 0; i < set.length; i++) {
            boolean both = set[i] != NONE && treated[set[i]] > 0 && others[set[i]] > 0;
            kept[i] = both ? set[i] : NONE;
            if (both && inputs.treated()[i]) {
                weights[i] = 1;
            } else if (both) {
                weights[i] = (double) treated[set[i]] / others[set[i]];
                sum += weights[i];
                used++;
            }
        }
        if (used == 0) {
            return Measured.missing(MissingReason.TOO_FEW, "no set holds both a treated row and another");
        }
        for (int i = 0; i < set.length; i++) {
            weights[i] *= inputs.treated()[i] ? 1 : used / sum;
        }
        return Measured.of(new BalancedGroups(candidates, inputs, weights, kept, method, distance));
    }

    /** Groups by weights alone. */
    static Measured<BalancedGroups> ofWeights(
            Candidates candidates, Inputs inputs, double[] weights, String method, Optional<Double> distance) {
        int[] none = new int[weights.length];
        Arrays.fill(none, NONE);
        return Measured.of(new BalancedGroups(candidates, inputs, weights, none, method, distance));
    }

    /** How many rows the candidates had. */
    public int rows() {
        return rows;
    }

    /** The weight of that row of the candidates; zero if it plays no part. */
    public double weight(int row) {
        int place = Arrays.binarySearch(inputs.rows(), row);
        return place < 0 ? 0 : weights[place];
    }

    /** The set of that row of the candidates; empty if it has none. */
    public OptionalInt findSet(int row) {
        int place = Arrays.binarySearch(inputs.rows(), row);
        return place < 0 || sets[place] == NONE ? OptionalInt.empty() : OptionalInt.of(sets[place]);
    }

    /** The number of treated rows that are compared. */
    public int treated() {
        return count(true);
    }

    /** The number of rows that they are compared with. */
    public int others() {
        return count(false);
    }

    private int count(boolean side) {
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            count += inputs.treated()[i] == side && weights[i] > 0 ? 1 : 0;
        }
        return count;
    }

    /** The number of treated rows with every input for whom there is no peer. */
    public int unmatched() {
        return inputs.count(true) - treated();
    }

    /** The number of rows that lack an input. */
    public int leftOut() {
        return rows - inputs.n();
    }

    /** How many equally weighted rows the others are worth, (Σw)²/Σw². */
    public double effectiveOthers() {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!inputs.treated()[i]) {
                sum += weights[i];
                squares += weights[i] * weights[i];
            }
        }
        return sum * sum / squares;
    }

    /** The sum of the distances of all pairs, where there are pairs. */
    public Optional<Double> distance() {
        return distance;
    }

    /** How they were chosen, in words. */
    public String method() {
        return method;
    }

    /** How alike they are, an input a line. */
    public List<BalanceLine> balance() {
        return balance;
    }

    /** The worst of the lines; equivalent if there are none. */
    public BaselineEquivalence equivalence() {
        BaselineEquivalence worst = BaselineEquivalence.EQUIVALENT;
        for (BalanceLine line : balance) {
            BaselineEquivalence own = line.equivalence();
            worst = own.compareTo(worst) > 0 ? own : worst;
        }
        return worst;
    }

    /**
     * How much a difference between them lets one say: {@link ClaimRung#QUASI_EXPERIMENTAL} if no input differs by more
     * than 0.25 standard deviations and, where one differs by more than 0.05, the effect is adjusted; otherwise {@link
     * ClaimRung#COMPARED}.
     *
     * @param adjusted whether the effect is adjusted for the inputs
     */
    public ClaimRung rung(boolean adjusted) {
        BaselineEquivalence worst = equivalence();
        boolean carries = worst == BaselineEquivalence.EQUIVALENT || (adjusted && worst == BaselineEquivalence.ADJUST);
        return carries && !balance.isEmpty() ? ClaimRung.QUASI_EXPERIMENTAL : ClaimRung.COMPARED;
    }

    /** What must be true for a difference between them to be an effect. */
    public List<String> assumptions() {
        return List.of(
                "Nothing that was not measured decided both who was treated and how the outcome came out.",
                "Every treated row could have gone without the treatment; " + unmatched()
                        + " had no peer and are not spoken of.",
                "Whether one is treated changes nothing for the others.");
    }

    /** The choice in words. */
    public Explanation why() {
        Explanation why = Explanation.of(
                        "%d treated rows are compared with %d others by %s.", treated(), others(), method)
                .because(
                        "%d treated rows have no peer; %d rows lack an input. The others are worth %.1f equal rows.",
                        unmatched(), leftOut(), effectiveOthers())
                .because("At the start the groups are %s.", equivalence());
        for (BalanceLine line : balance) {
            why = why.because(line.toString());
        }
        return why;
    }

    Inputs inputs() {
        return inputs;
    }

    /** The weights of the rows with every input. */
    double[] weights() {
        return weights;
    }

    /** The sets of the rows with every input, −1 for none. */
    int[] sets() {
        return sets;
    }

    /** As {@link #why()}. */
    @Override
    public String toString() {
        return why().toString();
    }
}
