package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tables that were found to be possible: while they agree with what is shown, nothing has to be searched again. */
final class AttackProofs {
    private static final int KEPT = 6;

    private final LinkedCells cells;
    private final PrivacyPolicy policy;
    private final Map<Integer, List<Proof>> proofs = new HashMap<>();

    AttackProofs(LinkedCells cells, PrivacyPolicy policy) {
        this.cells = cells;
        this.policy = policy;
    }

    /** A table that differs from the true one in some cells, and its counts there. */
    private static final class Proof {
        final int[] changed;
        final long[] counts;

        Proof(int[] changed, long[] counts) {
            this.changed = changed;
            this.counts = counts;
        }
    }

    /** What must be possible for that cell: the policy's minimum if it is withheld for its own sake, else 0. */
    long demand(int cell) {
        return !cells.isKnown(cell) && policy.hides(cells.kind(cell), cells.count(cell))
                ? policy.minimum(cells.kind(cell))
                : 0;
    }

    /** Keeps a table of that part for every cell of which it proves what is demanded. */
    void keep(AttackPart part, long[] table) {
        int[] changed = IntStream.range(0, part.members.length)
                .filter(i -> table[i] != part.solution[i])
                .toArray();
        Proof proof = null;
        for (int i : changed) {
            int cell = part.members[i];
            if (table[i] + part.floor[i] >= demand(cell) && demand(cell) > cells.count(cell)) {
                proof = proof == null
                        ? new Proof(
                                Arrays.stream(changed).map(c -> part.members[c]).toArray(),
                                Arrays.stream(changed)
                                        .mapToLong(c -> table[c] + part.floor[c])
                                        .toArray())
                        : proof;
                List<Proof> kept = proofs.computeIfAbsent(cell, key -> new ArrayList<>());
                kept.add(0, proof);
                if (kept.size() > KEPT) {
                    kept.remove(KEPT);
                }
            }
        }
    }

    /** Whether a table that was found before still agrees with all that is shown. */
    boolean isProved(int cell, boolean[] hidden) {
        for (Proof proof : proofs.getOrDefault(cell, List.of())) {
            boolean agrees = true;
            for (int i = 0; i < proof.changed.length && agrees; i++) {
                int changed = proof.changed[i];
                long count = proof.counts[i];
                agrees = AttackParts.isUnknown(cells, changed, hidden)
                        && AttackPart.ranges(cells, changed, hidden).stream().allMatch(range -> range.holds(count));
            }
            if (agrees) {
                return true;
            }
        }
        return false;
    }
}
