package org.iltlib.analytics.privacy.breakdown;

import java.util.List;
import org.iltlib.analytics.privacy.PrivacyPolicy;
import org.iltlib.analytics.privacy.breakdown.Proof.Layer;

/**
 * Checks a proof from the counts alone, with none of the code that found it: imagined counts are not below zero, every
 * sum of units and of groups still holds, no number that is shown has changed, and the small number is small no more.
 */
final class ProofCheck {
    private final Layout layout;
    private final PrivacyPolicy policy;
    private final int smallest;
    private final int[][] reachedBy;
    private final int[][] missedBy;

    ProofCheck(Layout layout, PrivacyPolicy policy, int smallest) {
        this.layout = layout;
        this.policy = policy;
        this.smallest = smallest;
        reachedBy = new int[layout.units()][layout.groups()];
        missedBy = new int[layout.units()][layout.groups()];
    }

    boolean holds(Proof proof, Counts counts, boolean[][] group, boolean[][] result) {
        Trial trial = new Trial(List.of(counts), proof.target().layer());
        proof.steps().forEach(step -> trial.apply(step.move(), step.many()));
        proof.steps()
                .forEach(step -> step.move().each((unit, g, up) -> {
                    reachedBy[unit][g] = trial.imaginedReached(0, unit, g) - counts.reached[unit][g];
                    missedBy[unit][g] = trial.imaginedMissed(0, unit, g) - counts.missed[unit][g];
                }));
        boolean holds = agrees(counts, group, result) && sumsHold() && reaches(proof, counts);
        proof.steps()
                .forEach(step -> step.move().each((unit, g, up) -> {
                    reachedBy[unit][g] = 0;
                    missedBy[unit][g] = 0;
                }));
        return holds;
    }

    private boolean agrees(Counts counts, boolean[][] group, boolean[][] result) {
        for (int unit = 0; unit < layout.units(); unit++) {
            for (int g = 0; g < layout.groups(); g++) {
                int reached = reachedBy[unit][g];
                int missed = missedBy[unit][g];
                if ((reached != 0 || missed != 0)
                        && (!result[unit][g]
                                || (reached + missed != 0 && !group[unit][g])
                                || counts.reached[unit][g] + reached < 0
                                || counts.missed[unit][g] + missed < 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean sumsHold() {
        for (int unit = 0; unit < layout.units(); unit++) {
            if (!groupsAddUp(reachedBy[unit]) || !groupsAddUp(missedBy[unit])) {
                return false;
            }
            if (!layout.isLeaf(unit)) {
                for (int g = 0; g < layout.groups(); g++) {
                    int reached = reachedBy[unit][g];
                    int missed = missedBy[unit][g];
                    for (int child : layout.children.get(unit)) {
                        reached -= reachedBy[child][g];
                        missed -= missedBy[child][g];
                    }
                    if (reached != 0 || missed != 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean groupsAddUp(int[] by) {
        for (int[] attribute : layout.attributes) {
            int rest = by[0];
            for (int g : attribute) {
                rest -= by[g];
            }
            if (rest != 0) {
                return false;
            }
        }
        for (Layout.Cross cross : layout.crosses) {
            int[] one = layout.attributes.get(cross.one());
            int[] other = layout.attributes.get(cross.other());
            int[] columns = new int[other.length];
            for (int i = 0; i < one.length; i++) {
                int rest = by[one[i]];
                for (int j = 0; j < other.length; j++) {
                    rest -= by[cross.groups()[i][j]];
                    columns[j] += by[cross.groups()[i][j]];
                }
                if (rest != 0) {
                    return false;
                }
            }
            for (int j = 0; j < other.length; j++) {
                if (columns[j] != by[other[j]]) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean reaches(Proof proof, Counts counts) {
        int unit = proof.target().unit();
        int g = proof.target().group();
        int reached = counts.reached[unit][g] + reachedBy[unit][g];
        int missed = counts.missed[unit][g] + missedBy[unit][g];
        return switch (proof.target().layer()) {
            case SIZE ->
                reached + missed >= smallest || counts.size(unit, g) >= smallest || isShownZero(counts, unit, g);
            case REACHED -> reached >= policy.minimumNumerator();
            case MISSED -> missed >= policy.minimumComplement();
        };
    }

    private boolean isShownZero(Counts counts, int unit, int g) {
        return policy.zeroShown() && counts.size(unit, g) == 0;
    }

    /** Whether the proof is of sizes, and so has to hold in every measure. */
    static boolean isOfAllMeasures(Proof proof) {
        return proof.target().layer() == Layer.SIZE;
    }
}
