package org.iltlib.analytics.suggestion.learned;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.iltlib.analytics.suggestion.MatchFeatures;
import org.iltlib.analytics.suggestion.TextIndex;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.SuggestionReply;
import org.iltlib.record.Standing;
import org.iltlib.record.TeamRecord;

/**
 * Learns from recorded replies how likely a suggestion is accepted: a logistic curve on three features, with a ridge.
 * Immutable. What it is worth is found by leaving out, for each standard in turn, all replies on that standard.
 *
 * <p>Source of the calibration by a logistic curve: J. Platt (1999), Probabilistic outputs for support vector machines.
 *
 * @param penalty the ridge on standardised features, above zero
 * @param leastOfEach how many acceptances, rejections and standards there must be, at least 2
 */
public record AcceptanceLearning(double penalty, int leastOfEach) {
    /** Checks both. */
    public AcceptanceLearning {
        Checks.finite(penalty, "penalty");
        Checks.require(penalty > 0, "penalty is %s. Expected above zero.", penalty);
        Checks.require(leastOfEach >= 2, "leastOfEach is %s. Expected at least 2.", leastOfEach);
    }

    /** A ridge of 1; at least ten acceptances, ten rejections and ten standards. */
    public static AcceptanceLearning withDefaults() {
        return new AcceptanceLearning(1, 10);
    }

    /** A copy with that ridge. */
    public AcceptanceLearning withPenalty(double penalty) {
        return new AcceptanceLearning(penalty, leastOfEach);
    }

    /** A copy that is content with so many of each. */
    public AcceptanceLearning withLeastOfEach(int leastOfEach) {
        return new AcceptanceLearning(penalty, leastOfEach);
    }

    /**
     * What the replies teach; missing if there are too few. The order of the replies does not matter beyond rounding. Time
     * grows with the replies times the square of the standards, at most fifty sets of them.
     *
     * @param index reads the texts; every standard replied to must be one of its candidates
     * @param replies what people recorded
     * @throws IllegalArgumentException if a standard is not a candidate, or a person replied twice to a standard for the same
     *     text
     */
    public Measured<AcceptanceModel> of(TextIndex index, List<SuggestionReply> replies) {
        return learn(replies, reply -> {
            MatchFeatures match = index.compare(reply.text(), reply.standard());
            return new double[] {match.similarity(), match.passage(), match.quantities()};
        });
    }

    /**
     * As {@link #of}, from the replies to suggestions of known rank alone, with the logarithm of the rank in place of the
     * quantities, which say the same of every standard on a list: what a chance beside a suggestion must be learned from,
     * for most of what stands on a list is not what was sought. Replies without a rank are passed over.
     */
    public Measured<AcceptanceModel> ofSuggestions(TextIndex index, List<SuggestionReply> replies) {
        List<SuggestionReply> ranked =
                replies.stream().filter(reply -> reply.rank().isPresent()).toList();
        return learn(ranked, reply -> {
                    MatchFeatures match = index.compare(reply.text(), reply.standard());
                    return new double[] {
                        match.similarity(),
                        match.passage(),
                        StrictMath.log(reply.rank().orElse(1))
                    };
                })
                .map(pairs -> new AcceptanceModel.Builder()
                        .from(pairs)
                        .quantitiesWeight(0)
                        .rankWeight(pairs.quantitiesWeight())
                        .deepestRank(ranked.stream()
                                .mapToInt(reply -> reply.rank().orElse(1))
                                .max()
                                .orElse(1))
                        .build());
    }

    /**
     * The replies of a record that stand, in the order of the record: what {@link #of} and {@link #ofSuggestions} are meant
     * to learn from. A reply that was corrected or withdrawn is left out, and its correction taken.
     */
    public static List<SuggestionReply> replies(TeamRecord record) {
        Standing standing = Standing.of(record);
        return record.listEntries(SuggestionReply.KIND.name()).stream()
                .filter(entry -> standing.stands(entry.id()))
                .map(entry -> entry.as(SuggestionReply.KIND))
                .toList();
    }

    private Measured<AcceptanceModel> learn(
            List<SuggestionReply> replies, Function<SuggestionReply, double[]> features) {
        refuseSecondReplies(replies);
        long accepted = replies.stream().filter(SuggestionReply::accepted).count();
        long rejected = replies.size() - accepted;
        SortedSet<StandardId> standards = new TreeSet<>();
        replies.forEach(reply -> standards.add(reply.standard()));
        if (Math.min(Math.min(accepted, rejected), standards.size()) < leastOfEach) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    "%s acceptances and %s rejections on %s standards; expected %s of each"
                            .formatted(accepted, rejected, standards.size(), leastOfEach));
        }
        double[][] rows = new double[replies.size()][];
        boolean[] yes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            SuggestionReply reply = replies.get(i);
            rows[i] = features.apply(reply);
            yes[i] = reply.accepted();
        }
        double[] weights = LogisticCurve.fit(rows, yes, penalty);
        return Measured.of(new AcceptanceModel.Builder()
                .intercept(weights[0])
                .similarityWeight(weights[1])
                .passageWeight(weights[2])
                .quantitiesWeight(weights[3])
                .accepted((int) accepted)
                .rejected((int) rejected)
                .addAllCrossValidated(new LeaveOut(replies, rows, yes, penalty).each())
                .pairWins(new LeaveOut(replies, rows, yes, penalty).pairs())
                .build());
    }

    /** A person's second reply to the same pair would count twice, or against the first. */
    private static void refuseSecondReplies(List<SuggestionReply> replies) {
        Set<List<Object>> seen = new HashSet<>();
        for (SuggestionReply reply : replies) {
            Checks.require(
                    seen.add(List.of(reply.by(), reply.standard(), reply.text())),
                    "%s replied more than once to standard \"%s\" for one text. Expected one reply each. Maybe hand in only"
                            + " the last.",
                    reply.by(),
                    reply.standard());
        }
    }
}
