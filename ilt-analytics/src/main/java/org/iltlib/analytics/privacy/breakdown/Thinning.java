package org.iltlib.analytics.privacy.breakdown;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.privacy.breakdown.Proof.Step;
import org.iltlib.analytics.privacy.breakdown.Proof.Target;

/**
 * Gives back what no proof needs. Proofs are found one after another, so that the first ones could not know what the
 * later ones withhold anyway; here each is looked for once more, with all others in place, and replaced where the new
 * one needs fewer cells for itself alone. In the end exactly the cells that are small, given up or in a proof are
 * withheld.
 */
final class Thinning {
    /** What is withheld whatever the proofs: small cells, and what was given up. */
    final boolean[][] fixed;

    /** How often each cell stands in a proof. */
    private final int[][] uses;

    /** Those that are withheld before any proof. */
    Thinning(boolean[][] hidden) {
        fixed = new boolean[hidden.length][];
        for (int unit = 0; unit < hidden.length; unit++) {
            fixed[unit] = hidden[unit].clone();
        }
        uses = new int[hidden.length][hidden[0].length];
    }

    /** Finds the steps of a proof for a target, given what is withheld already; marks what it needs besides. */
    interface Finder {
        List<Step> find(Target target, boolean[][] hidden, List<int[]> marked);
    }

    /** Thins proofs and what is withheld, in place; so many rounds, fewer if nothing changes. */
    void thin(int rounds, boolean[][] hidden, List<Proof> proofs, Finder finder) {
        proofs.forEach(proof -> count(proof, 1));
        show(hidden);
        boolean changed = true;
        for (int round = 0; round < rounds && changed; round++) {
            changed = false;
            for (int i = 0; i < proofs.size(); i++) {
                Proof old = proofs.get(i);
                count(old, -1);
                List<int[]> alone = new ArrayList<>();
                each(old, (unit, group) -> {
                    if (hidden[unit][group] && !isNeeded(unit, group)) {
                        hidden[unit][group] = false;
                        alone.add(new int[] {unit, group});
                    }
                });
                Proof kept = old;
                if (!alone.isEmpty()) {
                    List<int[]> marked = new ArrayList<>();
                    List<Step> steps = finder.find(old.target(), hidden, marked);
                    if (!steps.isEmpty() && marked.size() < alone.size()) {
                        kept = new Proof(old.target(), steps);
                        changed = true;
                    } else {
                        marked.forEach(cell -> hidden[cell[0]][cell[1]] = false);
                        alone.forEach(cell -> hidden[cell[0]][cell[1]] = true);
                    }
                }
                count(kept, 1);
                proofs.set(i, kept);
            }
        }
    }

    private boolean isNeeded(int unit, int group) {
        return fixed[unit][group] || uses[unit][group] > 0;
    }

    private void show(boolean[][] hidden) {
        for (int unit = 0; unit < hidden.length; unit++) {
            for (int group = 0; group < hidden[unit].length; group++) {
                hidden[unit][group] = isNeeded(unit, group);
            }
        }
    }

    private void count(Proof proof, int by) {
        each(proof, (unit, group) -> uses[unit][group] += by);
    }

    /** Receives a cell. */
    private interface Place {
        void at(int unit, int group);
    }

    private static void each(Proof proof, Place place) {
        proof.steps().forEach(step -> step.move().each((unit, group, up) -> place.at(unit, group)));
    }
}
