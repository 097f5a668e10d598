package org.iltlib.analytics.suggestion.learned;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.SuggestionReply;

/** Cross-validation by standard: what is foretold of a reply comes from a model that saw no reply on its standard. */
final class LeaveOut {
    private static final int MOST_BLOCKS = 50;

    private final List<SuggestionReply> replies;
    private final double[][] rows;
    private final boolean[] yes;
    private final double penalty;
    private final int[] block;
    private final int blocks;

    /** Standards in the order of their ids are dealt to at most fifty blocks in turn. */
    LeaveOut(List<SuggestionReply> replies, double[][] rows, boolean[] yes, double penalty) {
        this.replies = replies;
        this.rows = rows;
        this.yes = yes;
        this.penalty = penalty;
        Map<StandardId, Integer> blockOf = new HashMap<>();
        TreeSet<StandardId> standards = new TreeSet<>();
        replies.forEach(reply -> standards.add(reply.standard()));
        this.blocks = Math.min(MOST_BLOCKS, standards.size());
        standards.forEach(standard -> blockOf.put(standard, blockOf.size() % blocks));
        this.block = replies.stream()
                .mapToInt(reply -> blockOf.getOrDefault(reply.standard(), 0))
                .toArray();
    }

    /** Each reply with the chance foretold, in the order of blocks. */
    List<Foretold> each() {
        List<Foretold> foretold = new ArrayList<>();
        for (int out = 0; out < blocks; out++) {
            int left = out;
            double[] weights = fit(i -> block[i] != left);
            for (int i = 0; i < rows.length; i++) {
                if (block[i] == out) {
                    foretold.add(new Foretold(
                            replies.get(i).standard(), LogisticCurve.chance(odds(weights, rows[i])), yes[i]));
                }
            }
        }
        return List.copyOf(foretold);
    }

    /** Each pair of an accepted and a rejected reply, compared by a model that saw the block of neither. */
    PairWins pairs() {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < rows.length; i++) {
            members.computeIfAbsent(block[i], any -> new ArrayList<>()).add(i);
        }
        PairWins wins = new PairWins(blocks, rows.length);
        members.forEach((one, ones) -> members.forEach((other, others) -> {
            if (one <= other) {
                compare(ones, others, wins, fit(i -> block[i] != one && block[i] != other));
            }
        }));
        return wins;
    }

    private void compare(List<Integer> ones, List<Integer> others, PairWins wins, double[] weights) {
        for (int i : ones) {
            for (int j : others) {
                if (yes[i] != yes[j] && (block[i] != block[j] || yes[i])) {
                    int accepted = yes[i] ? i : j;
                    int rejected = yes[i] ? j : i;
                    wins.add(
                            block[accepted],
                            block[rejected],
                            odds(weights, rows[accepted]),
                            odds(weights, rows[rejected]));
                }
            }
        }
    }

    private double[] fit(IntPredicate seen) {
        List<double[]> kept = new ArrayList<>();
        boolean[] answers = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (seen.test(i)) {
                answers[kept.size()] = yes[i];
                kept.add(rows[i]);
            }
        }
        return LogisticCurve.fit(kept.toArray(double[][]::new), answers, penalty);
    }

    private static double odds(double[] weights, double[] row) {
        double odds = weights[0];
        for (int c = 0; c < row.length; c++) {
            odds += weights[c + 1] * row[c];
        }
        return odds;
    }
}
