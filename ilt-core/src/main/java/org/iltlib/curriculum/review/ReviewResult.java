package org.iltlib.curriculum.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * What follows from a review: a band for each gate that was opened, whether the material is eligible, and, only then, how
 * much of the weighted points it has. There is no total over gates. Immutable.
 *
 * <pre>{@code
 * ReviewResult result = ReviewResult.of(rubric, review);
 * result.gates();          // [gate-1: 7 of 14, does not meet, gate-2: not rated, ...]
 * result.isEligible();     // false
 * result.weightedShare();  // not applicable: gate-1 does not meet
 * }</pre>
 *
 * <p>A gate is rated if the panel is what the rubric asks for, earlier gates reach what this one needs, and each of its
 * criteria has a rating of the panel that follows on independent ratings of as many reviewers without a conflict of
 * interest as the rubric's panel needs, one at least of each role that must be there. Time grows with the number of ratings times the number of criteria.
 */
public final class ReviewResult {
    private final ReviewRubric rubric;
    private final MaterialReview review;
    private final PanelCheck panel;
    private final List<GateResult> gates;

    private ReviewResult(ReviewRubric rubric, MaterialReview review, PanelCheck panel, List<GateResult> gates) {
        this.rubric = rubric;
        this.review = review;
        this.panel = panel;
        this.gates = List.copyOf(gates);
    }

    /**
     * The result.
     *
     * @throws IllegalArgumentException if the review used another rubric, or rates a criterion that the rubric does not
     *     have or by more points than it can earn
     */
    public static ReviewResult of(ReviewRubric rubric, MaterialReview review) {
        Checks.require(
                review.rubric().equals(rubric.id()),
                "The review %s used %s, not %s. Maybe another rubric.",
                review.id(),
                review.rubric(),
                rubric.id());
        Map<String, ReviewCriterion> criteria = new LinkedHashMap<>();
        rubric.listCriteria().forEach(one -> criteria.put(one.id(), one));
        review.independent().forEach(rating -> check(rubric, criteria, rating.criterion(), rating.points()));
        review.consensus().forEach(rating -> check(rubric, criteria, rating.criterion(), rating.points()));
        PanelCheck panel = rubric.panel().check(review.reviewers());
        Map<String, GateResult> results = new LinkedHashMap<>();
        for (ReviewGate gate : rubric.gates()) {
            results.put(gate.id(), gate(gate, review, panel, results));
        }
        return new ReviewResult(rubric, review, panel, new ArrayList<>(results.values()));
    }

    private static void check(
            ReviewRubric rubric, Map<String, ReviewCriterion> criteria, String criterion, int points) {
        Optional.ofNullable(criteria.get(criterion))
                .orElseGet(() -> rubric.getCriterion(criterion))
                .checkPoints(points);
    }

    private static GateResult gate(
            ReviewGate gate, MaterialReview review, PanelCheck panel, Map<String, GateResult> before) {
        if (!panel.holds()) {
            return GateResult.of(
                    gate,
                    Measured.missing(MissingReason.TOO_FEW, panel.explain().claim()));
        }
        for (GateNeed need : gate.needs()) {
            Optional<GateResult> earlier = Optional.ofNullable(before.get(need.gate()));
            if (earlier.filter(one -> one.reaches(need.least())).isEmpty()) {
                String is = earlier.flatMap(one -> one.band().value())
                        .map(Band::toString)
                        .orElse("is not rated");
                return GateResult.of(
                        gate,
                        Measured.missing(
                                MissingReason.NOT_APPLICABLE,
                                "%s %s, \"%s\" is needed".formatted(need.gate(), is, need.least())));
            }
        }
        return GateResult.of(gate, sum(gate.criteria(), review, panel));
    }

    /** The points of those criteria together, or why they cannot be had. */
    private static Measured<Integer> sum(List<ReviewCriterion> criteria, MaterialReview review, PanelCheck panel) {
        int sum = 0;
        for (ReviewCriterion criterion : criteria) {
            Optional<ConsensusRating> agreed = review.findConsensus(criterion.id());
            Optional<String> wanting = panel.rule()
                    .findWanting(
                            review.reviewers(),
                            review.listCounted(criterion.id()).stream()
                                    .map(CriterionRating::person)
                                    .toList(),
                            criterion.id() + " alone");
            if (agreed.isEmpty()) {
                return Measured.missing(MissingReason.NOT_COLLECTED, "the panel gives nothing for " + criterion.id());
            }
            if (wanting.isPresent()) {
                return Measured.missing(MissingReason.TOO_FEW, wanting.get());
            }
            sum += agreed.get().points();
        }
        return Measured.of(sum);
    }

