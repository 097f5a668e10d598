package org.iltlib.team.rights;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.team.Charter;
import org.iltlib.team.DecisionRight;
import org.iltlib.team.DecisionRight.Power;
import org.iltlib.team.DecisionRight.Reserved;
import org.iltlib.team.rights.RightUse.Decider;

/**
 * Decisions held against the rights of a charter. Nothing is refused here: a review of what happened must be able to say
 * that it should not have. Immutable; linear in decisions times rights.
 *
 * @param charter the charter in force
 * @param uses the decisions, each once
 */
public record RightsReview(Charter charter, List<RightUse> uses) {

    /** Checks that each decision stands once, and copies them. */
    public RightsReview {
        uses = List.copyOf(uses);
        Checks.distinct(uses.stream().map(RightUse::decision).toList(), "uses");
    }

    /** The review of these decisions under that charter. */
    public static RightsReview of(Charter charter, List<RightUse> uses) {
        return new RightsReview(charter, uses);
    }

    /**
     * The overrides, in order: where the team's right was to decide and another did, and where another decided otherwise
     * than the team recommended. Each must give a reason; see {@link #listUnexplained}.
     */
    public List<RightUse> listOverrides() {
        return list(this::isOverride);
    }

    private boolean isOverride(RightUse use) {
        boolean teams =
                right(use).filter(right -> right.power() == Power.DECIDES).isPresent();
        return use.otherwise() || (teams && use.by() != Decider.TEAM);
    }

    /** The overrides that give no reason, in order; there should be none. */
    public List<RightUse> listUnexplained() {
        return list(use -> isOverride(use) && use.reason().isEmpty());
    }

    /**
     * Where somebody decided what was not theirs, in order: the team a matter on which it does not decide, or the
     * principal one that is reserved to the district. The district may decide what is reserved to the principal.
     */
    public List<RightUse> listOversteps() {
        return list(use -> right(use).filter(right -> oversteps(use, right)).isPresent());
    }

    private static boolean oversteps(RightUse use, DecisionRight right) {
        return switch (use.by()) {
            case TEAM -> right.power() != Power.DECIDES;
            case PRINCIPAL ->
                right.reservedTo().filter(to -> to == Reserved.DISTRICT).isPresent();
            case DISTRICT -> false;
        };
    }

    /** The decisions on matters of which the charter says nothing, in order. */
    public List<RightUse> listUnassigned() {
        return list(use -> right(use).isEmpty());
    }

    private List<RightUse> list(Predicate<RightUse> which) {
        return uses.stream().filter(which).toList();
    }

    private Optional<DecisionRight> right(RightUse use) {
        return charter.findRight(use.matter());
    }

    /** How many decisions on each matter were overrides, by matter; matters without any left out. */
    public Map<String, Integer> overridesByMatter() {
        Map<String, Integer> counts = new TreeMap<>();
        listOverrides().forEach(use -> counts.merge(use.matter(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** The share of decisions that the team made itself; missing without decisions. */
    public Measured<Fraction> shareOfTeam() {
        return share(list(use -> use.by() == Decider.TEAM).size(), uses.size());
    }

    /**
     * The share of decisions that were overrides, of those on which the team decides or something was recommended by it;
     * as a decision does not say whether anything was recommended, all matters count on which it decides or recommends.
     * Missing without such decisions.
     */
    public Measured<Fraction> overrideRate() {
        Predicate<RightUse> counts = use -> isOverride(use)
                || right(use)
                        .filter(right -> right.power() == Power.DECIDES || right.power() == Power.RECOMMENDS)
                        .isPresent();
        return share(listOverrides().size(), list(counts).size());
    }

    private static Measured<Fraction> share(int part, int whole) {
        return whole == 0
                ? Measured.missing(MissingReason.UNDEFINED, "no such decision")
                : Measured.of(Fraction.of(part, whole));
    }

    /** Who decided how much, each override with its reason, each overstep. */
    public Explanation explanation() {
        Explanation text = Explanation.of(
                "%d of %d decisions were made by the team, %d were overrides.",
                list(use -> use.by() == Decider.TEAM).size(),
                uses.size(),
                listOverrides().size());
        for (RightUse use : listOverrides()) {
            text = text.because(use.explanation());
        }
        for (RightUse use : listOversteps()) {
            text = text.because("%s on %s was not for %s to decide.", use.decision(), use.matter(), use.by());
        }
        return listUnassigned().isEmpty()
                ? text
                : text.because(
                        "The charter says nothing on %d of them.",
                        listUnassigned().size());
    }
}
