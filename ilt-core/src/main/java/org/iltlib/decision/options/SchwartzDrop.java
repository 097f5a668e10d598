package org.iltlib.decision.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Rational;

/** Drops the weakest defeats within the Schwartz set until there are none: steps 4 to 8 of section A.5. */
final class SchwartzDrop {
    private final Margins margins;
    private final boolean[][] defeats;
    private List<Integer> set = List.of();
    private Explanation why = Explanation.of("Schwartz set, the weakest defeats within it dropped in turn.");

    private record Defeat(int winner, int loser) {}

    SchwartzDrop(Margins margins) {
        this.margins = margins;
        int n = margins.size();
        this.defeats = new boolean[n][n];
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < n; y++) {
                defeats[x][y] = margins.beats(x, y);
            }
        }
        run();
    }

    List<String> winners() {
        return set.stream().map(margins.alternatives()::get).sorted().toList();
    }

    Explanation why() {
        return why;
    }

    private void run() {
        set = schwartz();
        for (List<Defeat> within = within(); !within.isEmpty(); within = within()) {
            why = why.because("Schwartz set: %s.", String.join(", ", winners()));
            Comparator<Defeat> strength = Comparator.<Defeat>comparingLong(d -> margins.above(d.winner(), d.loser()))
                    .thenComparing(Comparator.<Defeat>comparingLong(d -> margins.above(d.loser(), d.winner()))
                            .reversed());
            Defeat weakest = within.stream().min(strength).orElseThrow();
            for (Defeat defeat : within) {
                if (strength.compare(defeat, weakest) == 0) {
                    defeats[defeat.winner()][defeat.loser()] = false;
                    why = why.because(
                            "Dropped: %s over %s, %s to %s.",
                            margins.alternatives().get(defeat.winner()),
                            margins.alternatives().get(defeat.loser()),
                            Rational.of(margins.above(defeat.winner(), defeat.loser()), margins.scale()),
                            Rational.of(margins.above(defeat.loser(), defeat.winner()), margins.scale()));
                }
            }
            set = schwartz();
        }
        why = why.because("Schwartz set: %s; no defeats within it.", String.join(", ", winners()));
    }

    private List<Defeat> within() {
        List<Defeat> within = new ArrayList<>();
        for (int x : set) {
            for (int y : set) {
                if (defeats[x][y]) {
                    within.add(new Defeat(x, y));
                }
            }
        }
        return within;
    }

    private List<Integer> schwartz() {
        int n = defeats.length;
        boolean[][] reach = new boolean[n][];
        for (int x = 0; x < n; x++) {
            reach[x] = defeats[x].clone();
        }
        for (int via = 0; via < n; via++) {
            for (int x = 0; x < n; x++) {
                for (int y = 0; y < n; y++) {
                    reach[x][y] |= reach[x][via] && reach[via][y];
                }
            }
        }
        List<Integer> members = new ArrayList<>();
        for (int x = 0; x < n; x++) {
            boolean in = true;
            for (int y = 0; y < n; y++) {
                in &= reach[x][y] || !reach[y][x];
            }
            if (in) {
                members.add(x);
            }
        }
        return members;
    }
}
