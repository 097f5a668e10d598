package org.iltlib.analytics.suggestion.learned;

import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.suggestion.MatchFeatures;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/**
 * How likely a person accepts a standard for a text, by features of the match: a logistic curve learned from recorded
 * replies. What it foretells holds for pairs that come up as they did among the replies: a model of {@linkplain
 * AcceptanceLearning#ofSuggestions ranked suggestions} for suggestions, any other for pairs chosen as those were. It
 * foretells an answer; it does not give one. Immutable.
 */
@Value.Immutable
public abstract class AcceptanceModel {
    AcceptanceModel() {}

    /** The constant of the log-odds. */
    public abstract double intercept();

    /** What the log-odds gain for a similarity of one. */
    public abstract double similarityWeight();

    /** What the log-odds gain for a passage of one. */
    public abstract double passageWeight();

    /** What the log-odds gain for quantities of one. */
    public abstract double quantitiesWeight();

    /**
     * What the log-odds gain for each unit of the natural logarithm of the rank, below zero as a rule; only in a model of
     * ranked suggestions.
     */
    public abstract Optional<Double> rankWeight();

    /** The deepest rank that was replied to; only in a model of ranked suggestions. */
    public abstract Optional<Integer> deepestRank();

    /** How many accepted replies were learned from. */
    public abstract int accepted();

    /** How many rejected replies were learned from. */
    public abstract int rejected();

    /**
     * Each reply with the chance that a model gave it which had seen no reply on the same standard: what the model is
     * worth on standards it has not met.
     */
    public abstract List<Foretold> crossValidated();

    /** Which of an accepted and a rejected reply a model preferred that knew the standards of neither. */
    @Value.Auxiliary
    abstract PairWins pairWins();

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.finite(intercept(), "intercept");
        Checks.finite(similarityWeight(), "similarityWeight");
        Checks.finite(passageWeight(), "passageWeight");
        Checks.finite(quantitiesWeight(), "quantitiesWeight");
        rankWeight().ifPresent(weight -> Checks.finite(weight, "rankWeight"));
        Checks.require(
                rankWeight().isPresent() == deepestRank().isPresent(),
                "A model has a weight of the rank and no deepest rank, or the other way round. Expected both or neither.");
    }

    /**
     * The chance, from 0 to 1, that a person accepts such a pair of a text and a standard where pairs come up as they did
     * among the replies; no chance for a suggestion at some rank of a list, for which see {@link
     * #probability(MatchFeatures, int)}. For a model of ranked suggestions, the chance at the first rank.
     */
    public double probability(MatchFeatures match) {
        return LogisticCurve.chance(odds(match));
    }

    private double odds(MatchFeatures match) {
        return intercept()
                + similarityWeight() * match.similarity()
                + passageWeight() * match.passage()
                + quantitiesWeight() * match.quantities();
    }

    /**
     * The chance that a person accepts a suggestion at that rank; missing unless the model was learned from replies to
     * ranked suggestions, and as deep ones.
     *
     * @throws IllegalArgumentException if the rank is below 1
     */
    public Measured<Double> probability(MatchFeatures match, int rank) {
        Checks.positive(rank, "rank");
        if (rankWeight().isEmpty()) {
            return Measured.missing(
                    MissingReason.NOT_COLLECTED, "the replies learned from were not to suggestions of known rank");
        }
        return rank > deepestRank().orElse(0)
                ? Measured.missing(MissingReason.NOT_COLLECTED, "nobody has replied to a suggestion of such a rank")
                : Measured.of(LogisticCurve.chance(odds(match) + rankWeight().get() * StrictMath.log(rank)));
    }

    /**
     * How well such models tell accepted from rejected on standards that they have not met: each pair of an accepted and a
     * rejected reply is compared by a model learned without the standards of both. Comparing the chances of {@link
     * #crossValidated} instead would compare different models, and come out too low.
     *
     * <p>Source: A. Airola, T. Pahikkala, W. Waegeman, B. De Baets, T. Salakoski (2011), doi:10.1016/j.csda.2010.11.018.
     */
    public Measured<Estimate> separation(Separation separation) {
        return separation.of(pairWins());
    }

    /**
     * The mean squared distance of the cross-validated chance from what came: 0 is perfect, and p(1 − p) is what a
     * constant chance p gives. Source: G. Brier (1950), doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2.
     */
    public double brierScore() {
        return crossValidated().stream()
                .mapToDouble(one -> Math.pow(one.score() - (one.accepted() ? 1 : 0), 2))
                .average()
                .orElse(0);
    }

    /** The Brier score of always foretelling the share of acceptances; the model is of use if its own is less. */
    public double brierScoreOfTheShare() {
        double share = (double) accepted() / (accepted() + rejected());
        return share * (1 - share);
    }

    /** How the chance of a match comes about, in words. */
    public Explanation explanation(MatchFeatures match) {
        return Explanation.of("The chance of acceptance is %.2f.", probability(match))
                .because("Similarity %.3f times %.2f.", match.similarity(), similarityWeight())
                .because("Best passage %.3f times %.2f.", match.passage(), passageWeight())
                .because(
                        rankWeight().isPresent()
                                ? "At the first rank; each doubling of the rank times %.2f."
                                : "Quantities %.3f times %.2f.",
                        rankWeight().isPresent()
                                ? new Object[] {rankWeight().orElse(0.0) * StrictMath.log(2)}
                                : new Object[] {match.quantities(), quantitiesWeight()})
                .because(
                        "Learned from %s acceptances and %s rejections; Brier score %.3f against %.3f for the share alone.",
                        accepted(), rejected(), brierScore(), brierScoreOfTheShare());
    }

    /** Builds a model; for this package. */
    static final class Builder extends ImmutableAcceptanceModel.Builder {
        Builder() {}
    }
}
