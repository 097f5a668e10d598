package org.iltlib.analytics.voters;

import java.util.List;
import org.iltlib.base.Checks;

/**
 * The laws by which the literature draws voters. Each names its source; those said to have utilities also give grades and
 * approvals. Drawing takes time voters × alternatives² at most.
 */
public final class VoterModels {
    private static final int MOST_ALTERNATIVES = 1_000;

    /** How ideal points and alternatives lie in each dimension of a space. */
    public enum Spread {
        /** Uniform between 0 and 1. */
        UNIFORM("uniform"),
        /** Standard normal. */
        NORMAL("normal");

        private final String words;

        Spread(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private VoterModels() {}

    /**
     * Impartial culture: every order equally likely, voters independent. Has utilities: independent, uniform from 0 to 1.
     *
     * <p>Source: G. T. Guilbaud (1952), <i>Économie appliquée</i> 5.
     */
    public static VoterModel impartialCulture(int alternatives) {
        return new IndependentVoters("impartial culture", alternatives, true, Samplers::uniform);
    }

    /**
     * Impartial anonymous culture: every count of voters by order equally likely; the urn with α = 1/m!.
     *
     * <p>Source: W. V. Gehrlein, P. C. Fishburn (1976), <i>Public Choice</i> 26.
     */
    public static VoterModel impartialAnonymousCulture(int alternatives) {
        checkAlternatives(alternatives);
        double orders = 1;
        for (int i = 2; i <= alternatives; i++) {
            orders *= i;
        }
        return new DependentVoters(
                "impartial anonymous culture", alternatives, DependentVoters.urn(alternatives, 1 / orders));
    }

    /**
     * Pólya–Eggenberger urn: the urn holds each order once; after each draw the order goes back with α·m! copies. α = 0
     * is impartial culture; the larger α, the more alike the voters. Any two voters have the same order with
     * probability (1/m! + α) ÷ (1 + α).
     *
     * <p>Source: S. Berg (1985), <i>Public Choice</i> 47.
     *
     * @param alternatives how many
     * @param alpha zero or more
     */
    public static VoterModel urn(int alternatives, double alpha) {
        notNegative(alpha, "alpha");
        return new DependentVoters(
                "urn (alpha %s)".formatted(alpha), alternatives, DependentVoters.urn(alternatives, alpha));
    }

    /** {@link #mallows(int[], double)} around the order 0, 1, 2, … */
    public static VoterModel mallows(int alternatives, double dispersion) {
        checkAlternatives(alternatives);
        return mallows(Samplers.identity(alternatives), dispersion);
    }

    /**
     * Mallows: an order is the likelier the fewer pairs it has the other way round than a central order, in proportion to
     * φ to the power of their number. φ = 0 is the central order alone, φ = 1 impartial culture. Drawn by repeated
     * insertion.
     *
     * <p>Sources: C. L. Mallows (1957), <i>Biometrika</i> 44, doi 10.1093/biomet/44.1-2.114; J.-P. Doignon, A. Pekeč, M.
     * Regenwetter (2004), <i>Psychometrika</i> 69, doi 10.1007/BF02295838.
     *
     * @param centre the central order, each alternative once
     * @param dispersion φ, from 0 to 1
     */
    public static VoterModel mallows(int[] centre, double dispersion) {
        Checks.share(dispersion, "dispersion");
        int[] copy = Electorate.ofOrders(centre.length, new int[][] {centre}).order(0);
        return new IndependentVoters(
                "Mallows (dispersion %s)".formatted(dispersion),
                copy.length,
                false,
                Samplers.mallows(copy, dispersion));
    }

    /**
     * Plackett–Luce: the first place goes to each alternative in proportion to its weight, the next likewise among the
     * others. Has utilities: log weight plus standard Gumbel noise.
     *
     * <p>Sources: R. D. Luce (1959), <i>Individual Choice Behavior</i>; R. L. Plackett (1975), <i>Applied Statistics</i>
     * 24, doi 10.2307/2346567.
     *
     * @param weights more than zero, one for each alternative
     */
    public static VoterModel plackettLuce(double... weights) {
        double[] copy = weights.clone();
        for (double weight : copy) {
            Checks.finite(weight, "weight");
            Checks.require(weight > 0, "weight is %s. Expected more than zero.", weight);
        }
        return new IndependentVoters("Plackett–Luce", copy.length, true, Samplers.plackettLuce(copy));
    }

    /**
     * Spatial: voters and alternatives are independent points of one space, and the nearer is the better. Has utilities:
     * minus the Euclidean distance. One dimension gives single-peaked orders.
     *
     * <p>Source: J. M. Enelow, M. J. Hinich (1984), <i>The Spatial Theory of Voting</i>; as an electorate to compare rules
     * on, S. Merrill (1984), <i>American Journal of Political Science</i> 28, doi 10.2307/2110786.
     *
     * @param alternatives how many
     * @param dimensions at least 1
     * @param spread how the points lie
     */
    public static VoterModel spatial(int alternatives, int dimensions, Spread spread) {
        Checks.positive(dimensions, "dimensions");
        return new DependentVoters(
                "spatial (%s, %s dimension%s)".formatted(spread, dimensions, dimensions == 1 ? "" : "s"),
                alternatives,
                DependentVoters.spatial(alternatives, dimensions, spread));
    }

    /**
     * Single-peaked on the axis 0, 1, 2, …, each of the 2<sup>m−1</sup> orders equally likely.
     *
     * <p>Source: T. Walsh (2015), arXiv:1503.02766.
     */
    public static VoterModel singlePeakedWalsh(int alternatives) {
        return new IndependentVoters("single-peaked (Walsh)", alternatives, false, Samplers::walsh);
    }

    /**
     * Single-peaked on the axis 0, 1, 2, …, each peak equally likely, then left or right with equal chance; extreme
     * peaks are likelier than under {@link #singlePeakedWalsh}.
     *
     * <p>Source: V. Conitzer (2009), <i>Journal of Artificial Intelligence Research</i> 35.
     */
    public static VoterModel singlePeakedConitzer(int alternatives) {
        return new IndependentVoters("single-peaked (Conitzer)", alternatives, false, Samplers::conitzer);
    }

    /**
     * Single-crossing: a chain of orders from 0, 1, 2, … to its reverse, each step exchanging two neighbours drawn at
     * random; each voter takes one order of the chain. Not uniform over all single-crossing electorates.
     */
    public static VoterModel singleCrossing(int alternatives) {
        return new DependentVoters("single-crossing", alternatives, DependentVoters.singleCrossing(alternatives));
    }

    /**
     * Each voter belongs to one of the models, by share: blocs of Plackett–Luce voters, several centres of Mallows. Has
     * utilities if all have.
     *
     * @param models with the same number of alternatives
     * @param shares one for each, adding up to 1
     */
    public static VoterModel mixture(List<VoterModel> models, double... shares) {
        return new Mixture(models, shares);
    }

    /**
     * The same voters, who list the first alternative and stop after each with that chance. Utilities stay.
     *
     * @param model whose voters
     * @param stopping the chance, from 0 to 1
     */
    public static VoterModel truncated(VoterModel model, double stopping) {
        Checks.share(stopping, "stopping");
        return new DependentVoters(
                "%s, truncated (%s)".formatted(model.modelName(), stopping),
                model.alternatives(),
                DependentVoters.truncated(model, stopping));
    }

    /**
     * The same voters, who make mistakes: each order is drawn by {@link #mallows(int[], double)} around the voter's own.
     * Utilities stay those that the voter has.
     *
     * @param model whose voters
     * @param dispersion φ, from 0 (no mistakes) to 1 (the order says nothing)
     */
    public static VoterModel noisy(VoterModel model, double dispersion) {
        Checks.share(dispersion, "dispersion");
        return new DependentVoters(
                "%s, noisy (%s)".formatted(model.modelName(), dispersion),
                model.alternatives(),
                DependentVoters.noisy(model, dispersion));
    }

    static void checkAlternatives(int alternatives) {
        Checks.require(
                alternatives >= 1 && alternatives <= MOST_ALTERNATIVES,
                "alternatives is %s. Expected 1 to %s.",
                alternatives,
                MOST_ALTERNATIVES);
    }

    private static void notNegative(double value, String name) {
        Checks.finite(value, name);
        Checks.require(value >= 0, "%s is %s. Expected zero or more.", name, value);
    }
}
