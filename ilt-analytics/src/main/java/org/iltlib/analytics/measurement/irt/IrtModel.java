package org.iltlib.analytics.measurement.irt;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.evidence.response.ResponseTable;

/**
 * Item response theory by marginal maximum likelihood: abilities are draws from a normal distribution, which is summed
 * out on a grid of nodes; the parameters of the items (and of the groups' distributions) are those under which the
 * responses are most likely. Immutable options; {@link #of(ResponseTable)} fits.
 *
 * <p>A response that is missing is left out of the likelihood, whatever the reason; where omitted means wrong, say so
 * with {@link ResponseTable#scoredZero} first. The reference group's ability has mean zero and standard deviation one
 * (for {@link ItemModel#RASCH}, one that is estimated); of the other groups both are estimated. An item is the same in
 * all groups unless it was set free.
 *
 * <p>Where, after a fit, more than 1 in 100,000 of a group stand on the two nodes at the ends, the grid is made longer, its
 * nodes as dense as before, and all is fitted anew, out to 40 logits; {@link IrtFit#reach} tells how far it went.
 *
 * <p>The climb goes by quasi-Newton steps that begin as those of the EM algorithm, until no derivative of the
 * log-likelihood (of all students, not of their mean) exceeds the tolerance; the gradient is told with the fit. A pass
 * costs about N·Q·J/4 multiplications for N different patterns, Q nodes and J right-or-wrong items; there are ten to
 * thirty. Rasch models cost scores × nodes instead. The same bits for any order of students and number of threads.
 *
 * <p>Sources: Bock &amp; Aitkin (1981), doi:10.1007/BF02293801; Bock &amp; Zimowski (1997) for several groups. In R:
 * {@code mirt(data, 1, itemtype = "2PL")}.
 */
public final class IrtModel {
    /** With fewer students no model is fitted. */
    public static final int FEWEST_STUDENTS = 20;

    /** The name of the group where there is but one. */
    public static final String ALL = "all";

    private final IrtOptions options;

    private IrtModel(IrtOptions options) {
        this.options = options;
    }

    /** That model for all items, on 61 nodes from −6 to 6, without priors, to a gradient of 1e-6. */
    public static IrtModel of(ItemModel model) {
        return new IrtModel(ImmutableIrtOptions.builder().model(model).build());
    }

    /** The Rasch model, for items of several points the partial credit model. */
    public static IrtModel rasch() {
        return of(ItemModel.RASCH);
    }

    /** The two-parameter logistic model. */
    public static IrtModel twoParameters() {
        return of(ItemModel.TWO_PARAMETER);
    }

    /** The three-parameter model with a beta prior of (5, 17), mode 0.2, on the lower asymptotes. */
    public static IrtModel threeParameters() {
        return of(ItemModel.THREE_PARAMETER).withAsymptotePrior(Prior.beta(5, 17));
    }

    /** A copy with another model for one item. */
    public IrtModel withItem(String item, ItemModel model) {
        Map<String, ItemModel> others = new LinkedHashMap<>(options.others());
        others.put(Checks.text(item, "item"), model);
        return with(copy().others(others));
    }

    /** A copy in which those items too have parameters of their own in each group; the others are anchors. */
    public IrtModel withFreeItems(Collection<String> items) {
        return with(copy().addAllFreeItems(items));
    }

    /** A copy with a prior on slopes. */
    public IrtModel withSlopePrior(Prior prior) {
        return with(PriorTarget.SLOPE, prior, Set.of(Prior.Family.NORMAL, Prior.Family.LOG_NORMAL));
    }

    /** A copy with a normal prior on intercepts. */
    public IrtModel withInterceptPrior(Prior prior) {
        return with(PriorTarget.INTERCEPT, prior, Set.of(Prior.Family.NORMAL));
    }

    /** A copy with a beta prior on lower asymptotes. */
    public IrtModel withAsymptotePrior(Prior prior) {
        return with(PriorTarget.ASYMPTOTE, prior, Set.of(Prior.Family.BETA));
    }