    /** The rubric. */
    public ReviewRubric rubric() {
        return rubric;
    }

    /** The review. */
    public MaterialReview review() {
        return review;
    }

    /** Whether the panel is what the rubric asks for. */
    public PanelCheck panel() {
        return panel;
    }

    /** Each gate in order. */
    public List<GateResult> gates() {
        return gates;
    }

    /**
     * The gate of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public GateResult getGate(String gate) {
        ReviewGate wanted = rubric.getGate(gate);
        return gates.get(rubric.gates().indexOf(wanted));
    }

    /**
     * The first gate at which the material is rated and falls short: of what eligible material needs there, or of what a later
     * gate needs, which then stays closed for good. Eligible material is rated at every gate, so either is an end.
     */
    public Optional<GateResult> findFailed() {
        return gates.stream()
                .filter(one -> one.isRated() && (!one.reaches(rubric.eligible()) || closes(one)))
                .findFirst();
    }

    private boolean closes(GateResult rated) {
        return rubric.gates().stream()
                .flatMap(gate -> gate.needs().stream())
                .anyMatch(need -> need.gate().equals(rated.gate().id()) && !rated.reaches(need.least()));
    }

    /** Whether every gate is rated and reaches what eligible material needs. */
    public boolean isEligible() {
        return gates.stream().allMatch(one -> one.reaches(rubric.eligible()));
    }

    /**
     * The share of the weighted points that an eligible material has, exactly: the sum of weight times points, divided by
     * the sum of weights times the points that each can earn. Not applicable for what is not eligible, and where nothing
     * is weighed.
     */
    public Measured<Fraction> weightedShare() {
        if (!isEligible()) {
            Optional<GateResult> stop = gates.stream()
                    .filter(one -> !one.reaches(rubric.eligible()))
                    .findFirst();
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE,
                    "not eligible: " + stop.map(GateResult::toString).orElse(""));
        }
        if (rubric.weighted().isEmpty()) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "the rubric weighs nothing after its gates");
        }
        List<ReviewCriterion> criteria =
                rubric.weighted().stream().map(WeightedCriterion::criterion).toList();
        return sum(criteria, review, panel).map(ignored -> weigh());
    }

    private Fraction weigh() {
        long had = 0;
        long possible = 0;
        for (WeightedCriterion one : rubric.weighted()) {
            int points = review.findConsensus(one.criterion().id())
                    .map(ConsensusRating::points)
                    .orElse(0);
            had += (long) one.weight() * points;
            possible += (long) one.weight() * one.criterion().points();
        }
        return Fraction.of(had, possible);
    }

    /**
     * The criteria for which the panel agreed on less than the lowest or more than the highest of what its members gave
     * alone: something was learned in the talk, or somebody spoke loudly.
     */
    public List<ConsensusRating> listMoved() {
        return review.consensus().stream().filter(this::moved).toList();
    }

    private boolean moved(ConsensusRating agreed) {
        List<Integer> alone = review.listCounted(agreed.criterion()).stream()
                .map(CriterionRating::points)
                .sorted()
                .toList();
        return !alone.isEmpty() && (agreed.points() < alone.get(0) || agreed.points() > alone.get(alone.size() - 1));
    }

    /** How far the reviewers agreed before they talked. */
    public ReviewerAgreement agreement() {
        return ReviewerAgreement.of(rubric, review);
    }

    /** The result in words: each gate, the panel, the agreement. */
    public Explanation explain() {
        Explanation whole = Explanation.of(
                "%s, by %s %s: %s.",
                review.material().title(),
                rubric.name(),
                rubric.version(),
                isEligible()
                        ? "eligible"
                        : findFailed()
                                .map(gate -> "not eligible, " + gate.gate().id() + " " + gate.band())
                                .orElse("not rated to the end"));
        for (GateResult gate : gates) {
            whole = whole.because(gate.toString() + ".");
        }
        if (!rubric.weighted().isEmpty()) {
            whole = whole.because("Of the weighted points: %s.", weightedShare());
        }
        for (ConsensusRating moved : listMoved()) {
            whole = whole.because(
                    "The panel gives %s for %s, outside what its members gave alone.",
                    moved.points(), moved.criterion());
        }
        return whole.because(panel.explain()).because(agreement().explain());
    }

    @Override
    public String toString() {
        return review.id() + ": " + gates;
    }
}