    /** A copy without any prior. */
    public IrtModel withoutPriors() {
        return with(copy().priors(Map.of()));
    }

    /**
     * A copy on other nodes, equally spaced.
     *
     * @throws IllegalArgumentException unless there are 11 to 1001 nodes, out to 3 to 20 logits
     */
    public IrtModel withNodes(int count, double reach) {
        Checks.require(count >= 11 && count <= 1001, "count is %s. Expected 11 to 1001 nodes, such as 61.", count);
        Checks.require(reach >= 3 && reach <= 20, "reach is %s. Expected 3 to 20 logits, such as 6.", reach);
        return with(copy().nodes(count).reach(reach));
    }

    /** A copy that climbs until no derivative exceeds the tolerance, in at most so many steps. */
    public IrtModel withTolerance(double tolerance, int steps) {
        Checks.require(tolerance > 0, "tolerance is %s. Expected above zero, such as 1e-6.", tolerance);
        return with(copy().tolerance(tolerance).steps((int) Checks.positive(steps, "steps")));
    }

    /** A copy that works on the threads of that executor; results are the same on any. */
    public IrtModel withExecutor(Executor executor) {
        return with(copy().executor(executor));
    }

    IrtOptions options() {
        return options;
    }

    private ImmutableIrtOptions.Builder copy() {
        return ImmutableIrtOptions.builder().from(options);
    }

    private IrtModel with(PriorTarget target, Prior prior, Set<Prior.Family> families) {
        Checks.require(
                families.contains(prior.family()), "The prior is %s. Expected one of %s.", prior.family(), families);
        Map<PriorTarget, Prior> priors = new LinkedHashMap<>(options.priors());
        priors.put(target, prior);
        return with(copy().priors(priors));
    }

    private static IrtModel with(ImmutableIrtOptions.Builder builder) {
        return new IrtModel(builder.build());
    }

    /**
     * The fit to one group of students. Missing, with the reason: fewer than {@value #FEWEST_STUDENTS} students, fewer
     * than two items (three, if items have slopes of their own), an item to which all who answered gave the same answer
     * or that nobody answered, a number of points that nobody earned, abilities that lie beyond any grid, or no
     * convergence.
     *
     * @throws IllegalArgumentException if an item that the options name is not there, or an item's model cannot have its
     *     number of points
     */
    public Measured<IrtFit> of(ResponseTable table) {
        boolean counts = IrtPlan.isRasch(options, table.itemNames()) && table.isComplete();
        Responses responses = counts ? RaschCounts.of(table) : ResponsePatterns.of(table);
        return of(responses);
    }

    /**
     * The fit to one group's patterns or counts; counts are enough if all items are {@link ItemModel#RASCH} or {@link
     * ItemModel#ONE_PARAMETER}. Missing for the same reasons.
     *
     * @throws IllegalArgumentException also if counts are given to a model that needs patterns
     */
    public Measured<IrtFit> of(Responses responses) {
        return of(ALL, Map.of(ALL, responses));
    }

    /**
     * The fit to several groups, by name. Missing for the same reasons, and if a group shares no item, directly or
     * through others, with the reference.
     *
     * @param reference the group whose ability has mean zero
     * @param groups all groups, the reference among them; their order does not matter
     * @throws IllegalArgumentException also if the reference is not among the groups
     */
    public Measured<IrtFit> of(String reference, Map<String, ? extends Responses> groups) {
        Responses first = groups.get(reference);
        if (first == null) {
            throw new IllegalArgumentException("reference is \"" + reference + "\". Expected one of the groups, "
                    + new TreeMap<>(groups).keySet() + ".");
        }
        Map<String, Responses> ordered = new LinkedHashMap<>();
        ordered.put(reference, first);
        new TreeMap<>(groups).forEach(ordered::putIfAbsent);
        return IrtPlan.of(options, ordered).fit();
    }
}
